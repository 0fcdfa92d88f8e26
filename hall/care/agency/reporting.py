"""Reporting back: when the principal is told, that they were, and what happens when nobody did."""

from __future__ import annotations

from datetime import date

import msgspec

from hall.care.agency import rows
from hall.care.agency.at_hand import end_of, mandate_at_hand, noted, opening_of
from hall.care.agency.messages import (
    LapseReport,
    PrincipalNotReached,
    RemindOfReport,
    ReportBack,
    ReportCameDue,
    ReportedBack,
    ReportOverdue,
)
from hall.care.agency.model import (
    IN_FORCE,
    NotReached,
    ReportFor,
    next_original,
    next_report,
    report_end_of,
    report_plan_of,
)
from hall.care.agency.refusals import MandateWrongState, NothingToReport
from hall.care.agency.views import MandateView
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.messages import NothingDue
from hall.visits.at_hand import calendar, today


def planned(work: Work, seen: MandateView) -> MandateView:
    """Plan the next report by the rule of days, while the mandate is in force; not yet stored."""
    state = next_report(seen.report_state, "plan")
    if seen.kind == "family" or seen.state not in IN_FORCE or state is None:
        return seen
    due_on = calendar(work).after(today(work), work.facts.mandate_report_days)
    seen = msgspec.structs.replace(seen, report_state=state, report_for="interval")
    return _on_day(work, seen, due_on)


def owed_now(work: Work, seen: MandateView, why: ReportFor) -> MandateView:
    """The principal is to be told today; not yet stored."""
    state = next_report(seen.report_state, "come_due")
    if state is None or (seen.kind == "family" and why != "loss"):
        return seen
    seen = msgspec.structs.replace(seen, report_state=state, report_for=why, next_try_on=None)
    return seen if state == "overdue" else _on_day(work, seen, today(work))


def dropped(work: Work, seen: MandateView) -> MandateView:
    """Nobody waits for a report any more, or they just had it; not yet stored."""
    _forget_plans(work, seen)
    return msgspec.structs.replace(
        seen,
        report_state=next_report(seen.report_state, "settle") or seen.report_state,
        report_for="",
        report_due_on=None,
        next_try_on=None,
        tries=0,
    )


def report_back(command: ReportBack, work: Work) -> Event | Refusal:
    """Keep that the principal was told, or that nobody answered."""
    seen = mandate_at_hand(command, work)
    if isinstance(seen, Refusal):
        return seen
    if seen.state == "closed":
        return MandateWrongState(state=seen.state)
    if seen.kind == "family" and seen.report_state == "none":
        return NothingToReport()
    if command.way == "phone" and command.result != "reached":
        return _not_reached(work, seen, command.result)
    seen = noted(work, seen, "told_in_person" if command.way == "in_person" else "reached")
    seen = msgspec.structs.replace(_knows_of_losses(work, seen), reported_at=work.now.iso)
    seen = planned(work, dropped(work, seen))
    rows.save_mandate(work, seen)
    return work.record(ReportedBack(mandate=seen, way=command.way))


def remind(command: RemindOfReport, work: Work) -> Event | Refusal:
    """The day has come, or another day to try."""
    seen = rows.load_mandate(work, command.mandate_id)
    state = next_report(seen.report_state, "come_due") if seen is not None else None
    if seen is None or state is None or seen.report_no != command.report_no:
        return NothingDue()
    seen = msgspec.structs.replace(seen, report_state=state)
    rows.save_mandate(work, seen)
    return work.record(ReportCameDue(mandate=seen))


def lapse(command: LapseReport, work: Work) -> Event | Refusal:
    """The day is over and nobody has told them."""
    seen = rows.load_mandate(work, command.mandate_id)
    state = next_report(seen.report_state, "lapse") if seen is not None else None
    if seen is None or state is None or seen.report_no != command.report_no:
        return NothingDue()
    seen = msgspec.structs.replace(seen, report_state=state)
    rows.save_mandate(work, seen)
    return work.record(ReportOverdue(mandate=seen))


def _not_reached(work: Work, seen: MandateView, result: NotReached) -> Event:
    """Try again on the next working day; what is owed stays owed, also where no day was set yet."""
    seen = noted(work, seen, result)
    try_on = calendar(work).after(today(work), 1)
    seen = msgspec.structs.replace(seen, next_try_on=try_on.isoformat(), tries=seen.tries + 1)
    if seen.report_state in ("due", "overdue"):
        seen = _on_day(work, seen, try_on)
    rows.save_mandate(work, seen)
    return work.record(PrincipalNotReached(mandate=seen, result=result))


def _knows_of_losses(work: Work, seen: MandateView) -> MandateView:
    """Whoever is told how it goes is told of what is lost."""
    after = []
    for one in seen.originals:
        state = next_original(one.state, "tell")
        told = msgspec.structs.replace(one, state=state) if state else one
        if told != one:
            rows.save_original(work, seen.id, told)
        after.append(told)
    return msgspec.structs.replace(seen, originals=tuple(after))


def _on_day(work: Work, seen: MandateView, day: date) -> MandateView:
    """Plan the day of a report: its reminder, unless that is today, and its end."""
    _forget_plans(work, seen)
    number = seen.report_no + 1
    if day > today(work):
        reminder = RemindOfReport(
            command_id=report_plan_of(seen.id, number), mandate_id=seen.id, report_no=number
        )
        work.later(opening_of(work, day), reminder)
    end = LapseReport(
        command_id=report_end_of(seen.id, number), mandate_id=seen.id, report_no=number
    )
    work.later(end_of(work, day), end)
    due_on = seen.report_due_on if seen.next_try_on else day.isoformat()
    return msgspec.structs.replace(seen, report_no=number, report_due_on=due_on)


def _forget_plans(work: Work, seen: MandateView) -> None:
    work.forget(report_plan_of(seen.id, seen.report_no))
    work.forget(report_end_of(seen.id, seen.report_no))
