"""What the room of mailing does when one is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.care.mail.messages import MailingCancelled, MailingEvent, MailingReceived
from hall.kernel.messages import Command, Event
from hall.records.messages import ForgetDetails

NewId = Callable[[], str]


def forget_the_address(event: MailingEvent, new_id: NewId) -> tuple[Command, ...]:
    """The address was kept for this item only."""
    return (ForgetDetails(command_id=new_id(), case_id=event.mailing.id),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    MailingReceived: (forget_the_address,),
    MailingCancelled: (forget_the_address,),
}
