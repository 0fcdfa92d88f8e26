"""Pure rules of a counter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["open", "paused", "closed"]
Action = Literal["open", "pause", "close"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("closed", "open"): "open",
    ("paused", "open"): "open",
    ("open", "open"): "open",
    ("open", "pause"): "paused",
    ("paused", "pause"): "paused",
    ("open", "close"): "closed",
    ("paused", "close"): "closed",
    ("closed", "close"): "closed",
}
# fmt: on


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def own_queue(counter_id: str) -> str:
    """Return the queue of tickets that were sent to this one counter."""
    return f"counter:{counter_id}"


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A counter as the hall keeps it; times are UTC, ISO 8601.

    `calls_made` counts first calls, for the policy's guard. `call_seq` orders calls over counters.
    """

    counter_id: str
    state: State = "closed"
    clerk_id: str | None = None
    ticket_id: str | None = None
    call_no: int = 0
    called_at: str | None = None
    started_at: str | None = None
    call_seq: int = 0
    spoken: bool = False
    silent: bool = False
    calls_made: int = 0
