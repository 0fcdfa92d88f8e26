"""Words of what could not be done. Nothing of them names a person: that is sealed (hall.records).

What somebody said or wrote is the blob `note_blob_id`; name and telephone are details kept for the
entry's id.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.care.not_done.model import (
    Channel,
    ReasonClass,
    Reply,
    Result,
    Satisfaction,
    State,
)
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short
from hall.visits.model import ReferralTarget

Times = Annotated[int, msgspec.Meta(ge=1, le=99)]
Month = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


class NotDoneView(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as it stands. Times are UTC, ISO 8601; days are ISO dates of the hall.

    `source_id` is what it came from: a request for help, a notice, a number. `matter_id` is empty
    where only the group is known, both where nothing is. `came_times` counts the comings so far.
    `repeat_no` is 1 for the first entry of a matter (or group) and reason class, then 2, 3.
    `owner` is the number of the member of staff who answers for it. `due_on` is the last day of
    the state it is in.
    """

    id: str
    number: str
    channel: Channel
    source_id: str
    opened_at: str
    opened_on: str
    state: State
    matter_id: str = ""
    group_id: str = ""
    counter_id: str = ""
    ticket_id: str = ""
    came_times: int = 1
    reason: ReasonClass | Literal[""] = ""
    repeat_no: int = 1
    owner: str = ""
    due_on: str = ""
    reminded: bool = False
    overdue: bool = False
    referred_to: ReferralTarget | Literal[""] = ""
    result: Result | Literal[""] = ""
    settled_on: str = ""
    reply: Reply | Literal[""] = ""
    replied_on: str = ""
    satisfaction: Satisfaction | Literal[""] = ""
    note_blob_id: str = ""


class OpenNotDone(Command):
    """Somebody says that something could not be done.

    With a reason it is classified in the same breath: one touch is enough for refused cash.
    `at_counter_id` is where it happened, not who says so.
    """

    station_id: Short
    matter_id: Short = ""
    group_id: Short = ""
    at_counter_id: Short = ""
    ticket_id: Short = ""
    came_times: Times = 1
    reason: ReasonClass | None = None
    note_blob_id: Short = ""


class NotDoneCommand(Command, kw_only=True):
    """A wish about one entry, from the guides' desk."""

    entry_id: Short
    station_id: Short | None = None


class ClassifyNotDone(NotDoneCommand):
    """It is a matter of the government, and this is why it failed.

    What is left empty stays as it is known.
    """

    reason: ReasonClass
    matter_id: Short = ""
    group_id: Short = ""
    at_counter_id: Short = ""
    came_times: Times | None = None


class ReferNotDone(NotDoneCommand):
    """It is no matter of the government: that was explained, and this is who can help."""

    to: ReferralTarget


class PassOnNotDone(NotDoneCommand):
    """This member of staff answers for it from now on."""

    staff_number: Short


class SettleNotDone(NotDoneCommand):
    """The department has done what it can."""

    result: Result


class AnswerNotDone(NotDoneCommand):
    """The person was told how it ended."""

    reply: Reply


class CheckNotDone(NotDoneCommand):
    """The person was asked whether it is right now; who is not content begins anew."""

    satisfaction: Satisfaction


class ArchiveNotDone(NotDoneCommand):
    """Nothing is left to do."""


class ListNotDone(Command):
    """What was opened in a month, and what of earlier months was open in it."""

    month: Month
    station_id: Short | None = None


class OpenNotDoneOf(Command):
    """Something happened in the hall that belongs on the register; once for each source."""

    channel: Channel
    source_id: str
    matter_id: str = ""
    counter_id: str = ""
    ticket_id: str = ""
    case_id: str = ""
    reason: ReasonClass | None = None
    note_blob_id: str = ""


class RemindOfNotDone(Command):
    """The last day of an entry's state comes near."""

    entry_id: Short


class LapseNotDone(Command):
    """The last day of an entry's state is over."""

    entry_id: Short


class NotDoneEvent(Event):
    """Something happened to an entry; it carries the entry as it is now."""

    entry: NotDoneView


class NotDoneOpened(NotDoneEvent):
    """It has a number."""


class NotDoneClassified(NotDoneEvent):
    """It is known why it failed."""


class NotDoneNoted(NotDoneEvent):
    """Who said so has written what it was."""


class NotDoneReferred(NotDoneEvent):
    """It was no matter of the government: explained, and sent on."""


class NotDonePassedOn(NotDoneEvent):
    """It has an owner."""


class NotDoneSettled(NotDoneEvent):
    """The department has done what it can."""


class NotDoneAnswered(NotDoneEvent):
    """The person was told."""


class NotDoneChecked(NotDoneEvent):
    """The person was asked; see `state` for how it goes on."""


class NotDoneArchived(NotDoneEvent):
    """Nothing is left to do."""


class NotDoneReminded(NotDoneEvent):
    """Its last day comes near."""


class NotDoneOverdue(NotDoneEvent):
    """Its last day is over."""


class NotDoneListed(Refusal):
    """The entries of a month, by number; nothing has changed."""

    month: str
    entries: tuple[NotDoneView, ...]


class NoSuchNotDone(Refusal):
    """No open entry has this id."""


class NotDoneGoesOtherwise(Refusal):
    """That step does not follow the state the entry is in."""

    state: State


class OnRegisterAlready(Refusal):
    """What it came from is on the register."""


COMMANDS: tuple[type[Command], ...] = (
    OpenNotDone,
    ClassifyNotDone,
    ReferNotDone,
    PassOnNotDone,
    SettleNotDone,
    AnswerNotDone,
    CheckNotDone,
    ArchiveNotDone,
    ListNotDone,
)
INTERNAL: tuple[type[Command], ...] = (OpenNotDoneOf, RemindOfNotDone, LapseNotDone)
EVENTS: tuple[type[Event], ...] = (
    NotDoneOpened,
    NotDoneClassified,
    NotDoneNoted,
    NotDoneReferred,
    NotDonePassedOn,
    NotDoneSettled,
    NotDoneAnswered,
    NotDoneChecked,
    NotDoneArchived,
    NotDoneReminded,
    NotDoneOverdue,
)
REFUSALS: tuple[type[Refusal], ...] = (
    NotDoneListed,
    NoSuchNotDone,
    NotDoneGoesOtherwise,
    OnRegisterAlready,
)
