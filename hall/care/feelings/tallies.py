"""Counts of services and answers, as the figures ask for them."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from hall.care.feelings.figures import Tally
from hall.care.feelings.rows import FeelingRow
from hall.kernel.rows import table_of
from hall.tickets.rows import DayRow, TicketRow

_FEELING = table_of(FeelingRow)
_TICKET = table_of(TicketRow)
_DAY = table_of(DayRow)


def tallies(connection: Connection, hall_id: str, not_asked: Collection[str]) -> list[Tally]:
    """Count finished services and answers; `not_asked` are matters after which nobody is asked."""
    return [
        *_services(connection, hall_id, tuple(not_asked)),
        *_answers(connection, hall_id),
    ]


def _services(connection: Connection, hall_id: str, not_asked: tuple[str, ...]) -> list[Tally]:
    groups = (_DAY.c.date, _TICKET.c.matter_id, _TICKET.c.counter_id)
    asked = (
        select(*groups, func.count())
        .select_from(_TICKET)
        .join(_DAY, (_DAY.c.hall_id == _TICKET.c.hall_id) & (_DAY.c.day_id == _TICKET.c.day_id))
        .where(
            _TICKET.c.hall_id == hall_id,
            _TICKET.c.state == "finished",
            _TICKET.c.matter_id.not_in(not_asked),
        )
        .group_by(*groups)
    )
    return [
        Tally(date, matter, counter, None, count)
        for date, matter, counter, count in (connection.execute(asked))
    ]


def _answers(connection: Connection, hall_id: str) -> list[Tally]:
    groups = (
        _FEELING.c.service_date,
        _FEELING.c.matter_id,
        _FEELING.c.counter_id,
        _FEELING.c.score,
    )
    asked = select(*groups, func.count()).where(_FEELING.c.hall_id == hall_id).group_by(*groups)
    return [Tally(*row) for row in connection.execute(asked)]
