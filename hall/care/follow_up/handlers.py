"""What the hall does so that somebody is asked how it went."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import msgspec

from hall.care.follow_up import rows
from hall.care.follow_up.messages import (
    ComeDueFollowUp,
    DropFollowUp,
    FollowUpClosed,
    FollowUpDue,
    FollowUpPlanned,
    FollowUpPutOff,
    FollowUpView,
    NoSuchFollowUp,
    PlanFollowUp,
    RecordFollowUp,
)
from hall.care.follow_up.model import Outcome, action_of, due_of, next_state
from hall.care.follow_up.reactions import REACTIONS
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.records.rows import agreed_telephone
from hall.tickets.messages import NothingDue
from hall.visits.at_hand import calendar, today


def follow_up_room() -> Room:
    """Build the room of calls afterwards."""
    return Room(
        handlers={
            PlanFollowUp: plan,
            ComeDueFollowUp: come_due,
            DropFollowUp: drop,
            RecordFollowUp: record,
        },
        reactions=REACTIONS,
    )


def plan(command: PlanFollowUp, work: Work) -> Event | Refusal:
    """Plan a call where somebody left a telephone for it; nobody else is ever rung up."""
    if agreed_telephone(work, command.case_id, "follow_up") is None:
        return NothingDue()
    day = today(work)
    call = FollowUpView(
        id=work.new_id(),
        case_id=command.case_id,
        matter_id=command.matter_id,
        closed_on=day.isoformat(),
        due_on=calendar(work).after(day, work.rules.follow_up_after_days).isoformat(),
        state="planned",
    )
    rows.insert_call(work, call)
    _plan_turn(work, call)
    return work.record(FollowUpPlanned(follow_up=call))


def come_due(command: ComeDueFollowUp, work: Work) -> Event | Refusal:
    """The day has come."""
    call = rows.load_call(work, command.follow_up_id)
    state = next_state(call.state, "come_due") if call is not None else None
    if call is None or state is None:
        return NothingDue()
    due = msgspec.structs.replace(call, state=state)
    rows.save_call(work, due)
    return work.record(FollowUpDue(follow_up=due))


def record(command: RecordFollowUp, work: Work) -> Event | Refusal:
    """Put on record what a call was like; after the last try in vain nobody is bothered again."""
    call = rows.load_call(work, command.follow_up_id)
    if call is None:
        return NoSuchFollowUp()
    tries = call.tries + (command.said == "no_answer")
    action = action_of(command.said, tries, work.rules.follow_up_tries)
    state = next_state(call.state, action)
    if state is None:
        return NoSuchFollowUp()
    if action == "miss":
        again = calendar(work).after(today(work), work.rules.follow_up_next_days)
        put_off = msgspec.structs.replace(call, state=state, tries=tries, due_on=again.isoformat())
        rows.save_call(work, put_off)
        _plan_turn(work, put_off)
        return work.record(FollowUpPutOff(follow_up=put_off))
    wish = command.wish if command.said == "wish" else None
    closed = msgspec.structs.replace(
        call, state=state, tries=tries, outcome=command.said, wish=wish
    )
    return _closed(work, closed)


def drop(command: DropFollowUp, work: Work) -> Event | Refusal:
    """The telephone is gone: nobody can be rung up, and whoever took it back is not to be."""
    outcome: Outcome = "withdrawn" if command.withdrawn else "expired"
    last: Event | None = None
    if agreed_telephone(work, command.case_id, "follow_up") is None:
        for call in rows.open_of_case(work, command.case_id):
            last = _closed(work, msgspec.structs.replace(call, state="closed", outcome=outcome))
    return last or NothingDue()


def _closed(work: Work, call: FollowUpView) -> Event:
    work.forget(due_of(call.id))
    rows.save_call(work, call)
    return work.record(FollowUpClosed(follow_up=call))


def _plan_turn(work: Work, call: FollowUpView) -> None:
    zone = ZoneInfo(work.facts.timezone)
    opening = datetime.combine(
        date.fromisoformat(call.due_on), time.fromisoformat(work.facts.opens), zone
    )
    work.forget(due_of(call.id))
    work.later(opening, ComeDueFollowUp(command_id=due_of(call.id), follow_up_id=call.id))
