"""Pure rules of a mailing: its states."""

from __future__ import annotations

from typing import Literal

State = Literal["to_send", "sent", "received", "returned", "cancelled"]
Action = Literal["send", "receive", "come_back", "cancel"]
What = Literal["certificate", "card", "paper", "other"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("to_send", "send"): "sent",
    ("to_send", "cancel"): "cancelled",

    ("sent", "receive"): "received",
    ("sent", "come_back"): "returned",

    ("returned", "send"): "sent",
    ("returned", "cancel"): "cancelled",
}
# fmt: on

OVER: frozenset[State] = frozenset({"received", "cancelled"})
"""Nothing is left to do. What came back is sent again, or fetched."""


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))
