"""What is said when the hall changed nothing: a key of the strings for each refusal. Pure."""

from __future__ import annotations

from hall.calls.messages import (
    CounterBusy,
    CounterNotOpen,
    NobodyWaiting,
    NoSuchCounter,
    NotWaiting,
    NotYours,
)
from hall.kernel.messages import Refusal
from hall.staff.messages import NobodySignedIn
from hall.tickets.messages import NoSuchMatter, NoSuchTicket, WrongState
from hall.visits.refusals import (
    AskedInCompany,
    CaseWrongStage,
    NoCaseYet,
    NoSuchCase,
    NoSuchVisit,
    NotTheirOwnWill,
    NotYourVisit,
    PapersMissing,
    TrueIntentionMissing,
    VisitWrongState,
)
from ui_kit.strings import Strings

_WORDS: dict[type[Refusal], str] = {
    NobodyWaiting: "refused_nobody_waiting",
    CounterBusy: "refused_counter_busy",
    CounterNotOpen: "refused_counter_not_open",
    NoSuchCounter: "refused_no_such_counter",
    NotWaiting: "refused_not_waiting",
    NotYours: "refused_not_yours",
    NoSuchTicket: "refused_no_such_ticket",
    WrongState: "refused_wrong_state",
    NoSuchMatter: "refused_no_such_matter",
    NobodySignedIn: "refused_nobody_signed_in",
    TrueIntentionMissing: "refused_true_intention_missing",
    NotTheirOwnWill: "refused_not_their_own_will",
    PapersMissing: "refused_papers_missing",
    AskedInCompany: "refused_asked_in_company",
    CaseWrongStage: "refused_case_stage",
    VisitWrongState: "refused_visit_state",
    NoCaseYet: "refused_no_case",
    NoSuchCase: "refused_no_case",
    NoSuchVisit: "refused_no_visit",
    NotYourVisit: "refused_not_your_visit",
}


def refusal_line(words: Strings, refusal: Refusal) -> str:
    """Return one line in people's words."""
    if isinstance(refusal, CounterBusy):
        return words.get("refused_counter_busy", number=refusal.ticket.number)
    return words.get(_WORDS.get(type(refusal), "refused_other"))
