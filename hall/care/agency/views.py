"""A mandate as the guides' desk sees it. Nothing here names the principal or one of the family."""

from __future__ import annotations

from typing import Literal

import msgspec

from hall.care.agency.model import (
    Form,
    LossOutcome,
    MandateKind,
    OriginalState,
    ReportFor,
    ReportState,
    SignedHow,
    Signer,
    State,
    keeps_open,
)

MomentWord = Literal[
    "opened",
    "signed",
    "submitted",
    "received",
    "accepted",
    "done",
    "withdrawn",
    "expired",
    "closed",
    "taken",
    "given_back",
    "lost",
    "found",
    "loss_explained",
    "agent_changed",
    "told_in_person",
    "reached",
    "no_answer",
    "wrong_number",
]
"""What a line of the timeline says; the last four are the log of calls and talks."""

CALLS: tuple[MomentWord, ...] = ("told_in_person", "reached", "no_answer", "wrong_number")


class MandateMoment(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline: UTC, ISO 8601, and who did it as the audit chain has it."""

    at: str
    what: MomentWord
    by: str


class OriginalView(msgspec.Struct, frozen=True, kw_only=True):
    """A thing that was handed over, under the name the list had then; empty for any other paper.

    `explain_by` is the last day a loss is explained, `late` once that is over.
    """

    id: str
    matter_id: str
    plain: str
    count: int
    form: Form
    state: OriginalState
    taken_at: str
    given_back_at: str | None = None
    lost_at: str | None = None
    explain_by: str | None = None
    late: bool = False
    outcome: LossOutcome | Literal[""] = ""

    @property
    def keeps_open(self) -> bool:
        """Whether the mandate stays open for it."""
        return keeps_open(self.form, self.state)


class MandateView(msgspec.Struct, frozen=True, kw_only=True):
    """A mandate. Days are ISO dates, times UTC, ISO 8601.

    `number` is for people. `agent_number` is the helper's; empty for one of the family. `signer`
    must sign, `signed_by` has. `term_on` is its last day. `report_for` says why a report is owed,
    `next_try_on` when somebody who was not reached is called again, `tries` how often in a row
    nobody was reached. `report_no` counts the plans that were made for it.
    """

    id: str
    number: str
    kind: MandateKind
    state: State
    matter_ids: tuple[str, ...]
    agent_number: str
    asked_alone: bool
    signer: Signer
    term_on: str
    opened_at: str
    case_id: str | None = None
    signed_by: Signer | Literal[""] = ""
    signed_how: SignedHow | Literal[""] = ""
    originals: tuple[OriginalView, ...] = ()
    report_state: ReportState = "none"
    report_for: ReportFor = ""
    report_due_on: str | None = None
    next_try_on: str | None = None
    tries: int = 0
    report_no: int = 0
    reported_at: str | None = None
    timeline: tuple[MandateMoment, ...] = ()

    def original(self, original_id: str) -> OriginalView | None:
        """Find a thing by id."""
        return next((one for one in self.originals if one.id == original_id), None)

    @property
    def still_here(self) -> tuple[OriginalView, ...]:
        """The originals that keep it open."""
        return tuple(one for one in self.originals if one.keeps_open)
