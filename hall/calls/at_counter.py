"""A counter and the ticket at it: whose it is, and leaving."""

from __future__ import annotations

from hall.calls import rows as counter_rows
from hall.calls.messages import NotYours, TicketCommand
from hall.calls.model import Counter
from hall.kernel.messages import Refusal
from hall.kernel.work import Work
from hall.tickets import model
from hall.tickets import rows as ticket_rows


def theirs(command: TicketCommand, work: Work) -> tuple[Counter, model.Ticket] | Refusal:
    """Return the counter and its ticket, if that is the ticket meant."""
    counter = counter_rows.load_counter(work, command.counter_id)
    ticket = ticket_rows.load_ticket(work, command.ticket_id)
    if ticket is None or counter.ticket_id != ticket.ticket_id:
        return NotYours()
    return counter, ticket


def leave(
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
