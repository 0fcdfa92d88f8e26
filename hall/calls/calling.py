"""Calling: who is next at a counter, recalls, and whether the call was heard."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hall.calls import rows as counter_rows
from hall.calls.messages import (
    AlreadySpoken,
    CallNext,
    CallNotSpoken,
    CallSpoken,
    CallTicket,
    CallWasSpoken,
    CheckCallSpoken,
    CounterBusy,
    CounterNotOpen,
    NobodyWaiting,
    NoSuchCounter,
    NotWaiting,
    NotYours,
    RecallTicket,
    TicketCalled,
)
from hall.calls.model import Counter, own_queue
from hall.kernel.messages import Event, Refusal
from hall.kernel.privacy import masked
from hall.kernel.work import Work
from hall.tickets import rows as ticket_rows
from hall.tickets.handlers import wait_again
from hall.tickets.messages import NoSuchTicket, NothingDue, WrongState
from hall.tickets.model import PriorityClass, Ticket, next_state
from hall.tickets.policy import Policy

CLASSES: tuple[PriorityClass, ...] = get_args(PriorityClass)


class CallDesk:
    """The handlers that need to know who is next."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def call_next(self, command: CallNext, work: Work) -> Event | Refusal:
        """Call the policy's choice among the heads of the queues this counter serves."""
        counter = ready_counter(work, command.counter_id)
        if not isinstance(counter, Counter):
            return counter
        queues = queues_of(work, counter.counter_id)
        chosen = self._choose(work, queues, counter)
        if chosen is None and _bring_back_missed(work, queues):
            chosen = self._choose(work, queues, counter)
        if chosen is None:
            return NobodyWaiting()
        ticket = ticket_rows.load_ticket(work, chosen)
        return NotWaiting() if ticket is None else call(work, counter, ticket)

    def _choose(self, work: Work, queues: tuple[str, ...], counter: Counter) -> str | None:
        heads = ticket_rows.heads(work, queues, CLASSES)
        chosen = self._policy.choose(heads, work.now.steady_s, counter.calls_made)
        return chosen.ticket_id if chosen is not None else None


def call_ticket(command: CallTicket, work: Work) -> Event | Refusal:
    """Call one particular waiting ticket out of order."""
    counter = ready_counter(work, command.counter_id)
    if not isinstance(counter, Counter):
        return counter
    ticket = ticket_rows.load_ticket(work, command.ticket_id)
    if ticket is None:
        return NoSuchTicket()
    if ticket.state != "waiting" or ticket.withheld:
        return NotWaiting()
    return call(work, counter, ticket, masked(command.reason))


def recall(command: RecallTicket, work: Work) -> Event | Refusal:
    """Call the counter's ticket once more."""
    counter = counter_rows.load_counter(work, command.counter_id)
    ticket = ticket_rows.load_ticket(work, command.ticket_id)
    if ticket is None or counter.ticket_id != ticket.ticket_id:
        return NotYours()
    if next_state(ticket.state, "recall") is None:
        return WrongState(state=ticket.state)
    return announce(work, counter, ticket)


def call_spoken(command: CallSpoken, work: Work) -> Event | Refusal:
    """The announcing station has said it once."""
    counter = _counter_calling(work, command.ticket_id, command.call_no)
    if counter is None or counter.spoken:
        return AlreadySpoken()
    counter = counter_rows.save_counter(work, counter, spoken=True, silent=False)
    return work.record(
        CallWasSpoken(
            counter=counter_rows.view(counter),
            ticket_id=command.ticket_id,
            call_no=command.call_no,
        )
    )


def check_call_spoken(command: CheckCallSpoken, work: Work) -> Event | Refusal:
    """Tell guide and board of a call that nobody has heard in time."""
    counter = _counter_calling(work, command.ticket_id, command.call_no)
    if counter is None or counter.spoken:
        return NothingDue()
    counter = counter_rows.save_counter(work, counter, silent=True)
    return work.record(
        CallNotSpoken(
            counter=counter_rows.view(counter),
            ticket_id=command.ticket_id,
            call_no=command.call_no,
        )
    )


