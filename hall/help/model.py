"""Pure rules of a help request."""

from __future__ import annotations

from typing import Literal

State = Literal["open", "escalated", "acknowledged"]
Action = Literal["escalate", "acknowledge"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("open", "escalate"): "escalated",
    ("open", "acknowledge"): "acknowledged",
    ("escalated", "acknowledge"): "acknowledged",
}
# fmt: on


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))
