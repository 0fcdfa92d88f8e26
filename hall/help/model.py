"""Pure rules of a request for help: its states, and who may still take it back."""

from __future__ import annotations

from typing import Literal

State = Literal["open", "escalated", "acknowledged", "finished", "taken_back", "unanswered"]
Action = Literal["escalate", "acknowledge", "finish", "take_back", "let_go"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("open",         "escalate"):    "escalated",
    ("open",         "acknowledge"): "acknowledged",
    ("open",         "take_back"):   "taken_back",
    ("open",         "finish"):      "finished",
    ("open",         "let_go"):      "unanswered",
    ("escalated",    "acknowledge"): "acknowledged",
    ("escalated",    "take_back"):   "taken_back",
    ("escalated",    "finish"):      "finished",
    ("escalated",    "let_go"):      "unanswered",
    ("acknowledged", "take_back"):   "taken_back",
    ("acknowledged", "finish"):      "finished",
    ("acknowledged", "let_go"):      "finished",
}
# fmt: on

ASKING: frozenset[State] = frozenset({"open", "escalated"})
"""Nobody has said yet that they are coming."""

LASTING = frozenset({"unwell", "accompany"})
"""Kinds that go on after somebody came: they stand on the boards until they are finished."""

STAYS_OVER_NIGHT = frozenset({"unwell"})
"""Kinds that the end of the day does not end: an alarm is ended by a person."""


RECORD_S = 24 * 3600.0
"""So long after its end the record of an emergency is asked for: those who were there sign it."""


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def stands(kind: str, state: State) -> bool:
    """Tell whether a request still concerns somebody on duty."""
    return state in ASKING or (state == "acknowledged" and kind in LASTING)
