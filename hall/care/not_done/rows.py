"""The table of what could not be done. It names nobody."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, Index, RowMapping, func, insert, or_, select, text, update
from sqlmodel import Field, SQLModel

from hall.care.not_done.messages import NotDoneView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

OPEN = "state <> 'archived'"
"""The condition of entries that are under way, for the partial index and the query alike."""


class NotDoneRow(SQLModel, table=True):
    """An entry of the register."""

    __tablename__ = "not_done"
    __table_args__ = (
        Index("not_done_number", "hall_id", "year", "ordinal", unique=True),
        Index("not_done_source", "hall_id", "source_id"),
        Index("not_done_note", "hall_id", "note_blob_id"),
        Index("not_done_of_month", "hall_id", "opened_on"),
        Index("not_done_alike", "hall_id", "reason", "matter_id", "group_id"),
        Index(
            "not_done_open", "hall_id", "due_on", sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
    )  # fmt: skip

    hall_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    year: int
    ordinal: int
    number: str
    channel: str
    source_id: str
    opened_at: str
    opened_on: str
    state: str
    matter_id: str
    group_id: str
    counter_id: str
    ticket_id: str
    came_times: int
    reason: str
    repeat_no: int
    owner: str
    due_on: str
    reminded: bool
    overdue: bool
    referred_to: str
    result: str
    settled_on: str
    reply: str
    replied_on: str
    satisfaction: str
    note_blob_id: str
    archived_on: str


_TABLE = table_of(NotDoneRow)
_FIELDS = NotDoneView.__struct_fields__


def next_ordinal(work: Work, year: int) -> int:
    """Return the next number of a year; the hall's place is locked, so none comes twice."""
    work.seq()
    query = select(func.max(_TABLE.c.ordinal)).where(
        _TABLE.c.hall_id == work.hall_id, _TABLE.c.year == year
    )
    last: int | None = work.connection.scalar(query)
    return (last or 0) + 1


def insert_entry(work: Work, entry: NotDoneView, *, year: int, ordinal: int) -> None:
    """Store a new entry."""
    columns = msgspec.structs.asdict(entry)
    place = {"hall_id": work.hall_id, "year": year, "ordinal": ordinal, "archived_on": ""}
    work.connection.execute(insert(_TABLE), {**place, **columns})


def save_entry(work: Work, entry: NotDoneView, *, archived_on: str = "") -> NotDoneView:
    """Store an entry as it is now."""
    columns = msgspec.structs.asdict(entry) | {"archived_on": archived_on}
    work.connection.execute(
        update(_TABLE)
        .where(_TABLE.c.hall_id == work.hall_id, _TABLE.c.id == entry.id)
        .values({name: value for name, value in columns.items() if name != "id"})
    )
    return entry


def load_open(work: Work, entry_id: str) -> NotDoneView | None:
    """Load one entry that is under way."""
    query = select(_TABLE).where(
        _TABLE.c.hall_id == work.hall_id, _TABLE.c.id == entry_id, text(OPEN)
    )
    row = work.connection.execute(query).mappings().first()
    return None if row is None else _view(row)


def load_source(work: Work, source_id: str) -> NotDoneView | None:
    """Load the entry something led to, None where there is none."""
    query = select(_TABLE).where(_TABLE.c.hall_id == work.hall_id, _TABLE.c.source_id == source_id)
    row = work.connection.execute(query.limit(1)).mappings().first()
    return None if row is None else _view(row)


def load_noted(work: Work, blob_id: str) -> NotDoneView | None:
    """Load the entry under way that has a note already, None where there is none."""
    if not blob_id:
        return None
    query = select(_TABLE).where(
        _TABLE.c.hall_id == work.hall_id, _TABLE.c.note_blob_id == blob_id, text(OPEN)
    )
    row = work.connection.execute(query.limit(1)).mappings().first()
    return None if row is None else _view(row)


def count_alike(work: Work, entry: NotDoneView) -> int:
    """Return how many other entries have its matter, or group where no matter is known, and reason.

    An entry of which neither is known is like no other.
    """
    if not entry.matter_id and not entry.group_id:
        return 0
    query = select(func.count()).where(
        _TABLE.c.hall_id == work.hall_id,
        _TABLE.c.reason == entry.reason,
        _TABLE.c.matter_id == entry.matter_id,
        _TABLE.c.group_id == entry.group_id,
        _TABLE.c.referred_to == "",
        _TABLE.c.opened_at <= entry.opened_at,
        _TABLE.c.id != entry.id,
    )
    return int(work.connection.scalar(query) or 0)


def open_entries(connection: Connection, hall_id: str) -> list[NotDoneView]:
    """Load every entry that is under way, the next one due first."""
    query = (
        select(_TABLE)
        .where(_TABLE.c.hall_id == hall_id, text(OPEN))
        .order_by(_TABLE.c.due_on, _TABLE.c.number)
    )
    return [_view(row) for row in connection.execute(query).mappings()]


def entries_of_month(connection: Connection, hall_id: str, month: str) -> list[NotDoneView]:
    """Load what was opened in a month (YYYY-MM), and what was older and open in it, by number."""
    first, last = f"{month}-01", f"{month}-31"
    query = (
        select(_TABLE)
        .where(
            _TABLE.c.hall_id == hall_id,
            _TABLE.c.opened_on <= last,
            or_(
                _TABLE.c.opened_on >= first,
                text(OPEN),
                _TABLE.c.archived_on >= first,
            ),
        )
        .order_by(_TABLE.c.year, _TABLE.c.ordinal)
    )
    return [_view(row) for row in connection.execute(query).mappings()]


def _view(row: RowMapping) -> NotDoneView:
    return msgspec.convert({name: row[name] for name in _FIELDS}, NotDoneView, strict=False)
