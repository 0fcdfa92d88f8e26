"""How many are before somebody who waits: those the policy would call first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, get_args

from sqlalchemy import Select, bindparam, func, literal, select, text, tuple_, union_all

from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.tickets.model import PriorityClass, Ticket
from hall.tickets.rows import IN_ORDER, WAITING, TicketRow

_TICKET = table_of(TicketRow)


def count_ahead(work: Work, ticket: Ticket, queues: Sequence[str]) -> int | None:
    """Count who ranks before a ticket in these queues; None beyond the limit of the rules.

    Whoever is at a counter with another number is not called now and does not count.
    """
    limit = work.rules.ahead_counted_to
    count: int = work.connection.execute(
        _count_before(len(queues)),
        {
            "hall": work.hall_id,
            **{f"queue_{place}": queue for place, queue in enumerate(queues)},
            "most": limit + 1,
            **{f"own_{column.name}": getattr(ticket, column.name) for column in IN_ORDER},
        },
    ).scalar_one()
    return None if count > limit else count


@cache
def _count_before(queues: int) -> Select[Any]:
    """Return the question for so many queues: one range of the index a queue and class.

    Asked with IN instead, SQLite reads everybody who waits.
    """
    own = tuple_(*(bindparam(f"own_{column.name}", type_=column.type) for column in IN_ORDER))
    ranges = [
        select(literal(1)).where(
            _TICKET.c.hall_id == bindparam("hall"),
            _TICKET.c.queue == bindparam(f"queue_{place}"),
            _TICKET.c.priority == priority,
            text(WAITING),
            tuple_(*IN_ORDER) < own,
        )
        for place in range(queues)
        for priority in get_args(PriorityClass)
    ]
    return select(func.count()).select_from(union_all(*ranges).limit(bindparam("most")).subquery())
