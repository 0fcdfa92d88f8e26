"""The table of visits at home. It holds nothing that says whose home it is."""

from __future__ import annotations

from sqlalchemy import Connection, Index, RowMapping, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.care.home_visits.messages import HomeVisitView
from hall.care.home_visits.model import GROUNDS, TAKES_PLACE, Slot
from hall.kernel.rows import table_of
from hall.kernel.work import Work

OPEN = "state NOT IN ('done', 'cancelled')"
"""The condition of visits with something left to do, for the partial index and the query alike."""


class HomeVisitRow(SQLModel, table=True):
    """A visit at home; `grounds` and `staff` are words between commas."""

    __tablename__ = "home_visit"
    __table_args__ = (
        Index(
            "home_visit_open",
            "hall_id",
            "day",
            sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
    )

    hall_id: str = Field(primary_key=True)
    home_visit_id: str = Field(primary_key=True)
    matter_id: str
    day: str
    half: str
    state: str
    channel: str
    grounds: str
    booked_at: str
    staff: str
    reminded: bool
    result: str | None


_VISIT = table_of(HomeVisitRow)


def insert_visit(work: Work, visit: HomeVisitView) -> None:
    """Store a new visit."""
    work.connection.execute(
        insert(_VISIT),
        {"hall_id": work.hall_id, "home_visit_id": visit.id, **_columns(visit)},
    )


def save_visit(work: Work, visit: HomeVisitView) -> None:
    """Store a visit as it is now."""
    work.connection.execute(
        update(_VISIT)
        .where(_VISIT.c.hall_id == work.hall_id, _VISIT.c.home_visit_id == visit.id)
        .values(_columns(visit))
    )


def load_visit(work: Work, home_visit_id: str) -> HomeVisitView | None:
    """Load one visit."""
    row = (
        work.connection.execute(
            select(_VISIT).where(
                _VISIT.c.hall_id == work.hall_id, _VISIT.c.home_visit_id == home_visit_id
            )
        )
        .mappings()
        .first()
    )
    return None if row is None else _view(row)


def open_visits(connection: Connection, hall_id: str) -> list[HomeVisitView]:
    """Load every visit with something left to do, the next one first."""
    rows = connection.execute(
        select(_VISIT)
        .where(_VISIT.c.hall_id == hall_id, text(OPEN))
        .order_by(_VISIT.c.day, _VISIT.c.booked_at)
    ).mappings()
    return [_view(row) for row in rows]


def taken_slots(work: Work) -> list[Slot]:
    """Return the half day of each visit that takes a place."""
    return [
        Slot(visit.day, visit.half)
        for visit in open_visits(work.connection, work.hall_id)
        if visit.state in TAKES_PLACE
    ]


def _columns(visit: HomeVisitView) -> dict[str, object]:
    return {
        "matter_id": visit.matter_id,
        "day": visit.day,
        "half": visit.half,
        "state": visit.state,
        "channel": visit.channel,
        "grounds": ",".join(visit.grounds),
        "booked_at": visit.booked_at,
        "staff": ",".join(visit.staff),
        "reminded": visit.reminded,
        "result": visit.result,
    }


def _view(row: RowMapping) -> HomeVisitView:
    return HomeVisitView(
        id=row["home_visit_id"],
        matter_id=row["matter_id"],
        day=row["day"],
        half=row["half"],
        state=row["state"],
        channel=row["channel"],
        grounds=tuple(one for one in GROUNDS if one in _words(row["grounds"])),
        booked_at=row["booked_at"],
        staff=_words(row["staff"]),
        reminded=row["reminded"],
        result=row["result"],
    )


def _words(text_: str) -> tuple[str, ...]:
    return tuple(one for one in text_.split(",") if one)
