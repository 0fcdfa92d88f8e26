"""What is decided for a paper that is not there, and how it is decided anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hall.kernel.messages import Event, Refusal
from hall.kernel.privacy import masked
from hall.kernel.work import Work
from hall.visits import case_rows, ladder, registers
from hall.visits.at_hand import calendar, item_at_hand, today
from hall.visits.cases import COMPLETE, SIGNED, Case, Item, offer_of, without_papers
from hall.visits.messages import (
    DecideAnew,
    DecideItem,
    DecisionUndone,
    ItemDecided,
)
from hall.visits.refusals import (
    DueDayNotPossible,
    LastRung,
    NothingDecided,
    OfferChanged,
    ReasonNeeded,
)


def decide(command: DecideItem, work: Work) -> Event | Refusal:
    """Take or decline what the ladder offers for a paper."""
    found = item_at_hand(command, work, command.item_id)
    if isinstance(found, Refusal):
        return found
    case, item = found
    offer = offer_of(case, item)
    if offer != command.offer:
        return OfferChanged(offer=offer)
    decided = _decided(command, work, case, item)
    if isinstance(decided, Refusal):
        return decided
    case = _saved(work, case, decided, command.offer if command.taken else "")
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


def decide_anew(command: DecideAnew, work: Work) -> Event | Refusal:
    """Take back what was decided for a paper: every way is open again, and its entry goes.

    Once somebody has signed for it, it is not taken back without a word why.
    """
    found = item_at_hand(command, work, command.item_id)
    if isinstance(found, Refusal):
        return found
    case, item = found
    if item.is_there or item.decision in ladder.LAST_RUNGS or not (item.decision or item.declined):
        return NothingDecided()
    if item.decision and SIGNED.get(item.decision) in case.papers and not command.reason.strip():
        return ReasonNeeded()
    again = replace(item, declined=(), decision="", due_on=None)
    case = _saved(work, case, again, item.decision)
    event = work.record(
        DecisionUndone(
            case=case_rows.view(case),
            item_id=item.item_id,
            undone=item.decision,
            reason_text=masked(command.reason),
        )
    )
    registers.settle_of_item(work, case, item.item_id, "withdrawn")
    return event


def _saved(work: Work, case: Case, item: Item, rung: ladder.Rung | str) -> Case:
    """Store a decision; the paper signed for it, and the one about all, are not true any more."""
    signed = [paper for one, paper in SIGNED.items() if one == rung]
    case = case_rows.save_item(work, without_papers(case, *signed, COMPLETE), item)
    return case_rows.save_case(work, case)


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
