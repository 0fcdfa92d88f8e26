"""The words of messages on their way out; what a station knows of the outbox, without a row."""

from __future__ import annotations

from hall.kernel.message_port import Delivery, Template
from hall.kernel.messages import Command, Event, Refusal


class NoteDelivery(Command):
    """The port was tried once; `delivery` is what it said."""

    message_id: str
    delivery: Delivery


class MessageSent(Event):
    """A message was handed over. To whom is not said."""

    message_id: str
    template: Template


class MessageNotSent(Event):
    """It was tried in vain and is tried again; `tries` counts."""

    message_id: str
    template: Template
    tries: int


class MessageGivenUp(Event):
    """It is not tried any more; whoever waits for it has to be rung up."""

    message_id: str
    template: Template


class NothingQueued(Refusal):
    """No such message is to be sent any more."""


INTERNAL: tuple[type[Command], ...] = (NoteDelivery,)
EVENTS: tuple[type[Event], ...] = (MessageSent, MessageNotSent, MessageGivenUp)
REFUSALS: tuple[type[Refusal], ...] = (NothingQueued,)
