"""The values of every paper: of cases, of acting for elders, of care, of what was not done."""

from __future__ import annotations

from collections.abc import Mapping

from forms.papers.agency_values import AGENCY_VALUES, AgencyRow, AgencyValues
from forms.papers.care_values import CARE_VALUES, CareRow, CareValues
from forms.papers.feelings import FEELINGS_VALUES, FeelingsRow, FeelingsValues
from forms.papers.not_done_values import NOT_DONE_VALUES, NotDoneRow, NotDoneValues
from forms.papers.values import VALUES, PaperRow, PaperValues

AnyValues = PaperValues | CareValues | AgencyValues | NotDoneValues | FeelingsValues
AnyRow = PaperRow | CareRow | AgencyRow | NotDoneRow | FeelingsRow
EVERY_VALUE: Mapping[str, type[AnyValues]] = {
    **VALUES,
    **{one.__name__: one for one in CARE_VALUES},
    **{one.__name__: one for one in AGENCY_VALUES},
    **{one.__name__: one for one in NOT_DONE_VALUES},
    **{one.__name__: one for one in FEELINGS_VALUES},
}
"""Name in a form's `values` -> the class."""
