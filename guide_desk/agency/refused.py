"""What is said when the hall changed nothing about a mandate: a key of the strings for each."""

from __future__ import annotations

from hall.care.agency import refusals
from hall.kernel.messages import Refusal

WORDS: dict[type[Refusal], str] = {
    refusals.NoSuchMandate: "refused_no_such_mandate",
    refusals.MandateWrongState: "refused_mandate_wrong_state",
    refusals.NoAgentForThis: "agency_herself",
    refusals.AskAlone: "refused_ask_alone",
    refusals.NoSuchHelper: "refused_no_such_helper",
    refusals.GuardianMustSign: "refused_guardian_must_sign",
    refusals.PrincipalSigns: "refused_principal_signs",
    refusals.NoSuchMaterial: "refused_no_such_paper",
    refusals.TermNotPossible: "refused_term",
    refusals.NoSuchOriginal: "refused_no_such_original",
    refusals.OriginalElsewhere: "refused_original_elsewhere",
    refusals.TooManyOriginals: "refused_too_many_originals",
    refusals.OriginalsStillHere: "refused_originals_still_here",
    refusals.ReportStillOwed: "refused_report_still_owed",
    refusals.NothingToReport: "refused_nothing_to_report",
}
