"""Whose card opens a case: kept as long as the details of a person, then the code alone does."""

from __future__ import annotations

from datetime import timedelta

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.messages import NothingDue
from hall.visits import case_rows
from hall.visits.inner import ForgetCards
from hall.visits.messages import CardsForgotten


def let_card_open(work: Work, case_id: str, visitor_id: str | None) -> None:
    """Let the card of somebody who is here open a case; nothing where there was no card."""
    if visitor_id is None or not case_rows.add_holder(work, case_id, visitor_id):
        return
    plan = _plan_of(case_id)
    work.forget(plan)
    until = work.now.utc + timedelta(days=work.facts.details_days)
    work.later(until, ForgetCards(command_id=plan, case_id=case_id))


def forget_cards(command: ForgetCards, work: Work) -> Event | Refusal:
    """Nobody has come with the card for a long time: forget it."""
    case = case_rows.load_case(work, command.case_id)
    if case is None or not case_rows.drop_holders(work, command.case_id):
        return NothingDue()
    return work.record(CardsForgotten(case=case_rows.view(case)))


def forget_at_close(work: Work, case_id: str) -> None:
    """Forget whose card opens a case that is done with."""
    case_rows.drop_holders(work, case_id)
    work.forget(_plan_of(case_id))


def _plan_of(case_id: str) -> str:
    return f"cards-{case_id}"
