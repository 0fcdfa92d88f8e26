"""Pure rules of the medicine box (clauses 2-a, 6-5): how a batch stands by its last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

BatchState = Literal["good", "soon", "expired", "gone"]
Action = Literal["warn", "expire", "take_out"]

WARNED_DAYS_BEFORE = 30
"""A batch is to be replaced from so many days before its last day."""

# fmt: off
NEXT_STATE: dict[tuple[BatchState, Action], BatchState] = {
    ("good",    "warn"):     "soon",
    ("good",    "expire"):   "expired",
    ("good",    "take_out"): "gone",
    ("soon",    "expire"):   "expired",
    ("soon",    "take_out"): "gone",
    ("expired", "take_out"): "gone",
}
# fmt: on

WARNS: frozenset[BatchState] = frozenset({"soon", "expired"})
"""A person has to do something about it."""


def next_state(state: BatchState, action: Action) -> BatchState | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def state_on(today: date, expires_on: date) -> BatchState:
    """Return how a batch stands on a day; on its last day it may still be used."""
    if today > expires_on:
        return "expired"
    return "soon" if today >= warned_on(expires_on) else "good"


def warned_on(expires_on: date) -> date:
    """Return the day from which a batch is to be replaced."""
    return expires_on - timedelta(days=WARNED_DAYS_BEFORE)


def warning_of(batch_id: str) -> str:
    """Return the id of a batch's planned warning."""
    return f"warn-{batch_id}"


def end_of(batch_id: str) -> str:
    """Return the id of a batch's planned end."""
    return f"expire-{batch_id}"
