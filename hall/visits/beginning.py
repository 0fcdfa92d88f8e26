"""A visit begins: a guide greets somebody, or somebody takes a number."""

from __future__ import annotations

from dataclasses import replace

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets import rows as ticket_rows
from hall.tickets.days import ensure_day, next_opening
from hall.tickets.messages import MatterClosed, NoSuchMatter, TicketView
from hall.tickets.model import ENDED
from hall.tickets.visitors import find_visitor, keep_visitor
from hall.visits import case_rows, record_rows, visit_rows
from hall.visits.cards import let_card_open
from hall.visits.cases import Case
from hall.visits.inner import BeginVisitOfTicket
from hall.visits.intake import GreetVisitor
from hall.visits.messages import CaseOpened, VisitBegun, VisitMoved
from hall.visits.model import GUIDES_DESK, Visit, next_state
from hall.visits.refusals import AlreadyHere


def begin(command: GreetVisitor, work: Work) -> Event | Refusal:
    """A guide greets somebody; who is here already has a visit."""
    if command.matter_id is not None and work.facts.matter(command.matter_id) is None:
        return NoSuchMatter(matter_id=command.matter_id)
    day_id = ensure_day(work)
    if day_id is None:
        return MatterClosed(opens=next_opening(work).strftime("%H:%M"))
    visitor_id = None
    if command.visitor is not None:
        key = command.visitor.person_key
        known = find_visitor(work, day_id, key) if key is not None else None
        here = visit_rows.visits_of_visitor(work, known) if known is not None else []
        if here:
            return AlreadyHere(visit=visit_rows.view(here[0]))
        visitor_id = keep_visitor(work, day_id, command.visitor, known)
    return begin_at_desk(work, day_id, command.station_id, visitor_id, command.matter_id)[1]


def begin_at_desk(
    work: Work,
    day_id: str,
    station_id: str,
    visitor_id: str | None = None,
    matter_id: str | None = None,
) -> tuple[Visit, VisitBegun]:
    """Begin a visit that a guide is responsible for."""
    visit = Visit(
        visit_id=work.new_id(),
        day_id=day_id,
        state="arrived",
        station_id=station_id,
        began_at=work.now.iso,
        began_seq=work.seq() + 1,
        visitor_id=visitor_id,
        matter_id=matter_id,
        owner_id=station_id,
    )
    return _record_begun(work, visit)


def begin_of_ticket(command: BeginVisitOfTicket, work: Work) -> Event | Refusal:
    """Somebody took a number: the visit a guide began goes on, or a new one begins."""
    ticket = command.ticket
    visit = _without_a_number(work, command.visit_id, ticket.visitor_id)
    if visit is None:
        return _record_begun(work, _of_ticket(work, ticket))[1]
    state = next_state(visit.state, "wait") if visit.state == "arrived" else visit.state
    before = visit
    visit = replace(
        visit,
        state=state or visit.state,
        ticket_id=ticket.id,
        number=ticket.number,
        visitor_id=ticket.visitor_id,
        matter_id=ticket.matter_id,
    )
    visit, case = _with_earlier(work, visit)
    if visit.case_id is not None:  # the card may have come only with the number
        let_card_open(work, visit.case_id, ticket.visitor_id)
    visit_rows.save_visit(work, before, visit)
    moved = work.record(VisitMoved(visit=visit_rows.view(visit)))
    _record_opened(work, visit, case)
    return moved


def _of_ticket(work: Work, ticket: TicketView) -> Visit:
    return Visit(
        visit_id=work.new_id(),
        day_id=ticket.day_id,
        state="waiting",
        station_id=ticket.station_id,
        began_at=work.now.iso,
        began_seq=work.seq() + 1,
        ticket_id=ticket.id,
        number=ticket.number,
        visitor_id=ticket.visitor_id,
        matter_id=ticket.matter_id,
        owner_id=GUIDES_DESK,
    )


def _record_begun(work: Work, visit: Visit) -> tuple[Visit, VisitBegun]:
    visit, case = _with_earlier(work, visit)
    visit_rows.insert_visit(work, visit)
    begun = VisitBegun(visit=visit_rows.view(visit))
    work.record(begun)
    _record_opened(work, visit, case)
    return visit, begun


def _record_opened(work: Work, visit: Visit, case: Case | None) -> None:
    if case is not None:
        let_card_open(work, case.case_id, visit.visitor_id)
        seen = CaseOpened(case=case_rows.view(case), visit=visit_rows.view(visit), again=True)
        work.record(seen)


def _with_earlier(work: Work, visit: Visit) -> tuple[Visit, Case | None]:
    """Lay before a visit what the person's card opens: the case of this matter, or the only one."""
    if visit.visitor_id is None:
        return visit, None
    known = case_rows.cases_of_visitor(work, visit.visitor_id)
    visit = replace(visit, earlier=tuple(one.case_id for one in known))
    if visit.case_id is not None:
        return visit, None
    fitting = [one for one in known if visit.matter_id in (None, one.matter_id)]
    if not fitting or (visit.matter_id is None and len(fitting) > 1):
        return visit, None
    case = case_rows.load_case(work, fitting[-1].case_id)
    if case is None:
        return visit, None
    own_will = record_rows.intention_of(work, visit.visit_id, case.case_id)
    visit = replace(visit, case_id=case.case_id, matter_id=case.matter_id, own_will=own_will)
    return visit, case


def _without_a_number(work: Work, visit_id: str | None, visitor_id: str) -> Visit | None:
    """Return the visit this number belongs to: begun by a guide, or over with another number."""
    visit = visit_rows.load_visit(work, visit_id) if visit_id is not None else None
    candidates = [visit] if visit is not None and visit.state != "left" else []
    candidates += visit_rows.visits_of_visitor(work, visitor_id)
    for one in candidates:
        ticket = ticket_rows.load_ticket(work, one.ticket_id) if one.ticket_id else None
        if ticket is None or ticket.state in ENDED:
            return one
    return None
