"""What the hall does when somebody needs a person or a device needs a hand."""

from __future__ import annotations

import msgspec

from hall.help import rows
from hall.help.messages import (
    AcknowledgeHelp,
    DeviceReported,
    DeviceView,
    EscalateHelp,
    HelpAcknowledged,
    HelpEscalated,
    HelpNoteAdded,
    HelpRequested,
    HelpView,
    NoSuchHelp,
    NothingNew,
    ReportDevice,
    RequestHelp,
)
from hall.help.model import Action, next_state
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets.messages import NothingDue


def help_room() -> Room:
    """Build the room of help."""
    return Room(
        handlers={
            RequestHelp: request,
            AcknowledgeHelp: acknowledge,
            EscalateHelp: escalate,
            ReportDevice: report_device,
        }
    )


def request(command: RequestHelp, work: Work) -> Event | Refusal:
    """Tell the guides; if nobody answers in time, tell everybody."""
    if command.note_blob_id is not None and (asked := _asked_already(command, work)) is not None:
        rows.set_note(work, asked.id, command.note_blob_id)
        return work.record(
            HelpNoteAdded(help=msgspec.structs.replace(asked, note_blob_id=command.note_blob_id))
        )
    seen = HelpView(
        id=work.new_id(),
        station_id=command.station_id,
        kind=command.help_kind,
        ticket_id=command.ticket_id,
        state="open",
        requested_at=work.now.iso,
        note_blob_id=command.note_blob_id,
    )
    rows.insert_help(work, seen)
    work.after(work.rules.help_escalate_s, EscalateHelp(command_id=work.new_id(), help_id=seen.id))
    return work.record(HelpRequested(help=seen))


def acknowledge(command: AcknowledgeHelp, work: Work) -> Event | Refusal:
    """A guide is on the way."""
    seen = _move(work, command.help_id, "acknowledge")
    return NoSuchHelp() if seen is None else work.record(HelpAcknowledged(help=seen))


def escalate(command: EscalateHelp, work: Work) -> Event | Refusal:
    """Nobody answered in time."""
    seen = _move(work, command.help_id, "escalate")
    return NothingDue() if seen is None else work.record(HelpEscalated(help=seen))


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
            for seen in rows.open_helps(work.connection, work.hall_id)
            if (seen.station_id, seen.kind) == (command.station_id, command.help_kind)
        ),
        None,
    )


def _move(work: Work, help_id: str, action: Action) -> HelpView | None:
    seen = rows.load_help(work, help_id)
    state = next_state(seen.state, action) if seen is not None else None
    if seen is None or state is None:
        return None
    rows.set_help_state(work, help_id, state)
    return msgspec.structs.replace(seen, state=state)
