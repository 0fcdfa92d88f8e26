"""The floor of the hall, shared by every board: the day, open tickets, counters."""

from __future__ import annotations

import msgspec

from hall.calls.messages import (
    CounterEvent,
    CounterView,
    TicketAtCounter,
    TicketHandedOver,
)
from hall.kernel.messages import Event, Happened, Person
from hall.tickets.messages import (
    DayClosed,
    DayOpened,
    TicketEvent,
    TicketView,
    VisitorsPurged,
)

LEFT = frozenset({"finished", "cancelled", "carried_over"})
"""States in which a ticket stands on no board any more."""


FLOOR_EVENTS = (TicketEvent, CounterEvent, DayOpened, DayClosed)


class Floor(msgspec.Struct, frozen=True, kw_only=True):
    """What stands where. `day_id` is None while the hall is closed."""

    day_id: str | None = None
    date: str | None = None
    tickets: dict[str, TicketView] = {}
    counters: dict[str, CounterView] = {}


def apply_to_floor(floor: Floor, event: Event) -> Floor:
    """Return the floor after one event."""
    if isinstance(event, TicketEvent):
        floor = _with_ticket(floor, event.ticket)
    if isinstance(event, CounterEvent | TicketAtCounter):
        floor = _with_counter(floor, event.counter)
    if isinstance(event, TicketHandedOver):
        floor = _with_counter(floor, event.to_counter)
    if isinstance(event, DayOpened):
        floor = msgspec.structs.replace(floor, day_id=event.day_id, date=event.date)
    if isinstance(event, DayClosed):
        floor = msgspec.structs.replace(floor, day_id=None, date=None)
    return floor


def on_floor(event: Event, _board_id: str = "") -> bool:
    """Tell whether an event changes the floor."""
    return isinstance(event, FLOOR_EVENTS)


def _with_ticket(floor: Floor, ticket: TicketView) -> Floor:
    tickets = dict(floor.tickets)
    if ticket.state in LEFT:
        tickets.pop(ticket.id, None)
    else:
        tickets[ticket.id] = msgspec.structs.replace(ticket, ahead=None)
    return msgspec.structs.replace(floor, tickets=tickets)


def _with_counter(floor: Floor, counter: CounterView) -> Floor:
    return msgspec.structs.replace(floor, counters={**floor.counters, counter.id: counter})


def people_after(people: dict[str, Person], floor: Floor, happened: Happened) -> dict[str, Person]:
    """Return whom a staff board knows after one event; who came on a purged day is forgotten."""
    event = happened.event
    if isinstance(event, VisitorsPurged):
        stay = {one.visitor_id for one in floor.tickets.values() if one.day_id != event.day_id}
        return {key: person for key, person in people.items() if key in stay}
    return {**people, **happened.people} if happened.people else people


def waiting(floor: Floor, queues: tuple[str, ...] | None = None) -> tuple[TicketView, ...]:
    """Return the waiting tickets of some queues (None: all) in the order they rank."""
    found = [
        ticket
        for ticket in floor.tickets.values()
        if ticket.state == "waiting" and (queues is None or ticket.queue in queues)
    ]
    return tuple(sorted(found, key=lambda ticket: ticket.order))


def waiting_count(floor: Floor, queue: str) -> int:
    """Count those who wait in one queue."""
    return len(waiting(floor, (queue,)))


def not_printed(floor: Floor, station_id: str | None = None) -> tuple[TicketView, ...]:
    """Return tickets whose paper did not surely come out, newest last; None: of every station."""
    found = [
        ticket
        for ticket in floor.tickets.values()
        if ticket.print_state != "printed" and station_id in (None, ticket.station_id)
    ]
    return tuple(sorted(found, key=lambda ticket: ticket.taken_at))
