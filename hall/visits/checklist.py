"""The checklist of a case: laid out, and gone through paper by paper."""

from __future__ import annotations

from dataclasses import replace

from hall.kernel.errors import Malformed
from hall.kernel.facts import COLLECTING
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.days import ensure_day, next_opening
from hall.tickets.messages import MatterClosed, NoSuchMatter
from hall.visits import case_rows, record_rows, registers, visit_rows
from hall.visits.at_hand import item_at_hand, visit_at_hand
from hall.visits.beginning import begin_at_desk
from hall.visits.cards import let_card_open
from hall.visits.cases import COMPLETE, SIGNED, Case, Item, without_papers
from hall.visits.codes import plain_code
from hall.visits.entries import EntryOutcome
from hall.visits.messages import (
    CaseOpened,
    ItemMarked,
    MarkItem,
    OpenByCode,
    OpenCase,
    VisitCommand,
)
from hall.visits.model import Visit
from hall.visits.refusals import (
    MarkedAlready,
    NoSuchCase,
    NoSuchVisit,
)


def open_case(command: OpenCase, work: Work) -> Event | Refusal:
    """Lay a checklist before a visit: one the person has already, or a new one.

    Raises Malformed when neither the visit nor the command says for which matter.
    """
    visit = visit_at_hand(command, work)
    if isinstance(visit, Refusal):
        return visit
    if command.case_id is not None:
        return _again(work, visit, case_rows.load_case(work, command.case_id))
    matter_id = command.matter_id or visit.matter_id
    if matter_id is None:
        raise Malformed("$.matter_id", "say for which matter")
    if work.facts.matter(matter_id) is None:
        return NoSuchMatter(matter_id=matter_id)
    known = case_rows.cases_of_visitor(work, visit.visitor_id) if visit.visitor_id else []
    theirs = [one.case_id for one in known if one.matter_id == matter_id]
    if theirs:
        return _again(work, visit, case_rows.load_case(work, theirs[-1]))
    return lay_out(work, visit, matter_id)


def open_by_code(command: OpenByCode, work: Work) -> Event | Refusal:
    """Somebody came back with a notice: lay the same checklist before them."""
    case = case_rows.case_with_code(work, plain_code(command.code))
    if case is None or not case.is_open:
        return NoSuchCase()
    if command.visit_id is not None:
        at_hand = VisitCommand(
            command_id=command.command_id, visit_id=command.visit_id, counter_id=command.counter_id
        )
        visit = visit_at_hand(at_hand, work)
        return visit if isinstance(visit, Refusal) else _again(work, visit, case)
    if command.station_id is None:
        return NoSuchVisit()
    day_id = ensure_day(work)
    if day_id is None:
        return MatterClosed(opens=next_opening(work).strftime("%H:%M"))
    visit, _ = begin_at_desk(work, day_id, command.station_id)
    return _again(work, visit, case)


def mark(command: MarkItem, work: Work) -> Event | Refusal:
    """A paper was looked at; what had been decided for it begins anew."""
    found = item_at_hand(command, work, command.item_id)
    if isinstance(found, Refusal):
        return found
    case, item = found
    again = item.decision == "notice"  # somebody came back without it: other ways are tried again
    if (item.mark, item.fault) == (command.mark, command.fault) and not again:
        return MarkedAlready()
    fault = command.fault if command.mark == "incorrect" else ""
    marked = replace(item, mark=command.mark, fault=fault, declined=(), decision="", due_on=None)
    case = case_rows.save_item(work, without_papers(case, *_untrue_after(item, marked)), marked)
    case_rows.save_case(work, case)
    event = work.record(ItemMarked(case=case_rows.view(case), item_id=item.item_id))
    outcome: EntryOutcome = "brought" if marked.is_there else "withdrawn"
    registers.settle_of_item(work, case, item.item_id, outcome)
    return event


def _untrue_after(item: Item, marked: Item) -> tuple[str, ...]:
    """Return the papers that do not say any more what is true once a paper was looked at anew."""
    signed = (SIGNED[item.decision],) if item.decision and item.decision in SIGNED else ()
    return signed if marked.is_there else (*signed, COMPLETE)


def lay_out(work: Work, visit: Visit, matter_id: str) -> Event | Refusal:
    """Lay a new checklist before a visit, with the papers the list asks for now."""
    matter = work.facts.matter(matter_id)
    if matter is None or matter.id == COLLECTING:  # what is ready needs no papers any more
        return NoSuchMatter(matter_id=matter_id)
    case = Case(
        case_id=work.new_id(),
        matter_id=matter_id,
        opened_at=work.now.iso,
        social_relief=matter.social_relief,
        items=tuple(
            Item(
                item_id=str(place),
                plain=paper.plain,
                is_main=paper.is_main,
                deferrable=paper.deferrable,
                promise_allowed=paper.promise_allowed,
                shareable=paper.shareable,
            )
            for place, paper in enumerate(matter.materials, start=1)
        ),
    )
    case_rows.insert_case(work, case)
    return _lay_before(work, visit, case, again=False)


def _again(work: Work, visit: Visit, case: Case | None) -> Event | Refusal:
    if case is None or not case.is_open:
        return NoSuchCase()
    return _lay_before(work, visit, case, again=True)


def _lay_before(work: Work, visit: Visit, case: Case, *, again: bool) -> Event:
    let_card_open(work, case.case_id, visit.visitor_id)
    own_will = record_rows.intention_of(work, visit.visit_id, case.case_id)
    laid = replace(visit, case_id=case.case_id, matter_id=case.matter_id, own_will=own_will)
    visit = visit_rows.save_visit(work, visit, laid)
    return work.record(
        CaseOpened(case=case_rows.view(case), visit=visit_rows.view(visit), again=again)
    )
