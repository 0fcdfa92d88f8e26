"""Words of asking for help, of help under way, and of devices that need somebody."""

from __future__ import annotations

from typing import Literal

import msgspec

from hall.help import box_messages as box
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short

HelpKind = Literal["help", "unwell", "accompany", "collect", "not_done", "glasses", "paper"]
"""`glasses`: reading glasses or a magnifier are brought; `paper`: the guide of a matter is."""
HelpState = Literal["open", "escalated", "acknowledged", "finished", "taken_back", "unanswered"]
EmergencyStep = Literal[
    "kept_still", "called_120", "fetched_box", "waiting_outside", "told_family", "shielded"
]
AccompanyNote = Literal[
    "set_out", "form_filled", "copied", "at_window",
    "problem_policy", "problem_materials", "problem_system", "problem_other",
]  # fmt: skip
HelpNote = EmergencyStep | AccompanyNote
OwnNote = Literal[
    "cash_refused", "escalated", "acknowledged", "assigned", "finished", "taken_back", "unanswered",
]  # fmt: skip
"""What the hall notes by itself, so that no one has to look at a clock; refused cash is what a
visitor said at a kiosk."""
StatusWord = Literal[
    "ready", "paper_low", "paper_out", "cover_open", "user_error", "offline", "fault", "unknown"
]


class HelpMoment(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline; `at` is UTC, ISO 8601, `by` the station or person who said it."""

    at: str
    note: HelpNote | OwnNote
    by: str


class HelpView(msgspec.Struct, frozen=True, kw_only=True):
    """A help request as it stands; `requested_at` is UTC, ISO 8601.

    `note_blob_id` names the sealed blob of what the person wrote; `helper` is the number of the
    member of staff who goes along. A `drill` is an exercise and says so wherever it is shown.
    `matter_id` says of what the `paper` is that is asked for.
    `record_due`: it was an emergency that is over, and its record was not printed yet.
    """

    id: str
    station_id: str
    kind: HelpKind
    ticket_id: str | None
    state: HelpState
    requested_at: str
    note_blob_id: str | None = None
    drill: bool = False
    helper: str | None = None
    record_due: bool = False
    matter_id: str | None = None
    timeline: tuple[HelpMoment, ...] = ()


class DeviceView(msgspec.Struct, frozen=True, kw_only=True):
    """A device of a station as last reported; `since` is UTC, ISO 8601."""

    station_id: str
    device_id: str
    status: StatusWord
    since: str


class LoanView(msgspec.Struct, frozen=True, kw_only=True):
    """A thing of the hall in somebody's hands; times are UTC, ISO 8601. Nothing is asked for it."""

    id: str
    item_id: str
    ticket_id: str | None
    lent_at: str
    returned_at: str | None = None


class RequestHelp(Command):
    """Somebody needs a person. On the wire `kind` names the command, so this is `help_kind`.

    A `paper` is the guide of the matter `matter_id`; `cash_refused` says of `not_done` what it was.
    With that or a note it joins a request of that kind that waits for the same station already.
    `follows` is the request the same person made before: once that is answered, a note calls
    again and is put to both.
    """

    station_id: Short
    help_kind: HelpKind
    ticket_id: Short | None = None
    note_blob_id: Short | None = None
    drill: bool = False
    matter_id: Short | None = None
    cash_refused: bool = False
    follows: Short | None = None


class TakeBackHelp(Command):
    """It was pressed by mistake; only the station that asked, and only right after."""

    help_id: Short
    station_id: Short


class AcknowledgeHelp(Command):
    """A guide is on the way."""

    help_id: Short
    station_id: Short | None = None


class AssignHelper(Command):
    """A member of staff, by number, goes along with this person."""

    help_id: Short
    staff_number: Short
    station_id: Short | None = None


class NoteHelp(Command):
    """A step was done; the hall notes when."""

    help_id: Short
    note: HelpNote
    station_id: Short | None = None


class FinishHelp(Command):
    """The person is looked after; nothing is left to do."""

    help_id: Short
    station_id: Short | None = None


class LetHelpGo(Command):
    """The day is over: nobody waits at a kiosk any more."""


class CloseHelpRecord(Command):
    """The record of an emergency was printed, or nobody asks for it any more."""

    help_id: Short


class EscalateHelp(Command):
    """Nobody said in time that they are coming."""

    help_id: Short


class LendItem(Command):
    """Somebody borrows a thing of the hall: glasses, a wheelchair."""

    station_id: Short
    item_id: Short
    ticket_id: Short | None = None


class ReturnItem(Command):
    """It is back in its place."""

    station_id: Short
    loan_id: Short


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
    """Who asked for a person has written something, to be read before they come or after."""


class HelpEscalated(HelpEvent):
    """Nobody answered in time; everybody on duty is asked."""


class HelpAcknowledged(HelpEvent):
    """A guide is on the way."""


class HelpTakenBack(HelpEvent):
    """It was pressed by mistake."""


class HelperAssigned(HelpEvent):
    """A member of staff goes along."""


class HelpNoted(HelpEvent):
    """A step was done."""


class HelpFinished(HelpEvent):
    """The person is looked after."""


class HelpRecordClosed(HelpEvent):
    """The record of an emergency that is over was printed, or is asked for no more."""


class HelpUnanswered(HelpEvent):
    """The day ended and nobody had come."""


class LoanEvent(Event):
    """Something happened to a thing that is lent."""

    loan: LoanView


class ItemLent(LoanEvent):
    """Somebody borrowed it."""


class ItemReturned(LoanEvent):
    """It is back."""


class DeviceReported(Event):
    """A device of a station changed."""

    device: DeviceView


class NoSuchHelp(Refusal):
    """There is no such request."""


class TooLateToTakeBack(Refusal):
    """People are on their way; whoever comes ends it."""


class NotForThisHelp(Refusal):
    """That step belongs to another kind of help."""


class NoSuchStaff(Refusal):
    """Nobody of this number works here."""


class NoSuchItem(Refusal):
    """The hall has no such thing to lend."""


class ItemIsOut(Refusal):
    """Somebody has it."""

    loan: LoanView


class NoSuchLoan(Refusal):
    """Nobody has that, or not any more."""


class NothingNew(Refusal):
    """That device was already reported so."""


COMMANDS: tuple[type[Command], ...] = (
    RequestHelp,
    TakeBackHelp,
    AcknowledgeHelp,
    AssignHelper,
    NoteHelp,
    FinishHelp,
    LendItem,
    ReturnItem,
    ReportDevice,
    *box.COMMANDS,
)
INTERNAL: tuple[type[Command], ...] = (EscalateHelp, CloseHelpRecord, *box.INTERNAL)
EVENTS: tuple[type[Event], ...] = (
    HelpRequested,
    HelpNoteAdded,
    HelpEscalated,
    HelpAcknowledged,
    HelpTakenBack,
    HelperAssigned,
    HelpNoted,
    HelpFinished,
    HelpRecordClosed,
    HelpUnanswered,
    ItemLent,
    ItemReturned,
    DeviceReported,
    *box.EVENTS,
)
REFUSALS: tuple[type[Refusal], ...] = (
    NoSuchHelp,
    TooLateToTakeBack,
    NotForThisHelp,
    NoSuchStaff,
    NoSuchItem,
    ItemIsOut,
    NoSuchLoan,
    NothingNew,
    *box.REFUSALS,
)
