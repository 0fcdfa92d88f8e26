"""Tables of tickets, visitors and business days, and their mapping to the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Connection,
    Index,
    RowMapping,
    bindparam,
    insert,
    select,
    text,
    union_all,
    update,
)
from sqlmodel import Field, SQLModel

from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.tickets.messages import TicketView
from hall.tickets.model import AT_COUNTER, ENDED, STANDING, Ticket
from hall.tickets.policy import Head

WAITING = "state = 'waiting' AND withheld = 0"
"""The waiting heads' condition, spelled once so that the partial index always fits the query."""


class DayRow(SQLModel, table=True):
    """A business day: opened and closed, named after a local date."""

    __tablename__ = "business_day"
    __table_args__ = (Index("business_day_in_order", "hall_id", "opened_seq"),)

    hall_id: str = Field(primary_key=True)
    day_id: str = Field(primary_key=True)
    date: str
    opened_seq: int
    opened_at: str
    closed_at: str | None = None


class SeriesRow(SQLModel, table=True):
    """The last number of one series, one issuer, one day."""

    __tablename__ = "series_count"

    hall_id: str = Field(primary_key=True)
    day_id: str = Field(primary_key=True)
    series: str = Field(primary_key=True)
    issuer: str = Field(primary_key=True)
    last: int


class TicketRow(SQLModel, table=True):
    """A ticket. Names nobody."""

    __tablename__ = "ticket"
    __table_args__ = (
        Index("ticket_label_once", "hall_id", "day_id", "series", "issuer", "ordinal", unique=True),
        Index("ticket_number_once", "hall_id", "day_id", "number", unique=True),
        Index("ticket_of_visitor", "hall_id", "visitor_id"),
        Index(
            "ticket_heads",
            "hall_id",
            "queue",
            "priority",
            "front",
            "tier",
            "place_s",
            "taken_seq",
            sqlite_where=text(WAITING),
            postgresql_where=text(WAITING),
        ),
        Index("ticket_by_state", "hall_id", "state"),
    )

    hall_id: str = Field(primary_key=True)
    ticket_id: str = Field(primary_key=True)
    day_id: str
    series: str
    issuer: str
    ordinal: int
    number: str
    matter_id: str
    queue: str
    age_band: str
    priority: str
    reason: str
    state: str
    behalf_of: str | None
    visitor_id: str
    station_id: str
    taken_at: str
    taken_seq: int
    arrived_s: float
    front: int
    tier: int
    place_s: float
    withheld: int
    print_state: str
    counter_id: str | None
    call_no: int
    misses: int
    returns_in: int | None
    where: str


_TICKET = table_of(TicketRow)
_DAY = table_of(DayRow)
_SERIES = table_of(SeriesRow)
_FIELDS = tuple(field.name for field in fields(Ticket))

