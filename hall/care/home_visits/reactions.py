"""What the room of visits at home does when one is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.care.home_visits.messages import HomeVisitCancelled, HomeVisitEvent, HomeVisitFinished
from hall.kernel.messages import Command, Event
from hall.records.messages import ForgetDetails

NewId = Callable[[], str]


def forget_whose_home(event: HomeVisitEvent, new_id: NewId) -> tuple[Command, ...]:
    """A visit that is over needs nothing of the person; the signed paper is on record, sealed."""
    return (ForgetDetails(command_id=new_id(), case_id=event.home_visit.id),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    HomeVisitFinished: (forget_whose_home,),
    HomeVisitCancelled: (forget_whose_home,),
}
