"""Whom a public screen must catch the eye of, without saying why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hall.boards.floor import Floor, on_floor
from hall.kernel.messages import Attention, Event, Happened, Person
from hall.tickets.messages import TicketEvent, TicketView, VisitorsPurged

UNHEARD = "hearing"
"""The need of somebody who will not hear the call."""


def hears_calls(event: Event, _board_id: str = "") -> bool:
    """Tell whether an event changes a screen that shows calls."""
    return on_floor(event) or isinstance(event, VisitorsPurged)


def needs_to_see(person: Person | None) -> bool:
    """Tell whether a person will not hear that the number is called."""
    return person is not None and UNHEARD in person.needs


def attention_of(event: Event, people: Mapping[str, Person]) -> Attention:
    """Return how screens are to show the call of an event; `people` are those behind it."""
    if not isinstance(event, TicketEvent) or event.ticket.state != "called":
        return ""
    return "flash" if needs_to_see(people.get(event.ticket.visitor_id)) else ""


def attention_now(
    tickets: Iterable[TicketView], people: Mapping[str, Person]
) -> dict[str, Attention]:
    """Return the called tickets that screens are to show so, by id."""
    return {
        ticket.id: "flash"
        for ticket in tickets
        if ticket.state == "called" and needs_to_see(people.get(ticket.visitor_id))
    }


def attention_after(
    known: dict[str, Attention], floor: Floor, happened: Happened
) -> dict[str, Attention]:
    """Return what a screen knows after one event; of a purged day it knows nothing any more."""
    event = happened.event
    if isinstance(event, VisitorsPurged):
        stay = {key for key, one in floor.tickets.items() if one.day_id != event.day_id}
        return {key: one for key, one in known.items() if key in stay}
    if not isinstance(event, TicketEvent):
        return known
    if happened.attention:
        return {**known, event.ticket.id: happened.attention}
    return {key: one for key, one in known.items() if key != event.ticket.id}
