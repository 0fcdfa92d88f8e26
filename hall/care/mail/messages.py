"""Words of free mailing. To whom and where stands in sealed details under the mailing's id."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall.care.mail.model import State, What
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short

ItemNumber = Annotated[str, msgspec.Meta(pattern=r"^[A-Z0-9]{4,24}$")]
"""The number of the post for one item: capital letters and digits."""


class MailingView(msgspec.Struct, frozen=True, kw_only=True):
    """One mailing. `item_number` is the post's own, empty before it is sent.

    Times are UTC, ISO 8601; `sent_at` is the last time it went out, `ended_at` when it
    arrived, came back, or was given up.
    """

    id: str
    matter_id: str
    what: What
    state: State
    asked_at: str
    case_id: str | None = None
    item_number: str = ""
    sent_at: str | None = None
    ended_at: str | None = None


class AskForMailing(Command):
    """What is ready, or will be, goes home by post; it costs nothing.

    Name and address follow, sealed, under the mailing's id.
    """

    station_id: Short
    matter_id: Short
    what: What
    case_id: Short | None = None


class MailingCommand(Command, kw_only=True):
    """A wish about one mailing."""

    mailing_id: Short
    station_id: Short


class SendMailing(MailingCommand):
    """It was handed to the post."""

    item_number: ItemNumber


class ReceiveMailing(MailingCommand):
    """It arrived."""


class ReturnMailing(MailingCommand):
    """It came back; somebody must be asked where to send it."""


class CancelMailing(MailingCommand):
    """It is fetched instead, or not wanted."""


class MailingEvent(Event):
    """Something happened to a mailing."""

    mailing: MailingView


class MailingAsked(MailingEvent):
    """Something is to be sent home."""


class MailingSent(MailingEvent):
    """It is under way."""


class MailingReceived(MailingEvent):
    """It arrived."""


class MailingReturned(MailingEvent):
    """It came back."""


class MailingCancelled(MailingEvent):
    """It is not sent."""


class NotByMail(Refusal):
    """The list does not say of this matter that anything of it is sent home."""


class NoSuchMailing(Refusal):
    """There is no such mailing, or it is over."""


class WrongMailingState(Refusal):
    """That cannot be done as the mailing stands."""

    state: State


COMMANDS: tuple[type[Command], ...] = (
    AskForMailing,
    SendMailing,
    ReceiveMailing,
    ReturnMailing,
    CancelMailing,
)
INTERNAL: tuple[type[Command], ...] = ()
EVENTS: tuple[type[Event], ...] = (
    MailingAsked,
    MailingSent,
    MailingReceived,
    MailingReturned,
    MailingCancelled,
)
REFUSALS: tuple[type[Refusal], ...] = (NotByMail, NoSuchMailing, WrongMailingState)
