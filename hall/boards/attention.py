"""Whom a public screen must catch the eye of, without saying why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hall.kernel.messages import Attention, Event, Happened, Person
from hall.tickets.messages import TicketEvent, TicketView

UNHEARD = "hearing"
"""The need of somebody who will not hear the call."""


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


def attention_after(known: dict[str, Attention], happened: Happened) -> dict[str, Attention]:
    """Return what a screen knows after one event."""
    event = happened.event
    if not isinstance(event, TicketEvent):
        return known
    if happened.attention:
        return {**known, event.ticket.id: happened.attention}
    return {key: one for key, one in known.items() if key != event.ticket.id}
