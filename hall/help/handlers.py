"""What the hall does when somebody needs a person or a device needs a hand."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

import msgspec

from hall.help import box, loans, rows
from hall.help.box_messages import CheckBox, ExpireBatch, StockBox, WarnOfBatch
from hall.help.messages import (
    AcknowledgeHelp,
    AssignHelper,
    CloseHelpRecord,
    DeviceReported,
    DeviceView,
    EmergencyStep,
    EscalateHelp,
    FinishHelp,
    HelpAcknowledged,
    HelperAssigned,
    HelpEscalated,
    HelpFinished,
    HelpMoment,
    HelpNote,
    HelpNoteAdded,
    HelpNoted,
    HelpRecordClosed,
    HelpRequested,
    HelpTakenBack,
    HelpUnanswered,
    HelpView,
    LendItem,
    LetHelpGo,
    NoSuchHelp,
    NoSuchStaff,
    NoteHelp,
    NotForThisHelp,
    NothingNew,
    OwnNote,
    ReportDevice,
    RequestHelp,
    ReturnItem,
    TakeBackHelp,
    TooLateToTakeBack,
)
from hall.help.model import ASKING, RECORD_S, STAYS_OVER_NIGHT, Action, next_state, stands
from hall.help.reactions import REACTIONS
from hall.kernel.errors import Malformed
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets.messages import NothingDue

_EMERGENCY_STEPS: tuple[str, ...] = get_args(EmergencyStep)


def help_room() -> Room:
    """Build the room of help."""
    return Room(
        handlers={
            RequestHelp: request,
            TakeBackHelp: take_back,
            AcknowledgeHelp: acknowledge,
            AssignHelper: assign,
            NoteHelp: note,
            FinishHelp: finish,
            CloseHelpRecord: close_record,
            EscalateHelp: escalate,
            LetHelpGo: let_go,
            LendItem: loans.lend,
            ReturnItem: loans.take_back,
            ReportDevice: report_device,
            StockBox: box.stock,
            CheckBox: box.check,
            WarnOfBatch: box.warn,
            ExpireBatch: box.expire,
        },
        reactions=REACTIONS,
    )


def request(command: RequestHelp, work: Work) -> Event | Refusal:
    """Tell the guides; if nobody answers in time, tell everybody.

    Raises Malformed for a drill of anything but an emergency, and for cash with another kind.
    """
    if command.drill and command.help_kind != "unwell":
        raise Malformed("$.drill", "Expected a drill of `unwell` only")
    if command.cash_refused and command.help_kind != "not_done":
        raise Malformed("$.cash_refused", "Expected cash with `not_done` only")
    asked = _asked_already(command, work) if command.note_blob_id or command.cash_refused else None
    if asked is not None and command.cash_refused:
        return work.record(HelpNoted(help=_noted(work, asked, "cash_refused")))
    if asked is not None and command.note_blob_id is not None:
        return _add_note(work, asked, command.note_blob_id)
    seen = HelpView(
        id=work.new_id(),
        station_id=command.station_id,
        kind=command.help_kind,
        ticket_id=command.ticket_id,
        state="open",
        requested_at=work.now.iso,
        note_blob_id=command.note_blob_id,
        drill=command.drill,
        matter_id=command.matter_id,
    )
    _note_what_it_follows(command, work)
    rows.insert_help(work, seen)
    if command.cash_refused:
        seen = _noted(work, seen, "cash_refused")
    work.after(work.rules.help_escalate_s, EscalateHelp(command_id=work.new_id(), help_id=seen.id))
    return work.record(HelpRequested(help=seen))


def take_back(command: TakeBackHelp, work: Work) -> Event | Refusal:
    """It was a mistake: said in time by the station that asked."""
    seen = rows.load_help(work, command.help_id)
    if seen is None or seen.station_id != command.station_id:
        return NoSuchHelp()
    age = work.now.utc - datetime.fromisoformat(seen.requested_at)
    if age.total_seconds() > work.rules.help_take_back_s:
        return TooLateToTakeBack()
    moved = _move(work, seen, "take_back", "taken_back")
    return NoSuchHelp() if moved is None else work.record(HelpTakenBack(help=moved))


def acknowledge(command: AcknowledgeHelp, work: Work) -> Event | Refusal:
    """A guide is on the way."""
    moved = _move(work, rows.load_help(work, command.help_id), "acknowledge", "acknowledged")
    return NoSuchHelp() if moved is None else work.record(HelpAcknowledged(help=moved))


def assign(command: AssignHelper, work: Work) -> Event | Refusal:
    """A member of staff goes along; that is an answer too."""
    seen = rows.load_help(work, command.help_id)
    if seen is None or not stands(seen.kind, seen.state):
        return NoSuchHelp()
    if work.facts.member(command.staff_number) is None:
        return NoSuchStaff()
    state = next_state(seen.state, "acknowledge") or seen.state
    helped = msgspec.structs.replace(seen, state=state, helper=command.staff_number)
    rows.set_help_state(work, helped)
    return work.record(HelperAssigned(help=_noted(work, helped, "assigned")))


def note(command: NoteHelp, work: Work) -> Event | Refusal:
    """Keep a step and when it was done; the same step twice is one."""
    seen = rows.load_help(work, command.help_id)
    if seen is None or not stands(seen.kind, seen.state):
        return NoSuchHelp()
    if (command.note in _EMERGENCY_STEPS) != (seen.kind == "unwell"):
        return NotForThisHelp()
    if command.note in _EMERGENCY_STEPS and any(one.note == command.note for one in seen.timeline):
        return NothingNew()
    return work.record(HelpNoted(help=_noted(work, seen, command.note)))


def finish(command: FinishHelp, work: Work) -> Event | Refusal:
    """The person is looked after."""
    seen = rows.load_help(work, command.help_id)
    if seen is None or not stands(seen.kind, seen.state):
        return NoSuchHelp()
    over = msgspec.structs.replace(seen, record_due=seen.kind == "unwell")
    moved = _move(work, over, "finish", "finished")
    if moved is None:
        return NoSuchHelp()
    if moved.record_due:
        work.after(RECORD_S, CloseHelpRecord(command_id=f"record-{seen.id}", help_id=seen.id))
    return work.record(HelpFinished(help=moved))


def close_record(command: CloseHelpRecord, work: Work) -> Event | Refusal:
    """The record was printed, or nobody who was there is left to sign it."""
    seen = rows.load_help(work, command.help_id)
    if seen is None or not seen.record_due:
        return NothingDue()
    work.forget(f"record-{seen.id}")
    closed = msgspec.structs.replace(seen, record_due=False)
    rows.set_help_state(work, closed)
    return work.record(HelpRecordClosed(help=closed))


def escalate(command: EscalateHelp, work: Work) -> Event | Refusal:
    """Nobody answered in time."""
    moved = _move(work, rows.load_help(work, command.help_id), "escalate", "escalated")
    return NothingDue() if moved is None else work.record(HelpEscalated(help=moved))


def let_go(_command: LetHelpGo, work: Work) -> Event | Refusal:
    """End what nobody waits for any more; an alarm is ended by a person only."""
    last: Event | None = None
    for seen in rows.standing_helps(work.connection, work.hall_id):
        if seen.kind in STAYS_OVER_NIGHT:
            continue
        unanswered = seen.state in ASKING
        moved = _move(work, seen, "let_go", "unanswered" if unanswered else "finished")
        if moved is not None:
            kind = HelpUnanswered if unanswered else HelpFinished
            last = work.record(kind(help=moved))
    return last or NothingDue()


def report_device(command: ReportDevice, work: Work) -> Event | Refusal:
    """Keep how a device is, when that is news."""
    before = rows.device_status(work, command.station_id, command.device_id)
    if before == command.status:
        return NothingNew()
    device = DeviceView(
        station_id=command.station_id,
        device_id=command.device_id,
        status=command.status,
        since=work.now.iso,
    )
    rows.save_device(work, device, known=before is not None)
    return work.record(DeviceReported(device=device))


def _asked_already(command: RequestHelp, work: Work) -> HelpView | None:
    """Return the request of this station and kind that nobody has answered yet."""
    return next(
        (
            seen
            for seen in rows.standing_helps(work.connection, work.hall_id)
            if seen.state in ASKING
            and (seen.station_id, seen.kind) == (command.station_id, command.help_kind)
        ),
        None,
    )


def _note_what_it_follows(command: RequestHelp, work: Work) -> None:
    """Put a note to the answered request of the same person too; no note takes another's place."""
    if command.note_blob_id is None or command.follows is None:
        return
    before = rows.load_help(work, command.follows)
    if before is None or before.state != "acknowledged" or before.note_blob_id is not None:
        return
    if (before.station_id, before.kind) == (command.station_id, command.help_kind):
        _add_note(work, before, command.note_blob_id)


def _add_note(work: Work, seen: HelpView, note_blob_id: str) -> Event:
    rows.set_note(work, seen.id, note_blob_id)
    noted = msgspec.structs.replace(seen, note_blob_id=note_blob_id)
    return work.record(HelpNoteAdded(help=noted))


def _move(work: Work, seen: HelpView | None, action: Action, told: OwnNote) -> HelpView | None:
    """Carry out an action and note when; None where it is not allowed."""
    state = next_state(seen.state, action) if seen is not None else None
    if seen is None or state is None:
        return None
    moved = msgspec.structs.replace(seen, state=state)
    rows.set_help_state(work, moved)
    return _noted(work, moved, told)


def _noted(work: Work, seen: HelpView, told: HelpNote | OwnNote) -> HelpView:
    moment = HelpMoment(at=work.now.iso, note=told, by=work.actor)
    rows.insert_moment(work, seen, moment)
    return msgspec.structs.replace(seen, timeline=(*seen.timeline, moment))
