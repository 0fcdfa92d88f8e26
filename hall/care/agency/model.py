"""Pure rules of acting for an elder: three tables of states, and what stands in the way of an end.

A mandate, each thing that was handed over, and the report to the principal have a table each.
Whatever becomes of a mandate, things come back; so their table knows nothing of the others.
"""

from __future__ import annotations

from typing import Literal

MandateKind = Literal["staff", "family"]
"""Who acts: a helper of the hall, for nothing, or one of the family."""
State = Literal[
    "drafted",
    "running",
    "submitted",
    "received",
    "accepted",
    "done",
    "withdrawn",
    "expired",
    "closed",
]
Step = Literal["submit", "receive", "accept", "finish"]
Action = Literal["sign", "submit", "receive", "accept", "finish", "withdraw", "expire", "close"]

OriginalState = Literal["held", "given_back", "lost", "told", "explained"]
"""`told`: the principal knows that it is lost; `explained`: made good, or taken as it is."""
OriginalAction = Literal["give_back", "lose", "tell", "find", "explain"]
Form = Literal["original", "copy"]
LossOutcome = Literal["replaced", "accepted"]
"""The hall has had it replaced, or the principal is content with the explanation."""

ReportState = Literal["none", "planned", "due", "overdue"]
ReportAction = Literal["plan", "come_due", "lapse", "settle"]
ReportFor = Literal["", "interval", "milestone", "loss", "end"]
Way = Literal["phone", "in_person"]
NotReached = Literal["no_answer", "wrong_number"]
CallResult = Literal["reached", "no_answer", "wrong_number"]

Signer = Literal["principal", "guardian"]
SignedHow = Literal["signature", "fingerprint"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("drafted", "sign"): "running",
    ("drafted", "withdraw"): "withdrawn",
    ("drafted", "expire"): "expired",

    ("running", "submit"): "submitted",
    ("running", "receive"): "received",
    ("running", "accept"): "accepted",
    ("running", "finish"): "done",
    ("running", "withdraw"): "withdrawn",
    ("running", "expire"): "expired",

    ("submitted", "receive"): "received",
    ("submitted", "accept"): "accepted",
    ("submitted", "finish"): "done",
    ("submitted", "withdraw"): "withdrawn",
    ("submitted", "expire"): "expired",

    ("received", "accept"): "accepted",
    ("received", "finish"): "done",
    ("received", "withdraw"): "withdrawn",
    ("received", "expire"): "expired",

    ("accepted", "finish"): "done",
    ("accepted", "withdraw"): "withdrawn",
    ("accepted", "expire"): "expired",

    ("done", "close"): "closed",
    ("withdrawn", "close"): "closed",
    ("expired", "close"): "closed",
}

NEXT_ORIGINAL: dict[tuple[OriginalState, OriginalAction], OriginalState] = {
    ("held", "give_back"): "given_back",
    ("held", "lose"): "lost",

    ("lost", "tell"): "told",
    ("lost", "find"): "held",

    ("told", "explain"): "explained",
    ("told", "find"): "held",
}

NEXT_REPORT: dict[tuple[ReportState, ReportAction], ReportState] = {
    ("none", "plan"): "planned",
    ("none", "come_due"): "due",

    ("planned", "come_due"): "due",
    ("planned", "settle"): "none",

    ("due", "come_due"): "due",         # a further reason, or another day to try
    ("due", "lapse"): "overdue",
    ("due", "settle"): "none",

    ("overdue", "come_due"): "overdue",
    ("overdue", "settle"): "none",
}
# fmt: on

IN_FORCE: frozenset[State] = frozenset({"running", "submitted", "received", "accepted"})
"""The agent may act: it was signed, and nothing has ended it."""

AT_AN_END: frozenset[State] = frozenset({"done", "withdrawn", "expired"})
STILL_HERE: frozenset[OriginalState] = frozenset({"held", "lost", "told"})
"""An original in one of these keeps its mandate open."""


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def next_original(state: OriginalState, action: OriginalAction) -> OriginalState | None:
    """Return where a thing is after an action, None where that is not allowed."""
    return NEXT_ORIGINAL.get((state, action))


def next_report(state: ReportState, action: ReportAction) -> ReportState | None:
    """Return how the report stands after an action, None where it changes nothing."""
    return NEXT_REPORT.get((state, action))


def signer_for(*, understands: bool) -> Signer:
    """Return who must sign. What is on record is who signs, never why."""
    return "principal" if understands else "guardian"


def keeps_open(form: Form, state: OriginalState) -> bool:
    """Tell whether a thing must still come back; a copy need not."""
    return form == "original" and state in STILL_HERE


def number_of(year: int, ordinal: int) -> str:
    """Return the number of a mandate as it stands on paper; no notice has one like it."""
    return f"D{year}-{ordinal:04d}"


def report_plan_of(mandate_id: str, report_no: int) -> str:
    """Return the id of the planned day of a report; each plan of a mandate has its own."""
    return f"report-{report_no}-{mandate_id}"


def report_end_of(mandate_id: str, report_no: int) -> str:
    """Return the id of the planned end of the day a report is due."""
    return f"report-over-{report_no}-{mandate_id}"


def term_of(mandate_id: str) -> str:
    """Return the id of the planned end of a mandate."""
    return f"mandate-term-{mandate_id}"
