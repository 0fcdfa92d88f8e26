"""What a month of the register comes to: how many, why, what comes back again. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hall.care.not_done.messages import NotDoneView


@dataclass(frozen=True)
class Repeated:
    """The same matter (or group) and reason class more than once; `total` counts from the first."""

    matter_id: str
    group_id: str
    reason: str
    numbers: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Monthly:
    """A month (YYYY-MM): its entries by number, and what they come to.

    What was older and still open in it is among the entries and not among the new ones. `reasons`
    are classes with how many, the most frequent first; referred entries are of no class.
    """

    month: str
    entries: tuple[NotDoneView, ...]
    opened: int
    settled: int
    referred: int
    overdue: int
    reasons: tuple[tuple[str, int], ...]
    repeated: tuple[Repeated, ...]


def monthly_of(month: str, entries: Iterable[NotDoneView]) -> Monthly:
    """Return what the entries of a month come to."""
    every = tuple(entries)
    of_the_hall = [one for one in every if not one.referred_to]
    counted = Counter(one.reason for one in of_the_hall if one.reason)
    return Monthly(
        month=month,
        entries=every,
        opened=sum(one.opened_on.startswith(month) for one in every),
        settled=sum(one.settled_on.startswith(month) for one in every),
        referred=sum(bool(one.referred_to) for one in every),
        overdue=sum(one.overdue for one in every),
        reasons=tuple(sorted(counted.items(), key=lambda one: (-one[1], one[0]))),
        repeated=_repeated(of_the_hall),
    )


def month_before(day: date) -> str:
    """Return the month that was over last, YYYY-MM."""
    return (day.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def _repeated(entries: Sequence[NotDoneView]) -> tuple[Repeated, ...]:
    """Return what came back: in this month, or as it had been there in an earlier one."""
    alike: dict[tuple[str, str, str], list[NotDoneView]] = {}
    for one in entries:
        if one.reason and (one.matter_id or one.group_id):
            alike.setdefault((one.matter_id, one.group_id, one.reason), []).append(one)
    found = [
        Repeated(*key, tuple(one.number for one in ones), max(one.repeat_no for one in ones))
        for key, ones in alike.items()
        if max(one.repeat_no for one in ones) > 1
    ]
    return tuple(sorted(found, key=lambda one: (-one.total, one.numbers)))
