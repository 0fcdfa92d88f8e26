"""What the hall does at its counters, besides calling."""

from __future__ import annotations

from datetime import timedelta

from hall.calls import calling
from hall.calls import rows as counter_rows
from hall.calls.messages import (
    CallNext,
    CallSpoken,
    CallTicket,
    CheckCallSpoken,
    CloseCounter,
    CounterBusy,
    CounterClosed,
    CounterNotOpen,
    CounterOpened,
    CounterPaused,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    NoSuchCounter,
    NotYours,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    ServiceFinished,
    ServiceStarted,
    StartService,
    TicketCommand,
    TicketHandedOver,
    TicketHeld,
    TicketMissed,
    TicketParked,
    TicketTransferred,
    TransferTicket,
)
from hall.calls.model import Counter, next_state, own_queue
from hall.kernel.clock import iso
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.tickets import model
from hall.tickets import rows as ticket_rows
from hall.tickets.messages import ComeDue, NoSuchMatter, WrongState
from hall.tickets.policy import Policy


def calls_room(policy: Policy) -> Room:
    """Build the room of calls from who is next."""
    desk = calling.CallDesk(policy)
    return Room(
        handlers={
            OpenCounter: open_counter,
            PauseCounter: pause_counter,
            CloseCounter: close_counter,
            CallNext: desk.call_next,
            CallTicket: calling.call_ticket,
            RecallTicket: calling.recall,
            MissTicket: miss,
            HoldTicket: hold,
            StartService: start,
            FinishService: finish,
            TransferTicket: transfer,
            HandOverTicket: hand_over,
            CallSpoken: calling.call_spoken,
            CheckCallSpoken: calling.check_call_spoken,
        }
    )


def open_counter(command: OpenCounter, work: Work) -> Event | Refusal:
    """A clerk sits down; the ticket left at the counter comes back to whoever sits there."""
    if work.facts.counter(command.counter_id) is None:
        return NoSuchCounter()
    counter = counter_rows.load_counter(work, command.counter_id)
    before = counter.clerk_id
    ticket = ticket_rows.load_ticket(work, counter.ticket_id) if counter.ticket_id else None
    taken_over = before if ticket is not None and before != command.clerk_id else None
    counter = counter_rows.save_counter(work, counter, state="open", clerk_id=command.clerk_id)
    return work.record(
        CounterOpened(
            counter=counter_rows.view(counter),
            ticket=ticket_rows.view(ticket) if ticket is not None else None,
            taken_over_from=taken_over,
        )
    )


def pause_counter(command: PauseCounter, work: Work) -> Event | Refusal:
    """No more calls for a while; a ticket at the counter stays there."""
    counter = counter_rows.load_counter(work, command.counter_id)
    state = next_state(counter.state, "pause")
    if state is None:
        return CounterNotOpen()
    counter = counter_rows.save_counter(work, counter, state=state)
    return work.record(CounterPaused(counter=counter_rows.view(counter)))


def close_counter(command: CloseCounter, work: Work) -> Event | Refusal:
    """The clerk leaves; whoever was sent to this very counter waits for any that can serve."""
    counter = counter_rows.load_counter(work, command.counter_id)
    if counter.ticket_id is not None:
        held = ticket_rows.load_ticket(work, counter.ticket_id)
        if held is not None:
            return CounterBusy(ticket=ticket_rows.view(held))
    for ticket in ticket_rows.tickets_in(work, ("waiting",), (own_queue(counter.counter_id),)):
        matter = work.facts.matter(ticket.matter_id)
        if matter is not None:
            sent = ticket_rows.save_ticket(work, ticket, queue=matter.queue, front=0)
            work.record(
                TicketTransferred(
                    ticket=ticket_rows.view(sent),
                    counter_id=counter.counter_id,
                    counter=counter_rows.view(counter),
                    to_counter_id=None,
                    to_matter_id=ticket.matter_id,
                )
            )
    counter = counter_rows.save_counter(work, counter, state="closed", clerk_id=None)
    return work.record(CounterClosed(counter=counter_rows.view(counter)))


