"""The two registers: papers that follow later and promises, with their last days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.messages import NothingDue
from hall.visits import case_rows, record_rows
from hall.visits.at_hand import calendar, today
from hall.visits.cases import COMPLETE, Case, Item, without_papers
from hall.visits.entries import (
    Action,
    EntryKind,
    EntryOutcome,
    lapse_of,
    next_state,
    reminder_day,
    reminder_of,
)
from hall.visits.inner import LapseEntry, RemindOfEntry
from hall.visits.ladder import Rung
from hall.visits.messages import (
    EntryCalled,
    EntryOpened,
    EntryOverdue,
    EntryReminded,
    EntrySettled,
    ItemMarked,
    RecordCall,
    RecordPromiseCheck,
    ResolveDeferral,
)
from hall.visits.record_rows import Entry, entry_view
from hall.visits.refusals import NoSuchEntry

KIND_OF: dict[str, EntryKind] = {"deferral": "deferral", "promise": "promise"}
GOOD: frozenset[EntryOutcome] = frozenset({"brought", "waived", "true"})
"""Outcomes after which the paper counts as being there."""


def open_entry(work: Work, case: Case, item: Item) -> None:
    """Put what was decided for a paper into its register; most decisions have none."""
    kind = KIND_OF.get(item.decision)
    if kind is None or item.due_on is None:
        return
    entry = Entry(
        entry_id=work.new_id(),
        case_id=case.case_id,
        matter_id=case.matter_id,
        item_id=item.item_id,
        kind=kind,
        due_on=item.due_on,
        opened_at=work.now.iso,
    )
    record_rows.insert_entry(work, entry)
    _plan(work, entry)
    work.record(EntryOpened(entry=entry_view(entry)))


def settle_of_item(work: Work, case: Case, item_id: str, outcome: EntryOutcome) -> None:
    """Settle what a register holds for a paper that was looked at again."""
    for entry in record_rows.open_entries_of(work, case.case_id):
        if entry.item_id == item_id:
            _settle(work, entry, outcome)


def resolve_deferral(command: ResolveDeferral, work: Work) -> Event | Refusal:
    """The paper that was to follow came, is not needed, or did not come."""
    return _resolve(work, command.entry_id, "deferral", command.outcome)


def record_promise_check(command: RecordPromiseCheck, work: Work) -> Event | Refusal:
    """A promise was looked into."""
    return _resolve(work, command.entry_id, "promise", command.outcome)


def record_call(command: RecordCall, work: Work) -> Event | Refusal:
    """Somebody rang up; the entry stays open until it is settled."""
    entry = record_rows.load_entry(work, command.entry_id)
    if entry is None or entry.state == "settled":
        return NoSuchEntry()
    called = replace(
        entry,
        calls=entry.calls + 1,
        called_at=work.now.iso,
        call_outcome=command.outcome,
    )
    record_rows.save_entry(work, called)
    return work.record(EntryCalled(entry=entry_view(called)))


def remind(command: RemindOfEntry, work: Work) -> Event | Refusal:
    """The last day comes near."""
    entry = _move(work, command.entry_id, "remind")
    return NothingDue() if entry is None else work.record(EntryReminded(entry=entry_view(entry)))


def lapse(command: LapseEntry, work: Work) -> Event | Refusal:
    """The last day is over."""
    entry = _move(work, command.entry_id, "lapse")
    return NothingDue() if entry is None else work.record(EntryOverdue(entry=entry_view(entry)))


def _resolve(work: Work, entry_id: str, kind: EntryKind, outcome: EntryOutcome) -> Event | Refusal:
    entry = record_rows.load_entry(work, entry_id)
    if entry is None or entry.kind != kind or entry.state == "settled":
        return NoSuchEntry()
    event = _settle(work, entry, outcome)
    case = case_rows.load_case(work, entry.case_id)
    item = case.item(entry.item_id) if case is not None else None
    if case is not None and item is not None:
        if outcome not in GOOD:
            case = case_rows.save_case(work, without_papers(case, COMPLETE))
        case = case_rows.save_item(work, case, _after(item, kind, outcome))
        work.record(ItemMarked(case=case_rows.view(case), item_id=item.item_id))
    return event


def _after(item: Item, rung: Rung, outcome: EntryOutcome) -> Item:
    """Return a paper after its entry: there, or missing with one way less."""
    if outcome in GOOD:
        return replace(item, mark="ok", fault="", decision="", declined=(), due_on=None)
    declined = (*item.declined, rung)
    return replace(item, mark="missing", fault="", decision="", declined=declined, due_on=None)


def _settle(work: Work, entry: Entry, outcome: EntryOutcome) -> Event:
    work.forget(reminder_of(entry.entry_id))
    work.forget(lapse_of(entry.entry_id))
    settled = replace(entry, state="settled", outcome=outcome, settled_at=work.now.iso)
    record_rows.save_entry(work, settled)
    return work.record(EntrySettled(entry=entry_view(settled)))


def _move(work: Work, entry_id: str, action: Action) -> Entry | None:
    entry = record_rows.load_entry(work, entry_id)
    state = next_state(entry.state, action) if entry is not None else None
    if entry is None or state is None:
        return None
    return record_rows.save_entry(work, replace(entry, state=state))


def _plan(work: Work, entry: Entry) -> None:
    """Plan the reminder for an opening, and the end for the midnight after the last day."""
    due_on = date.fromisoformat(entry.due_on)
    reminder = reminder_day(today(work), due_on, work.rules.entry_reminder_days, calendar(work))
    zone = ZoneInfo(work.facts.timezone)
    opening = datetime.combine(reminder, time.fromisoformat(work.facts.opens), zone)
    over = datetime.combine(due_on + timedelta(days=1), time(0), zone)
    work.later(
        opening, RemindOfEntry(command_id=reminder_of(entry.entry_id), entry_id=entry.entry_id)
    )
    work.later(over, LapseEntry(command_id=lapse_of(entry.entry_id), entry_id=entry.entry_id))
