"""Pure rules of a call afterwards: its states, and how often it is tried."""

from __future__ import annotations

from typing import Literal

State = Literal["planned", "due", "closed"]
Action = Literal["come_due", "answer", "miss", "give_up"]
Outcome = Literal["fine", "wish", "not_wanted", "no_answer", "withdrawn", "expired"]
"""`expired`: nobody rang up for so long that the telephone is gone."""
Said = Literal["fine", "wish", "not_wanted", "no_answer"]
Wish = Literal["number", "home_visit", "not_done", "help"]
"""Where a new wish went: a number is taken, a visit at home is booked, the register of what could
not be done, or somebody of the desk looks after it."""

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("planned", "come_due"): "due",
    ("planned", "answer"): "closed",
    ("planned", "miss"): "planned",
    ("planned", "give_up"): "closed",

    ("due", "answer"): "closed",
    ("due", "miss"): "planned",
    ("due", "give_up"): "closed",
}
# fmt: on


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def action_of(said: Said, tries: int, most_tries: int) -> Action:
    """Return what an outcome does; `tries` counts the call it came of."""
    if said != "no_answer":
        return "answer"
    return "give_up" if tries >= most_tries else "miss"


def due_of(follow_up_id: str) -> str:
    """Return the id of the planned turn of a call; it has one at most."""
    return f"follow-up-{follow_up_id}"
