"""Pure rules of the register: its states as one table, how long each may last, what repeats."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hall.kernel.facts import NotDoneRules
from hall.visits.workdays import WorkingDays

State = Literal["accepted", "classified", "passed_on", "settled", "answered", "checked", "archived"]
"""The seven steps of the provincial notice, in its order; the strings name them."""
Action = Literal[
    "classify", "refer", "pass_on", "settle", "answer", "content", "not_content", "archive"
]
ReasonClass = Literal["policy", "system", "materials", "other", "cash_refused"]
Channel = Literal["kiosk", "guide", "helper", "notice", "rating"]
"""How the hall came to know: a visitor at the kiosk, the guides' desk, a helper on the way, a
second notice that could have been said the first time, a bad rating."""
Result = Literal["done", "other_way", "not_possible"]
Reply = Literal["in_person", "by_phone", "by_letter"]
Satisfaction = Literal["content", "not_content", "not_reached"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("accepted", "classify"): "classified",
    ("accepted", "refer"): "archived",

    ("classified", "classify"): "classified",
    ("classified", "refer"): "archived",
    ("classified", "pass_on"): "passed_on",

    ("passed_on", "pass_on"): "passed_on",
    ("passed_on", "settle"): "settled",

    ("settled", "answer"): "answered",

    ("answered", "content"): "checked",
    ("answered", "not_content"): "passed_on",

    ("checked", "archive"): "archived",
}
# fmt: on

TERM_OF: dict[ReasonClass, Literal["now", "short", "long"]] = {
    "cash_refused": "now",
    "system": "short",
    "materials": "short",
    "other": "short",
    "policy": "long",
}
"""How long settling may take: what an office decides takes longer than what a window mends."""


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def days_in(state: State, reason: ReasonClass | Literal[""], rules: NotDoneRules) -> int | None:
    """Return how many working days an entry may stay in a state; None where nothing is due."""
    terms = {"now": rules.now_days, "short": rules.short_days, "long": rules.long_days}
    term = TERM_OF[reason] if reason else "short"
    return {
        "accepted": rules.accepted_days,
        "classified": rules.classified_days,
        "passed_on": terms[term],
        "settled": rules.settled_days,
        "answered": rules.answered_days,
        "checked": rules.checked_days,
        "archived": None,
    }[state]


def last_day(
    today: date,
    state: State,
    reason: ReasonClass | Literal[""],
    rules: NotDoneRules,
    calendar: WorkingDays,
) -> date | None:
    """Return the last day of a state that begins today."""
    days = days_in(state, reason, rules)
    return None if days is None else calendar.after(today, days)


def number_of(year: int, ordinal: int) -> str:
    """Return the number people say; each year begins with 1."""
    return f"B{year}-{ordinal:03d}"


def reminder_of(entry_id: str) -> str:
    """Return the id of an entry's planned reminder."""
    return f"not-done-remind-{entry_id}"


def lapse_of(entry_id: str) -> str:
    """Return the id of an entry's planned end."""
    return f"not-done-lapse-{entry_id}"
