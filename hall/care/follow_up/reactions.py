"""What the room of calls afterwards does when a case is closed, and when a call is done with."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.care.follow_up.messages import DropFollowUp, FollowUpClosed, PlanFollowUp
from hall.kernel.messages import Command, Event
from hall.records.messages import DetailsForgotten, ForgetDetails
from hall.visits.messages import CaseClosed

NewId = Callable[[], str]


def plan(event: CaseClosed, new_id: NewId) -> tuple[Command, ...]:
    """Whoever agreed to it is asked how it went."""
    case = event.case
    return (PlanFollowUp(command_id=new_id(), case_id=case.id, matter_id=case.matter_id),)


def drop(event: DetailsForgotten, new_id: NewId) -> tuple[Command, ...]:
    """Without a telephone nobody is rung up; a call that is made already has none either."""
    dropped = DropFollowUp(command_id=new_id(), case_id=event.case_id, withdrawn=event.withdrawn)
    return (dropped,)


def forget_the_telephone(event: FollowUpClosed, new_id: NewId) -> tuple[Command, ...]:
    """The telephone was kept for this call only."""
    return (
        ForgetDetails(command_id=new_id(), case_id=event.follow_up.case_id, only=("follow_up",)),
    )


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    CaseClosed: (plan,),
    DetailsForgotten: (drop,),
    FollowUpClosed: (forget_the_telephone,),
}
