"""Why nothing was changed about a visit or its case: ordinary answers."""

from __future__ import annotations

from typing import Literal

from hall.kernel.messages import Refusal
from hall.visits.ladder import Rung
from hall.visits.views import VisitView


class NoSuchVisit(Refusal):
    """There is no such visit, or it has ended."""


class VisitWrongState(Refusal):
    """The visit is not in a state that allows this."""

    state: str


class NotYourVisit(Refusal):
    """That visit is not at this counter."""


class AlreadyHere(Refusal):
    """This person's visit has begun already."""

    visit: VisitView


class NumberStillOpen(Refusal):
    """The visit holds a number that is still good: call it, or say that it is given up."""

    ticket_id: str


class NoSuchCase(Refusal):
    """No case has this code or id, or it is closed."""


class NoCaseYet(Refusal):
    """Open a checklist first."""


class NoSuchPaper(Refusal):
    """The checklist has no such paper."""


class CaseWrongStage(Refusal):
    """The case is not at a stage that allows this."""

    stage: str


class MarkedAlready(Refusal):
    """That paper is marked so already."""


class OfferChanged(Refusal):
    """Another rung is offered for this paper by now, or none."""

    offer: Rung | Literal[""]


class LastRung(Refusal):
    """There is nothing below this rung: it cannot be declined."""


class NothingDecided(Refusal):
    """Nothing is decided for this paper that could be taken back."""


class ReasonNeeded(Refusal):
    """Somebody has signed a paper for this decision: say why it is taken back."""


class DueDayNotPossible(Refusal):
    """A last day is after today and within half a year."""


class NothingMissing(Refusal):
    """There is nothing to put on a notice."""


class LadderNotWalked(Refusal):
    """For these papers there may be another way than the notice: decide first."""

    item_ids: tuple[str, ...]


class PapersMissing(Refusal):
    """These papers are not there, and no other way was taken for them."""

    item_ids: tuple[str, ...]


class TrueIntentionMissing(Refusal):
    """The elder must be asked alone first (Law on the Protection of the Elderly, art. 55)."""

    visit_id: str


class NotTheirOwnWill(Refusal):
    """The elder said alone that they do not want this."""


class AskedInCompany(Refusal):
    """The question counts only when it is asked alone."""


class CaseStillOpen(Refusal):
    """A paper is still to follow, or a promise to be looked into."""

    entry_ids: tuple[str, ...]


class NoSuchEntry(Refusal):
    """There is no such entry, or it is settled."""


REFUSALS: tuple[type[Refusal], ...] = (
    NoSuchVisit,
    VisitWrongState,
    NotYourVisit,
    AlreadyHere,
    NumberStillOpen,
    NoSuchCase,
    NoCaseYet,
    NoSuchPaper,
    CaseWrongStage,
    MarkedAlready,
    OfferChanged,
    LastRung,
    NothingDecided,
    ReasonNeeded,
    DueDayNotPossible,
    NothingMissing,
    LadderNotWalked,
    PapersMissing,
    TrueIntentionMissing,
    NotTheirOwnWill,
    AskedInCompany,
    CaseStillOpen,
    NoSuchEntry,
)
