"""What is said when the hall changed nothing about a visit: a key of the strings for each."""

from __future__ import annotations

from hall.kernel.messages import Refusal
from hall.visits import refusals

WORDS: dict[type[Refusal], str] = {
    refusals.NoSuchVisit: "refused_no_such_visit",
    refusals.VisitWrongState: "refused_visit_wrong_state",
    refusals.NotYourVisit: "refused_not_your_visit",
    refusals.AlreadyHere: "refused_already_here",
    refusals.NumberStillOpen: "refused_number_still_open",
    refusals.NoSuchCase: "refused_no_such_case",
    refusals.NoCaseYet: "refused_no_case_yet",
    refusals.NoSuchPaper: "refused_no_such_paper",
    refusals.CaseWrongStage: "refused_case_wrong_stage",
    refusals.MarkedAlready: "refused_marked_already",
    refusals.OfferChanged: "refused_offer_changed",
    refusals.LastRung: "refused_last_rung",
    refusals.NothingDecided: "refused_nothing_decided",
    refusals.ReasonNeeded: "refused_reason_needed",
    refusals.DueDayNotPossible: "refused_due_day",
    refusals.NothingMissing: "refused_nothing_missing",
    refusals.LadderNotWalked: "refused_ladder_not_walked",
    refusals.PapersMissing: "refused_papers_missing",
    refusals.TrueIntentionMissing: "refused_true_intention",
    refusals.NotTheirOwnWill: "refused_not_own_will",
    refusals.AskedInCompany: "refused_asked_in_company",
    refusals.CaseStillOpen: "refused_case_still_open",
    refusals.NoSuchEntry: "refused_no_such_entry",
}
