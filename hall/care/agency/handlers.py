"""What the hall does when somebody acts for an elder: from the mandate to its end."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from hall.care.agency import custody, reporting, rows
from hall.care.agency.at_hand import end_of, mandate_at_hand, moved, noted
from hall.care.agency.intake import SeekMandates
from hall.care.agency.messages import (
    AdvanceMandate,
    AgentChanged,
    ChangeAgent,
    CloseMandate,
    ExpireMandate,
    ExplainLoss,
    FindOriginal,
    GiveBackOriginal,
    LapseLoss,
    LapseReport,
    LoseOriginal,
    MandateAdvanced,
    MandateClosed,
    MandateExpired,
    MandateOpened,
    MandateSigned,
    MandateWithdrawn,
    OpenMandate,
    RemindOfReport,
    ReportBack,
    SignMandate,
    TakeOriginals,
    WithdrawMandate,
)
from hall.care.agency.model import IN_FORCE, Step, number_of, signer_for, term_of
from hall.care.agency.reactions import REACTIONS
from hall.care.agency.refusals import (
    AskAlone,
    GuardianMustSign,
    MandatesFound,
    MandateWrongState,
    NoAgentForThis,
    NoSuchHelper,
    OriginalsStillHere,
    PrincipalSigns,
    ReportStillOwed,
    TermNotPossible,
)
from hall.care.agency.views import MandateView, MomentWord
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets.messages import NoSuchMatter, NothingDue
from hall.visits import case_rows, visit_rows
from hall.visits.at_hand import today
from hall.visits.model import Visit
from hall.visits.refusals import NoSuchVisit

_STEPS: dict[Step, MomentWord] = {
    "submit": "submitted", "receive": "received", "accept": "accepted", "finish": "done",
}  # fmt: skip


def agency_room() -> Room:
    """Build the room of acting for elders."""
    return Room(
        handlers={
            OpenMandate: begin,
            SeekMandates: seek,
            SignMandate: sign,
            TakeOriginals: custody.take,
            GiveBackOriginal: custody.give_back,
            LoseOriginal: custody.lose,
            FindOriginal: custody.find,
            ExplainLoss: custody.explain,
            LapseLoss: custody.lapse_loss,
            AdvanceMandate: advance,
            ReportBack: reporting.report_back,
            RemindOfReport: reporting.remind,
            LapseReport: reporting.lapse,
            ChangeAgent: change_agent,
            WithdrawMandate: withdraw,
            ExpireMandate: expire,
            CloseMandate: close,
        },
        reactions=REACTIONS,
    )


def begin(command: OpenMandate, work: Work) -> Event | Refusal:
    """Write down who acts in what, until when, and what was handed over."""
    visit = visit_rows.load_visit(work, command.visit_id) if command.visit_id else None
    if command.visit_id and visit is None:
        return NoSuchVisit()
    if (refused := _not_possible(command, work.facts)) is not None:
        return refused
    term_on = _term(command, work)
    if isinstance(term_on, Refusal):
        return term_on
    things = custody.taken(work, command.matter_ids, command.handed)
    if isinstance(things, Refusal):
        return things
    year = today(work).year
    ordinal = rows.next_ordinal(work, year)
    seen = MandateView(
        id=work.new_id(),
        number=number_of(year, ordinal),
        kind=command.mandate_kind,
        state="drafted",
        matter_ids=command.matter_ids,
        agent_number=command.agent_number if command.mandate_kind == "staff" else "",
        asked_alone=command.asked_alone,
        signer=signer_for(understands=command.understands),
        term_on=term_on.isoformat(),
        opened_at=work.now.iso,
        case_id=_case_of(work, visit, command.matter_ids),
        originals=things,
    )
    rows.insert_mandate(work, seen, year=year, ordinal=ordinal)
    if visit is not None and visit.visitor_id:
        rows.know_principal(work, seen.id, visit.visitor_id)
    over = ExpireMandate(command_id=term_of(seen.id), mandate_id=seen.id)
    work.later(end_of(work, term_on), over)
    return work.record(MandateOpened(mandate=noted(work, seen, "opened")))


def seek(command: SeekMandates, work: Work) -> Event | Refusal:
    """Return the open mandates of a person."""
    return MandatesFound(mandate_ids=rows.mandates_of(work, command.person_key))


def sign(command: SignMandate, work: Work) -> Event | Refusal:
    """It is in force; from now on the principal is told how it goes."""
    seen = mandate_at_hand(command, work)
    if isinstance(seen, Refusal):
        return seen
    if command.signed_by != seen.signer:
        return GuardianMustSign() if seen.signer == "guardian" else PrincipalSigns()
    seen = moved(seen, "sign")
    if isinstance(seen, Refusal):
        return seen
    seen = msgspec.structs.replace(seen, signed_by=command.signed_by, signed_how=command.how)
    seen = reporting.planned(work, noted(work, seen, "signed"))
    rows.save_mandate(work, seen)
    return work.record(MandateSigned(mandate=seen))


def advance(command: AdvanceMandate, work: Work) -> Event | Refusal:
    """The matter has gone on, and the principal is told today."""
    seen = mandate_at_hand(command, work)
    seen = moved(seen, command.step) if isinstance(seen, MandateView) else seen
    if isinstance(seen, Refusal):
        return seen
    seen = noted(work, seen, _STEPS[command.step])
    if command.step == "finish":
        seen = _ended(work, seen)
    else:
        seen = reporting.owed_now(work, seen, "milestone")
    rows.save_mandate(work, seen)
    return work.record(MandateAdvanced(mandate=seen, step=command.step))


def change_agent(command: ChangeAgent, work: Work) -> Event | Refusal:
    """Another helper acts; the paper is signed anew."""
    seen = mandate_at_hand(command, work)
    if isinstance(seen, Refusal):
        return seen
    if seen.kind == "family" or not _helps(work.facts, command.agent_number):
        return NoSuchHelper()
    if seen.state not in IN_FORCE and seen.state != "drafted":
        return MandateWrongState(state=seen.state)
    before = seen.agent_number
    seen = msgspec.structs.replace(seen, agent_number=command.agent_number)
    rows.save_mandate(work, seen)
    seen = noted(work, seen, "agent_changed")
    return work.record(AgentChanged(mandate=seen, from_number=before))


def withdraw(command: WithdrawMandate, work: Work) -> Event | Refusal:
    """The elder has said so: nothing is to be told but what is lost."""
    seen = mandate_at_hand(command, work)
    seen = moved(seen, "withdraw") if isinstance(seen, MandateView) else seen
    if isinstance(seen, Refusal):
        return seen
    work.forget(term_of(seen.id))
    seen = reporting.dropped(work, noted(work, seen, "withdrawn"))
    if any(one.state == "lost" for one in seen.originals):
        seen = reporting.owed_now(work, seen, "loss")
    rows.save_mandate(work, seen)
    return work.record(MandateWithdrawn(mandate=seen))


def expire(command: ExpireMandate, work: Work) -> Event | Refusal:
    """Its last day is over: nobody acts any more, and what was done is told."""
    before = rows.load_mandate(work, command.mandate_id)
    seen = moved(before, "expire") if before is not None else None
    if before is None or seen is None or isinstance(seen, Refusal):
        return NothingDue()
    seen = noted(work, seen, "expired")
    if before.state in IN_FORCE:
        seen = _ended(work, seen)
    rows.save_mandate(work, seen)
    return work.record(MandateExpired(mandate=seen))


def close(command: CloseMandate, work: Work) -> Event | Refusal:
    """Nothing is left to do; whose mandate it was is forgotten."""
    before = mandate_at_hand(command, work)
    seen = moved(before, "close") if isinstance(before, MandateView) else before
    if isinstance(seen, Refusal):
        return seen
    if seen.still_here:
        return OriginalsStillHere(original_ids=tuple(one.id for one in seen.still_here))
    tries_left = max(0, work.rules.mandate_tries - seen.tries)
    if seen.report_state in ("due", "overdue") and tries_left:
        return ReportStillOwed(report_for=seen.report_for, tries_left=tries_left)
    rows.forget_principal(work, seen.id)
    seen = reporting.dropped(work, noted(work, seen, "closed"))
    rows.save_mandate(work, seen)
    return work.record(MandateClosed(mandate=seen))


def _ended(work: Work, seen: MandateView) -> MandateView:
    """Of an end the principal is told; calls before it do not count."""
    work.forget(term_of(seen.id))
    return reporting.owed_now(work, msgspec.structs.replace(seen, tries=0), "end")


def _term(command: OpenMandate, work: Work) -> date | TermNotPossible:
    """Return the last day: not longer than a telephone is kept, or nobody could be told."""
    now = today(work)
    latest = now + timedelta(days=work.facts.details_days)
    wished = now + timedelta(days=work.rules.mandate_term_days)
    if command.term_on is not None:
        try:
            wished = date.fromisoformat(command.term_on)
        except ValueError:
            return TermNotPossible(latest_on=latest.isoformat())
        if not now <= wished <= latest:
            return TermNotPossible(latest_on=latest.isoformat())
    return min(wished, latest)


def _not_possible(command: OpenMandate, facts: HallFacts) -> Refusal | None:
    if command.mandate_kind == "staff" and not _helps(facts, command.agent_number):
        return NoSuchHelper()
    for matter_id in command.matter_ids:
        matter = facts.matter(matter_id)
        if matter is None:
            return NoSuchMatter(matter_id=matter_id)
        if not matter.sheet.agent_ok:
            return NoAgentForThis(matter_id=matter_id, home_visit=matter.sheet.home_visit)
        if matter.true_intent_check and not command.asked_alone:
            return AskAlone(matter_id=matter_id)
    return None


def _helps(facts: HallFacts, number: str) -> bool:
    member = facts.member(number)
    return member is not None and "helper" in member.roles


def _case_of(work: Work, visit: Visit | None, matter_ids: tuple[str, ...]) -> str | None:
    case = case_rows.load_case(work, visit.case_id) if visit is not None else None
    return case.case_id if case is not None and case.matter_id in matter_ids else None
