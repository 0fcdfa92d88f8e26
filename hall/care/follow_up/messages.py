"""Words of calls afterwards. The telephone is a sealed detail of the case, kept by consent."""

from __future__ import annotations

import msgspec

from hall.care.follow_up.model import Outcome, Said, State, Wish
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short


class FollowUpView(msgspec.Struct, frozen=True, kw_only=True):
    """One call afterwards, about one closed case.

    `due_on` is the day of the next try, an ISO date; `tries` how often nobody answered.
    """

    id: str
    case_id: str
    matter_id: str
    closed_on: str
    due_on: str
    state: State
    tries: int = 0
    outcome: Outcome | None = None
    wish: Wish | None = None


class PlanFollowUp(Command):
    """A case was closed; whoever agreed to it is rung up."""

    case_id: str
    matter_id: str


class ComeDueFollowUp(Command):
    """The day has come."""

    follow_up_id: str


class DropFollowUp(Command):
    """The telephone is gone: the consent was `withdrawn`, or its time is over."""

    case_id: str
    withdrawn: bool


class RecordFollowUp(Command):
    """Somebody was rung up, and this came of it; `wish` says where a new wish went."""

    follow_up_id: Short
    station_id: Short
    said: Said
    wish: Wish | None = None


class FollowUpEvent(Event):
    """Something happened to a call afterwards."""

    follow_up: FollowUpView


class FollowUpPlanned(FollowUpEvent):
    """A case is closed and somebody agreed to be rung up."""


class FollowUpDue(FollowUpEvent):
    """The day has come."""


class FollowUpPutOff(FollowUpEvent):
    """Nobody answered; it is tried again."""


class FollowUpClosed(FollowUpEvent):
    """It is done with."""


class NoSuchFollowUp(Refusal):
    """There is no such call, or it is done with."""


COMMANDS: tuple[type[Command], ...] = (RecordFollowUp,)
INTERNAL: tuple[type[Command], ...] = (ComeDueFollowUp,)
EVENTS: tuple[type[Event], ...] = (FollowUpPlanned, FollowUpDue, FollowUpPutOff, FollowUpClosed)
REFUSALS: tuple[type[Refusal], ...] = (NoSuchFollowUp,)