def ready_counter(work: Work, counter_id: str) -> Counter | Refusal:
    """Return a counter that may call, or why it may not."""
    if work.facts.counter(counter_id) is None:
        return NoSuchCounter()
    counter = counter_rows.load_counter(work, counter_id)
    if counter.ticket_id is not None:
        held = ticket_rows.load_ticket(work, counter.ticket_id)
        if held is not None:
            return CounterBusy(ticket=ticket_rows.view(held))
    return counter if counter.state == "open" else CounterNotOpen()


def queues_of(work: Work, counter_id: str) -> tuple[str, ...]:
    """Return the queues a counter serves, its own first."""
    facts = work.facts.counter(counter_id)
    return (own_queue(counter_id), *(facts.serves if facts else ()))


def call(work: Work, counter: Counter, ticket: Ticket, reason_text: str = "") -> Event:
    """Bring a waiting ticket to a counter; the person's other numbers keep their place."""
    ticket_rows.withhold_others(work, ticket, withheld=True)
    event = announce(
        work,
        replace(
            counter,
            ticket_id=ticket.ticket_id,
            started_at=None,
            calls_made=counter.calls_made + 1,
        ),
        replace(ticket, state="called", counter_id=counter.counter_id),
        reason_text,
    )
    _count_down_missed(work, queues_of(work, counter.counter_id))
    return event


def announce(work: Work, counter: Counter, ticket: Ticket, reason_text: str = "") -> Event:
    """Ask a person to a counter, store both as they are then, and see whether it was heard."""
    call_no = ticket.call_no + 1
    ticket = ticket_rows.save_ticket(
        work, ticket, state=ticket.state, counter_id=ticket.counter_id, call_no=call_no
    )
    counter = counter_rows.save_counter(
        work,
        counter,
        ticket_id=counter.ticket_id,
        started_at=counter.started_at,
        calls_made=counter.calls_made,
        call_no=call_no,
        called_at=work.now.iso,
        call_seq=work.seq() + 1,
        spoken=False,
        silent=False,
    )
    work.after(
        work.rules.call_spoken_within_s,
        CheckCallSpoken(
            command_id=work.new_id(),
            counter_id=counter.counter_id,
            ticket_id=ticket.ticket_id,
            call_no=call_no,
        ),
    )
    return work.record(
        TicketCalled(
            ticket=ticket_rows.view(ticket),
            counter_id=counter.counter_id,
            counter=counter_rows.view(counter),
            call_no=call_no,
            reason_text=reason_text,
        )
    )


def _counter_calling(work: Work, ticket_id: str, call_no: int) -> Counter | None:
    ticket = ticket_rows.load_ticket(work, ticket_id)
    if ticket is None or ticket.counter_id is None or ticket.state != "called":
        return None
    counter = counter_rows.load_counter(work, ticket.counter_id)
    same = counter.ticket_id == ticket_id and counter.call_no == call_no
    return counter if same else None


def _count_down_missed(work: Work, queues: tuple[str, ...]) -> None:
    """Bring those who missed a call back after the next calls of their queue."""
    for missed in ticket_rows.tickets_in(work, ("missed",), queues):
        left = (missed.returns_in or 1) - 1
        if left > 0:
            ticket_rows.save_ticket(work, missed, returns_in=left)
        else:
            wait_again(work, missed, 1, counter_rows.at_work)


def _bring_back_missed(work: Work, queues: tuple[str, ...]) -> bool:
    """Nobody else waits: whoever missed a call need not wait for others first."""
    missed = [
        ticket
        for ticket in ticket_rows.tickets_in(work, ("missed",), queues)
        if not ticket.withheld
    ]
    for ticket in missed:
        wait_again(work, ticket, 1, counter_rows.at_work)
    return bool(missed)
