"""What the hall keeps of a case, and how it forgets."""

from __future__ import annotations

from itertools import groupby

from hall.kernel.messages import Event, Refusal
from hall.kernel.outbox import queue_message
from hall.kernel.work import Room, Work
from hall.records import rows
from hall.records.messages import (
    DetailKept,
    DetailKeptLonger,
    DetailsForgotten,
    DetailView,
    ForgetDetails,
    ForgetLostDetails,
    KeepDetail,
    KeepPaper,
    KeepTelephoneLonger,
    NoSuchSealed,
    NothingKept,
    PaperKept,
    PaperView,
    WithdrawConsent,
    WriteReminder,
)
from hall.records.reactions import REACTIONS
from hall.tickets.messages import NothingDue


def records_room() -> Room:
    """Build the room of what is kept."""
    return Room(
        handlers={
            KeepPaper: keep_paper,
            KeepDetail: keep_detail,
            WithdrawConsent: withdraw,
            ForgetDetails: forget,
            ForgetLostDetails: forget_lost,
            KeepTelephoneLonger: keep_longer,
            WriteReminder: write_reminder,
        },
        reactions=REACTIONS,
    )


def keep_paper(command: KeepPaper, work: Work) -> Event | Refusal:
    """Put a printed paper on record."""
    if not rows.is_sealed(work, command.blob_id, "paper") or rows.has_paper(work, command.blob_id):
        return NoSuchSealed()
    kept = PaperView(
        blob_id=command.blob_id,
        case_id=command.case_id,
        paper=command.paper,
        printed_at=work.now.iso,
    )
    rows.insert_paper(work, kept)
    return work.record(PaperKept(kept=kept))


def keep_detail(command: KeepDetail, work: Work) -> Event | Refusal:
    """Put a detail on record with its basis; the one it replaces goes."""
    if not rows.is_sealed(work, command.blob_id, "detail"):
        return NoSuchSealed()
    before = next(
        (one.blob_id for one in _of(work, command.case_id) if one.detail == command.detail), None
    )
    kept = DetailView(
        blob_id=command.blob_id,
        case_id=command.case_id,
        detail=command.detail,
        basis=command.basis,
        purpose=command.purpose,
    )
    rows.save_detail(work, kept)
    return work.record(
        DetailKept(kept=kept, replaced=before if before != command.blob_id else None)
    )


def withdraw(command: WithdrawConsent, work: Work) -> Event | Refusal:
    """Forget what was kept by consent; what a paper of the law needs stays."""
    return _forget(
        work,
        command.case_id,
        [one for one in _of(work, command.case_id) if one.basis == "consent"],
        withdrawn=True,
    )


def forget(command: ForgetDetails, work: Work) -> Event | Refusal:
    """Forget what was known of the person for this case and is not needed any more."""
    going = [
        one
        for one in _of(work, command.case_id)
        if one.purpose not in command.but and (not command.only or one.purpose in command.only)
    ]
    return _forget(work, command.case_id, going, withdrawn=False)


def keep_longer(command: KeepTelephoneLonger, work: Work) -> Event | Refusal:
    """Let the time of a telephone for a call afterwards begin anew."""
    kept = rows.agreed(work, command.case_id, "follow_up")
    return NothingDue() if kept is None else work.record(DetailKeptLonger(kept=kept))


def forget_lost(_command: ForgetLostDetails, work: Work) -> Event | Refusal:
    """Say no longer that something is kept whose time is over; its case may be open still."""
    last: Event | Refusal = NothingDue()
    for case_id, lost in groupby(rows.lost_details(work), key=lambda one: one.case_id):
        last = _forget(work, case_id, list(lost), withdrawn=False)
    return last


def write_reminder(command: WriteReminder, work: Work) -> Event | Refusal:
    """Have a message sent; it changes nothing that a board shows."""
    telephone = rows.agreed_telephone(work, command.case_id, "remind")
    if telephone is not None:
        queue_message(work, "entry_due", telephone, command.due_on)
    return NothingDue()


def _of(work: Work, case_id: str) -> list[DetailView]:
    return rows.details(work.connection, work.hall_id, {case_id})


def _forget(
    work: Work, case_id: str, going: list[DetailView], *, withdrawn: bool
) -> Event | Refusal:
    if not going:
        return NothingKept()
    for one in going:
        rows.forget_detail(work, case_id, one.detail)
    blob_ids = tuple(one.blob_id for one in going)
    return work.record(DetailsForgotten(case_id=case_id, blob_ids=blob_ids, withdrawn=withdrawn))