# Statements are built once: building one costs more than asking it.
_HALL: BindParameter[str] = bindparam("hall")
IN_ORDER = (_TICKET.c.front, _TICKET.c.tier, _TICKET.c.place_s, _TICKET.c.taken_seq)
_OF_HALL = select(_TICKET).where(_TICKET.c.hall_id == _HALL)
_LOAD = _OF_HALL.where(_TICKET.c.ticket_id == bindparam("ticket"))
_SAVE = update(_TICKET).where(
    _TICKET.c.hall_id == _HALL, _TICKET.c.ticket_id == bindparam("ticket")
)
_STORE = insert(_TICKET)
_IN_STATES = _OF_HALL.where(_TICKET.c.state.in_(bindparam("states", expanding=True))).order_by(
    _TICKET.c.taken_seq
)
_IN_STATES_AND_QUEUES = _IN_STATES.where(_TICKET.c.queue.in_(bindparam("queues", expanding=True)))
_OF_VISITOR = _OF_HALL.where(
    _TICKET.c.visitor_id == bindparam("visitor"), _TICKET.c.state.not_in(sorted(ENDED))
).order_by(_TICKET.c.taken_seq)
_WITHHOLD_OTHERS = (
    update(_TICKET)
    .where(
        _TICKET.c.hall_id == _HALL,
        _TICKET.c.visitor_id == bindparam("visitor"),
        _TICKET.c.ticket_id != bindparam("ticket"),
        _TICKET.c.state.not_in(sorted(ENDED)),
    )
    .values(withheld=bindparam("withheld"))
)
_HEAD = (
    _TICKET.c.ticket_id,
    _TICKET.c.priority,
    _TICKET.c.front,
    _TICKET.c.tier,
    _TICKET.c.place_s,
    _TICKET.c.taken_seq,
    _TICKET.c.arrived_s,
)
_LAST_DAY = (
    select(_DAY.c.day_id, _DAY.c.date, _DAY.c.closed_at)
    .where(_DAY.c.hall_id == _HALL)
    .order_by(_DAY.c.opened_seq.desc())
    .limit(1)
)
_SERIES_KEY = (
    _SERIES.c.hall_id == _HALL,
    _SERIES.c.day_id == bindparam("day"),
    _SERIES.c.series == bindparam("one_series"),
    _SERIES.c.issuer == bindparam("one_issuer"),
)
_DRAW_NUMBER = (
    update(_SERIES).where(*_SERIES_KEY).values(last=_SERIES.c.last + 1).returning(_SERIES.c.last)
)


class Day(NamedTuple):
    """A business day; `date` is the local calendar date it is named after."""

    day_id: str
    date: str
    is_open: bool


def last_day(connection: Connection, hall_id: str) -> Day | None:
    """Return the business day that was opened last; only that one may be open."""
    row = connection.execute(_LAST_DAY, {"hall": hall_id}).first()
    return None if row is None else Day(row.day_id, row.date, row.closed_at is None)


def insert_day(work: Work, day_id: str, date: str) -> None:
    """Open a new business day."""
    work.connection.execute(
        insert(_DAY).values(
            hall_id=work.hall_id,
            day_id=day_id,
            date=date,
            opened_seq=work.seq() + 1,
            opened_at=work.now.iso,
            closed_at=None,
        )
    )


def set_closed(work: Work, day_id: str, closed_at: str | None) -> None:
    """Close a business day, or with None open it once more."""
    work.connection.execute(
        update(_DAY)
        .where(_DAY.c.hall_id == work.hall_id, _DAY.c.day_id == day_id)
        .values(closed_at=closed_at)
    )


def next_ordinal(work: Work, day_id: str, series: str, issuer: str) -> int:
    """Draw the next number of a series; the hall's place is locked, so none is drawn twice."""
    key = {"hall": work.hall_id, "day": day_id, "one_series": series, "one_issuer": issuer}
    work.seq()
    drawn: int | None = work.connection.scalar(_DRAW_NUMBER, key)
    if drawn is None:
        work.connection.execute(
            insert(_SERIES).values(
                hall_id=work.hall_id, day_id=day_id, series=series, issuer=issuer, last=1
            )
        )
        return 1
    return drawn


def insert_ticket(work: Work, ticket: Ticket) -> None:
    """Store a new ticket."""
    values = {name: getattr(ticket, name) for name in _FIELDS}
    work.connection.execute(_STORE, {"hall_id": work.hall_id, **values})


def load_ticket(work: Work, ticket_id: str) -> Ticket | None:
    """Load one ticket."""
    found = work.connection.execute(_LOAD, {"hall": work.hall_id, "ticket": ticket_id})
    row = found.mappings().first()
    return None if row is None else _ticket(row)


def save_ticket(work: Work, ticket: Ticket, **changes: Any) -> Ticket:  # noqa: ANN401 - any column
    """Store changed fields of a ticket and return it as it is now."""
    work.connection.execute(_SAVE, {**changes, "hall": work.hall_id, "ticket": ticket.ticket_id})
    return Ticket(**{**{name: getattr(ticket, name) for name in _FIELDS}, **changes})


