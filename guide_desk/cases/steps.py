"""What can be done with a case when its papers were gone through: the next step first. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guide_desk.cases.signs import is_noticed, not_looked_at, still_missing, to_do
from hall.kernel.facts import MatterFact
from hall.visits.ladder import LAST_RUNGS
from hall.visits.model import next_state
from hall.visits.views import CaseView, VisitView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

STEPS = 3
"""So many keys stand in a row."""

_BEFORE_PAPERS = ("case_walk", "case_ask", "case_notice")
"""Steps after which further papers may be owed."""

_ICONS = {
    "case_walk": "arrow-right",
    "case_ask": "user-sound",
    "case_notice": "file-text",
    "case_wait": "armchair",
    "case_number": "ticket",
    "case_phone": "phone",
    "case_receive": "stamp",
    "case_leave": "door-open",
}


@dataclass(frozen=True)
class Standing:
    """A case before a visit.

    `asked` is what the elder said alone, None while nobody asked; `owed` are papers of the case,
    name and title, that were not printed yet. `phone`: something is to follow, and nobody
    asked for a number yet.
    """

    visit: VisitView
    case: CaseView
    matter: MatterFact | None
    asked: bool | None = None
    owed: tuple[tuple[str, str], ...] = ()
    phone: bool = False

    @property
    def must_ask(self) -> bool:
        """Whether the elder has to be asked alone before the matter goes on."""
        return self.matter is not None and self.matter.true_intent_check and self.asked is None


def steps_of(standing: Standing) -> tuple[str, ...]:
    """Return the deeds that lead on, the one that is next first."""
    case = standing.case
    ways_open = any(one.offer and one.offer not in LAST_RUNGS for one in case.items)
    if not_looked_at(case) or ways_open:
        return ("case_walk",)
    missing = still_missing(case)
    if any(not is_noticed(case, one) for one in missing):
        return ("case_notice",)
    if to_do(case):
        return ("case_walk",)  # an office has to look something up
    if standing.asked is False:
        return ("case_leave",)  # it is not what the elder wants
    return _with_papers_settled(standing, on_notice=bool(missing))


def _with_papers_settled(standing: Standing, *, on_notice: bool) -> tuple[str, ...]:
    visit, preparing = standing.visit, standing.case.stage == "preparing"
    asks = standing.must_ask and not on_notice
    may = {
        "case_leave": on_notice,
        "case_ask": asks,
        "case_wait": bool(visit.ticket_id) and next_state(visit.state, "wait") is not None,
        "case_number": not visit.ticket_id,
        "case_receive": preparing and not on_notice,
        "case_phone": standing.phone and not asks,
    }
    return tuple(step for step, possible in may.items() if possible)[:STEPS] or ("case_leave",)


def step_keys(words: Strings, standing: Standing, busy: frozenset[str]) -> tuple[KeyView, ...]:
    """Return the keys of the steps; `busy` are deeds whose command is on its way."""
    steps = steps_of(standing)
    papers = standing.owed if steps[0] not in _BEFORE_PAPERS else ()
    keys = [
        KeyView(
            "case_paper", "paper_open", words.get("key_case_paper", title=title), name,
            icon="printer",
        )
        for name, title in papers[:1]
    ]  # fmt: skip
    keys += [KeyView(step, step, words.get(f"key_{step}"), icon=_ICONS[step]) for step in steps]
    return tuple(
        replace(key, mode="under_way" if key.name in busy else "next" if index == 0 else "can")
        for index, key in enumerate(keys[:STEPS])
    )
