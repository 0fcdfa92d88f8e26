"""What is lent: one thing is in one pair of hands, and somebody knows whose."""

from __future__ import annotations

import msgspec

from hall.help import loan_rows
from hall.help.messages import (
    ItemIsOut,
    ItemLent,
    ItemReturned,
    LendItem,
    LoanView,
    NoSuchItem,
    NoSuchLoan,
    ReturnItem,
)
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work


def lend(command: LendItem, work: Work) -> Event | Refusal:
    """Give a thing out."""
    if all(item.id != command.item_id for item in work.facts.loan_items):
        return NoSuchItem()
    for loan in loan_rows.out(work.connection, work.hall_id):
        if loan.item_id == command.item_id:
            return ItemIsOut(loan=loan)
    loan = LoanView(
        id=work.new_id(),
        item_id=command.item_id,
        ticket_id=command.ticket_id,
        lent_at=work.now.iso,
    )
    loan_rows.insert_loan(work, loan)
    return work.record(ItemLent(loan=loan))


def take_back(command: ReturnItem, work: Work) -> Event | Refusal:
    """Take a thing back."""
    for loan in loan_rows.out(work.connection, work.hall_id):
        if loan.id == command.loan_id:
            returned = msgspec.structs.replace(loan, returned_at=work.now.iso)
            loan_rows.set_returned(work, returned)
            return work.record(ItemReturned(loan=returned))
    return NoSuchLoan()
