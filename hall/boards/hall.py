"""What the hall board and the announcing station see."""

from __future__ import annotations

import msgspec

from hall.boards.attention import attention_after
from hall.boards.floor import Floor, apply_to_floor, waiting
from hall.calls.messages import CounterView
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Attention, Happened
from hall.tickets.messages import TicketView


class HallBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of a hall screen; `attention` says by ticket which calls it must not only say."""

    facts: HallFacts
    floor: Floor = Floor()
    attention: dict[str, Attention] = {}


class CallRow(msgspec.Struct, frozen=True, kw_only=True):
    """One called number and where it is asked to go."""

    ticket: TicketView
    counter: CounterView


def apply(board: HallBoard, happened: Happened) -> HallBoard:
    """Return the board after one event."""
    return msgspec.structs.replace(
        board,
        floor=apply_to_floor(board.floor, happened.event),
        attention=attention_after(board.attention, board.floor, happened),
    )


def call_rows(board: HallBoard, limit: int = 4) -> tuple[CallRow, ...]:
    """Return called and serving numbers, the newest call first."""
    floor = board.floor
    rows = [
        CallRow(ticket=floor.tickets[counter.ticket_id], counter=counter)
        for counter in floor.counters.values()
        if counter.ticket_id in floor.tickets
    ]
    rows.sort(key=lambda row: row.counter.call_seq, reverse=True)
    return tuple(rows[:limit])


def next_up(board: HallBoard, limit: int = 2) -> tuple[TicketView, ...]:
    """Return who should get ready, in the order they rank."""
    return waiting(board.floor)[:limit]
