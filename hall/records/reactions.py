"""What the room of records does when something happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.help.messages import CloseHelpRecord
from hall.kernel.blobs import BlobDeleted, DayKeyForgotten, DeleteBlob, KeepBlobLonger
from hall.kernel.messages import Command, Event
from hall.records.messages import (
    EMERGENCY_RECORD,
    DetailKept,
    DetailKeptLonger,
    DetailsForgotten,
    ForgetDetails,
    ForgetLostDetails,
    KeepTelephoneLonger,
    PaperKept,
    WriteReminder,
)
from hall.visits.inner import NotePaper
from hall.visits.messages import CaseAdvanced, CaseClosed, CaseDayNear, CaseOpened, EntryReminded

NewId = Callable[[], str]


def forget_the_person(event: CaseClosed, new_id: NewId) -> tuple[Command, ...]:
    """A closed case needs nothing of the person but what they left to be rung up afterwards."""
    return (ForgetDetails(command_id=new_id(), case_id=event.case.id, but=("follow_up",)),)


def keep_telephone(
    event: CaseOpened | CaseAdvanced | CaseDayNear | CaseClosed, new_id: NewId
) -> tuple[Command, ...]:
    """Whoever is to be rung up after a long case is not lost before its end."""
    return (KeepTelephoneLonger(command_id=new_id(), case_id=event.case.id),)


def keep_blob(event: DetailKeptLonger, new_id: NewId) -> tuple[Command, ...]:
    """Its time begins anew, under a new key."""
    return (KeepBlobLonger(command_id=new_id(), blob_id=event.kept.blob_id, until="anew"),)


def delete_sealed(event: DetailsForgotten, new_id: NewId) -> tuple[Command, ...]:
    """What is forgotten is deleted, not only hidden."""
    return tuple(DeleteBlob(command_id=new_id(), blob_id=one) for one in event.blob_ids)


def delete_replaced(event: DetailKept, new_id: NewId) -> tuple[Command, ...]:
    """A corrected detail leaves nothing of the wrong one."""
    if event.replaced is None:
        return ()
    return (DeleteBlob(command_id=new_id(), blob_id=event.replaced),)


def forget_lost(_event: BlobDeleted | DayKeyForgotten, new_id: NewId) -> tuple[Command, ...]:
    """Nobody is told that a telephone is kept which nobody can read any more."""
    return (ForgetLostDetails(command_id=new_id()),)


def note_of_case(event: PaperKept, new_id: NewId) -> tuple[Command, ...]:
    """A printed paper belongs to a case, or is the record of an emergency that is over."""
    kept = event.kept
    if kept.paper == EMERGENCY_RECORD:
        return (CloseHelpRecord(command_id=new_id(), help_id=kept.case_id),)
    return (NotePaper(command_id=new_id(), case_id=kept.case_id, paper=kept.paper),)


def write_reminder(event: EntryReminded, new_id: NewId) -> tuple[Command, ...]:
    """What somebody is to bring soon, they are told; a promise is looked into by the hall alone."""
    entry = event.entry
    if entry.kind != "deferral":
        return ()
    return (WriteReminder(command_id=new_id(), case_id=entry.case_id, due_on=entry.due_on),)


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    PaperKept: (note_of_case,),
    CaseOpened: (keep_telephone,),
    CaseAdvanced: (keep_telephone,),
    CaseDayNear: (keep_telephone,),
    CaseClosed: (forget_the_person, keep_telephone),
    DetailKeptLonger: (keep_blob,),
    DetailsForgotten: (delete_sealed,),
    DetailKept: (delete_replaced,),
    BlobDeleted: (forget_lost,),
    DayKeyForgotten: (forget_lost,),
    EntryReminded: (write_reminder,),
}
