"""What a command is about: the visit at hand, its case, and who answers for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hall.kernel.messages import Refusal
from hall.kernel.work import Work
from hall.tickets.intake import local_date
from hall.visits import case_rows, visit_rows
from hall.visits.cases import Case, Item
from hall.visits.inner import CheckVisitOwned
from hall.visits.messages import VisitCommand
from hall.visits.model import Owner, Visit, alarm_of
from hall.visits.refusals import (
    CaseWrongStage,
    NoCaseYet,
    NoSuchPaper,
    NoSuchVisit,
    NotYourVisit,
)
from hall.visits.workdays import WorkingDays


def visit_at_hand(command: VisitCommand, work: Work) -> Visit | Refusal:
    """Return the visit meant, if it goes on and is at this counter when a counter asks."""
    visit = visit_rows.load_visit(work, command.visit_id)
    if visit is None or visit.state == "left":
        return NoSuchVisit()
    if command.counter_id is not None and visit.counter_id != command.counter_id:
        return NotYourVisit()
    return visit


def case_at_hand(command: VisitCommand, work: Work) -> tuple[Visit, Case] | Refusal:
    """Return the visit meant and the open case that lies before it."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    case = case_rows.load_case(work, visit.case_id)
    if case is None:
        return NoCaseYet()
    return (visit, case) if case.is_open else CaseWrongStage(stage=case.stage)


def item_at_hand(command: VisitCommand, work: Work, item_id: str) -> tuple[Case, Item] | Refusal:
    """Return the paper meant, of the open case that lies before the visit."""
    found = case_at_hand(command, work)
    if isinstance(found, Refusal):
        return found
    item = found[1].item(item_id)
    return NoSuchPaper() if item is None else (found[1], item)


def given_to(work: Work, visit: Visit, owner: Owner | None) -> Visit:
    """Return a visit with another owner, not yet stored; with none, an alarm is planned."""
    if owner == visit.owner:
        return visit
    if visit.owner is None:
        work.forget(alarm_of(visit.visit_id))
    number = visit.owner_no + 1
    if owner is None:
        work.after(
            work.rules.visit_unowned_s,
            CheckVisitOwned(
                command_id=alarm_of(visit.visit_id), visit_id=visit.visit_id, owner_no=number
            ),
        )
    return replace(
        visit,
        owner_kind=owner.kind if owner else None,
        owner_id=owner.id if owner else "",
        owner_no=number,
        unowned_since=None if owner else work.now.iso,
        alarmed=False,
    )


def today(work: Work) -> date:
    """Return the calendar date in the hall."""
    return local_date(work.now, work.facts)


def calendar(work: Work) -> WorkingDays:
    """Return the working days of this hall."""
    return WorkingDays(frozenset(work.rules.holidays), frozenset(work.rules.working_days))
