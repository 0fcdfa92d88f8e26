"""The feed as it is read from the tables: events after a place, with people for staff."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.hall import Hall
from hall.kernel.messages import Event, Person
from hall.tickets.messages import TicketEvent
from hall.tickets.visitors import people
from hall.visits.messages import VisitBegun

RESUME_LIMIT = 2000
"""Events a follower may be behind before a snapshot is cheaper."""


@dataclass(frozen=True)
class FeedEntry:
    """One stored event on its way to followers; `people` is for staff only."""

    seq: int
    at: str
    body: str
    event: Event
    people: dict[str, Person]


def can_resume(hall: Hall, after: int) -> bool:
    """Tell whether a follower may go on after a place; else a snapshot is cheaper, or the only way.

    A place the hall has not reached was that of a hall restored from a backup.
    """
    seq = hall.seq()
    return max(seq - RESUME_LIMIT, 0) <= after <= seq


def entries_after(hall: Hall, seq: int, limit: int = 500) -> list[FeedEntry]:
    """Read events after a place; who is behind them is looked up when they are read."""
    decoded = [
        (at_seq, at, body, hall.parts.vocabulary.event(body))
        for at_seq, at, body in hall.events_after(seq, limit)
    ]
    visitors = {visitor_id for *_, event in decoded if (visitor_id := _visitor_of(event))}
    known: dict[str, Person] = {}
    if visitors:
        with hall.parts.engine.connect() as connection:
            known = people(connection, hall.parts.facts.hall_id, visitors)
    return [
        FeedEntry(at_seq, at, body, event, _behind(event, known))
        for at_seq, at, body, event in decoded
    ]


def _behind(event: Event, known: dict[str, Person]) -> dict[str, Person]:
    visitor_id = _visitor_of(event)
    person = known.get(visitor_id) if visitor_id else None
    return {visitor_id: person} if visitor_id and person else {}


def _visitor_of(event: Event) -> str | None:
    """Return who an event brings to the boards: with a number, or greeted before there is one."""
    if isinstance(event, TicketEvent):
        return event.ticket.visitor_id
    if isinstance(event, VisitBegun) and event.visit.ticket_id is None:
        return event.visit.visitor_id
    return None
