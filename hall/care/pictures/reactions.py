"""What happens to pictures when something happened to their case or to the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.care.pictures.messages import (
    ForgetPictures,
    LayPictures,
    PictureDropped,
    PictureKept,
    PicturesForgotten,
    PicturesSubmitted,
    SubmitPictures,
)
from hall.kernel.blobs import DeleteBlob, KeepBlobLonger
from hall.kernel.messages import Command, Event
from hall.tickets.messages import DayClosed
from hall.visits.messages import CaseAdvanced, CaseOpened, EntrySettled

NewId = Callable[[], str]


def keep_for_today(event: PictureKept, new_id: NewId) -> tuple[Command, ...]:
    """What belongs to a paper lives until the day is over, and not only like a note."""
    blob_id = event.picture.blob_id
    return (KeepBlobLonger(command_id=new_id(), blob_id=blob_id, until="today"),)


def keep_on_record(event: PicturesSubmitted, new_id: NewId) -> tuple[Command, ...]:
    """What was handed in is kept like a printed paper."""
    return tuple(
        KeepBlobLonger(command_id=new_id(), blob_id=one, until="record") for one in event.blob_ids
    )


def delete_one(event: PictureDropped, new_id: NewId) -> tuple[Command, ...]:
    """What is not wanted is deleted, not only hidden."""
    return (DeleteBlob(command_id=new_id(), blob_id=event.picture.blob_id),)


def delete_all(event: PicturesForgotten, new_id: NewId) -> tuple[Command, ...]:
    """Neither is anything left of what was not handed in."""
    return tuple(DeleteBlob(command_id=new_id(), blob_id=one) for one in event.blob_ids)


def lay(event: CaseOpened, new_id: NewId) -> tuple[Command, ...]:
    """A checklist lies before a visit: its pictures belong to the papers on it."""
    return (LayPictures(command_id=new_id(), visit_id=event.visit.id, case_id=event.case.id),)


def submit(event: CaseAdvanced, new_id: NewId) -> tuple[Command, ...]:
    """The papers were received."""
    return (SubmitPictures(command_id=new_id(), case_id=event.case.id),)


def submit_what_followed(event: EntrySettled, new_id: NewId) -> tuple[Command, ...]:
    """A paper that was to follow has come."""
    return (SubmitPictures(command_id=new_id(), case_id=event.entry.case_id),)


def end_of_day(event: DayClosed, new_id: NewId) -> tuple[Command, ...]:
    """The day is over."""
    del event
    return (ForgetPictures(command_id=new_id()),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    PictureKept: (keep_for_today,),
    PicturesSubmitted: (keep_on_record,),
    PictureDropped: (delete_one,),
    PicturesForgotten: (delete_all,),
    CaseOpened: (lay,),
    CaseAdvanced: (submit,),
    EntrySettled: (submit_what_followed,),
    DayClosed: (end_of_day,),
}
