"""Every board by name: its type, its reducer, what it hears, whether staff facts belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from hall.boards import console, counter, guide, hall, kiosk, queue
from hall.boards.floor import on_floor
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Event, Happened

Apply = Callable[[msgspec.Struct, Happened], msgspec.Struct]
Hears = Callable[[Event, str], bool]


@dataclass(frozen=True)
class BoardType:
    """How one kind of board is made, kept and shown.

    `hears(event, board_id)` is the projection of its feed: whatever changes the board, no more.
    """

    struct: type[msgspec.Struct]
    apply: Apply
    hears: Hears
    for_staff: bool


def _board(
    struct: type[msgspec.Struct], apply: Callable[..., Any], hears: Hears, *, staff: bool
) -> BoardType:
    return BoardType(struct, cast(Apply, apply), hears, staff)


BOARDS: dict[BoardKind, BoardType] = {
    "kiosk": _board(kiosk.KioskBoard, kiosk.apply, kiosk.hears, staff=False),
    "counter": _board(counter.CounterBoard, counter.apply, on_floor, staff=False),
    "hall": _board(hall.HallBoard, hall.apply, on_floor, staff=False),
    "console": _board(console.ConsoleBoard, console.apply, console.hears, staff=True),
    "guide": _board(guide.GuideBoard, guide.apply, guide.hears, staff=True),
    "queue": _board(queue.QueueBoard, queue.apply, on_floor, staff=False),
}
