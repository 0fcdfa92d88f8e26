"""A visit goes on: from one thing to the next, from one hand to another, and out of the door."""

from __future__ import annotations

from dataclasses import replace

from hall.kernel.errors import Malformed
from hall.kernel.messages import Event, Refusal
from hall.kernel.privacy import masked
from hall.kernel.work import Work
from hall.tickets import rows as ticket_rows
from hall.tickets.handlers import cancel
from hall.tickets.messages import CancelTicket, NothingDue
from hall.tickets.model import ENDED
from hall.visits import visit_rows
from hall.visits.at_hand import given_to, visit_at_hand
from hall.visits.checklist import lay_out
from hall.visits.inner import CheckVisitOwned, EndVisits
from hall.visits.messages import (
    EndVisit,
    HandOverVisit,
    MoveVisit,
    ReferAway,
    ReleaseVisit,
    VisitEnded,
    VisitHandedOver,
    VisitMoved,
    VisitUnowned,
)
from hall.visits.model import (
    GUIDES_DESK,
    Outcome,
    Owner,
    ReferralTarget,
    Visit,
    alarm_of,
    next_state,
)
from hall.visits.refusals import NumberStillOpen, VisitWrongState


def move(command: MoveVisit, work: Work) -> Event | Refusal:
    """Go on with an elder; a number that waits keeps its place."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    state = next_state(visit.state, command.action)
    if state is None:
        return VisitWrongState(state=visit.state)
    visit = visit_rows.save_visit(work, visit, replace(visit, state=state))
    moved = VisitMoved(visit=visit_rows.view(visit))
    work.record(moved)
    if command.action == "precheck" and visit.case_id is None and visit.matter_id is not None:
        lay_out(work, visit, visit.matter_id)
    return moved


def hand_over(command: HandOverVisit, work: Work) -> Event | Refusal:
    """Make somebody else responsible. Raises Malformed where nobody is named."""
    if command.to_kind != "guide_desk" and not command.to_id:
        raise Malformed("$.to_id", "say which clerk or helper")
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    return _hand_over(
        work, visit, Owner(command.to_kind, command.to_id or GUIDES_DESK), command.reason
    )


def release(command: ReleaseVisit, work: Work) -> Event | Refusal:
    """Nobody is responsible for now; the guides hear of it when that lasts."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    return _hand_over(work, visit, None, command.reason)


def check_owned(command: CheckVisitOwned, work: Work) -> Event | Refusal:
    """Tell the guides of a visit that still has nobody."""
    visit = visit_rows.load_visit(work, command.visit_id)
    if visit is None or visit.state == "left" or visit.owner is not None:
        return NothingDue()
    if visit.owner_no != command.owner_no:
        return NothingDue()
    visit = visit_rows.save_visit(work, visit, replace(visit, alarmed=True))
    return work.record(VisitUnowned(visit=visit_rows.view(visit)))


def end_visit(command: EndVisit, work: Work) -> Event | Refusal:
    """The person leaves."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    return _end_by_hand(work, visit, command.outcome, gives_up=command.gives_up_number)


def refer_away(command: ReferAway, work: Work) -> Event | Refusal:
    """It was explained that this is not done here, and who does it."""
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    return _end_by_hand(work, visit, "referred", command.to, gives_up=command.gives_up_number)


def end_visits(command: EndVisits, work: Work) -> Event | Refusal:
    """Whoever has no number at a counter when the day is over has left."""
    ended = None
    for visit in visit_rows.open_visits(work.connection, work.hall_id):
        if visit.day_id != command.except_day_id and _open_number(work, visit) is None:
            ended = leave(work, visit, "day_end")
    return ended or NothingDue()


def leave(
    work: Work, visit: Visit, outcome: Outcome, referred_to: ReferralTarget | None = None
) -> Event:
    """End a visit; nobody needs to be responsible any more."""
    if visit.owner is None:
        work.forget(alarm_of(visit.visit_id))
    visit = visit_rows.save_visit(
        work,
        visit,
        replace(
            visit,
            state="left",
            counter_id=None,
            outcome=outcome,
            referred_to=referred_to or "",
        ),
    )
    return work.record(VisitEnded(visit=visit_rows.view(visit)))


def _hand_over(work: Work, visit: Visit, owner: Owner | None, reason: str) -> Event | Refusal:
    if owner == visit.owner:
        return NothingDue()
    before = visit
    visit = visit_rows.save_visit(work, visit, given_to(work, visit, owner))
    return work.record(
        VisitHandedOver(
            visit=visit_rows.view(visit),
            from_kind=before.owner_kind,
            from_id=before.owner_id,
            reason_text=masked(reason),
        )
    )


def _end_by_hand(
    work: Work,
    visit: Visit,
    outcome: Outcome,
    referred_to: ReferralTarget | None = None,
    *,
    gives_up: bool,
) -> Event | Refusal:
    ticket_id = _open_number(work, visit)
    if ticket_id is not None and not gives_up:
        return NumberStillOpen(ticket_id=ticket_id)
    ended = leave(work, visit, outcome, referred_to)
    if ticket_id is not None:
        cancel(CancelTicket(command_id=work.new_id(), ticket_id=ticket_id, reason=""), work)
    return ended


def _open_number(work: Work, visit: Visit) -> str | None:
    ticket = ticket_rows.load_ticket(work, visit.ticket_id) if visit.ticket_id else None
    return None if ticket is None or ticket.state in ENDED else ticket.ticket_id
