"""What the room of visits does when something happened to a number, a counter or the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.calls.messages import (
    CounterOpened,
    ServiceFinished,
    ServiceStarted,
    TicketCalled,
    TicketHandedOver,
    TicketHeld,
    TicketMissed,
    TicketMoved,
    TicketParked,
    TicketTransferred,
)
from hall.help.messages import HelperAssigned, HelpEvent, HelpFinished
from hall.kernel.messages import Command, Event
from hall.tickets.messages import (
    DayClosed,
    DayOpened,
    TicketCancelled,
    TicketCarriedOver,
    TicketEvent,
    TicketTaken,
)
from hall.visits.inner import BeginVisitOfTicket, EndVisits, FollowTicket, TicketHappening

NewId = Callable[[], str]
Reaction = Callable[..., tuple[Command, ...]]


def begin(event: TicketTaken, new_id: NewId) -> tuple[Command, ...]:
    """Whoever takes a number has come."""
    return (BeginVisitOfTicket(command_id=new_id(), ticket=event.ticket, visit_id=event.visit_id),)


def to_counter(event: TicketCalled | ServiceStarted, new_id: NewId) -> tuple[Command, ...]:
    """The clerk who called is responsible, at the latest when the elder sits down."""
    happening: TicketHappening = "called" if isinstance(event, TicketCalled) else "serving"
    return (
        FollowTicket(
            command_id=new_id(),
            ticket_id=event.ticket.id,
            happening=happening,
            counter_id=event.counter_id,
            clerk_id=event.counter.clerk_id,
        ),
    )


def to_colleague(event: TicketHandedOver, new_id: NewId) -> tuple[Command, ...]:
    """Another counter's clerk is responsible."""
    return (
        FollowTicket(
            command_id=new_id(),
            ticket_id=event.ticket.id,
            happening="handed_over",
            counter_id=event.to_counter.id,
            clerk_id=event.to_counter.clerk_id,
        ),
    )


def to_successor(event: CounterOpened, new_id: NewId) -> tuple[Command, ...]:
    """Who takes over a counter takes over whoever is at it."""
    if event.ticket is None or event.taken_over_from is None:
        return ()
    return (
        FollowTicket(
            command_id=new_id(),
            ticket_id=event.ticket.id,
            happening="serving" if event.ticket.state == "serving" else "called",
            counter_id=event.counter.id,
            clerk_id=event.counter.clerk_id,
        ),
    )


def back(event: TicketEvent, new_id: NewId) -> tuple[Command, ...]:
    """The number has left its counter, or waits for something else, and is still good."""
    return (
        FollowTicket(
            command_id=new_id(),
            ticket_id=event.ticket.id,
            happening="aside",
            matter_id=event.ticket.matter_id,
        ),
    )


def with_helper(event: HelperAssigned, new_id: NewId) -> tuple[Command, ...]:
    """Who goes along with an elder is responsible for them on the way."""
    return _about_helper(event, "accompanied", new_id)


def without_helper(event: HelpFinished, new_id: NewId) -> tuple[Command, ...]:
    """They have arrived."""
    return _about_helper(event, "alone", new_id)


def finished(event: ServiceFinished, new_id: NewId) -> tuple[Command, ...]:
    """The counter is done."""
    return (FollowTicket(command_id=new_id(), ticket_id=event.ticket.id, happening="finished"),)


def gone(event: TicketEvent, new_id: NewId) -> tuple[Command, ...]:
    """The number was given up, or the day ended before it was served."""
    return (FollowTicket(command_id=new_id(), ticket_id=event.ticket.id, happening="gone"),)


def close(event: DayClosed, new_id: NewId) -> tuple[Command, ...]:
    """The day is over."""
    del event
    return (EndVisits(command_id=new_id()),)


def open_anew(event: DayOpened, new_id: NewId) -> tuple[Command, ...]:
    """A day that nobody closed is over at the latest when the next one opens."""
    return (EndVisits(command_id=new_id(), except_day_id=event.day_id),)


def _about_helper(
    event: HelpEvent, happening: TicketHappening, new_id: NewId
) -> tuple[Command, ...]:
    asked = event.help
    if asked.helper is None or asked.ticket_id is None:
        return ()
    return (
        FollowTicket(
            command_id=new_id(),
            ticket_id=asked.ticket_id,
            happening=happening,
            helper_id=asked.helper,
        ),
    )


REACTIONS: Mapping[type[Event], tuple[Reaction, ...]] = {
    TicketTaken: (begin,),
    TicketCalled: (to_counter,),
    ServiceStarted: (to_counter,),
    TicketHandedOver: (to_colleague,),
    CounterOpened: (to_successor,),
    TicketMissed: (back,),
    TicketParked: (back,),
    TicketHeld: (back,),
    TicketTransferred: (back,),
    TicketMoved: (back,),
    ServiceFinished: (finished,),
    TicketCancelled: (gone,),
    TicketCarriedOver: (gone,),
    HelperAssigned: (with_helper,),
    HelpFinished: (without_helper,),
    DayClosed: (close,),
    DayOpened: (open_anew,),
}
