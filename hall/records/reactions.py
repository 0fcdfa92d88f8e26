"""What the room of records does when something happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.kernel.blobs import DeleteBlob
from hall.kernel.messages import Command, Event
from hall.records.messages import DetailKept, DetailsForgotten, ForgetDetails
from hall.visits.messages import CaseClosed

NewId = Callable[[], str]


def forget_the_person(event: CaseClosed, new_id: NewId) -> tuple[Command, ...]:
    """A closed case needs nothing of the person."""
    return (ForgetDetails(command_id=new_id(), case_id=event.case.id),)


def delete_sealed(event: DetailsForgotten, new_id: NewId) -> tuple[Command, ...]:
    """What is forgotten is deleted, not only hidden."""
    return tuple(DeleteBlob(command_id=new_id(), blob_id=one) for one in event.blob_ids)


def delete_replaced(event: DetailKept, new_id: NewId) -> tuple[Command, ...]:
    """A corrected detail leaves nothing of the wrong one."""
    if event.replaced is None:
        return ()
    return (DeleteBlob(command_id=new_id(), blob_id=event.replaced),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    CaseClosed: (forget_the_person,),
    DetailsForgotten: (delete_sealed,),
    DetailKept: (delete_replaced,),
}
