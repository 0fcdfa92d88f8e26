"""Pure rules of a visit at home: its states, who may have one, and which half days are free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from hall.visits.workdays import WorkingDays

State = Literal["booked", "confirmed", "under_way", "done", "not_met", "cancelled"]
Action = Literal["confirm", "start", "finish", "miss", "move", "cancel"]
Half = Literal["morning", "afternoon"]
Channel = Literal["phone", "hall", "family"]
Ground = Literal["age", "ill", "mobility"]
"""Why somebody is come to: old enough, ill, or cannot walk well. What is said is believed."""
Result = Literal["handled", "taken_along", "papers_missing", "not_wanted"]
OtherWay = Literal["agency", "mail", "hall"]
"""What is offered instead where a matter cannot be done at home."""

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("booked", "confirm"): "confirmed",
    ("booked", "start"): "under_way",
    ("booked", "move"): "booked",
    ("booked", "cancel"): "cancelled",

    ("confirmed", "start"): "under_way",
    ("confirmed", "move"): "booked",
    ("confirmed", "cancel"): "cancelled",

    ("under_way", "finish"): "done",
    ("under_way", "miss"): "not_met",

    ("not_met", "move"): "booked",
    ("not_met", "cancel"): "cancelled",
}
# fmt: on

OVER: frozenset[State] = frozenset({"done", "cancelled"})
"""Nothing is left to do. Who was not met is still to be asked for another day."""
TAKES_PLACE: frozenset[State] = frozenset({"booked", "confirmed", "under_way"})
STAFF_WANTED = 2
"""Nobody goes into a home alone."""
HALVES: tuple[Half, ...] = ("morning", "afternoon")
GROUNDS: tuple[Ground, ...] = ("age", "ill", "mobility")


class Slot(NamedTuple):
    """One half of a day; `day` is an ISO date."""

    day: str
    half: Half


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def grounds_of(
    said: Collection[Ground], age_years: int | None, from_age: int
) -> tuple[Ground, ...]:
    """Return why somebody is come to, empty for no reason.

    A known age decides whether age is one; illness and walking are believed at any age, and nobody
    is asked for a proof (the county's notice, five-10).
    """
    found = set(said)
    if age_years is not None:
        found.discard("age")
        if age_years >= from_age:
            found.add("age")
    return tuple(one for one in GROUNDS if one in found)


def other_ways(*, agent_ok: bool, mail_ok: bool) -> tuple[OtherWay, ...]:
    """Return what is offered where a matter is not done at home; the hall is always one."""
    offered: tuple[tuple[OtherWay, bool], ...] = (
        ("agency", agent_ok),
        ("mail", mail_ok),
        ("hall", True),
    )
    return tuple(way for way, can in offered if can)


def free_slots(
    today: date,
    days_ahead: int,
    per_half_day: int,
    taken: Iterable[Slot],
    calendar: WorkingDays,
) -> Iterator[tuple[Slot, int]]:
    """Yield each half day with room and how many visits still fit, the next one first.

    The first is on the next working day; the last at most `days_ahead` calendar days from today.
    """
    count = Counter(taken)
    for ahead in range(1, days_ahead + 1):
        day = today + timedelta(days=ahead)
        if not calendar.is_working_day(day):
            continue
        for half in HALVES:
            slot = Slot(day.isoformat(), half)
            left = per_half_day - count[slot]
            if left > 0:
                yield slot, left


def reminder_of(visit_id: str) -> str:
    """Return the id of a visit's planned reminder; it has one at most."""
    return f"remind-home-{visit_id}"
