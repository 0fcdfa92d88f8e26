"""What a guide may say of a visitor who takes a number: what to mind, and what gives precedence.

Nothing of it is asked for; the two touches to a number need none. Pure.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.tickets.messages import AgeBand, Claim, Need, Visitor
from ui_kit.people import NEED_ICONS
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

Mark = TypeVar("Mark", bound=str)

NEEDS: tuple[Need, ...] = ("hearing", "wheelchair", "sight")
CLAIMS: tuple[Claim, ...] = ("disabled", "pregnant", "veteran")
CLAIM_ICONS: dict[Claim, str] = {
    "disabled": "identification-badge", "pregnant": "baby", "veteran": "star",
}  # fmt: skip


@dataclass(frozen=True)
class Marks:
    """What was marked, in the order of the keys."""

    needs: tuple[Need, ...] = ()
    claims: tuple[Claim, ...] = ()

    def turned(self, mark: str) -> Marks:
        """Return the marks with one more, or without one that was set."""
        return Marks(_turned(NEEDS, self.needs, mark), _turned(CLAIMS, self.claims, mark))

    def visitor(self, band: AgeBand) -> Visitor:
        """Return what the hall is told of the person; the age is believed."""
        return Visitor(stated_age_band=band, needs=self.needs, claims=self.claims)


def _turned(order: tuple[Mark, ...], marked: Collection[str], mark: str) -> tuple[Mark, ...]:
    return tuple(one for one in order if (one in marked) != (one == mark))


def mark_words(words: Strings, marks: Marks) -> str:
    """Return what was marked in one line, empty for nothing."""
    named = [words.get(f"mark_{need}") for need in marks.needs]
    named += [words.get(f"claim_{claim}") for claim in marks.claims]
    return words.get("list_mark").join(named)


def marks_view(words: Strings, marks: Marks) -> GridView:
    """Return the page that asks what to mind: needs above, what gives precedence below."""
    cells = (
        *(_key(words.get(f"mark_{need}"), need, NEED_ICONS[need], marks.needs) for need in NEEDS),
        *(_key(words.get(f"claim_{one}"), one, CLAIM_ICONS[one], marks.claims) for one in CLAIMS),
    )
    done = KeyView("marks_done", "back", words.get("key_marks_done"), icon="check", mode="next")
    return GridView(
        Head(words.get("marks_title"), words.get("marks_hint")), cells, (done,), columns=3
    )


def _key(label: str, mark: str, icon: str, marked: Collection[str]) -> KeyView:
    mode: KeyFaceMode = "chosen" if mark in marked else "can"
    return KeyView(f"mark_{mark}", "mark", label, mark, icon=icon, mode=mode)
