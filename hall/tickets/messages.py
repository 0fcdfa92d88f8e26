"""Words of taking a number and of the business day."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.facts import Priority
from hall.kernel.messages import PLAIN, Command, Event, Refusal
from hall.kernel.secret import Secret

AgeBand = Literal["under_60", "60_79", "80_plus"]
Claim = Literal["disabled", "pregnant", "veteran", "martyr_family", "firefighter", "medal"]
Need = Literal["hearing", "sight", "wheelchair", "slow_walk", "speech"]
TicketState = Literal[
    "waiting",
    "called",
    "serving",
    "held",
    "missed",
    "parked",
    "finished",
    "cancelled",
    "carried_over",
]
PrintState = Literal["not_printed", "printed", "unknown"]
Where = Literal["seats", "guide_desk"]
Short = Annotated[str, msgspec.Meta(max_length=64, pattern=PLAIN)]
Reason = Annotated[str, msgspec.Meta(max_length=200, pattern=PLAIN)]


class Visitor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a station sends of the person in front of it; reduced at the door, never stored.

    `birth_date` and `card_valid_to` are ISO dates. `behalf_of` says that the holder of the card
    takes a number for somebody else.
    """

    id_number: Secret | None = None
    surname: Secret | None = None
    sex: Literal[0, 1, 2, 9] | None = None
    birth_date: Secret | None = None
    stated_age_band: AgeBand | None = None
    card_valid_to: Short | None = None
    behalf_of: Literal["family", "agency"] | None = None
    claims: Annotated[tuple[Claim, ...], msgspec.Meta(max_length=6)] = ()
    needs: Annotated[tuple[Need, ...], msgspec.Meta(max_length=5)] = ()


