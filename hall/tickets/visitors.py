"""The purgeable table: what concerns a person, keyed by a random visitor_id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Index, bindparam, delete, insert, select, update
from sqlmodel import Field, SQLModel

from hall.kernel.messages import Person
from hall.kernel.rows import table_of
from hall.kernel.work import Work


class VisitorRow(SQLModel, table=True):
    """What concerns a person; the only table that does, and it is emptied."""

    __tablename__ = "visitor"
    __table_args__ = (Index("visitor_by_person", "hall_id", "day_id", "person_key"),)

    hall_id: str = Field(primary_key=True)
    visitor_id: str = Field(primary_key=True)
    day_id: str
    person_key: str | None
    surname: str
    sex: int
    age_band: str
    needs: str
    claims: str
    card_expired: bool


@dataclass(frozen=True, repr=False)
class ReducedVisitor:
    """What is left of a visitor behind the door. `band_source` is card, stated or unknown."""

    person_key: str | None
    surname: str
    sex: int
    age_band: str
    band_source: str
    card_expired: bool
    behalf_of: str | None
    claims: tuple[str, ...]
    needs: tuple[str, ...]


_VISITOR = table_of(VisitorRow)
_FIND = select(_VISITOR.c.visitor_id).where(
    _VISITOR.c.hall_id == bindparam("hall"),
    _VISITOR.c.day_id == bindparam("day"),
    _VISITOR.c.person_key == bindparam("person"),
)
_STORE = insert(_VISITOR)


def find_visitor(work: Work, day_id: str, person_key: str) -> str | None:
    """Find who came with this keyed index today."""
    found: str | None = work.connection.scalar(
        _FIND, {"hall": work.hall_id, "day": day_id, "person": person_key}
    )
    return found


def insert_visitor(work: Work, visitor_id: str, day_id: str, visitor: ReducedVisitor) -> None:
    """Keep what staff need of a visitor until the day is purged."""
    work.connection.execute(
        _STORE,
        {
            "hall_id": work.hall_id,
            "visitor_id": visitor_id,
            "day_id": day_id,
            **_columns(visitor),
        },
    )


def replace_visitor(work: Work, visitor_id: str, visitor: ReducedVisitor) -> None:
    """Correct what was said of a visitor."""
    work.connection.execute(
        update(_VISITOR)
        .where(_VISITOR.c.hall_id == work.hall_id, _VISITOR.c.visitor_id == visitor_id)
        .values(**_columns(visitor))
    )


def purge_visitors(work: Work, day_id: str) -> int:
    """Forget everybody of a day; returns how many."""
    return work.connection.execute(
        delete(_VISITOR).where(_VISITOR.c.hall_id == work.hall_id, _VISITOR.c.day_id == day_id)
    ).rowcount


def people(
    connection: Connection, hall_id: str, visitor_ids: Iterable[str] | None = None
) -> dict[str, Person]:
    """Return what staff may know, keyed by visitor_id; None: of everybody not purged."""
    query = select(
        _VISITOR.c.visitor_id,
        _VISITOR.c.surname,
        _VISITOR.c.sex,
        _VISITOR.c.age_band,
        _VISITOR.c.needs,
    ).where(_VISITOR.c.hall_id == hall_id)
    if visitor_ids is not None:
        query = query.where(_VISITOR.c.visitor_id.in_(tuple(visitor_ids)))
    return {
        row.visitor_id: Person(
            surname=row.surname, sex=row.sex, age_band=row.age_band, needs=_words(row.needs)
        )
        for row in connection.execute(query)
    }


def _columns(visitor: ReducedVisitor) -> dict[str, object]:
    return {
        "person_key": None if visitor.behalf_of else visitor.person_key,
        "surname": visitor.surname,
        "sex": visitor.sex,
        "age_band": visitor.age_band,
        "needs": ",".join(visitor.needs),
        "claims": ",".join(visitor.claims),
        "card_expired": visitor.card_expired,
    }


def _words(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()
