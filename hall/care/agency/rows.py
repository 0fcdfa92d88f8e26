"""Tables of mandates. The key of the principal's card is in one that is emptied at the end."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Index, RowMapping, delete, func, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.care.agency.model import number_of
from hall.care.agency.views import MandateMoment, MandateView, OriginalView
from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.tickets.visitors import VisitorRow

OPEN_MANDATE = "state <> 'closed'"
"""The condition of the partial index, spelled once so that it always fits the query."""


class MandateRow(SQLModel, table=True):
    """A mandate; `matter_ids` are joined with commas. It names nobody."""

    __tablename__ = "mandate"
    __table_args__ = (
        Index("mandate_once", "hall_id", "year", "ordinal", unique=True),
        Index(
            "mandate_open",
            "hall_id",
            "opened_at",
            sqlite_where=text(OPEN_MANDATE),
            postgresql_where=text(OPEN_MANDATE),
        ),
    )

    hall_id: str = Field(primary_key=True)
    mandate_id: str = Field(primary_key=True)
    year: int
    ordinal: int
    kind: str
    state: str
    matter_ids: str
    agent_number: str
    asked_alone: bool
    signer: str
    term_on: str
    opened_at: str
    case_id: str | None
    signed_by: str
    signed_how: str
    report_state: str
    report_for: str
    report_due_on: str | None
    next_try_on: str | None
    tries: int
    report_no: int
    reported_at: str | None


class OriginalRow(SQLModel, table=True):
    """A thing that was handed over."""

    __tablename__ = "mandate_original"

    hall_id: str = Field(primary_key=True)
    mandate_id: str = Field(primary_key=True)
    place: int = Field(primary_key=True)
    matter_id: str
    plain: str
    count: int
    form: str
    state: str
    taken_at: str
    given_back_at: str | None
    lost_at: str | None
    explain_by: str | None
    late: bool
    outcome: str


class MandateMomentRow(SQLModel, table=True):
    """One line of the timeline of a mandate."""

    __tablename__ = "mandate_moment"

    hall_id: str = Field(primary_key=True)
    mandate_id: str = Field(primary_key=True)
    line_no: int = Field(primary_key=True)
    at: str
    what: str
    by: str


class PrincipalRow(SQLModel, table=True):
    """Whose card finds a mandate, by keyed index; the row goes when the mandate is closed."""

    __tablename__ = "mandate_principal"
    __table_args__ = (Index("mandate_by_person", "hall_id", "person_key", "mandate_id"),)

    hall_id: str = Field(primary_key=True)
    mandate_id: str = Field(primary_key=True)
    person_key: str


_MANDATE = table_of(MandateRow)
_ORIGINAL = table_of(OriginalRow)
_MOMENT = table_of(MandateMomentRow)
_PRINCIPAL = table_of(PrincipalRow)
_VISITOR = table_of(VisitorRow)

_PLAIN = (
    "kind", "state", "agent_number", "asked_alone", "signer", "term_on", "opened_at", "case_id",
    "signed_by", "signed_how", "report_state", "report_for", "report_due_on", "next_try_on",
    "tries", "report_no", "reported_at",
)  # fmt: skip
"""Columns that are fields of the view as they stand."""
_THING = (
    "matter_id", "plain", "count", "form", "state", "taken_at", "given_back_at", "lost_at",
    "explain_by", "late", "outcome",
)  # fmt: skip


def next_ordinal(work: Work, year: int) -> int:
    """Return the next number of a year; the hall's place is locked, so none comes twice."""
    work.seq()
    query = select(func.max(_MANDATE.c.ordinal)).where(
        _MANDATE.c.hall_id == work.hall_id, _MANDATE.c.year == year
    )
    last: int | None = work.connection.scalar(query)
    return (last or 0) + 1


def insert_mandate(work: Work, seen: MandateView, *, year: int, ordinal: int) -> None:
    """Store a new mandate with what was handed over."""
    work.connection.execute(
        insert(_MANDATE),
        {
            "hall_id": work.hall_id,
            "mandate_id": seen.id,
            "year": year,
            "ordinal": ordinal,
            "matter_ids": ",".join(seen.matter_ids),
            **{name: getattr(seen, name) for name in _PLAIN},
        },
    )
    insert_originals(work, seen, seen.originals)


def save_mandate(work: Work, seen: MandateView) -> None:
    """Store a mandate as it is now; things and timeline are stored one by one."""
    work.connection.execute(
        update(_MANDATE)
        .where(_MANDATE.c.hall_id == work.hall_id, _MANDATE.c.mandate_id == seen.id)
        .values({name: getattr(seen, name) for name in _PLAIN})
    )


def insert_originals(work: Work, seen: MandateView, taken: Sequence[OriginalView]) -> None:
    """Store things that were handed over."""
    for one in taken:
        columns = {name: getattr(one, name) for name in _THING}
        work.connection.execute(
            insert(_ORIGINAL),
            {"hall_id": work.hall_id, "mandate_id": seen.id, "place": int(one.id), **columns},
        )


