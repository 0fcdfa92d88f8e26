"""Every board by name: its type, its reducer, what it hears, and what of a person it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

import msgspec

from hall.boards import console, counter, guide, hall, kiosk, manager, queue
from hall.boards.attention import attention_of, hears_calls
from hall.boards.floor import on_floor
from hall.kernel.gateway import BoardKind
from hall.kernel.messages import Attention, Event, Happened, Person

Apply = Callable[[msgspec.Struct, Happened], msgspec.Struct]
Hears = Callable[[Event, str], bool]


@dataclass(frozen=True)
class BoardType:
    """How one kind of board is made, kept and shown.

    `hears(event, board_id)` is the projection of its feed: whatever changes the board, no more.
    `shows_calls` are the screens that everybody sees: they learn how to call, and nothing of whom.
    """

    struct: type[msgspec.Struct]
    apply: Apply
    hears: Hears
    for_staff: bool
    shows_calls: bool

    def people_for(self, people: dict[str, Person]) -> dict[str, Person]:
        """Return what its feed may carry of the people behind an event."""
        return people if self.for_staff else {}

    def attention_for(self, event: Event, people: Mapping[str, Person]) -> Attention:
        """Return how it is to show the call of an event."""
        return attention_of(event, people) if self.shows_calls else ""


def _board(
    struct: type[msgspec.Struct],
    apply: Callable[..., Any],
    hears: Hears,
    *,
    staff: bool,
    calls: bool = False,
) -> BoardType:
    return BoardType(struct, cast(Apply, apply), hears, staff, calls)


BOARDS: dict[BoardKind, BoardType] = {
    "kiosk": _board(kiosk.KioskBoard, kiosk.apply, kiosk.hears, staff=False),
    "counter": _board(counter.CounterBoard, counter.apply, hears_calls, staff=False, calls=True),
    "hall": _board(hall.HallBoard, hall.apply, hears_calls, staff=False, calls=True),
    "console": _board(console.ConsoleBoard, console.apply, console.hears, staff=True),
    "guide": _board(guide.GuideBoard, guide.apply, guide.hears, staff=True),
    "manager": _board(manager.ManagerBoard, manager.apply, manager.hears, staff=False),
    "queue": _board(queue.QueueBoard, queue.apply, on_floor, staff=False),
}
