"""Somebody is warned before the day comes until which a case must be answered or done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.messages import NothingDue
from hall.visits import case_rows
from hall.visits.at_hand import calendar, today
from hall.visits.cases import WARNED_DAYS, Case
from hall.visits.entries import reminder_day
from hall.visits.inner import WarnOfCase
from hall.visits.messages import CaseDayNear


def plan_warning(work: Work, case: Case) -> Case:
    """Plan the warning of the stage a case has reached; returns it as one not warned of.

    What is done on the spot needs none; what is being handled keeps the one of its acceptance.
    """
    days = WARNED_DAYS.get(case.stage)
    if days is None:
        return case
    drop_warning(work, case)
    if case.due_on is not None and date.fromisoformat(case.due_on) > today(work):
        day = reminder_day(today(work), date.fromisoformat(case.due_on), days, calendar(work))
        opens = time.fromisoformat(work.facts.opens)
        opening = datetime.combine(day, opens, ZoneInfo(work.facts.timezone))
        work.later(opening, WarnOfCase(command_id=_plan_of(case.case_id), case_id=case.case_id))
    return replace(case, warned=False)


def drop_warning(work: Work, case: Case) -> None:
    """Warn no more of a case."""
    work.forget(_plan_of(case.case_id))


def warn(command: WarnOfCase, work: Work) -> Event | Refusal:
    """The day comes near."""
    case = case_rows.load_case(work, command.case_id)
    if case is None or not case.is_open or case.warned or case.due_on is None:
        return NothingDue()
    case = case_rows.save_case(work, replace(case, warned=True))
    return work.record(CaseDayNear(case=case_rows.view(case)))


def _plan_of(case_id: str) -> str:
    return f"warn-{case_id}"
