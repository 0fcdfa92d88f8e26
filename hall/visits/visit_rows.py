"""Visits in their table, and their mapping to the model and to boards."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, insert, select, text, update

from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.visits.model import Visit
from hall.visits.rows import OPEN_VISIT, VisitRow
from hall.visits.views import VisitView

_VISIT = table_of(VisitRow)
_FIELDS = tuple(field.name for field in fields(Visit))

# Statements are built once: building one costs more than asking it.
_HALL = _VISIT.c.hall_id == bindparam("hall")
_STORE = insert(_VISIT)
_LOAD = select(_VISIT).where(_HALL, _VISIT.c.visit_id == bindparam("visit"))
_SAVE = update(_VISIT).where(_HALL, _VISIT.c.visit_id == bindparam("visit"))
_OPEN = select(_VISIT).where(_HALL, text(OPEN_VISIT)).order_by(_VISIT.c.began_seq)
# These ask neither for the open ones nor for an order: SQLite would read all that are open.
_OF_TICKET = select(_VISIT).where(_HALL, _VISIT.c.ticket_id == bindparam("ticket"))
_OF_VISITOR = select(_VISIT).where(_HALL, _VISIT.c.visitor_id == bindparam("visitor"))
_OF_CASE = select(_VISIT).where(_HALL, _VISIT.c.case_id == bindparam("case"))


def insert_visit(work: Work, visit: Visit) -> None:
    """Store a new visit."""
    work.connection.execute(_STORE, {"hall_id": work.hall_id, **_columns(visit)})


def load_visit(work: Work, visit_id: str) -> Visit | None:
    """Load one visit, open or ended."""
    return _one(work, _LOAD, visit=visit_id)


def save_visit(work: Work, before: Visit, visit: Visit) -> Visit:
    """Store what is not as it was before; an index is touched only where its column changed."""
    was, told = _columns(before), _columns(visit)
    changed = {name: value for name, value in told.items() if value != was[name]}
    if changed:
        work.connection.execute(_SAVE, {**changed, "hall": work.hall_id, "visit": visit.visit_id})
    return visit


def visit_of_ticket(work: Work, ticket_id: str) -> Visit | None:
    """Load the open visit that holds a number."""
    return next(
        iter(_open(_all(work.connection, work.hall_id, _OF_TICKET, ticket=ticket_id))), None
    )


def visits_of_visitor(work: Work, visitor_id: str) -> list[Visit]:
    """Load the open visits of somebody who is here."""
    return _open(_all(work.connection, work.hall_id, _OF_VISITOR, visitor=visitor_id))


def visits_of_case(work: Work, case_id: str) -> list[Visit]:
    """Load the open visits before which a case lies."""
    return _open(_all(work.connection, work.hall_id, _OF_CASE, case=case_id))


def open_visits(connection: Connection, hall_id: str) -> list[Visit]:
    """Load every visit that has not ended, in order of arrival."""
    return _all(connection, hall_id, _OPEN)


def view(visit: Visit) -> VisitView:
    """Return a visit as staff boards see it."""
    return VisitView(
        id=visit.visit_id,
        state=visit.state,
        began_at=visit.began_at,
        station_id=visit.station_id,
        ticket_id=visit.ticket_id,
        number=visit.number,
        matter_id=visit.matter_id,
        visitor_id=visit.visitor_id,
        case_id=visit.case_id,
        earlier_cases=visit.earlier,
        owner_kind=visit.owner_kind,
        owner_id=visit.owner_id,
        unowned_since=visit.unowned_since,
        alarmed=visit.alarmed,
        counter_id=visit.counter_id,
        outcome=visit.outcome,
        referred_to=visit.referred_to,
        own_will=visit.own_will,
    )


def _one(work: Work, query: Select[Any], **asked: str) -> Visit | None:
    found = work.connection.execute(query, {"hall": work.hall_id, **asked}).mappings().first()
    return None if found is None else _visit(found)


def _all(connection: Connection, hall_id: str, query: Select[Any], **asked: str) -> list[Visit]:
    rows = connection.execute(query, {"hall": hall_id, **asked}).mappings()
    return [_visit(row) for row in rows]


def _open(visits: list[Visit]) -> list[Visit]:
    still = (visit for visit in visits if visit.state != "left")
    return sorted(still, key=lambda visit: visit.began_seq)


def _columns(visit: Visit) -> dict[str, Any]:
    return {
        **{name: getattr(visit, name) for name in _FIELDS},
        "earlier": ",".join(visit.earlier),
    }


def _visit(row: RowMapping) -> Visit:
    earlier = tuple(row["earlier"].split(",")) if row["earlier"] else ()
    return Visit(**{**{name: row[name] for name in _FIELDS}, "earlier": earlier})
