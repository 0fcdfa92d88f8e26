"""Words of acting for an elder. The guides' desk says them."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall.care.agency.model import (
    CallResult,
    Form,
    LossOutcome,
    MandateKind,
    NotReached,
    SignedHow,
    Signer,
    Step,
    Way,
)
from hall.care.agency.views import MandateView
from hall.kernel.messages import Command, Event
from hall.kernel.secret import Secret
from hall.tickets.messages import Short
from hall.visits.messages import Day

OTHER = "other"
"""The `material_id` of a paper no list names; what it is, is written on the paper by hand."""

MOST_ORIGINALS = 12
"""So many things a mandate may have: they stand on one page, and on one paper."""


class Handed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A thing that is handed over: a paper of a matter's list, counted from 1, or `other`."""

    matter_id: Short
    material_id: Short
    count: Annotated[int, msgspec.Meta(ge=1, le=99)] = 1
    form: Form = "original"


HandedList = Annotated[tuple[Handed, ...], msgspec.Meta(max_length=MOST_ORIGINALS)]


class OpenMandate(Command):
    """An elder wants somebody to act; the paper is to be signed yet.

    `agent_number` is a helper's, empty for the family. `visit_id` says who the principal is: their
    card finds the mandate again. `understands` is how the elder answered, `asked_alone` whether
    nobody else was there. `term_on` None: as long as the hall gives by itself.
    """

    station_id: Short
    matter_ids: Annotated[tuple[Short, ...], msgspec.Meta(min_length=1, max_length=5)]
    understands: bool
    asked_alone: bool
    mandate_kind: MandateKind = "staff"
    agent_number: Short = ""
    handed: HandedList = ()
    visit_id: Short | None = None
    term_on: Day | None = None


class FindMandates(Command):
    """Which open mandates did the holder of this card give?"""

    station_id: Short
    id_number: Secret


class MandateCommand(Command, kw_only=True):
    """A wish about one mandate."""

    mandate_id: Short
    station_id: Short


class SignMandate(MandateCommand):
    """It was signed, by whom and how."""

    signed_by: Signer
    how: SignedHow


class TakeOriginals(MandateCommand):
    """More was handed over."""

    handed: Annotated[HandedList, msgspec.Meta(min_length=1)]


class GiveBackOriginal(MandateCommand):
    """One thing is in the elder's hands again."""

    original_id: Short


class LoseOriginal(MandateCommand):
    """It cannot be found: from now on the hall owes the elder word and an explanation."""

    original_id: Short


class FindOriginal(MandateCommand):
    """It turned up."""

    original_id: Short


class ExplainLoss(MandateCommand):
    """The elder, who knows of the loss, has it replaced or is content with the explanation."""

    original_id: Short
    outcome: LossOutcome


class AdvanceMandate(MandateCommand):
    """The matter has gone on; of each step the principal is told."""

    step: Step


class ReportBack(MandateCommand):
    """The principal was told how it goes, or was not reached."""

    way: Way
    result: CallResult = "reached"


class ChangeAgent(MandateCommand):
    """Another helper acts from now on."""

    agent_number: Short


class WithdrawMandate(MandateCommand):
    """The elder does not want it any more; nobody asks why."""


class CloseMandate(MandateCommand):
    """Everything is back and told: nothing is left to do."""


class RemindOfReport(Command):
    """The day has come on which the principal is told."""

    mandate_id: Short
    report_no: int


class LapseReport(Command):
    """That day is over."""

    mandate_id: Short
    report_no: int


class ExpireMandate(Command):
    """Its last day is over."""

    mandate_id: Short


class LapseLoss(Command):
    """The days in which a loss is explained are over."""

    mandate_id: Short
    original_id: Short


class MandateEvent(Event):
    """Something happened to a mandate; it carries the mandate as it is now."""

    mandate: MandateView


class MandateOpened(MandateEvent):
    """There is a mandate to be signed, and what was handed over is on its list."""


class MandateSigned(MandateEvent):
    """It is in force."""


class OriginalsTaken(MandateEvent):
    """More was handed over."""

    original_ids: tuple[str, ...]


class OriginalGivenBack(MandateEvent):
    """One thing is back with the elder."""

    original_id: str


class OriginalLost(MandateEvent):
    """One thing cannot be found; the elder is to be told and to have it explained."""

    original_id: str


class OriginalFound(MandateEvent):
    """It turned up."""

    original_id: str


class LossExplained(MandateEvent):
    """A loss was made good, or taken as it is."""

    original_id: str


class LossOverdue(MandateEvent):
    """A loss was not explained in time."""

    original_id: str


class MandateAdvanced(MandateEvent):
    """The matter has gone on; the principal is to be told."""

    step: Step


class ReportCameDue(MandateEvent):
    """Today the principal is told how it goes."""


class ReportOverdue(MandateEvent):
    """Nobody has told the principal on that day."""


class ReportedBack(MandateEvent):
    """The principal knows how it goes."""

    way: Way


class PrincipalNotReached(MandateEvent):
    """Nobody answered, or the number is wrong; `next_try_on` says when it is tried again."""

    result: NotReached


class AgentChanged(MandateEvent):
    """Another helper acts."""

    from_number: str


class MandateWithdrawn(MandateEvent):
    """The elder does not want it any more."""


class MandateExpired(MandateEvent):
    """Its last day is over."""


class MandateClosed(MandateEvent):
    """Nothing is left to do."""


COMMANDS: tuple[type[Command], ...] = (
    OpenMandate,
    FindMandates,
    SignMandate,
    TakeOriginals,
    GiveBackOriginal,
    LoseOriginal,
    FindOriginal,
    ExplainLoss,
    AdvanceMandate,
    ReportBack,
    ChangeAgent,
    WithdrawMandate,
    CloseMandate,
)
INTERNAL: tuple[type[Command], ...] = (RemindOfReport, LapseReport, ExpireMandate, LapseLoss)
EVENTS: tuple[type[Event], ...] = (
    MandateOpened,
    MandateSigned,
    OriginalsTaken,
    OriginalGivenBack,
    OriginalLost,
    OriginalFound,
    LossExplained,
    LossOverdue,
    MandateAdvanced,
    ReportCameDue,
    ReportOverdue,
    ReportedBack,
    PrincipalNotReached,
    AgentChanged,
    MandateWithdrawn,
    MandateExpired,
    MandateClosed,
)
