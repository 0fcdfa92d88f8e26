"""Pure rules of a ticket: its states, its class, its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

State = Literal[
    "waiting",
    "called",
    "serving",
    "held",
    "missed",
    "parked",
    "finished",
    "cancelled",
    "carried_over",
]
Action = Literal[
    "call",
    "recall",
    "miss",
    "park",
    "hold",
    "come_back",
    "start",
    "finish",
    "transfer",
    "hand_over",
    "cancel",
    "carry_over",
]
PriorityClass = Literal["age_80", "claim", "age_60", "ordinary"]
PrintState = Literal["not_printed", "printed", "unknown"]
Where = Literal["seats", "guide_desk"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("waiting", "call"): "called",
    ("waiting", "cancel"): "cancelled",
    ("waiting", "carry_over"): "carried_over",

    ("called", "recall"): "called",
    ("called", "miss"): "missed",
    ("called", "park"): "parked",
    ("called", "hold"): "held",
    ("called", "start"): "serving",
    ("called", "finish"): "finished",
    ("called", "transfer"): "waiting",
    ("called", "hand_over"): "called",
    ("called", "cancel"): "cancelled",

    ("serving", "hold"): "held",
    ("serving", "finish"): "finished",
    ("serving", "transfer"): "waiting",
    ("serving", "hand_over"): "serving",
    ("serving", "cancel"): "cancelled",

    ("held", "come_back"): "waiting",
    ("held", "cancel"): "cancelled",
    ("held", "carry_over"): "carried_over",

    ("missed", "come_back"): "waiting",
    ("missed", "cancel"): "cancelled",
    ("missed", "carry_over"): "carried_over",

    ("parked", "come_back"): "waiting",
    ("parked", "cancel"): "cancelled",
    ("parked", "carry_over"): "carried_over",
}
# fmt: on

AT_COUNTER: frozenset[State] = frozenset({"called", "serving"})
ENDED: frozenset[State] = frozenset({"finished", "cancelled", "carried_over"})
STANDING: frozenset[State] = frozenset(get_args(State)) - ENDED
ASIDE: frozenset[State] = frozenset({"held", "missed", "parked"})
BAND_SOURCES = ("card", "stated", "unknown")
MISSES_BEFORE_PARKING = 2
UNDO_S = 60.0
"""How long after a number was given its holder may take it back (ux rule F7)."""


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def missing_action(misses_before: int) -> Action:
    """Return what not coming leads to: missed the first time, parked after that."""
    return "park" if misses_before + 1 >= MISSES_BEFORE_PARKING else "miss"


def age_on(birth: date, day: date) -> int:
    """Return the age in completed years on a calendar day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def age_band(age: int) -> str:
    """Return the band of an age: under_60, 60_79 or 80_plus."""
    if age >= 80:
        return "80_plus"
    return "60_79" if age >= 60 else "under_60"


def priority_of(band: str, claims: Sequence[str]) -> PriorityClass:
    """Return the class of a visitor: 80 and over, then claims, then 60 and over."""
    if band == "80_plus":
        return "age_80"
    if claims:
        return "claim"
    return "age_60" if band == "60_79" else "ordinary"


def reason_of(priority: PriorityClass, claims: Sequence[str], band_source: str) -> str:
    """Return why a ticket has its class: the claim, or where the age came from."""
    return claims[0] if priority == "claim" else band_source


def label(prefix: str, ordinal: int) -> str:
    """Return the label people see: prefix and at least three digits; 1000 follows 999."""
    return f"{prefix}{ordinal:03d}"


def return_of(ticket_id: str) -> str:
    """Return the id of the planned return of a held ticket; it has one at most."""
    return f"return-{ticket_id}"


@dataclass(frozen=True, kw_only=True)
class Ticket:
    """A ticket as the hall keeps it. Times with `_s` are steady seconds.

    `age_band` is that of whoever the number is for. `call_no` counts its calls all day, so that
    no two calls of a ticket are ever mistaken for each other.
    `front` 0 puts it before everybody in its queue (sent on, or back from being set aside).
    `withheld` keeps it from being called while the same person is at a counter.
    """

    ticket_id: str
    day_id: str
    series: str
    issuer: str
    ordinal: int
    number: str
    matter_id: str
    queue: str
    age_band: str
    priority: PriorityClass
    reason: str
    state: State
    behalf_of: str | None
    visitor_id: str
    station_id: str
    taken_at: str
    taken_seq: int
    arrived_s: float
    front: int
    tier: int
    place_s: float
    withheld: int = 0
    print_state: PrintState = "not_printed"
    counter_id: str | None = None
    call_no: int = 0
    misses: int = 0
    returns_in: int | None = None
    where: Where = "seats"
