"""Pure rules of the two registers: papers that follow later, and promises to be looked into."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hall.visits.workdays import WorkingDays

EntryKind = Literal["deferral", "promise"]
EntryState = Literal["open", "reminded", "overdue", "settled"]
EntryOutcome = Literal["", "brought", "waived", "not_brought", "true", "untrue", "withdrawn"]
Action = Literal["remind", "lapse", "settle"]
CallOutcome = Literal["reached", "no_answer", "asked_to_come"]

# fmt: off
NEXT_STATE: dict[tuple[EntryState, Action], EntryState] = {
    ("open", "remind"): "reminded",
    ("open", "lapse"): "overdue",
    ("open", "settle"): "settled",
    ("reminded", "lapse"): "overdue",
    ("reminded", "settle"): "settled",
    ("overdue", "settle"): "settled",
}
# fmt: on


def next_state(state: EntryState, action: Action) -> EntryState | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def reminder_day(today: date, due_on: date, days_before: int, calendar: WorkingDays) -> date:
    """Return when to remind: some working days before the end, not before tomorrow."""
    wished = calendar.before(due_on, days_before)
    return wished if wished > today else min(calendar.after(today, 1), due_on)


def reminder_of(entry_id: str) -> str:
    """Return the id of an entry's planned reminder."""
    return f"remind-{entry_id}"


def lapse_of(entry_id: str) -> str:
    """Return the id of an entry's planned end."""
    return f"lapse-{entry_id}"