def tickets_in(
    work: Work, states: Sequence[str], queues: Sequence[str] | None = None
) -> list[Ticket]:
    """Load tickets of some states (and queues), in order of arrival."""
    asked: dict[str, object] = {"hall": work.hall_id, "states": states}
    if queues is None:
        rows = work.connection.execute(_IN_STATES, asked)
    else:
        rows = work.connection.execute(_IN_STATES_AND_QUEUES, {**asked, "queues": queues})
    return [_ticket(row) for row in rows.mappings()]


def standing(connection: Connection, hall_id: str) -> list[Ticket]:
    """Load every ticket that has not left the floor."""
    rows = connection.execute(
        select(_TICKET).where(_TICKET.c.hall_id == hall_id, _TICKET.c.state.in_(sorted(STANDING)))
    ).mappings()
    return [_ticket(row) for row in rows]


def tickets_of(work: Work, visitor_id: str) -> list[Ticket]:
    """Load the open tickets of one visitor."""
    rows = work.connection.execute(
        _OF_VISITOR, {"hall": work.hall_id, "visitor": visitor_id}
    ).mappings()
    return [_ticket(row) for row in rows]


def withhold_others(work: Work, ticket: Ticket, *, withheld: bool) -> None:
    """Keep a person's other numbers from being called, or offer them again."""
    work.connection.execute(
        _WITHHOLD_OTHERS,
        {
            "hall": work.hall_id,
            "visitor": ticket.visitor_id,
            "ticket": ticket.ticket_id,
            "withheld": int(withheld),
        },
    )


def heads(work: Work, queues: Sequence[str], classes: Sequence[str]) -> list[Head]:
    """Return the first waiting ticket of every class of every queue, one index probe each.

    The day does not matter: whoever still waits after closing was at a counter then.
    """
    asked = {f"queue_{place}": queue for place, queue in enumerate(queues)}
    found = work.connection.execute(
        _heads(len(queues), tuple(classes)), {"hall": work.hall_id, **asked}
    )
    return [Head(**row._mapping) for row in found]


@cache
def _heads(queues: int, classes: tuple[str, ...]) -> CompoundSelect[Any]:
    """Return the question for so many queues: all probes asked at once."""
    probes = (
        select(*_HEAD)
        .where(
            _TICKET.c.hall_id == _HALL,
            _TICKET.c.queue == bindparam(f"queue_{place}"),
            _TICKET.c.priority == priority,
            text(WAITING),
        )
        .order_by(*IN_ORDER)
        .limit(1)
        .subquery()
        for place in range(queues)
        for priority in classes
    )
    return union_all(*(select(probe) for probe in probes))


def order_of(ticket: Ticket) -> tuple[int, int, float, int]:
    """Return the rank of a ticket inside its queue."""
    return (ticket.front, ticket.tier, ticket.place_s, ticket.taken_seq)


def view(ticket: Ticket, ahead: int | None = None) -> TicketView:
    """Return a ticket as everybody may see it."""
    return TicketView(
        id=ticket.ticket_id,
        number=ticket.number,
        series=ticket.series,
        matter_id=ticket.matter_id,
        queue=ticket.queue,
        priority=ticket.priority,
        reason=ticket.reason,
        state=ticket.state,
        ahead=ahead,
        where=ticket.where,
        taken_at=ticket.taken_at,
        visitor_id=ticket.visitor_id,
        station_id=ticket.station_id,
        behalf_of=ticket.behalf_of,
        print_state=ticket.print_state,
        counter_id=ticket.counter_id,
        call_no=ticket.call_no,
        order=order_of(ticket),
        day_id=ticket.day_id,
    )


def at_counter(tickets: Sequence[Ticket]) -> bool:
    """Say whether one of a person's tickets is called or being served."""
    return any(ticket.state in AT_COUNTER for ticket in tickets)


def _ticket(row: RowMapping) -> Ticket:
    return Ticket(**{name: row[name] for name in _FIELDS})
