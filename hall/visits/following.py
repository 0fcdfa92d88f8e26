"""A visit follows its number: called, at a counter, set aside, done with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets import rows as ticket_rows
from hall.tickets.messages import NothingDue
from hall.visits import case_rows, visit_rows
from hall.visits.at_hand import given_to
from hall.visits.going_on import leave
from hall.visits.inner import FollowTicket, TicketHappening
from hall.visits.messages import VisitMoved
from hall.visits.model import (
    AT_COUNTER,
    AT_DESK,
    WITH_GUIDE,
    Owner,
    Visit,
    next_state,
    owner_when_called,
)


def follow(command: FollowTicket, work: Work) -> Event | Refusal:
    """Bring a visit to where its number is now; nothing when it is there already."""
    visit = visit_rows.visit_of_ticket(work, command.ticket_id)
    if visit is None:
        return NothingDue()
    if command.happening == "gone" and visit.state not in WITH_GUIDE:
        return leave(work, visit, "gone")
    if command.happening == "finished" and not _case_goes_on(work, visit):
        return leave(work, visit, "done")
    followed = _STEPS[command.happening](work, visit, command)
    if followed == visit:
        return NothingDue()
    visit_rows.save_visit(work, visit, followed)
    return work.record(VisitMoved(visit=visit_rows.view(followed)))


def _called(work: Work, visit: Visit, command: FollowTicket) -> Visit:
    """The clerk takes over, unless a guide is still at work with the elder: she sees the call."""
    owner = owner_when_called(visit.state, visit.owner, _clerk(command))
    return replace(given_to(work, visit, owner), counter_id=command.counter_id)


def _at_counter(work: Work, visit: Visit, command: FollowTicket) -> Visit:
    """The elder sits at the counter: what a guide had begun is laid down."""
    state = next_state(visit.state, "wait") if visit.state in WITH_GUIDE else visit.state
    visit = replace(visit, state=state or visit.state, counter_id=command.counter_id)
    return given_to(work, visit, _clerk(command))


def _aside(work: Work, visit: Visit, command: FollowTicket) -> Visit:
    """Back to the seats, or on to another counter: the guides look after the elder until then."""
    visit = replace(visit, counter_id=None, matter_id=command.matter_id or visit.matter_id)
    if visit.state in AT_COUNTER:
        visit = replace(visit, state=next_state(visit.state, "wait") or visit.state)
    if visit.owner is not None and visit.owner.kind == "clerk":
        visit = given_to(work, visit, AT_DESK)
    return visit


def _finished(work: Work, visit: Visit, _command: FollowTicket) -> Visit:
    """The counter is done, the case is not: a guide sees the elder off."""
    return replace(given_to(work, visit, AT_DESK), counter_id=None)


def _accompanied(work: Work, visit: Visit, command: FollowTicket) -> Visit:
    """A helper goes along; who sits at a counter is the clerk's until then."""
    if command.helper_id is None or (visit.owner is not None and visit.owner.kind == "clerk"):
        return visit
    return given_to(work, visit, Owner("helper", command.helper_id))


def _alone(work: Work, visit: Visit, command: FollowTicket) -> Visit:
    """The helper has brought the elder where they wanted to go."""
    theirs = visit.owner == Owner("helper", command.helper_id or "")
    return given_to(work, visit, AT_DESK) if theirs else visit


def _clerk(command: FollowTicket) -> Owner:
    return Owner("clerk", command.clerk_id or command.counter_id or "")


def _case_goes_on(work: Work, visit: Visit) -> bool:
    """Tell whether somebody has to see an elder off whose case is open, while the hall is."""
    case = case_rows.load_case(work, visit.case_id)
    if case is None or not case.is_open:
        return False
    day = ticket_rows.last_day(work.connection, work.hall_id)
    return day is not None and day.is_open and day.day_id == visit.day_id


_STEPS: dict[TicketHappening, Callable[[Work, Visit, FollowTicket], Visit]] = {
    "called": _called,
    "serving": _at_counter,
    "handed_over": _at_counter,
    "aside": _aside,
    "finished": _finished,
    "accompanied": _accompanied,
    "alone": _alone,
    "gone": _aside,  # a guide is at work with the elder, who needs no number for that
}
