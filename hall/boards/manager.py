"""What whoever answers for the hall sees: who is where, who has nobody, what is overdue.

It says nothing of who people are: that is for those who serve them.
"""

from __future__ import annotations

import msgspec

from hall.boards.floor import Floor, apply_to_floor, on_floor
from hall.boards.visits import Visits, in_visits, visits_after
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Happened


class ManagerBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of the hall's manager."""

    facts: HallFacts
    floor: Floor = Floor()
    visits: Visits = Visits()


def hears(event: Event, _board_id: str) -> bool:
    """Tell whether an event belongs to the feed of the manager."""
    return on_floor(event) or in_visits(event)


def apply(board: ManagerBoard, happened: Happened) -> ManagerBoard:
    """Return the board after one event."""
    return msgspec.structs.replace(
        board,
        floor=apply_to_floor(board.floor, happened.event),
        visits=visits_after(board.visits, happened.event),
    )
