"""Words of asking for help and of devices that need somebody."""

from __future__ import annotations

from typing import Literal

import msgspec

from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short

HelpKind = Literal["help", "unwell", "accompany", "collect", "not_done"]
HelpState = Literal["open", "escalated", "acknowledged"]
StatusWord = Literal[
    "ready", "paper_low", "paper_out", "cover_open", "user_error", "offline", "fault", "unknown"
]


class HelpView(msgspec.Struct, frozen=True, kw_only=True):
    """A help request as it stands; `requested_at` is UTC, ISO 8601.

    `note_blob_id` names the sealed blob of what the person wrote.
    """

    id: str
    station_id: str
    kind: HelpKind
    ticket_id: str | None
    state: HelpState
    requested_at: str
    note_blob_id: str | None = None


class DeviceView(msgspec.Struct, frozen=True, kw_only=True):
    """A device of a station as last reported; `since` is UTC, ISO 8601."""

    station_id: str
    device_id: str
    status: StatusWord
    since: str


class RequestHelp(Command):
    """Somebody needs a person. On the wire `kind` names the command, so this is `help_kind`.

    With a note it joins a request of that kind that waits for the same station already.
    """

    station_id: Short
    help_kind: HelpKind
    ticket_id: Short | None = None
    note_blob_id: Short | None = None


class AcknowledgeHelp(Command):
    """A guide is on the way."""

    help_id: Short
    station_id: Short | None = None


class EscalateHelp(Command):
    """Nobody said in time that they are coming."""

    help_id: Short


class ReportDevice(Command):
    """A station says how one of its devices is."""

    station_id: Short
    device_id: Short
    status: StatusWord


class HelpEvent(Event):
    """Something happened to a help request."""

    help: HelpView


class HelpRequested(HelpEvent):
    """Somebody needs a person."""


class HelpNoteAdded(HelpEvent):
    """Who asked for a person has written something to be read before they come."""


class HelpEscalated(HelpEvent):
    """Nobody answered in time; everybody on duty is asked."""


class HelpAcknowledged(HelpEvent):
    """A guide is on the way."""


class DeviceReported(Event):
    """A device of a station changed."""

    device: DeviceView


class NoSuchHelp(Refusal):
    """There is no such request."""


class NothingNew(Refusal):
    """That device was already reported so."""


COMMANDS: tuple[type[Command], ...] = (RequestHelp, AcknowledgeHelp, ReportDevice)
INTERNAL: tuple[type[Command], ...] = (EscalateHelp,)
EVENTS: tuple[type[Event], ...] = (
    HelpRequested,
    HelpNoteAdded,
    HelpEscalated,
    HelpAcknowledged,
    DeviceReported,
)
REFUSALS: tuple[type[Refusal], ...] = (NoSuchHelp, NothingNew)
