"""Pure rules of a visit and of its case: the two tables of states, and who is responsible.

Received, accepted and handling are steps of the case, so the case's table keeps their order; the
visit goes along from wherever it is, because a case may have been received on an earlier visit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

State = Literal[
    "arrived",
    "consulting",
    "prechecking",
    "filling",
    "waiting",
    "received",
    "accepted",
    "handling",
    "left",
]
Action = Literal["consult", "precheck", "fill", "wait", "receive", "accept", "handle", "leave"]
OwnerKind = Literal["guide_desk", "clerk", "helper"]
Outcome = Literal["done", "with_notice", "told_auto_grant", "referred", "gone", "day_end"]
ReferralTarget = Literal[
    "bank", "hospital", "township", "village", "police", "utility", "court", "hotline", "other"
]
Stage = Literal["preparing", "received", "accepted", "handling", "closed"]
Step = Literal["receive", "accept", "handle", "close"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("arrived", "consult"): "consulting",
    ("arrived", "precheck"): "prechecking",
    ("arrived", "fill"): "filling",
    ("arrived", "wait"): "waiting",
    ("arrived", "receive"): "received",
    ("arrived", "accept"): "accepted",
    ("arrived", "handle"): "handling",
    ("arrived", "leave"): "left",

    ("consulting", "precheck"): "prechecking",
    ("consulting", "fill"): "filling",
    ("consulting", "wait"): "waiting",
    ("consulting", "receive"): "received",
    ("consulting", "accept"): "accepted",
    ("consulting", "handle"): "handling",
    ("consulting", "leave"): "left",

    ("prechecking", "consult"): "consulting",
    ("prechecking", "fill"): "filling",
    ("prechecking", "wait"): "waiting",
    ("prechecking", "receive"): "received",
    ("prechecking", "accept"): "accepted",
    ("prechecking", "handle"): "handling",
    ("prechecking", "leave"): "left",

    ("filling", "consult"): "consulting",
    ("filling", "precheck"): "prechecking",
    ("filling", "wait"): "waiting",
    ("filling", "receive"): "received",
    ("filling", "accept"): "accepted",
    ("filling", "handle"): "handling",
    ("filling", "leave"): "left",

    ("waiting", "consult"): "consulting",
    ("waiting", "precheck"): "prechecking",
    ("waiting", "fill"): "filling",
    ("waiting", "receive"): "received",
    ("waiting", "accept"): "accepted",
    ("waiting", "handle"): "handling",
    ("waiting", "leave"): "left",

    ("received", "precheck"): "prechecking",
    ("received", "fill"): "filling",
    ("received", "wait"): "waiting",
    ("received", "accept"): "accepted",
    ("received", "leave"): "left",

    ("accepted", "wait"): "waiting",
    ("accepted", "handle"): "handling",
    ("accepted", "leave"): "left",

    ("handling", "wait"): "waiting",
    ("handling", "leave"): "left",
}

NEXT_STAGE: dict[tuple[Stage, Step], Stage] = {
    ("preparing", "receive"): "received",
    ("preparing", "close"): "closed",

    ("received", "accept"): "accepted",
    ("received", "close"): "closed",

    ("accepted", "handle"): "handling",
    ("accepted", "close"): "closed",

    ("handling", "close"): "closed",
}
# fmt: on

WITH_GUIDE: frozenset[State] = frozenset({"consulting", "prechecking", "filling"})
"""A guide is with the elder: a call does not take the elder away from her."""

AT_COUNTER: frozenset[State] = frozenset({"received", "accepted", "handling"})
OPEN: frozenset[State] = frozenset(get_args(State)) - {"left"}
GUIDES_DESK = "guide_desk"
"""The owner_id of whoever stands at the guides' desk."""


class Owner(NamedTuple):
    """Who is responsible: a guide or the desk as such, a clerk at a counter, a helper."""

    kind: OwnerKind
    id: str


AT_DESK = Owner("guide_desk", GUIDES_DESK)


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One coming as the hall keeps it; times are UTC, ISO 8601.

    `owner_no` counts hand-overs, so that an alarm planned before one is not taken for a later.
    `counter_id` is the counter that called. `earlier` are open cases the person came with.
    `own_will` is what the elder said when asked alone; None when nobody has asked.
    """

    visit_id: str
    day_id: str
    state: State
    station_id: str
    began_at: str
    began_seq: int
    ticket_id: str | None = None
    number: str = ""
    matter_id: str | None = None
    visitor_id: str | None = None
    case_id: str | None = None
    earlier: tuple[str, ...] = ()
    owner_kind: OwnerKind | None = "guide_desk"
    owner_id: str = GUIDES_DESK
    owner_no: int = 0
    unowned_since: str | None = None
    alarmed: bool = False
    counter_id: str | None = None
    outcome: Outcome | Literal[""] = ""
    referred_to: ReferralTarget | Literal[""] = ""
    own_will: bool | None = None

    @property
    def owner(self) -> Owner | None:
        """Who is responsible now; None when nobody is."""
        return None if self.owner_kind is None else Owner(self.owner_kind, self.owner_id)


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))


def next_stage(stage: Stage, step: Step) -> Stage | None:
    """Return the stage a step leads to, None where it is not allowed."""
    return NEXT_STAGE.get((stage, step))


def owner_when_called(state: State, owner: Owner | None, clerk: Owner) -> Owner:
    """Return who is responsible once a number is called: a guide at work with it stays so."""
    return owner if owner is not None and state in WITH_GUIDE else clerk


def alarm_of(visit_id: str) -> str:
    """Return the id of the planned look whether a visit still has nobody; it has one at most."""
    return f"unowned-{visit_id}"
