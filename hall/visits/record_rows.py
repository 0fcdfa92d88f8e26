"""Notices, register entries and true intentions in their tables."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal, NamedTuple

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, text, update

from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.visits.entries import CallOutcome, EntryKind, EntryOutcome, EntryState
from hall.visits.rows import OPEN_ENTRY, EntryRow, IntentionRow, NoticeRow
from hall.visits.views import EntryView, NoticeView

_ENTRY = table_of(EntryRow)
_NOTICE = table_of(NoticeRow)
_INTENTION = table_of(IntentionRow)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """An entry of a register; `due_on` is an ISO date."""

    entry_id: str
    case_id: str
    matter_id: str
    item_id: str
    kind: EntryKind
    due_on: str
    opened_at: str
    state: EntryState = "open"
    outcome: EntryOutcome = ""
    settled_at: str | None = None
    calls: int = 0
    called_at: str | None = None
    call_outcome: CallOutcome | Literal[""] = ""


class EarlierNotice(NamedTuple):
    """What an earlier notice listed, and what was settled another way when it was written."""

    items: tuple[str, ...]
    settled: tuple[str, ...]


_ENTRY_FIELDS = tuple(field.name for field in fields(Entry))
_OPEN_ENTRIES = select(_ENTRY).where(text(OPEN_ENTRY)).order_by(_ENTRY.c.due_on, _ENTRY.c.entry_id)

_SAID = tuple(
    select(_INTENTION.c.own_will, _INTENTION.c.asked_at).where(
        _INTENTION.c.hall_id == bindparam("hall"), of
    )
    for of in (
        _INTENTION.c.visit_id == bindparam("visit"),
        _INTENTION.c.case_id == bindparam("case"),
    )
)


def insert_entry(work: Work, entry: Entry) -> None:
    """Store a new entry."""
    columns = {name: getattr(entry, name) for name in _ENTRY_FIELDS}
    work.connection.execute(insert(_ENTRY), {"hall_id": work.hall_id, **columns})


def load_entry(work: Work, entry_id: str) -> Entry | None:
    """Load one entry."""
    query = select(_ENTRY).where(_ENTRY.c.hall_id == work.hall_id, _ENTRY.c.entry_id == entry_id)
    row = work.connection.execute(query).mappings().first()
    return None if row is None else _entry(row)


def save_entry(work: Work, entry: Entry) -> Entry:
    """Store an entry as it is now."""
    columns = {name: getattr(entry, name) for name in _ENTRY_FIELDS if name != "entry_id"}
    work.connection.execute(
        update(_ENTRY)
        .where(_ENTRY.c.hall_id == work.hall_id, _ENTRY.c.entry_id == entry.entry_id)
        .values(columns)
    )
    return entry


def open_entries_of(work: Work, case_id: str) -> list[Entry]:
    """Load the entries that keep a case open."""
    query = select(_ENTRY).where(_ENTRY.c.hall_id == work.hall_id, _ENTRY.c.case_id == case_id)
    entries = [_entry(row) for row in work.connection.execute(query).mappings()]
    still = (entry for entry in entries if entry.state != "settled")
    return sorted(still, key=lambda entry: (entry.due_on, entry.entry_id))


def open_entries(connection: Connection, hall_id: str) -> list[Entry]:
    """Load every entry that is not settled, the next one due first."""
    query = _OPEN_ENTRIES.where(_ENTRY.c.hall_id == hall_id)
    return [_entry(row) for row in connection.execute(query).mappings()]


def entry_view(entry: Entry) -> EntryView:
    """Return an entry as staff boards see it."""
    return EntryView(
        id=entry.entry_id,
        kind=entry.kind,
        case_id=entry.case_id,
        matter_id=entry.matter_id,
        item_id=entry.item_id,
        due_on=entry.due_on,
        state=entry.state,
        outcome=entry.outcome,
        calls=entry.calls,
        called_at=entry.called_at,
        call_outcome=entry.call_outcome,
    )


def next_notice_ordinal(work: Work, year: int) -> int:
    """Return the next number of a year; the hall's place is locked, so none comes twice."""
    work.seq()
    query = select(func.max(_NOTICE.c.ordinal)).where(
        _NOTICE.c.hall_id == work.hall_id, _NOTICE.c.year == year
    )
    last: int | None = work.connection.scalar(query)
    return (last or 0) + 1


def insert_notice(
    work: Work,
    notice: NoticeView,
    *,
    case_id: str,
    visit_id: str,
    year: int,
    ordinal: int,
    settled: tuple[str, ...],
) -> None:
    """Store a notice, with what was settled another way when it was written."""
    work.connection.execute(
        insert(_NOTICE).values(
            hall_id=work.hall_id,
            notice_id=notice.id,
            case_id=case_id,
            visit_id=visit_id,
            year=year,
            ordinal=ordinal,
            items=",".join(notice.item_ids),
            settled=",".join(settled),
            could_have_been_said=",".join(notice.could_have_been_said),
            issued_at=notice.issued_at,
        )
    )


def earlier_notices(work: Work, case_id: str) -> list[EarlierNotice]:
    """Load what was told before in a case."""
    query = select(_NOTICE.c["items"], _NOTICE.c.settled).where(
        _NOTICE.c.hall_id == work.hall_id, _NOTICE.c.case_id == case_id
    )
    return [
        EarlierNotice(tuple(told.split(",")), tuple(settled.split(",")))
        for told, settled in work.connection.execute(query)
    ]


def notice_in_visit(work: Work, visit_id: str) -> bool:
    """Tell whether a notice was written during a visit."""
    query = select(_NOTICE.c.notice_id).where(
        _NOTICE.c.hall_id == work.hall_id, _NOTICE.c.visit_id == visit_id
    )
    return work.connection.scalar(query.limit(1)) is not None


def save_intention(
    work: Work, visit_id: str, case_id: str | None, answers: tuple[str, ...], *, own_will: bool
) -> None:
    """Store what an elder said alone; asked once more, the last time counts."""
    values = {
        "case_id": case_id,
        "answers": ",".join(answers),
        "own_will": own_will,
        "asked_at": work.now.iso,
        "asked_by": work.actor,
    }
    this = (_INTENTION.c.hall_id == work.hall_id, _INTENTION.c.visit_id == visit_id)
    if not work.connection.execute(update(_INTENTION).where(*this).values(**values)).rowcount:
        work.connection.execute(
            insert(_INTENTION).values(hall_id=work.hall_id, visit_id=visit_id, **values)
        )


def intention_of(work: Work, visit_id: str, case_id: str | None) -> bool | None:
    """Return whether it is the elder's own will, None when nobody has asked.

    What was said on an earlier visit of the same case counts as well; the last time counts most.
    """
    asked = {"hall": work.hall_id, "visit": visit_id, "case": case_id}
    # Two questions: of one with OR, SQLite would read every row of the hall.
    said = [row for query in _SAID for row in work.connection.execute(query, asked)]
    last = max(said, key=lambda row: str(row.asked_at), default=None)
    return None if last is None else bool(last.own_will)


def _entry(row: RowMapping) -> Entry:
    return Entry(**{name: row[name] for name in _ENTRY_FIELDS})
