"""The last day of each state, and the plans that look after it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from hall.care.not_done.messages import LapseNotDone, NotDoneView, RemindOfNotDone
from hall.care.not_done.model import lapse_of, last_day, reminder_of
from hall.kernel.work import Work
from hall.visits.at_hand import calendar, today


def with_last_day(work: Work, entry: NotDoneView) -> NotDoneView:
    """Return an entry whose state begins now, with the last day of it, and plan both reminders.

    The first comes some working days before at opening, unless that day is over; the second at the
    midnight after the last day.
    """
    work.forget(reminder_of(entry.id))
    work.forget(lapse_of(entry.id))
    here, days, rules = today(work), calendar(work), work.rules.not_done
    due_on = last_day(here, entry.state, entry.reason, rules, days)
    if due_on is None:
        return msgspec.structs.replace(entry, due_on="", reminded=False, overdue=False)
    remind_on = days.before(due_on, rules.reminder_days)
    if remind_on > here:
        work.later(
            _at(work, remind_on, work.facts.opens),
            RemindOfNotDone(command_id=reminder_of(entry.id), entry_id=entry.id),
        )
    work.later(
        _at(work, due_on + timedelta(days=1), "00:00"),
        LapseNotDone(command_id=lapse_of(entry.id), entry_id=entry.id),
    )
    return msgspec.structs.replace(entry, due_on=due_on.isoformat(), reminded=False, overdue=False)


def _at(work: Work, day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(work.facts.timezone))
