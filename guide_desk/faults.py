"""Devices that need a hand, in plain words. Pure."""

from __future__ import annotations

from guide_desk.places import device_icon, device_words
from guide_desk.views import FaultLine, FaultsView
from hall.boards.guide import GuideBoard, troubled_devices
from ui_kit.places import place_words
from ui_kit.strings import Strings

LINES = 3


def faults_view(
    words: Strings, status_words: Strings, board: GuideBoard, own_id: str
) -> FaultsView:
    """Return the longest in trouble first; `status_words` say what to do for each status."""
    found = troubled_devices(board)
    shown = found if len(found) <= LINES else found[: LINES - 1]
    lines = tuple(
        FaultLine(
            device_icon(seen.device_id),
            words.get(
                "fault_place",
                place=place_words(words, board.facts, seen.station_id, own_id),
                device=device_words(words, seen.device_id),
            ),
            status_words.get(seen.status),
        )
        for seen in shown
    )
    hidden = len(found) - len(shown)
    return FaultsView(
        lines=lines,
        more=words.get("faults_more", count=hidden) if hidden else "",
        in_order="" if found else words.get("faults_none"),
    )
