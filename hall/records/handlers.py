"""What the hall keeps of a case, and how it forgets."""

from __future__ import annotations

from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.records import rows
from hall.records.messages import (
    DetailKept,
    DetailsForgotten,
    DetailView,
    ForgetDetails,
    KeepDetail,
    KeepPaper,
    NoSuchSealed,
    NothingKept,
    PaperKept,
    PaperView,
    WithdrawConsent,
)
from hall.records.reactions import REACTIONS


def records_room() -> Room:
    """Build the room of what is kept."""
    return Room(
        handlers={
            KeepPaper: keep_paper,
            KeepDetail: keep_detail,
            WithdrawConsent: withdraw,
            ForgetDetails: forget,
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
    """Forget everything that was known of the person for this case."""
    return _forget(work, command.case_id, _of(work, command.case_id), withdrawn=False)


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
