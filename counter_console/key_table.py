"""Which keys a clerk may press: one table, by how the counter stands. Pure."""

from __future__ import annotations

from typing import Literal, get_args

from hall.calls.messages import CounterView
from hall.tickets.messages import TicketView

Situation = Literal[
    "closed", "free", "paused", "called", "called_paused", "serving", "serving_paused"
]
"""How the counter stands; `_paused` is a counter on its break that still holds a ticket."""

Key = Literal["call", "recall", "miss", "hold", "transfer", "start", "finish", "pause"]
Mode = Literal["next", "can", "cannot"]
"""`next` is the green one: the step that usually follows."""

KEYS: tuple[Key, ...] = get_args(Key)
SITUATIONS: tuple[Situation, ...] = get_args(Situation)

# fmt: off
KEY_TABLE: dict[Situation, dict[Key, Mode]] = {
    "closed": {
        "call": "cannot", "recall": "cannot", "miss": "cannot", "hold": "cannot",
        "transfer": "cannot", "start": "cannot", "finish": "cannot", "pause": "cannot",
    },
    "free": {
        "call": "next", "recall": "cannot", "miss": "cannot", "hold": "cannot",
        "transfer": "cannot", "start": "cannot", "finish": "cannot", "pause": "can",
    },
    "paused": {
        "call": "cannot", "recall": "cannot", "miss": "cannot", "hold": "cannot",
        "transfer": "cannot", "start": "cannot", "finish": "cannot", "pause": "next",
    },
    "called": {
        "call": "cannot", "recall": "can", "miss": "can", "hold": "can",
        "transfer": "can", "start": "next", "finish": "cannot", "pause": "can",
    },
    "called_paused": {
        "call": "cannot", "recall": "can", "miss": "can", "hold": "can",
        "transfer": "can", "start": "next", "finish": "cannot", "pause": "can",
    },
    "serving": {
        "call": "cannot", "recall": "cannot", "miss": "cannot", "hold": "can",
        "transfer": "can", "start": "cannot", "finish": "next", "pause": "can",
    },
    "serving_paused": {
        "call": "cannot", "recall": "cannot", "miss": "cannot", "hold": "can",
        "transfer": "can", "start": "cannot", "finish": "next", "pause": "can",
    },
}
# fmt: on


def situation_of(counter: CounterView, ticket: TicketView | None) -> Situation:
    """Return how the counter stands."""
    if counter.state == "closed":
        return "closed"
    paused = counter.state == "paused"
    if ticket is None:
        return "paused" if paused else "free"
    if ticket.state == "serving":
        return "serving_paused" if paused else "serving"
    return "called_paused" if paused else "called"


def next_key(situation: Situation) -> Key | None:
    """Return the key of the step that usually follows, None when there is none."""
    return next((key for key, mode in KEY_TABLE[situation].items() if mode == "next"), None)