class TicketView(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as everybody may see it; names nobody.

    `taken_at` is UTC, ISO 8601. `order` ranks waiting tickets of one queue: the smaller is called
    first. `ahead` is filled in answers only: whoever ranks before it in any queue that an open
    counter weighs against this one, withheld numbers left out. `call_no` counts its calls.
    """

    id: str
    number: str
    series: str
    matter_id: str
    queue: str
    priority: Priority
    reason: str
    state: TicketState
    ahead: int | None
    where: Where
    taken_at: str
    visitor_id: str
    station_id: str
    behalf_of: str | None
    print_state: PrintState
    counter_id: str | None
    call_no: int
    order: tuple[int, int, float, int]
    day_id: str = ""


class OpenDay(Command):
    """Open the business day."""

    station_id: Short


class CloseDay(Command):
    """Close the business day; what still waits is carried over."""

    station_id: Short


class TakeTicket(Command):
    """Take a number. `visit_id` is the visit of somebody whom a guide has greeted already."""

    station_id: Short
    matter_id: Short
    visitor: Visitor
    visit_id: Short | None = None


class ReportPrint(Command):
    """Say how the paper of a ticket came out; `status` is a device status word."""

    ticket_id: Short
    station_id: Short
    outcome: PrintState
    status: Short = ""


class ReprintTicket(Command):
    """A person asks for the paper once more."""

    ticket_id: Short
    station_id: Short


class ReturnTicket(Command):
    """Somebody who was missed or parked is here: waiting again."""

    ticket_id: Short
    counter_id: Short | None = None
    station_id: Short | None = None


class CancelTicket(Command):
    """The visitor does not need this number any more."""

    ticket_id: Short
    reason: Reason
    counter_id: Short | None = None
    station_id: Short | None = None


class FindTicket(Command):
    """Whose card lies on this desk: which numbers do they hold? Reduced at the door."""

    station_id: Short
    id_number: Secret


class UndoTicket(Command):
    """The number was just taken by mistake; only the station that gave it, and only right after."""

    ticket_id: Short
    station_id: Short


class AddNeeds(Command):
    """Somebody with a number said at a station what they need; class and place stay."""

    ticket_id: Short
    station_id: Short
    needs: Annotated[tuple[Need, ...], msgspec.Meta(max_length=5)] = ()


class ChangeVisitor(Command):
    """Correct what was said of the person; the number stays, the class may change."""

    ticket_id: Short
    reason: Reason
    visitor: Visitor
    station_id: Short | None = None
    counter_id: Short | None = None


class ComeDue(Command):
    """A held ticket waits again."""

    ticket_id: Short


class PlanDays(Command):
    """See that the business day is open, or its opening planned; sent when the hall starts."""


class PurgeVisitors(Command):
    """Forget who came on a business day."""

    day_id: Short


class DayOpened(Event):
    """The business day is open; `date` is the local calendar date it is named after."""

    day_id: str
    date: str


class DayClosed(Event):
    """The business day is closed."""

    day_id: str
    date: str


class ClockStepped(Event):
    """The machine's clock jumped by more than a minute; order and durations are unharmed."""

    step_s: float


class VisitorsPurged(Event):
    """Nothing is left that says who came that day; `count` is how many rows went."""

    day_id: str
    count: int


class TicketEvent(Event):
    """Something happened to a ticket; it carries the ticket as it is now."""

    ticket: TicketView


class TicketTaken(TicketEvent):
    """A number was given. `visit_id` as in TakeTicket."""

    visit_id: str | None = None


class PrintReported(TicketEvent):
    """The paper came out, did not, or nobody knows."""

    status: str


class TicketReprinted(TicketEvent):
    """A copy was asked for."""

    by_station_id: str


class TicketReturned(TicketEvent):
    """Waiting again after missing a call, being parked or held."""


class TicketCancelled(TicketEvent):
    """The number is not needed any more."""

    reason_text: str


class VisitorChanged(TicketEvent):
    """What was said of the person was corrected."""

    reason_text: str


class TicketCarriedOver(TicketEvent):
    """The day ended before it was served."""


class AlreadyWaiting(Refusal):
    """This person already holds a number for this matter today."""

    ticket: TicketView


class TicketsFound(Refusal):
    """The open numbers of whoever was asked for, none where they hold none; nothing has changed."""

    tickets: tuple[TicketView, ...]


class MatterClosed(Refusal):
    """Outside the business day; `opens` is the local time of the next opening."""

    opens: str


class NoSuchMatter(Refusal):
    """The list has no such matter."""

    matter_id: str


class NoSuchTicket(Refusal):
    """There is no such ticket today."""


class WrongState(Refusal):
    """The ticket is not in a state that allows this."""

    state: str


class TooLateToUndo(Refusal):
    """The number was given too long ago to be taken back by whoever holds it; it stays good."""


class DayAlreadyOpen(Refusal):
    """It is open already."""


class DayNotOpen(Refusal):
    """No business day is open."""


class NothingDue(Refusal):
    """What was planned is not needed any more."""


COMMANDS: tuple[type[Command], ...] = (
    OpenDay,
    CloseDay,
    TakeTicket,
    ReportPrint,
    ReprintTicket,
    ReturnTicket,
    CancelTicket,
    FindTicket,
    UndoTicket,
    AddNeeds,
    ChangeVisitor,
)
INTERNAL: tuple[type[Command], ...] = (ComeDue, PlanDays, PurgeVisitors)
EVENTS: tuple[type[Event], ...] = (
    DayOpened,
    DayClosed,
    ClockStepped,
    VisitorsPurged,
    TicketTaken,
    PrintReported,
    TicketReprinted,
    TicketReturned,
    TicketCancelled,
    VisitorChanged,
    TicketCarriedOver,
)
REFUSALS: tuple[type[Refusal], ...] = (
    AlreadyWaiting,
    TicketsFound,
    MatterClosed,
    NoSuchMatter,
    NoSuchTicket,
    WrongState,
    TooLateToUndo,
    DayAlreadyOpen,
    DayNotOpen,
    NothingDue,
)
