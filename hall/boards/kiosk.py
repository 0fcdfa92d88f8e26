"""What a kiosk sees: the floor, its own help requests, the facts of the hall."""

from __future__ import annotations

import msgspec

from hall.boards.floor import Floor, apply_to_floor, on_floor
from hall.boards.helping import asking_after
from hall.help.messages import HelpEvent, HelpView
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Happened


class KioskBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of one kiosk."""

    station_id: str
    facts: HallFacts
    floor: Floor = Floor()
    helps: dict[str, HelpView] = {}


def hears(event: Event, board_id: str) -> bool:
    """Tell whether an event belongs to the feed of one kiosk: no kiosk hears another's help."""
    if isinstance(event, HelpEvent):
        return event.help.station_id == board_id
    return on_floor(event)


def apply(board: KioskBoard, happened: Happened) -> KioskBoard:
    """Return the board after one event."""
    event = happened.event
    floor = apply_to_floor(board.floor, event)
    helps = asking_after(board.helps, event) if hears(event, board.station_id) else board.helps
    return msgspec.structs.replace(board, floor=floor, helps=helps)
