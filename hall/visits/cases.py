"""A case as the hall keeps it, and what its papers add up to. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hall.visits import ladder
from hall.visits.ladder import FaultWord, Mark, Paper, Rung
from hall.visits.model import Stage

Decision = Rung | Literal[""]


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
    """One matter of one person; times are UTC, ISO 8601."""

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

    def item(self, item_id: str) -> Item | None:
        """Find a paper by id."""
        return next((item for item in self.items if item.item_id == item_id), None)

    @property
    def is_open(self) -> bool:
        """Whether anything can still happen to it."""
        return self.stage != "closed"


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
