"""What the paper about how it was is filled with: nothing of a person, and the hall's reasons."""

from __future__ import annotations

from dataclasses import dataclass

from forms.papers.matters import head_of
from forms.papers.values import PaperHead, Quiet
from hall.kernel.facts import HallFacts


@dataclass(frozen=True, repr=False)
class FeelingReasonLine(Quiet):
    """A reason beside a box to tick."""

    name: str


@dataclass(frozen=True, repr=False)
class FeelingsForm(Quiet):
    """An empty paper: number, face and reasons are left to the pen."""

    head: PaperHead
    reasons: tuple[FeelingReasonLine, ...]
    score: str = ""


FeelingsValues = FeelingsForm
FeelingsRow = FeelingReasonLine
FEELINGS_VALUES: tuple[type[FeelingsValues], ...] = (FeelingsForm,)


def feelings_form(facts: HallFacts, today: str) -> FeelingsForm:
    """Return an empty paper of this hall; `today` is the local date in words."""
    reasons = tuple(FeelingReasonLine(one.name) for one in facts.feelings.reasons)
    return FeelingsForm(head_of(facts, today), reasons)
