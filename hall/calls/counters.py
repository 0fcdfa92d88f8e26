"""A clerk sits down at a counter, takes a break, leaves."""

from __future__ import annotations

from hall.calls import rows as counter_rows
from hall.calls.messages import (
    CloseCounter,
    CounterBusy,
    CounterClosed,
    CounterFreed,
    CounterNotOpen,
    CounterOpened,
    CounterPaused,
    FreeCounter,
    NoSuchCounter,
    OpenCounter,
    PauseCounter,
    TicketTransferred,
)
from hall.calls.model import Counter, next_state, own_queue
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets import model
from hall.tickets import rows as ticket_rows
from hall.tickets.messages import NothingDue


def open_counter(command: OpenCounter, work: Work) -> Event | Refusal:
    """A clerk sits down; the ticket left at the counter comes back to whoever sits there."""
    if work.facts.counter(command.counter_id) is None:
        return NoSuchCounter()
    counter = counter_rows.load_counter(work, command.counter_id)
    before = counter.clerk_id
    ticket = ticket_rows.load_ticket(work, counter.ticket_id) if counter.ticket_id else None
    taken_over = before if ticket is not None and before != command.clerk_id else None
    state = next_state(counter.state, "open") or counter.state
    counter = counter_rows.save_counter(work, counter, state=state, clerk_id=command.clerk_id)
    return work.record(
        CounterOpened(
            counter=counter_rows.view(counter),
            ticket=ticket_rows.view(ticket) if ticket is not None else None,
            taken_over_from=taken_over,
        )
    )


def pause_counter(command: PauseCounter, work: Work) -> Event | Refusal:
    """No more calls for a while; a ticket at the counter stays there."""
    if work.facts.counter(command.counter_id) is None:
        return NoSuchCounter()
    counter = counter_rows.load_counter(work, command.counter_id)
    state = next_state(counter.state, "pause")
    if state is None:
        return CounterNotOpen()
    counter = counter_rows.save_counter(work, counter, state=state)
    return work.record(CounterPaused(counter=counter_rows.view(counter)))


def close_counter(command: CloseCounter, work: Work) -> Event | Refusal:
    """The clerk leaves; whoever was sent to this very counter waits for any that can serve."""
    if work.facts.counter(command.counter_id) is None:
        return NoSuchCounter()
    counter = counter_rows.load_counter(work, command.counter_id)
    if counter.ticket_id is not None:
        held = ticket_rows.load_ticket(work, counter.ticket_id)
        if held is not None:
            return CounterBusy(ticket=ticket_rows.view(held))
    _leave_nobody_behind(work, counter)
    state = next_state(counter.state, "close") or counter.state
    counter = counter_rows.save_counter(work, counter, state=state, clerk_id=None)
    return work.record(CounterClosed(counter=counter_rows.view(counter)))


def free_counter(command: FreeCounter, work: Work) -> Event | Refusal:
    """Set a counter free whose number was given up; the person's others may be called again."""
    counter = counter_rows.load_counter(work, command.counter_id)
    ticket = ticket_rows.load_ticket(work, command.ticket_id)
    if ticket is None or counter.ticket_id != ticket.ticket_id:
        return NothingDue()
    counter = counter_rows.free_counter(work, counter)
    ticket_rows.withhold_others(work, ticket, withheld=False)
    return work.record(CounterFreed(counter=counter_rows.view(counter)))


def _leave_nobody_behind(work: Work, counter: Counter) -> None:
    """Send everybody who was sent to a counter that closes where their matter is served."""
    for ticket in ticket_rows.tickets_in(
        work, sorted(model.STANDING), (own_queue(counter.counter_id),)
    ):
        matter = work.facts.matter(ticket.matter_id)
        if matter is not None:
            sent = ticket_rows.save_ticket(work, ticket, queue=matter.queue)
            work.record(
                TicketTransferred(
                    ticket=ticket_rows.view(sent),
                    counter_id=counter.counter_id,
                    counter=counter_rows.view(counter),
                    to_counter_id=None,
                    to_matter_id=ticket.matter_id,
                )
            )
