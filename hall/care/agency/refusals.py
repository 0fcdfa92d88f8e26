"""Why nothing was changed about a mandate: ordinary answers."""

from __future__ import annotations

from hall.care.agency.model import ReportFor, State
from hall.kernel.messages import Refusal


class NoSuchMandate(Refusal):
    """There is no such mandate."""


class MandateWrongState(Refusal):
    """The mandate is not in a state that allows this."""

    state: State


class NoAgentForThis(Refusal):
    """The law wants the person themselves; the hall comes to their home instead where it can."""

    matter_id: str
    home_visit: bool


class AskAlone(Refusal):
    """For this matter the elder must be asked alone before somebody acts for them."""

    matter_id: str


class NoSuchHelper(Refusal):
    """Nobody of this number helps here."""


class GuardianMustSign(Refusal):
    """The elder did not understand it all, so a guardian signs."""


class PrincipalSigns(Refusal):
    """The elder understands, so nobody signs for them."""


class NoSuchMaterial(Refusal):
    """The list of that matter has no such paper."""

    matter_id: str
    material_id: str


class TermNotPossible(Refusal):
    """A mandate ends between today and this day."""

    latest_on: str


class NoSuchOriginal(Refusal):
    """Nothing of that kind was handed over."""


class OriginalElsewhere(Refusal):
    """It was given back already, or is not where that could be done."""


class TooManyOriginals(Refusal):
    """A mandate has no room for so many things; another one has."""

    most: int


class OriginalsStillHere(Refusal):
    """These must come back to the elder first."""

    original_ids: tuple[str, ...]


class ReportStillOwed(Refusal):
    """The principal must be told first, or called so many times more without being reached."""

    report_for: ReportFor
    tries_left: int


class NothingToReport(Refusal):
    """This mandate is with the family: they tell the elder themselves."""


class MandatesFound(Refusal):
    """The open mandates of a person, the oldest first. Looking leaves no trace of who it was."""

    mandate_ids: tuple[str, ...]


REFUSALS: tuple[type[Refusal], ...] = (
    NoSuchMandate,
    MandateWrongState,
    NoAgentForThis,
    AskAlone,
    NoSuchHelper,
    GuardianMustSign,
    PrincipalSigns,
    NoSuchMaterial,
    TermNotPossible,
    NoSuchOriginal,
    OriginalElsewhere,
    TooManyOriginals,
    OriginalsStillHere,
    ReportStillOwed,
    NothingToReport,
    MandatesFound,
)