def save_original(work: Work, mandate_id: str, one: OriginalView) -> None:
    """Store how a thing is now."""
    work.connection.execute(
        update(_ORIGINAL)
        .where(
            _ORIGINAL.c.hall_id == work.hall_id,
            _ORIGINAL.c.mandate_id == mandate_id,
            _ORIGINAL.c.place == int(one.id),
        )
        .values({name: getattr(one, name) for name in _THING})
    )


def insert_moment(work: Work, seen: MandateView, moment: MandateMoment) -> None:
    """Store the next line of a timeline; `seen` has the lines before it."""
    work.connection.execute(
        insert(_MOMENT).values(
            hall_id=work.hall_id,
            mandate_id=seen.id,
            line_no=len(seen.timeline),
            at=moment.at,
            what=moment.what,
            by=moment.by,
        )
    )


def know_principal(work: Work, mandate_id: str, visitor_id: str) -> None:
    """Let the card that was read for a visitor find a mandate; nothing where there was none."""
    key: str | None = work.connection.scalar(
        select(_VISITOR.c.person_key).where(
            _VISITOR.c.hall_id == work.hall_id, _VISITOR.c.visitor_id == visitor_id
        )
    )
    if key is not None:
        values = {"hall_id": work.hall_id, "mandate_id": mandate_id, "person_key": key}
        work.connection.execute(insert(_PRINCIPAL), values)


def forget_principal(work: Work, mandate_id: str) -> None:
    """Forget whose card finds a mandate."""
    work.connection.execute(
        delete(_PRINCIPAL).where(
            _PRINCIPAL.c.hall_id == work.hall_id, _PRINCIPAL.c.mandate_id == mandate_id
        )
    )


def mandates_of(work: Work, person_key: str) -> tuple[str, ...]:
    """Return the open mandates of a person, the oldest first."""
    query = (
        select(_MANDATE.c.mandate_id)
        .join(
            _PRINCIPAL,
            (_PRINCIPAL.c.hall_id == _MANDATE.c.hall_id)
            & (_PRINCIPAL.c.mandate_id == _MANDATE.c.mandate_id),
        )
        .where(_PRINCIPAL.c.hall_id == work.hall_id, _PRINCIPAL.c.person_key == person_key)
        .order_by(_MANDATE.c.opened_at, _MANDATE.c.mandate_id)
    )
    return tuple(work.connection.scalars(query))


def load_mandate(work: Work, mandate_id: str) -> MandateView | None:
    """Load one mandate."""
    rows = work.connection.execute(
        select(_MANDATE).where(
            _MANDATE.c.hall_id == work.hall_id, _MANDATE.c.mandate_id == mandate_id
        )
    ).mappings()
    found = _load(work.connection, work.hall_id, list(rows))
    return found[0] if found else None


def open_mandates(connection: Connection, hall_id: str) -> list[MandateView]:
    """Load every mandate that is not closed, the oldest first."""
    rows = connection.execute(
        select(_MANDATE)
        .where(_MANDATE.c.hall_id == hall_id, text(OPEN_MANDATE))
        .order_by(_MANDATE.c.opened_at, _MANDATE.c.mandate_id)
    ).mappings()
    return _load(connection, hall_id, list(rows))


def _load(connection: Connection, hall_id: str, rows: list[RowMapping]) -> list[MandateView]:
    things: dict[str, list[OriginalView]] = {row["mandate_id"]: [] for row in rows}
    lines: dict[str, list[MandateMoment]] = {key: [] for key in things}
    if not rows:
        return []
    for thing in connection.execute(
        select(_ORIGINAL)
        .where(_ORIGINAL.c.hall_id == hall_id, _ORIGINAL.c.mandate_id.in_(things))
        .order_by(_ORIGINAL.c.mandate_id, _ORIGINAL.c.place)
    ).mappings():
        seen = OriginalView(id=str(thing["place"]), **{name: thing[name] for name in _THING})
        things[thing["mandate_id"]].append(seen)
    for line in connection.execute(
        select(_MOMENT)
        .where(_MOMENT.c.hall_id == hall_id, _MOMENT.c.mandate_id.in_(lines))
        .order_by(_MOMENT.c.mandate_id, _MOMENT.c.line_no)
    ).mappings():
        moment = MandateMoment(at=line["at"], what=line["what"], by=line["by"])
        lines[line["mandate_id"]].append(moment)
    return [
        MandateView(
            id=row["mandate_id"],
            number=number_of(row["year"], row["ordinal"]),
            matter_ids=tuple(row["matter_ids"].split(",")),
            originals=tuple(things[row["mandate_id"]]),
            timeline=tuple(lines[row["mandate_id"]]),
            **{name: row[name] for name in _PLAIN},
        )
        for row in rows
    ]
