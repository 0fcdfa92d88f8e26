"""How a paper of a checklist stands, in one sign and a few words, for whoever of the staff looks.

The words are those of the guides' desk, handed in: a clerk reads the same. Pure.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from hall.visits.ladder import Colour
from hall.visits.views import ItemView
from ui_kit.strings import Strings

Tone = Literal["open", "ok", "other", "missing"]
"""How a paper stands: not looked at, in order, settled another way, still missing."""

SIGNS: dict[Colour, tuple[Tone, str]] = {
    "open": ("open", "question"),
    "ok": ("ok", "check"),
    "missing": ("missing", "x"),
    "incorrect": ("missing", "x"),
    "shared": ("other", "database"),
    "promised": ("other", "signature"),
    "deferred": ("other", "calendar-check"),
    "noticed": ("missing", "file-text"),
    "office": ("other", "bank"),
}
"""Tone and icon of each colour. What is written on a notice is still missing."""


def item_word(words: Strings, item: ItemView) -> str:
    """Return how a paper stands."""
    if item.colour == "incorrect":
        return words.get(f"fault_{item.fault or 'other'}")
    return words.get(f"item_{item.colour}", day=day_words(words, item.due_on))


def day_words(words: Strings, iso: str | None) -> str:
    """Return an ISO date as people say it in this year, empty for none."""
    if not iso:
        return ""
    day = date.fromisoformat(iso)
    return words.get("day", month=day.month, day=day.day)
