"""The checklist of a case: laid out, gone through, and decided paper by paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hall.kernel.errors import Malformed
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.days import ensure_day, next_opening
from hall.tickets.messages import MatterClosed, NoSuchMatter
from hall.visits import case_rows, ladder, registers, visit_rows
from hall.visits.at_hand import calendar, case_at_hand, today, visit_at_hand
from hall.visits.beginning import begin_at_desk
from hall.visits.cards import let_card_open
from hall.visits.cases import Case, Item, offer_of
from hall.visits.codes import plain_code
from hall.visits.entries import EntryOutcome
from hall.visits.messages import (
    CaseOpened,
    DecideItem,
    ItemDecided,
    ItemMarked,
    MarkItem,
    OpenByCode,
    OpenCase,
    VisitCommand,
)
from hall.visits.model import Visit
from hall.visits.refusals import (
    DueDayNotPossible,
    LastRung,
    MarkedAlready,
    NoSuchCase,
    NoSuchPaper,
    NoSuchVisit,
    OfferChanged,
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
    found = _item_at_hand(command, work, command.item_id)
    if isinstance(found, Refusal):
        return found
    case, item = found
    again = item.decision == "notice"  # somebody came back without it: other ways are tried again
    if (item.mark, item.fault) == (command.mark, command.fault) and not again:
        return MarkedAlready()
    fault = command.fault if command.mark == "incorrect" else ""
    marked = replace(item, mark=command.mark, fault=fault, declined=(), decision="", due_on=None)
    case = case_rows.save_item(work, case, marked)
    event = work.record(ItemMarked(case=case_rows.view(case), item_id=item.item_id))
    outcome: EntryOutcome = "brought" if marked.is_there else "withdrawn"
    registers.settle_of_item(work, case, item.item_id, outcome)
    return event


def decide(command: DecideItem, work: Work) -> Event | Refusal:
    """Take or decline what the ladder offers for a paper."""
    found = _item_at_hand(command, work, command.item_id)
    if isinstance(found, Refusal):
        return found
    case, item = found
    offer = offer_of(case, item)
    if offer != command.offer:
        return OfferChanged(offer=offer)
    decided = _decided(command, work, case, item)
    if isinstance(decided, Refusal):
        return decided
    case = case_rows.save_item(work, case, decided)
    event = work.record(
        ItemDecided(
            case=case_rows.view(case),
            item_id=item.item_id,
            offer=command.offer,
            taken=command.taken,
        )
    )
    registers.open_entry(work, case, decided)
    return event


def lay_out(work: Work, visit: Visit, matter_id: str) -> Event | Refusal:
    """Lay a new checklist before a visit, with the papers the list asks for now."""
    matter = work.facts.matter(matter_id)
    if matter is None:
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
    visit = visit_rows.save_visit(
        work, visit, replace(visit, case_id=case.case_id, matter_id=case.matter_id)
    )
    return work.record(
        CaseOpened(case=case_rows.view(case), visit=visit_rows.view(visit), again=again)
    )


def _item_at_hand(command: VisitCommand, work: Work, item_id: str) -> tuple[Case, Item] | Refusal:
    found = case_at_hand(command, work)
    if isinstance(found, Refusal):
        return found
    item = found[1].item(item_id)
    return NoSuchPaper() if item is None else (found[1], item)


def _decided(command: DecideItem, work: Work, case: Case, item: Item) -> Item | Refusal:
    if not command.taken:
        if command.offer in ladder.LAST_RUNGS:
            return LastRung()
        return replace(item, declined=(*item.declined, command.offer))
    due_on = _due_day(command, work, case)
    if isinstance(due_on, Refusal):
        return due_on
    return replace(item, decision=command.offer, due_on=due_on.isoformat() if due_on else None)


def _due_day(command: DecideItem, work: Work, case: Case) -> date | Refusal | None:
    """Return until when what is taken is good; None where it has no end."""
    if command.offer == "promise":
        return calendar(work).after(today(work), work.rules.promise_check_days)
    if command.offer != "deferral":
        return None
    if command.due_on is None:
        matter = work.facts.matter(case.matter_id)
        promised = matter.days_promised if matter else None
        unit = matter.days_unit if matter else "working_days"
        return ladder.deferral_due(today(work), promised, unit, calendar(work))
    try:
        day = date.fromisoformat(command.due_on)
    except ValueError:
        return DueDayNotPossible()
    return day if ladder.may_be_due(today(work), day) else DueDayNotPossible()
