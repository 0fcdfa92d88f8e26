"""The room of counters and clerks, and what happens to the ticket at a counter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hall.calls import calling, counters, sending
from hall.calls import rows as counter_rows
from hall.calls.at_counter import leave, theirs
from hall.calls.messages import (
    CallNext,
    CallSpoken,
    CallTicket,
    CheckCallSpoken,
    CloseCounter,
    FinishService,
    FreeCounter,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    MoveTicket,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    ServiceFinished,
    ServiceStarted,
    StartService,
    TicketHeld,
    TicketMissed,
    TicketParked,
    TransferTicket,
)
from hall.calls.reactions import REACTIONS
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets import model
from hall.tickets import rows as ticket_rows
from hall.tickets.messages import ComeDue, WrongState
from hall.tickets.policy import Policy

MayFinish = Callable[[Work, model.Ticket], Refusal | None]
"""Why a counter may not be done with a number yet, None when it may; the room of visits knows."""


def calls_room(policy: Policy, may_finish: MayFinish) -> Room:
    """Build the room of calls from who is next and what must be done before one is finished."""
    desk = calling.CallDesk(policy)
    return Room(
        handlers={
            OpenCounter: counters.open_counter,
            PauseCounter: counters.pause_counter,
            CloseCounter: counters.close_counter,
            CallNext: desk.call_next,
            CallTicket: calling.call_ticket,
            RecallTicket: calling.recall,
            MissTicket: miss,
            HoldTicket: hold,
            StartService: start,
            FinishService: partial(finish, may_finish=may_finish),
            TransferTicket: sending.transfer,
            HandOverTicket: sending.hand_over,
            MoveTicket: sending.move,
            CallSpoken: calling.call_spoken,
            CheckCallSpoken: calling.check_call_spoken,
            FreeCounter: counters.free_counter,
        },
        reactions=REACTIONS,
    )


def miss(command: MissTicket, work: Work) -> Event | Refusal:
    """Nobody came: missed the first time, parked the second; the number stays good."""
    found = theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    action = model.missing_action(ticket.misses)
    state = model.next_state(ticket.state, action)
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = leave(
        work,
        counter,
        ticket,
        state=state,
        misses=ticket.misses + 1,
        returns_in=work.rules.missed_returns_after_calls if action == "miss" else None,
    )
    event = TicketMissed if action == "miss" else TicketParked
    return work.record(
        event(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
        )
    )


def hold(command: HoldTicket, work: Work) -> Event | Refusal:
    """Set a ticket aside; it belongs to the hall and comes due by itself."""
    found = theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    state = model.next_state(ticket.state, "hold")
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = leave(work, counter, ticket, state=state)
    due_at = work.after(
        work.rules.hold_s,
        ComeDue(command_id=model.return_of(ticket.ticket_id), ticket_id=ticket.ticket_id),
    )
    return work.record(
        TicketHeld(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
            due_at=due_at,
        )
    )


def start(command: StartService, work: Work) -> Event | Refusal:
    """The visitor sits at the counter."""
    found = theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    state = model.next_state(ticket.state, "start")
    if state is None:
        return WrongState(state=ticket.state)
    ticket = ticket_rows.save_ticket(work, ticket, state=state)
    counter = counter_rows.save_counter(work, counter, started_at=work.now.iso, silent=False)
    return work.record(
        ServiceStarted(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
        )
    )


def finish(command: FinishService, work: Work, may_finish: MayFinish) -> Event | Refusal:
    """Done, unless something must be asked first."""
    found = theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    state = model.next_state(ticket.state, "finish")
    if state is None:
        return WrongState(state=ticket.state)
    hindered = may_finish(work, ticket)
    if hindered is not None:
        return hindered
    counter, ticket = leave(work, counter, ticket, keep_counter=True, state=state)
    return work.record(
        ServiceFinished(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
        )
    )
