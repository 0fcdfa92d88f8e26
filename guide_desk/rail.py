"""The keys at the foot of every page, and the strip that tells of one area in all others. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide_desk.areas.base import AreaRow, Told
from guide_desk.shell_views import RailKeyView, RailView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings


def rail_view(
    words: Strings, rows: Sequence[AreaRow], told: Mapping[str, Told], shown: str, *,
    inside: bool, unwell: KeyView,
) -> RailView:  # fmt: skip
    """Return the rail; a key lies down while its area is shown, and need not say why to go.

    `inside`: what is shown is a book, and its key leads back to the page of the books.
    """
    lit = {shown: words.get("rail_back") if inside else ""}
    return RailView(
        tuple(area_key(words, row, told[row.id], lit.get(row.id)) for row in rows), unwell
    )


def strip_of(told: Mapping[str, Told], shown: str) -> Told:
    """Return what the other areas have to say at the top of the window, one that is ill first."""
    others = [one for area_id, one in told.items() if area_id != shown and one.strip]
    others.sort(key=lambda one: one.tone != "unwell")
    return others[0] if others else Told()


def area_key(words: Strings, row: AreaRow, told: Told, lit: str | None = None) -> RailKeyView:
    """Return the key of an area; one that is lit stays down and says that under its word."""
    return RailKeyView(
        key=KeyView(
            f"area_{row.id}", "area", words.get(row.word), row.id, icon=row.icon,
            second=told.words if lit is None else lit,
            mode="can" if lit is None else "chosen",
        ),
        count=str(told.count) if told.count else "",
        tone=told.tone,
    )  # fmt: skip
