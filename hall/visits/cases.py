"""A case as the hall keeps it, and what its papers add up to. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from hall.visits import ladder
from hall.visits.ladder import FaultWord, Mark, Paper, Rung
from hall.visits.model import Stage
from hall.visits.views import NoticeView

Decision = Rung | Literal[""]
SIGNED: dict[Rung, str] = {"promise": "promise", "deferral": "deferral"}
"""The paper an elder signs for a decision; the forms of it stand in assets/forms."""
COMPLETE, NOTICE = "complete", "one_time_notice"
"""The papers that say that nothing is missing, and what is."""
ANSWER_DAYS = 5
"""Working days in which the person hears whether a matter is accepted (Administrative Licensing
Law, art. 32)."""
WARNED_DAYS: dict[Stage, int] = {"received": 1, "accepted": 5}
"""So many working days before the day that counts at a stage somebody is warned."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One paper of a case. `declined` are rungs of the ladder that were not taken."""

    item_id: str
    plain: str
    is_main: bool = False
    deferrable: bool = False
    promise_allowed: bool = False
    shareable: bool = False
    mark: Mark = "open"
    fault: FaultWord | Literal[""] = ""
    declined: tuple[Rung, ...] = ()
    decision: Decision = ""
    due_on: str | None = None

    @property
    def is_there(self) -> bool:
        """Whether nothing is wrong with it, as far as anybody has looked."""
        return self.mark not in ladder.NOT_THERE


@dataclass(frozen=True, kw_only=True)
class Case:
    """One matter of one person; times are UTC, ISO 8601, days ISO dates.

    `papers` are forms that were printed and still say what is true. `answer_by` is the day until
    which the person hears whether the matter is accepted. `warned`: the day that counts is near.
    """

    case_id: str
    matter_id: str
    opened_at: str
    items: tuple[Item, ...]
    stage: Stage = "preparing"
    social_relief: bool = False
    code: str | None = None
    received_at: str | None = None
    accepted_at: str | None = None
    promised_on: str | None = None
    closed_at: str | None = None
    papers: tuple[str, ...] = ()
    answer_by: str | None = None
    warned: bool = False
    notice: NoticeView | None = None

    def item(self, item_id: str) -> Item | None:
        """Find a paper by id."""
        return next((item for item in self.items if item.item_id == item_id), None)

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.stage != "closed"

    @property
    def due_on(self) -> str | None:
        """The day that counts now: of the answer, then the promised one."""
        return self.answer_by if self.stage == "received" else self.promised_on


def with_paper(case: Case, paper: str) -> Case:
    """Return a case one of whose papers was printed."""
    return case if paper in case.papers else replace(case, papers=(*case.papers, paper))


def without_papers(case: Case, *papers: str) -> Case:
    """Return a case whose papers of these names, where printed, are not true any more."""
    return replace(case, papers=tuple(one for one in case.papers if one not in papers))


def paper_of(case: Case, item: Item) -> Paper:
    """Return what the ladder asks of a paper."""
    return Paper(
        is_main=item.is_main,
        deferrable=item.deferrable,
        promise_allowed=item.promise_allowed,
        shareable=item.shareable,
        social_relief=case.social_relief,
    )


def offer_of(case: Case, item: Item) -> Decision:
    """Return the rung offered for a paper now, empty where there is nothing to decide."""
    if item.is_there or item.decision:
        return ""
    return ladder.offer(paper_of(case, item), item.declined)


def for_notice(case: Case) -> tuple[str, ...]:
    """Return the papers that are left for the notice."""
    return tuple(
        item.item_id
        for item in case.items
        if not item.is_there and "notice" in (item.decision, offer_of(case, item))
    )


def not_walked(case: Case) -> tuple[str, ...]:
    """Return the papers for which another way than the notice has not been decided yet."""
    return tuple(
        item.item_id for item in case.items if offer_of(case, item) not in ("", *ladder.LAST_RUNGS)
    )


def settled(case: Case) -> tuple[str, ...]:
    """Return the papers that are not there and for which another way than the notice was taken."""
    return tuple(
        item.item_id
        for item in case.items
        if not item.is_there and item.decision not in ("", "notice")
    )


def unsettled(case: Case) -> tuple[str, ...]:
    """Return the papers that stand in the way of accepting the matter."""
    there = {item.item_id for item in case.items if item.is_there}
    return tuple(
        item.item_id for item in case.items if item.item_id not in (*there, *settled(case))
    )
