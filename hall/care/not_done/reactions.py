"""What belongs on the register because of what happened elsewhere in the hall."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hall.care.feelings.messages import FeelingWasLow
from hall.care.not_done.messages import (
    NotDoneArchived,
    NotDoneNoted,
    NotDoneOpened,
    NotDoneReferred,
    OpenNotDoneOf,
)
from hall.care.not_done.model import ReasonClass
from hall.help.messages import (
    HelpAcknowledged,
    HelpEscalated,
    HelpEvent,
    HelpFinished,
    HelpNoteAdded,
    HelpNoted,
    HelpUnanswered,
)
from hall.kernel.blobs import DeleteBlob, KeepBlobLonger
from hall.kernel.messages import Command, Event
from hall.records.messages import ForgetDetails
from hall.visits.messages import NoticeIssued

NewId = Callable[[], str]

PROBLEMS: Mapping[str, ReasonClass] = {
    "problem_policy": "policy",
    "problem_materials": "materials",
    "problem_system": "system",
    "problem_other": "other",
}
"""What a helper on the way notes, and which reason class it is."""
CASH: ReasonClass = "cash_refused"
"""The note of a visitor at a kiosk, and the reason class."""


def of_help(event: HelpEvent, new_id: NewId) -> tuple[Command, ...]:
    """Somebody said so at a kiosk, and it can no longer be a hand that slipped."""
    asked = event.help
    if asked.kind != "not_done":
        return ()
    return (
        OpenNotDoneOf(
            command_id=new_id(),
            channel="kiosk",
            source_id=asked.id,
            ticket_id=asked.ticket_id or "",
            reason=CASH if any(one.note == CASH for one in asked.timeline) else None,
            note_blob_id=asked.note_blob_id or "",
        ),
    )


def of_late_note(event: HelpNoteAdded, new_id: NewId) -> tuple[Command, ...]:
    """What is written in time goes with the request; later it joins the entry that is there."""
    return () if event.help.state == "open" else of_help(event, new_id)


def of_problem(event: HelpNoted, new_id: NewId) -> tuple[Command, ...]:
    """Who goes along met something that cannot be done, or a visitor says what it was."""
    note = event.help.timeline[-1].note if event.help.timeline else ""
    if note == CASH:
        return of_help(event, new_id)
    if note not in PROBLEMS:
        return ()
    return (
        OpenNotDoneOf(
            command_id=new_id(),
            channel="helper",
            source_id=f"{event.help.id}-{note}",
            ticket_id=event.help.ticket_id or "",
            reason=PROBLEMS[note],
        ),
    )


def of_notice(event: NoticeIssued, new_id: NewId) -> tuple[Command, ...]:
    """A second notice asks for what the first one could have said."""
    if not event.notice.could_have_been_said:
        return ()
    return (
        OpenNotDoneOf(
            command_id=new_id(),
            channel="notice",
            source_id=event.notice.id,
            matter_id=event.case.matter_id,
            case_id=event.case.id,
            reason="materials",
        ),
    )


def of_rating(event: FeelingWasLow, new_id: NewId) -> tuple[Command, ...]:
    """A bad rating is looked into."""
    feeling = event.feeling
    return (
        OpenNotDoneOf(
            command_id=new_id(),
            channel="rating",
            source_id=f"rating-{feeling.ticket_id}",
            matter_id=feeling.matter_id,
            counter_id=feeling.counter_id,
            ticket_id=feeling.ticket_id,
        ),
    )


def keep_the_note(event: NotDoneOpened | NotDoneNoted, new_id: NewId) -> tuple[Command, ...]:
    """What somebody wrote is wanted for as long as the entry is open."""
    blob_id = event.entry.note_blob_id
    if not blob_id:
        return ()
    return (KeepBlobLonger(command_id=new_id(), blob_id=blob_id, until="record"),)


def forget_the_person(
    event: NotDoneArchived | NotDoneReferred, new_id: NewId
) -> tuple[Command, ...]:
    """Nothing is needed of the person any more."""
    entry = event.entry
    details = ForgetDetails(command_id=new_id(), case_id=entry.id)
    if not entry.note_blob_id:
        return (details,)
    return (details, DeleteBlob(command_id=new_id(), blob_id=entry.note_blob_id))


REACTIONS: Mapping[type[Event], tuple[Callable[..., tuple[Command, ...]], ...]] = {
    HelpAcknowledged: (of_help,),
    HelpEscalated: (of_help,),
    HelpUnanswered: (of_help,),
    HelpFinished: (of_help,),
    HelpNoteAdded: (of_late_note,),
    HelpNoted: (of_problem,),
    NoticeIssued: (of_notice,),
    FeelingWasLow: (of_rating,),
    NotDoneOpened: (keep_the_note,),
    NotDoneNoted: (keep_the_note,),
    NotDoneArchived: (forget_the_person,),
    NotDoneReferred: (forget_the_person,),
}
