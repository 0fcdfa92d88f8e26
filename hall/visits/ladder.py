"""The ladder for a paper that is not there: four ways, always tried in this order.

Shared data, then a promise the elder is free to refuse (General Office of the State Council, 2020
no. 42), then handing it in later, then a one-time notice. What an office can look up itself may
not be demanded of a person who applies for social relief (Social Assistance Law, art. 62): there
the last rung is the office.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from hall.visits.workdays import WorkingDays

Rung = Literal["shared", "promise", "deferral", "notice", "office"]
Mark = Literal["open", "ok", "missing", "incorrect"]
FaultWord = Literal["expired", "unreadable", "unsigned", "not_matching", "incomplete", "other"]
DaysUnit = Literal["working_days", "calendar_days"]
Colour = Literal[
    "open", "ok", "missing", "incorrect", "shared", "promised", "deferred", "noticed", "office"
]

MOST_DEFERRAL_DAYS = 20
DAYS_LEFT_TO_DECIDE = 2
LONGEST_EDITED_DAYS = 180
NOT_THERE: frozenset[Mark] = frozenset({"missing", "incorrect"})
LAST_RUNGS: frozenset[Rung] = frozenset({"notice", "office"})
"""Rungs without another below them: they cannot be declined."""

_COLOUR_OF: dict[str, Colour] = {
    "shared": "shared",
    "promise": "promised",
    "deferral": "deferred",
    "notice": "noticed",
    "office": "office",
}


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What the list says of one paper, as far as the ladder asks."""

    is_main: bool = False
    deferrable: bool = False
    promise_allowed: bool = False
    shareable: bool = False
    social_relief: bool = False


def rungs(paper: Paper) -> tuple[Rung, ...]:
    """Return the rungs a paper has, in order; the last one is always there."""
    found: list[Rung] = []
    if paper.shareable:
        found.append("shared")
    if paper.promise_allowed:
        found.append("promise")
    if paper.deferrable and not paper.is_main:
        found.append("deferral")
    found.append("office" if paper.shareable and paper.social_relief else "notice")
    return tuple(found)


def offer(paper: Paper, declined: Collection[str]) -> Rung:
    """Return the first rung that was not declined."""
    ladder = rungs(paper)
    return next((rung for rung in ladder if rung not in declined), ladder[-1])


def colour(mark: Mark, decision: str) -> Colour:
    """Return the one word a screen paints a paper by."""
    if mark in NOT_THERE and decision:
        return _COLOUR_OF[decision]
    return mark


def deferral_due(today: date, promised: int | None, unit: DaysUnit, calendar: WorkingDays) -> date:
    """Return until when a paper may follow: min(20, promised - 2) days, at least one.

    20 are working days; the promise counts in its own unit. A promise that is not known is long.
    """
    latest = calendar.after(today, MOST_DEFERRAL_DAYS)
    if promised is None:
        return latest
    left = max(promised - DAYS_LEFT_TO_DECIDE, 1)
    if unit == "working_days":
        return min(latest, calendar.after(today, left))
    return max(min(latest, today + timedelta(days=left)), calendar.after(today, 1))


def may_be_due(today: date, day: date) -> bool:
    """Tell whether a clerk may set a day: after today, and within half a year."""
    return timedelta(0) < day - today <= timedelta(days=LONGEST_EDITED_DAYS)


def could_have_been_said(
    listed: Sequence[str], earlier: Iterable[tuple[Collection[str], Collection[str]]]
) -> tuple[str, ...]:
    """Return what a further notice lists although an earlier one could have told it.

    Each earlier notice is what it listed and what was settled another way then; what failed since
    could not be told. Nothing when there was none.
    """
    known: set[str] = set()
    first = True
    for told, settled in earlier:
        known.update(told, settled)
        first = False
    return () if first else tuple(item for item in listed if item not in known)
