"""The table of counters and its mapping to the model."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import Field, SQLModel

from hall.calls.messages import CounterView
from hall.calls.model import Counter, own_queue
from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.tickets.serving import Serving


class CounterRow(SQLModel, table=True):
    """A counter of the hall, written when it is first used."""

    __tablename__ = "counter"

    hall_id: str = Field(primary_key=True)
    counter_id: str = Field(primary_key=True)
    state: str
    clerk_id: str | None
    ticket_id: str | None
    call_no: int
    called_at: str | None
    started_at: str | None
    call_seq: int
    spoken: bool
    silent: bool
    calls_made: int


_COUNTER = table_of(CounterRow)
_FIELDS = tuple(field.name for field in fields(Counter))

# Statements are built once: building one costs more than asking it.
_STORE = insert(_COUNTER)
_OF_HALL = select(_COUNTER).where(_COUNTER.c.hall_id == bindparam("hall"))
_LOAD = _OF_HALL.where(_COUNTER.c.counter_id == bindparam("counter"))
_SAVE = update(_COUNTER).where(
    _COUNTER.c.hall_id == bindparam("hall"), _COUNTER.c.counter_id == bindparam("counter")
)


def load_counter(work: Work, counter_id: str) -> Counter:
    """Load a counter; one never used is closed."""
    found = work.connection.execute(_LOAD, {"hall": work.hall_id, "counter": counter_id})
    row = found.mappings().first()
    if row is not None:
        return Counter(**{name: row[name] for name in _FIELDS})
    return Counter(counter_id=counter_id)


def save_counter(work: Work, counter: Counter, **changes: Any) -> Counter:  # noqa: ANN401 - any column
    """Store changed fields of a counter and return it as it is now."""
    values = {**{name: getattr(counter, name) for name in _FIELDS}, **changes}
    saved = work.connection.execute(
        _SAVE, {**changes, "hall": work.hall_id, "counter": counter.counter_id}
    )
    if not saved.rowcount:
        work.connection.execute(_STORE, {"hall_id": work.hall_id, **values})
    return Counter(**values)


def free_counter(work: Work, counter: Counter) -> Counter:
    """Take the ticket away from a counter."""
    return save_counter(
        work,
        counter,
        ticket_id=None,
        call_no=0,
        called_at=None,
        started_at=None,
        spoken=False,
        silent=False,
    )


def counters(connection: Connection, hall_id: str) -> list[Counter]:
    """Load every counter that was ever used."""
    rows = connection.execute(_OF_HALL, {"hall": hall_id}).mappings()
    return [Counter(**{name: row[name] for name in _FIELDS}) for row in rows]


def at_work(work: Work) -> Serving:
    """Return the queues that each open counter calls from now."""
    open_ids = {
        counter.counter_id
        for counter in counters(work.connection, work.hall_id)
        if counter.state == "open"
    }
    return Serving(
        tuple(
            frozenset((own_queue(counter.id), *counter.serves))
            for counter in work.facts.counters
            if counter.id in open_ids
        )
    )


def view(counter: Counter) -> CounterView:
    """Return a counter as everybody may see it."""
    return CounterView(
        id=counter.counter_id,
        state=counter.state,
        clerk_id=counter.clerk_id,
        ticket_id=counter.ticket_id,
        call_no=counter.call_no,
        called_at=counter.called_at,
        started_at=counter.started_at,
        call_seq=counter.call_seq,
        spoken=counter.spoken,
        silent=counter.silent,
    )