def miss(command: MissTicket, work: Work) -> Event | Refusal:
    """Nobody came: missed the first time, parked the second; the number stays good."""
    found = _theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    action = model.missing_action(ticket.misses)
    state = model.next_state(ticket.state, action)
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = _leave(
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
    found = _theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    state = model.next_state(ticket.state, "hold")
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = _leave(work, counter, ticket, state=state)
    due_at = work.now.utc + timedelta(seconds=work.rules.hold_s)
    work.later(due_at, ComeDue(command_id=work.new_id(), ticket_id=ticket.ticket_id))
    return work.record(
        TicketHeld(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
            due_at=iso(due_at),
        )
    )


def start(command: StartService, work: Work) -> Event | Refusal:
    """The visitor sits at the counter."""
    found = _theirs(command, work)
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


def finish(command: FinishService, work: Work) -> Event | Refusal:
    """Done."""
    found = _theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    state = model.next_state(ticket.state, "finish")
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = _leave(work, counter, ticket, keep_counter=True, state=state)
    return work.record(
        ServiceFinished(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
        )
    )


def transfer(command: TransferTicket, work: Work) -> Event | Refusal:
    """Send a ticket on: number and arrival stay, next there after the one being served."""
    found = _theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    target = _transfer_target(command, work, ticket)
    if isinstance(target, Refusal):
        return target
    matter_id, queue = target
    state = model.next_state(ticket.state, "transfer")
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = _leave(
        work, counter, ticket, state=state, matter_id=matter_id, queue=queue, front=0
    )
    return work.record(
        TicketTransferred(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
            to_counter_id=command.to_counter_id,
            to_matter_id=command.to_matter_id,
        )
    )


def hand_over(command: HandOverTicket, work: Work) -> Event | Refusal:
    """Give the ticket, as it is, to another open and empty counter."""
    found = _theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    to_counter = calling.ready_counter(work, command.to_counter_id)
    if not isinstance(to_counter, Counter):
        return to_counter
    state = model.next_state(ticket.state, "hand_over")
    if state is None:
        return WrongState(state=ticket.state)
    to_counter = counter_rows.save_counter(
        work,
        to_counter,
        ticket_id=ticket.ticket_id,
        call_no=counter.call_no,
        called_at=counter.called_at,
        started_at=counter.started_at,
        call_seq=work.seq() + 1,
        spoken=True,
        silent=False,
    )
    counter = counter_rows.free_counter(work, counter)
    ticket = ticket_rows.save_ticket(work, ticket, counter_id=to_counter.counter_id, state=state)
    return work.record(
        TicketHandedOver(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
            to_counter=counter_rows.view(to_counter),
            reason_text=command.reason,
        )
    )


def _theirs(command: TicketCommand, work: Work) -> tuple[Counter, model.Ticket] | Refusal:
    """Return the counter and its ticket, if that is the ticket meant."""
    counter = counter_rows.load_counter(work, command.counter_id)
    ticket = ticket_rows.load_ticket(work, command.ticket_id)
    if ticket is None or counter.ticket_id != ticket.ticket_id:
        return NotYours()
    return counter, ticket


def _leave(
    work: Work,
    counter: Counter,
    ticket: model.Ticket,
    *,
    keep_counter: bool = False,
    **changes: object,
) -> tuple[Counter, model.Ticket]:
    """Take a ticket from its counter; the person's other numbers may be called again."""
    counter = counter_rows.free_counter(work, counter)
    changes = changes if keep_counter else {**changes, "counter_id": None}
    ticket = ticket_rows.save_ticket(work, ticket, **changes)
    ticket_rows.withhold_others(work, ticket, withheld=False)
    return counter, ticket


def _transfer_target(
    command: TransferTicket, work: Work, ticket: model.Ticket
) -> tuple[str, str] | Refusal:
    if command.to_counter_id is not None:
        if work.facts.counter(command.to_counter_id) is None:
            return NoSuchCounter()
        target = counter_rows.load_counter(work, command.to_counter_id)
        if target.state == "closed":
            return CounterNotOpen()
        return ticket.matter_id, own_queue(target.counter_id)
    matter = work.facts.matter(command.to_matter_id or "")
    if matter is None:
        return NoSuchMatter(matter_id=command.to_matter_id or "")
    return matter.id, matter.queue
