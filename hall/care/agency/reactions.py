"""What the room of acting for elders does when something happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.care.agency.messages import MandateClosed
from hall.kernel.messages import Command, Event
from hall.records.messages import ForgetDetails

NewId = Callable[[], str]


def forget_the_person(event: MandateClosed, new_id: NewId) -> tuple[Command, ...]:
    """A closed mandate needs nothing of the principal; its details are kept under its own id."""
    return (ForgetDetails(command_id=new_id(), case_id=event.mandate.id),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    MandateClosed: (forget_the_person,),
}
