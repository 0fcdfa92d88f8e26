"""Every board by name: its type, its reducer, and whether staff facts belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from hall.boards import console, counter, guide, hall, kiosk, queue
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Happened

Apply = Callable[[msgspec.Struct, Happened], msgspec.Struct]


@dataclass(frozen=True)
class BoardType:
    """How one kind of board is made, kept and shown."""

    struct: type[msgspec.Struct]
    apply: Apply
    for_staff: bool


def _board(struct: type[msgspec.Struct], apply: Callable[..., Any], *, staff: bool) -> BoardType:
    return BoardType(struct, cast(Apply, apply), staff)


BOARDS: dict[BoardKind, BoardType] = {
    "kiosk": _board(kiosk.KioskBoard, kiosk.apply, staff=False),
    "counter": _board(counter.CounterBoard, counter.apply, staff=False),
    "hall": _board(hall.HallBoard, hall.apply, staff=False),
    "console": _board(console.ConsoleBoard, console.apply, staff=True),
    "guide": _board(guide.GuideBoard, guide.apply, staff=True),
    "queue": _board(queue.QueueBoard, queue.apply, staff=False),
}
