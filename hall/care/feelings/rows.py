"""The table of how it was, and which finished service is meant. Neither names anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

import msgspec
from sqlalchemy import Connection, Index, RowMapping, Select, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.care.feelings.messages import Channel, FeelingView
from hall.care.feelings.model import Said
from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.tickets.rows import DayRow, TicketRow

WAITS = "waits = 1"
"""What the provincial system has not taken yet; spelled once for the partial index."""


class FeelingRow(SQLModel, table=True):
    """How one service was. `given_s` is steady; `waits` 1 until another system has this version."""

    __tablename__ = "feeling"
    __table_args__ = (
        Index("feeling_by_date", "hall_id", "service_date"),
        Index(
            "feeling_waits",
            "hall_id",
            "given_at",
            sqlite_where=text(WAITS),
            postgresql_where=text(WAITS),
        ),
    )

    hall_id: str = Field(primary_key=True)
    ticket_id: str = Field(primary_key=True)
    matter_id: str
    counter_id: str
    service_date: str
    score: int
    reasons: str
    channel: str
    given_at: str
    given_s: float
    corrected: bool
    version: int
    waits: int


@dataclass(frozen=True)
class Kept:
    """A feeling as the hall keeps it: what everybody may see, and what the rules ask for."""

    view: FeelingView
    said: Said


@dataclass(frozen=True)
class Service:
    """A finished service; `service_date` is the local date of its business day."""

    ticket_id: str
    number: str
    matter_id: str
    counter_id: str
    service_date: str


_FEELING = table_of(FeelingRow)
_TICKET = table_of(TicketRow)
_DAY = table_of(DayRow)
_CHANNELS: dict[str, Channel] = {name: name for name in get_args(Channel)}


def load(work: Work, ticket_id: str) -> Kept | None:
    """Load what was said of a service, None where nothing was."""
    row = (
        work.connection.execute(
            select(_FEELING).where(
                _FEELING.c.hall_id == work.hall_id, _FEELING.c.ticket_id == ticket_id
            )
        )
        .mappings()
        .first()
    )
    if row is None:
        return None
    said = Said(
        score=row["score"],
        reasons=_words(row["reasons"]),
        given_s=row["given_s"],
        corrected=bool(row["corrected"]),
    )
    return Kept(_view(row), said)


def keep(work: Work, view: FeelingView, said: Said, *, waits: bool) -> None:
    """Store what was said of a service, in place of what was before."""
    values = {
        **{name: getattr(view, name) for name in view.__struct_fields__},
        "reasons": ",".join(view.reasons),
        "given_s": said.given_s,
        "corrected": said.corrected,
        "waits": int(waits),
    }
    if view.version == 1:
        work.connection.execute(insert(_FEELING).values(hall_id=work.hall_id, **values))
        return
    work.connection.execute(
        update(_FEELING)
        .where(_FEELING.c.hall_id == work.hall_id, _FEELING.c.ticket_id == view.ticket_id)
        .values(values)
    )


def accepted(work: Work, ticket_id: str, version: int) -> bool:
    """Store that another system has a version; tell whether it was still waited for."""
    changed = work.connection.execute(
        update(_FEELING)
        .where(
            _FEELING.c.hall_id == work.hall_id,
            _FEELING.c.ticket_id == ticket_id,
            _FEELING.c.version == version,
            _FEELING.c.waits == 1,
        )
        .values(waits=0)
    )
    return changed.rowcount > 0


def waiting(connection: Connection, hall_id: str, most: int) -> list[FeelingView]:
    """Load what another system has not taken yet, the oldest first."""
    rows = connection.execute(
        select(_FEELING)
        .where(_FEELING.c.hall_id == hall_id, text(WAITS))
        .order_by(_FEELING.c.given_at)
        .limit(most)
    ).mappings()
    return [_view(row) for row in rows]


def service(work: Work, ticket_id: str) -> Service | None:
    """Find a finished service by its ticket."""
    return _first(work, _finished(work.hall_id).where(_TICKET.c.ticket_id == ticket_id))


def service_by_number(work: Work, number: str, days_before: int) -> Service | None:
    """Find a finished service of a business day by the number on its slip."""
    day_id = work.connection.scalar(
        select(_DAY.c.day_id)
        .where(_DAY.c.hall_id == work.hall_id)
        .order_by(_DAY.c.opened_seq.desc())
        .offset(days_before)
        .limit(1)
    )
    asked = _finished(work.hall_id).where(_TICKET.c.day_id == day_id, _TICKET.c.number == number)
    return _first(work, asked) if day_id is not None else None


def last_service_of(work: Work, visitor_id: str) -> Service | None:
    """Find the service a visitor had last."""
    asked = _finished(work.hall_id).where(_TICKET.c.visitor_id == visitor_id)
    return _first(work, asked.order_by(_TICKET.c.taken_seq.desc()).limit(1))


def _finished(hall_id: str) -> Select[tuple[str, str, str, str, str]]:
    return (
        select(
            _TICKET.c.ticket_id,
            _TICKET.c.number,
            _TICKET.c.matter_id,
            _TICKET.c.counter_id,
            _DAY.c.date,
        )
        .join(_DAY, (_DAY.c.hall_id == _TICKET.c.hall_id) & (_DAY.c.day_id == _TICKET.c.day_id))
        .where(_TICKET.c.hall_id == hall_id, _TICKET.c.state == "finished")
    )


def _first(work: Work, asked: Select[tuple[str, str, str, str, str]]) -> Service | None:
    row = work.connection.execute(asked).first()
    if row is None:
        return None
    return Service(row.ticket_id, row.number, row.matter_id, row.counter_id, row.date)


def _view(row: RowMapping) -> FeelingView:
    told = {name: row[name] for name in FeelingView.__struct_fields__}
    view = {**told, "reasons": _words(row["reasons"]), "channel": _CHANNELS[row["channel"]]}
    return msgspec.convert(view, type=FeelingView)


def _words(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()
