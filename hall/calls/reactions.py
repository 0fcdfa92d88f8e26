"""What the counters' room does when something happened in another room."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.calls.messages import FreeCounter
from hall.kernel.messages import Command, Event
from hall.tickets.messages import TicketCancelled

NewId = Callable[[], str]


def free_its_counter(event: TicketCancelled, new_id: NewId) -> tuple[Command, ...]:
    """A number given up at a counter leaves that counter."""
    ticket = event.ticket
    if ticket.counter_id is None:
        return ()
    return (FreeCounter(command_id=new_id(), counter_id=ticket.counter_id, ticket_id=ticket.id),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    TicketCancelled: (free_its_counter,),
}
