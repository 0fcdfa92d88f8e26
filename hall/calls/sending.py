"""Sending a ticket on: to another counter or matter, or into another clerk's hands."""

from __future__ import annotations

from hall.calls import calling
from hall.calls import rows as counter_rows
from hall.calls.at_counter import leave, theirs
from hall.calls.messages import (
    CounterNotOpen,
    HandOverTicket,
    MoveTicket,
    NoSuchCounter,
    TicketHandedOver,
    TicketMoved,
    TicketTransferred,
    TransferTicket,
)
from hall.calls.model import Counter, own_queue
from hall.kernel.errors import Malformed
from hall.kernel.messages import Event, Refusal
from hall.kernel.privacy import masked
from hall.kernel.work import Work
from hall.tickets import model
from hall.tickets import rows as ticket_rows
from hall.tickets.ahead import count_ahead
from hall.tickets.messages import AlreadyWaiting, NoSuchMatter, NoSuchTicket, WrongState


def transfer(command: TransferTicket, work: Work) -> Event | Refusal:
    """Send a ticket on: number and arrival stay, next there after the one being served.

    Raises Malformed when it says neither a counter nor a matter.
    """
    if command.to_counter_id is None and command.to_matter_id is None:
        raise Malformed("$.to_counter_id", "say to_counter_id, to_matter_id or both")
    found = theirs(command, work)
    if isinstance(found, Refusal):
        return found
    counter, ticket = found
    target = _target(command, work, ticket)
    if isinstance(target, Refusal):
        return target
    matter_id, queue = target
    state = model.next_state(ticket.state, "transfer")
    if state is None:
        return WrongState(state=ticket.state)
    counter, ticket = leave(
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
    """Give the ticket, as it is, to another open and empty counter; one still on its way is called.

    Whoever was asked to the first counter must hear of the second.
    """
    found = theirs(command, work)
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
    handed_over = work.record(
        TicketHandedOver(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
            to_counter=counter_rows.view(to_counter),
            reason_text=masked(command.reason),
        )
    )
    if state == "called":
        calling.announce(work, to_counter, ticket)
    return handed_over


def move(command: MoveTicket, work: Work) -> Event | Refusal:
    """Send somebody who waits elsewhere: number and arrival stay, and so does their turn.

    Raises Malformed when it says neither a counter nor a matter.
    """
    if command.to_counter_id is None and command.to_matter_id is None:
        raise Malformed("$.to_counter_id", "say to_counter_id, to_matter_id or both")
    ticket = ticket_rows.load_ticket(work, command.ticket_id)
    if ticket is None:
        return NoSuchTicket()
    if ticket.state != "waiting":
        return WrongState(state=ticket.state)
    target = _target(command, work, ticket)
    if isinstance(target, Refusal):
        return target
    matter_id, queue = target
    held = _held_already(work, ticket, matter_id)
    if held is not None:
        return AlreadyWaiting(ticket=ticket_rows.view(held))
    serving = counter_rows.at_work(work)
    ticket = ticket_rows.save_ticket(
        work,
        ticket,
        matter_id=matter_id,
        queue=queue,
        where="seats" if serving.serves(queue) else "guide_desk",
    )
    ahead = count_ahead(work, ticket, serving.beside(queue))
    return work.record(
        TicketMoved(
            ticket=ticket_rows.view(ticket, ahead),
            to_counter_id=command.to_counter_id,
            to_matter_id=command.to_matter_id,
        )
    )


def _held_already(work: Work, ticket: model.Ticket, matter_id: str) -> model.Ticket | None:
    """Return another number the same person holds for a matter, for themselves as this one is."""
    if matter_id == ticket.matter_id or ticket.behalf_of:
        return None
    theirs = ticket_rows.tickets_of(work, ticket.visitor_id)
    return next((one for one in theirs if one.matter_id == matter_id and not one.behalf_of), None)


def _target(
    command: TransferTicket | MoveTicket, work: Work, ticket: model.Ticket
) -> tuple[str, str] | Refusal:
    """Return the matter and the queue a ticket is sent to."""
    matter_id = command.to_matter_id or ticket.matter_id
    matter = work.facts.matter(matter_id)
    if command.to_counter_id is not None:
        if work.facts.counter(command.to_counter_id) is None:
            return NoSuchCounter()
        if counter_rows.load_counter(work, command.to_counter_id).state == "closed":
            return CounterNotOpen()
        if matter is not None or command.to_matter_id is None:
            return matter_id, own_queue(command.to_counter_id)
    if matter is None:
        return NoSuchMatter(matter_id=matter_id)
    return matter.id, matter.queue
