"""The purgeable table: what concerns a person, keyed by a random visitor_id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import BindParameter, Connection, Index, bindparam, delete, insert, select, update
from sqlmodel import Field, SQLModel

from hall.kernel.messages import Person
from hall.kernel.rows import table_of
from hall.kernel.work import Work


class VisitorRow(SQLModel, table=True):
    """What concerns who stands here; the only table that does, and it is emptied.

    One row per card and day, also when its holder takes numbers for others. `age_band` is the
    holder's, empty when unknown.
    """

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
    """What is left of a visitor behind the door.

    `own_age_band` is that of who stands here, empty when unknown; `age_band` that of whoever the
    number is for. `band_source` is card, stated or unknown.
    """

    person_key: str | None
    surname: str
    sex: int
    own_age_band: str
    age_band: str
    band_source: str
    card_expired: bool
    behalf_of: str | None
    claims: tuple[str, ...]
    needs: tuple[str, ...]


_VISITOR = table_of(VisitorRow)
_HALL: BindParameter[str] = bindparam("hall")
_FIND = select(_VISITOR.c.visitor_id).where(
    _VISITOR.c.hall_id == _HALL,
    _VISITOR.c.day_id == bindparam("day"),
    _VISITOR.c.person_key == bindparam("person"),
)
_THIS = (_VISITOR.c.hall_id == _HALL, _VISITOR.c.visitor_id == bindparam("visitor"))
_LOAD = select(_VISITOR).where(*_THIS)
_SAVE = update(_VISITOR).where(*_THIS)
_STORE = insert(_VISITOR)
_NOT_SAID: frozenset[object] = frozenset({"", None, 0})


def find_visitor(work: Work, day_id: str, person_key: str) -> str | None:
    """Find who came with this keyed index today."""
    found: str | None = work.connection.scalar(
        _FIND, {"hall": work.hall_id, "day": day_id, "person": person_key}
    )
    return found


def insert_visitor(work: Work, visitor_id: str, day_id: str, visitor: ReducedVisitor) -> None:
    """Keep what staff need of a visitor until the day is purged."""
    told = {**_who(visitor), "needs": ",".join(visitor.needs), "claims": ",".join(visitor.claims)}
    work.connection.execute(
        _STORE,
        {"hall_id": work.hall_id, "visitor_id": visitor_id, "day_id": day_id, **told},
    )


def add_to_visitor(work: Work, visitor_id: str, visitor: ReducedVisitor) -> None:
    """Keep what a person who is known already says the next time: nothing said is forgotten."""
    known = work.connection.execute(_LOAD, {"hall": work.hall_id, "visitor": visitor_id}).one()
    joined = {
        "needs": ",".join(dict.fromkeys((*_words(known.needs), *visitor.needs))),
        "claims": ",".join(dict.fromkeys((*_words(known.claims), *visitor.claims))),
    }
    _save(work, visitor_id, {**_said(visitor), **joined})


def keep_visitor(work: Work, day_id: str, visitor: ReducedVisitor, known: str | None) -> str:
    """Keep what staff need of a visitor, known today or new; returns the visitor's id."""
    if known is not None:
        add_to_visitor(work, known, visitor)
        return known
    visitor_id = work.new_id()
    insert_visitor(work, visitor_id, day_id, visitor)
    return visitor_id


def add_needs_of(work: Work, visitor_id: str, needs: Iterable[str]) -> None:
    """Keep what else a person needs."""
    known = work.connection.execute(_LOAD, {"hall": work.hall_id, "visitor": visitor_id}).first()
    if known is not None:  # who came on a purged day is known no more
        joined = ",".join(dict.fromkeys((*_words(known.needs), *needs)))
        _save(work, visitor_id, {"needs": joined})


def correct_visitor(work: Work, visitor_id: str, visitor: ReducedVisitor) -> None:
    """Correct needs and claims as they are said now, and of who it is what is said at all."""
    told = {"needs": ",".join(visitor.needs), "claims": ",".join(visitor.claims)}
    _save(work, visitor_id, {**_said(visitor), **told})


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


def _save(work: Work, visitor_id: str, told: dict[str, object]) -> None:
    work.connection.execute(_SAVE, {**told, "hall": work.hall_id, "visitor": visitor_id})


def _said(visitor: ReducedVisitor) -> dict[str, object]:
    return {key: value for key, value in _who(visitor).items() if value not in _NOT_SAID}


def _who(visitor: ReducedVisitor) -> dict[str, object]:
    return {
        "person_key": visitor.person_key,
        "surname": visitor.surname,
        "sex": visitor.sex,
        "age_band": visitor.own_age_band,
        "card_expired": visitor.card_expired,
    }


def _words(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(",")) if joined else ()
