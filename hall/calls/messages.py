"""Words of counters and clerks."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Reason, Short, TicketEvent, TicketView

CounterState = Literal["open", "paused", "closed"]
CallNo = Annotated[int, msgspec.Meta(ge=1, le=10_000)]


class CounterView(msgspec.Struct, frozen=True, kw_only=True):
    """A counter as it stands; times are UTC, ISO 8601.

    `spoken` turns true when the call was heard once, `silent` when it was not in time.
    `call_seq` orders calls over all counters.
    """

    id: str
    state: CounterState
    clerk_id: str | None = None
    ticket_id: str | None = None
    call_no: int = 0
    called_at: str | None = None
    started_at: str | None = None
    call_seq: int = 0
    spoken: bool = False
    silent: bool = False


class CounterCommand(Command):
    """A wish of the counter `counter_id`."""

    counter_id: Short


class OpenCounter(CounterCommand):
    """A clerk sits down; takes over whatever ticket the counter holds."""

    clerk_id: Short


class PauseCounter(CounterCommand):
    """No more calls for a while; a ticket at the counter stays there."""

    clerk_id: Short


class CloseCounter(CounterCommand):
    """The clerk leaves."""

    clerk_id: Short


class CallNext(CounterCommand):
    """Call whoever is next for this counter."""


class CallTicket(CounterCommand):
    """Call one particular ticket out of order, with a reason."""

    ticket_id: Short
    reason: Reason


class TicketCommand(CounterCommand):
    """A wish about the ticket at this counter."""

    ticket_id: Short


class RecallTicket(TicketCommand):
    """Call it once more."""


class MissTicket(TicketCommand):
    """Nobody came."""


class HoldTicket(TicketCommand):
    """Set it aside; it belongs to the hall and comes due by itself."""


class StartService(TicketCommand):
    """The visitor sits at the counter."""


class FinishService(TicketCommand):
    """Done."""


class TransferTicket(TicketCommand):
    """Send it to another counter or matter, or to a counter for that matter; number stays."""

    to_counter_id: Short | None = None
    to_matter_id: Short | None = None


class HandOverTicket(TicketCommand):
    """Give the ticket at this counter to another counter's clerk as it is."""

    to_counter_id: Short
    reason: Reason


class MoveTicket(Command):
    """A guide sends somebody who waits to another counter or matter; number and arrival stay."""

    ticket_id: Short
    station_id: Short
    to_counter_id: Short | None = None
    to_matter_id: Short | None = None


class CallSpoken(Command):
    """The announcing station has played the call once."""

    station_id: Short
    ticket_id: Short
    call_no: CallNo


class CheckCallSpoken(Command):
    """Was the call heard in time?"""

    counter_id: Short
    ticket_id: Short
    call_no: CallNo


class FreeCounter(Command):
    """The number at this counter was given up."""

    counter_id: Short
    ticket_id: Short


class CounterEvent(Event):
    """Something happened to a counter; it carries the counter as it is now."""

    counter: CounterView


class CounterOpened(CounterEvent):
    """A clerk is there. `taken_over_from` names the clerk whose ticket was taken over."""

    ticket: TicketView | None = None
    taken_over_from: str | None = None


class CounterPaused(CounterEvent):
    """The counter takes a break."""


class CounterClosed(CounterEvent):
    """The counter is closed."""


class CounterFreed(CounterEvent):
    """The number at this counter was given up; it may call the next."""


class TicketAtCounter(TicketEvent):
    """Something happened to a ticket at a counter; carries both as they are now."""

    counter_id: str
    counter: CounterView


class TicketCalled(TicketAtCounter):
    """Please come: first call or recall, see `call_no`; `reason_text` if out of order."""

    call_no: int
    reason_text: str = ""


class TicketMissed(TicketAtCounter):
    """Nobody came; it waits again after some calls."""


class TicketParked(TicketAtCounter):
    """Nobody came twice; staff look for the person, the number stays good."""


class TicketHeld(TicketAtCounter):
    """Set aside until `due_at`, UTC."""

    due_at: str


class ServiceStarted(TicketAtCounter):
    """The visitor sits at the counter."""


class ServiceFinished(TicketAtCounter):
    """Done."""


class TicketTransferred(TicketAtCounter):
    """Sent on; next there after the one being served."""

    to_counter_id: str | None
    to_matter_id: str | None


class TicketHandedOver(TicketAtCounter):
    """Now at another counter; `to_counter` is that counter as it is now."""

    to_counter: CounterView
    reason_text: str


class TicketMoved(TicketEvent):
    """Sent to another counter or matter while it waits; it has the place of its arrival there."""

    to_counter_id: str | None
    to_matter_id: str | None


class CallWasSpoken(CounterEvent):
    """The call was heard once."""

    ticket_id: str
    call_no: int


class CallNotSpoken(CounterEvent):
    """The call was not heard in time: somebody must go and fetch."""

    ticket_id: str
    call_no: int


class NobodyWaiting(Refusal):
    """Nobody waits for this counter."""


class CounterBusy(Refusal):
    """This counter still holds a ticket."""

    ticket: TicketView


class CounterNotOpen(Refusal):
    """Open the counter first."""


class NoSuchCounter(Refusal):
    """The hall has no such counter."""


class NotWaiting(Refusal):
    """That ticket is not waiting."""


class NotYours(Refusal):
    """That ticket is not at this counter."""


class AlreadySpoken(Refusal):
    """Said already, or called again since."""


COMMANDS: tuple[type[Command], ...] = (
    OpenCounter,
    PauseCounter,
    CloseCounter,
    CallNext,
    CallTicket,
    RecallTicket,
    MissTicket,
    HoldTicket,
    StartService,
    FinishService,
    TransferTicket,
    HandOverTicket,
    MoveTicket,
    CallSpoken,
)
INTERNAL: tuple[type[Command], ...] = (CheckCallSpoken, FreeCounter)
EVENTS: tuple[type[Event], ...] = (
    CounterOpened,
    CounterPaused,
    CounterClosed,
    CounterFreed,
    TicketCalled,
    TicketMissed,
    TicketParked,
    TicketHeld,
    ServiceStarted,
    ServiceFinished,
    TicketTransferred,
    TicketHandedOver,
    TicketMoved,
    CallWasSpoken,
    CallNotSpoken,
)
REFUSALS: tuple[type[Refusal], ...] = (
    NobodyWaiting,
    CounterBusy,
    CounterNotOpen,
    NoSuchCounter,
    NotWaiting,
    NotYours,
    AlreadySpoken,
)
