"""The queue as other systems may read it: the floor, nothing more."""

from __future__ import annotations

import msgspec

from hall.boards.floor import Floor, apply_to_floor
from hall.kernel.messages import Happened


class QueueBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board for other systems."""

    floor: Floor = Floor()


def apply(board: QueueBoard, happened: Happened) -> QueueBoard:
    """Return the board after one event."""
    return QueueBoard(floor=apply_to_floor(board.floor, happened.event))
