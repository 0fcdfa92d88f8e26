"""Figures of how it was, as data. Pure.

They speak of days, months, matters and counters, never of a clerk. Where fewer than five people
said something, what they said is not shown: a small number would say who it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

By = Literal["day", "month", "matter", "counter"]

SHOWN_FROM = 5
GOOD_FROM = 4


@dataclass(frozen=True)
class Tally:
    """How often something is so: `score` None counts finished services, else answers of it."""

    service_date: str
    matter_id: str
    counter_id: str
    score: int | None
    count: int


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of the services under one key: a date, a month, a matter or a counter.

    `services` could have been asked about, `answers` were. `mean` is from 1 to 5, `good_share` the
    part of answers of 4 and 5, `response_rate` answers for each service, both from 0 to 1. All
    but `services` are None where `hidden`.
    """

    key: str
    services: int
    answers: int | None
    mean: float | None
    good_share: float | None
    response_rate: float | None
    hidden: bool


class FiguresDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What `./run feelings` prints; dates are local, both included."""

    by: By
    first_date: str
    last_date: str
    total: Figure
    figures: tuple[Figure, ...]


def figures_document(
    tallies: Iterable[Tally], by: By, first_date: str, last_date: str
) -> FiguresDocument:
    """Return the figures of some days, grouped, with their total."""
    within = [one for one in tallies if first_date <= one.service_date <= last_date]
    groups: dict[str, list[Tally]] = defaultdict(list)
    for tally in within:
        groups[_key(tally, by)].append(tally)
    total = _answers(within)
    hidden = _hidden({key: _answers(group) for key, group in groups.items()}, total)
    return FiguresDocument(
        by=by,
        first_date=first_date,
        last_date=last_date,
        total=_figure("", within, hidden=total < SHOWN_FROM),
        figures=tuple(_figure(key, groups[key], hidden=key in hidden) for key in sorted(groups)),
    )


def _key(tally: Tally, by: By) -> str:
    if by == "day":
        return tally.service_date
    if by == "month":
        return tally.service_date[:7]
    return tally.matter_id if by == "matter" else tally.counter_id


def _hidden(answers: dict[str, int], total: int) -> set[str]:
    """Return which keys are not shown.

    Few answers of one key alone could be worked out from the total and all others: then the next
    smallest is not shown either.
    """
    hidden = {key for key, count in answers.items() if count < SHOWN_FROM}
    unsaid = sum(answers[key] for key in hidden)
    others = sorted((count, key) for key, count in answers.items() if key not in hidden)
    if total >= SHOWN_FROM and 0 < unsaid < SHOWN_FROM and others:
        hidden.add(others[0][1])
    return hidden


def _figure(key: str, tallies: list[Tally], *, hidden: bool) -> Figure:
    services = sum(one.count for one in tallies if one.score is None)
    answers = _answers(tallies)
    if hidden:
        return Figure(
            key=key,
            services=services,
            answers=None,
            mean=None,
            good_share=None,
            response_rate=None,
            hidden=True,
        )
    points = sum(one.count * one.score for one in tallies if one.score is not None)
    good = sum(one.count for one in tallies if one.score is not None and one.score >= GOOD_FROM)
    return Figure(
        key=key,
        services=services,
        answers=answers,
        mean=round(points / answers, 2),
        good_share=round(good / answers, 3),
        response_rate=round(answers / services, 3) if services else None,
        hidden=False,
    )


def _answers(tallies: Iterable[Tally]) -> int:
    return sum(one.count for one in tallies if one.score is not None)
