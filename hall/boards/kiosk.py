"""What a kiosk sees: the floor, its own help requests, the facts of the hall."""

from __future__ import annotations

import msgspec

from hall.boards.floor import Floor, apply_to_floor, on_floor
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
    board = msgspec.structs.replace(board, floor=apply_to_floor(board.floor, event))
    if isinstance(event, HelpEvent) and event.help.station_id == board.station_id:
        helps = {key: seen for key, seen in board.helps.items() if key != event.help.id}
        if event.help.state != "acknowledged":
            helps[event.help.id] = event.help
        board = msgspec.structs.replace(board, helps=helps)
    return board
