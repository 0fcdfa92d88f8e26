"""What the hall does with what could not be done: the steps of its table, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from hall.care.not_done import rows
from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    ClassifyNotDone,
    LapseNotDone,
    ListNotDone,
    NoSuchNotDone,
    NotDoneAnswered,
    NotDoneArchived,
    NotDoneChecked,
    NotDoneClassified,
    NotDoneCommand,
    NotDoneEvent,
    NotDoneGoesOtherwise,
    NotDoneListed,
    NotDoneOverdue,
    NotDonePassedOn,
    NotDoneReferred,
    NotDoneReminded,
    NotDoneSettled,
    NotDoneView,
    OpenNotDone,
    OpenNotDoneOf,
    PassOnNotDone,
    ReferNotDone,
    RemindOfNotDone,
    SettleNotDone,
)
from hall.care.not_done.model import Action, next_state
from hall.care.not_done.opening import open_by_hand, open_of, with_repeats
from hall.care.not_done.reactions import REACTIONS
from hall.care.not_done.terms import with_last_day
from hall.help.messages import NoSuchStaff
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets.messages import NothingDue
from hall.visits.at_hand import today

Filled = Callable[[Work, NotDoneView, Any], NotDoneView]


@dataclass(frozen=True)
class Step:
    """What a command does: the action of the table, what it writes down, the event it becomes."""

    action: Callable[[Any], Action]
    filled: Filled
    event: type[NotDoneEvent]


def not_done_room() -> Room:
    """Build the room of what could not be done."""
    return Room(
        handlers={
            OpenNotDone: open_by_hand,
            OpenNotDoneOf: open_of,
            ListNotDone: list_month,
            RemindOfNotDone: remind,
            LapseNotDone: lapse,
            **dict.fromkeys(STEPS, take_step),
            PassOnNotDone: pass_on,
        },
        reactions=REACTIONS,
    )


def take_step(command: NotDoneCommand, work: Work) -> Event | Refusal:
    """Go one step on, when the table allows it from where the entry is."""
    step = STEPS[type(command)]
    entry = rows.load_open(work, command.entry_id)
    if entry is None:
        return NoSuchNotDone()
    state = next_state(entry.state, step.action(command))
    if state is None:
        return NotDoneGoesOtherwise(state=entry.state)
    moved = step.filled(work, msgspec.structs.replace(entry, state=state), command)
    moved = with_last_day(work, moved)
    archived_on = today(work).isoformat() if state == "archived" else ""
    rows.save_entry(work, moved, archived_on=archived_on)
    return work.record(step.event(entry=moved))


def pass_on(command: PassOnNotDone, work: Work) -> Event | Refusal:
    """Give it an owner, who must be of the staff."""
    if work.facts.member(command.staff_number) is None:
        return NoSuchStaff()
    return take_step(command, work)


def list_month(command: ListNotDone, work: Work) -> Event | Refusal:
    """Answer with the entries of a month."""
    found = rows.entries_of_month(work.connection, work.hall_id, command.month)
    return NotDoneListed(month=command.month, entries=tuple(found))


def remind(command: RemindOfNotDone, work: Work) -> Event | Refusal:
    """The last day comes near."""
    entry = rows.load_open(work, command.entry_id)
    if entry is None:
        return NothingDue()
    told = msgspec.structs.replace(entry, reminded=True)
    return work.record(NotDoneReminded(entry=rows.save_entry(work, told)))


def lapse(command: LapseNotDone, work: Work) -> Event | Refusal:
    """The last day is over."""
    entry = rows.load_open(work, command.entry_id)
    if entry is None:
        return NothingDue()
    told = msgspec.structs.replace(entry, reminded=True, overdue=True)
    return work.record(NotDoneOverdue(entry=rows.save_entry(work, told)))


def _classified(work: Work, entry: NotDoneView, said: ClassifyNotDone) -> NotDoneView:
    known = msgspec.structs.replace(
        entry,
        reason=said.reason,
        matter_id=said.matter_id or entry.matter_id,
        group_id=said.group_id or entry.group_id,
        counter_id=said.at_counter_id or entry.counter_id,
        came_times=said.came_times or entry.came_times,
    )
    return with_repeats(work, known)


def _referred(_work: Work, entry: NotDoneView, said: ReferNotDone) -> NotDoneView:
    return msgspec.structs.replace(entry, referred_to=said.to)


def _passed_on(_work: Work, entry: NotDoneView, said: PassOnNotDone) -> NotDoneView:
    return msgspec.structs.replace(entry, owner=said.staff_number)


def _settled(work: Work, entry: NotDoneView, said: SettleNotDone) -> NotDoneView:
    return msgspec.structs.replace(entry, result=said.result, settled_on=today(work).isoformat())


def _answered(work: Work, entry: NotDoneView, said: AnswerNotDone) -> NotDoneView:
    return msgspec.structs.replace(entry, reply=said.reply, replied_on=today(work).isoformat())


def _checked(_work: Work, entry: NotDoneView, said: CheckNotDone) -> NotDoneView:
    """Who was asked and is not content is owed a new result."""
    asked = msgspec.structs.replace(entry, satisfaction=said.satisfaction)
    if said.satisfaction != "not_content":
        return asked
    return msgspec.structs.replace(asked, result="", settled_on="", reply="", replied_on="")


def _archived(_work: Work, entry: NotDoneView, _said: ArchiveNotDone) -> NotDoneView:
    return entry


def _check_action(said: CheckNotDone) -> Action:
    return "not_content" if said.satisfaction == "not_content" else "content"


def _always(action: Action) -> Callable[[Any], Action]:
    return lambda _said: action


STEPS: dict[type[NotDoneCommand], Step] = {
    ClassifyNotDone: Step(_always("classify"), _classified, NotDoneClassified),
    ReferNotDone: Step(_always("refer"), _referred, NotDoneReferred),
    PassOnNotDone: Step(_always("pass_on"), _passed_on, NotDonePassedOn),
    SettleNotDone: Step(_always("settle"), _settled, NotDoneSettled),
    AnswerNotDone: Step(_always("answer"), _answered, NotDoneAnswered),
    CheckNotDone: Step(_check_action, _checked, NotDoneChecked),
    ArchiveNotDone: Step(_always("archive"), _archived, NotDoneArchived),
}
