"""What the screen above one counter sees."""

from __future__ import annotations

import msgspec

from hall.boards.attention import attention_after
from hall.boards.floor import Floor, apply_to_floor
from hall.calls.messages import CounterView
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Attention, Happened
from hall.tickets.messages import TicketView


class CounterBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of one counter's screen; `attention` as on the hall board."""

    counter_id: str
    facts: HallFacts
    floor: Floor = Floor()
    attention: dict[str, Attention] = {}

    @property
    def counter(self) -> CounterView:
        """The counter as it stands; closed until somebody opened it."""
        return self.floor.counters.get(
            self.counter_id, CounterView(id=self.counter_id, state="closed")
        )

    @property
    def ticket(self) -> TicketView | None:
        """The ticket at this counter."""
        return self.floor.tickets.get(self.counter.ticket_id or "")


def apply(board: CounterBoard, happened: Happened) -> CounterBoard:
    """Return the board after one event."""
    return msgspec.structs.replace(
        board,
        floor=apply_to_floor(board.floor, happened.event),
        attention=attention_after(board.attention, board.floor, happened),
    )
