"""A case advances: received, accepted, handled, closed; and the question that comes before."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.model import Ticket
from hall.visits import case_rows, cases, record_rows, visit_rows
from hall.visits.at_hand import calendar, case_at_hand, today, visit_at_hand
from hall.visits.cards import forget_at_close
from hall.visits.cases import ANSWER_DAYS, Case
from hall.visits.checklist import lay_out
from hall.visits.messages import (
    AdvanceCase,
    CaseAdvanced,
    CaseClosed,
    CloseCase,
    RecordTrueIntention,
    TrueIntentionRecorded,
)
from hall.visits.model import Visit, next_stage, next_state
from hall.visits.refusals import (
    AskedInCompany,
    CaseStillOpen,
    CaseWrongStage,
    NoSuchCase,
    NotTheirOwnWill,
    PapersMissing,
    TrueIntentionMissing,
    VisitWrongState,
)
from hall.visits.warning import drop_warning, plan_warning


def record_intention(command: RecordTrueIntention, work: Work) -> Event | Refusal:
    """Keep what an elder said when asked alone."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    if not command.alone:
        return AskedInCompany()
    record_rows.save_intention(
        work, visit.visit_id, visit.case_id, command.answers, own_will=command.own_will
    )
    visit = visit_rows.save_visit(work, visit, replace(visit, own_will=command.own_will))
    return work.record(
        TrueIntentionRecorded(visit=visit_rows.view(visit), own_will=command.own_will)
    )


def may_finish(work: Work, ticket: Ticket) -> Refusal | None:
    """Say why a counter may not be done with a number yet; None when it may.

    A matter that asks for the true intention is not finished without it, unless the elder is only
    sent for papers: then the question is for the day they come back.
    """
    matter = work.facts.matter(ticket.matter_id)
    if matter is None or not matter.true_intent_check:
        return None
    visit = visit_rows.visit_of_ticket(work, ticket.ticket_id)
    if visit is None or record_rows.notice_in_visit(work, visit.visit_id):
        return None
    if record_rows.intention_of(work, visit.visit_id, visit.case_id) is None:
        return TrueIntentionMissing(visit_id=visit.visit_id)
    return None


def advance(command: AdvanceCase, work: Work) -> Event | Refusal:
    """Take the next step with a case, and the visit along with it."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    state = next_state(visit.state, command.step)
    if state is None:
        return VisitWrongState(state=visit.state)
    if visit.case_id is None and command.step == "receive" and visit.matter_id is not None:
        lay_out(work, visit, visit.matter_id)
    found = case_at_hand(command, work)
    if isinstance(found, Refusal):
        return found
    visit, case = found
    stage = next_stage(case.stage, command.step)
    if stage is None:
        return CaseWrongStage(stage=case.stage)
    hindered = _hindered(work, visit, case) if command.step == "accept" else None
    if hindered is not None:
        return hindered
    case = plan_warning(work, _dated(work, replace(case, stage=stage)))
    case_rows.save_case(work, case)
    visit = visit_rows.save_visit(work, visit, replace(visit, state=state))
    return work.record(CaseAdvanced(case=case_rows.view(case), visit=visit_rows.view(visit)))


def close_case(command: CloseCase, work: Work) -> Event | Refusal:
    """Be done with a case, and forget whose card opened it."""
    case = case_rows.load_case(work, command.case_id)
    if case is None:
        return NoSuchCase()
    stage = next_stage(case.stage, "close")
    if stage is None:
        return CaseWrongStage(stage=case.stage)
    still_open = record_rows.open_entries_of(work, case.case_id)
    if still_open:
        return CaseStillOpen(entry_ids=tuple(entry.entry_id for entry in still_open))
    drop_warning(work, case)
    closed = replace(case, stage=stage, closed_at=work.now.iso, warned=False)
    case = case_rows.save_case(work, closed)
    forget_at_close(work, case.case_id)
    return work.record(CaseClosed(case=case_rows.view(case)))


def _hindered(work: Work, visit: Visit, case: Case) -> Refusal | None:
    """Return why a matter cannot be accepted; None when it can."""
    missing = cases.unsettled(case)
    if missing:
        return PapersMissing(item_ids=missing)
    matter = work.facts.matter(case.matter_id)
    if matter is None or not matter.true_intent_check:
        return None
    own_will = record_rows.intention_of(work, visit.visit_id, case.case_id)
    if own_will is None:
        return TrueIntentionMissing(visit_id=visit.visit_id)
    return None if own_will else NotTheirOwnWill()


def _dated(work: Work, case: Case) -> Case:
    """Return a case with the time of the stage it has reached; accepting starts the clock."""
    if case.stage == "received":
        answer_by = calendar(work).after(today(work), ANSWER_DAYS)
        return replace(case, received_at=work.now.iso, answer_by=answer_by.isoformat())
    if case.stage != "accepted":
        return case
    matter = work.facts.matter(case.matter_id)
    days = matter.days_promised if matter is not None else None
    if matter is None or days is None:
        return replace(case, accepted_at=work.now.iso)
    start = today(work)
    working = matter.days_unit == "working_days"
    end = calendar(work).after(start, days) if working else start + timedelta(days=days)
    return replace(case, accepted_at=work.now.iso, promised_on=end.isoformat())
