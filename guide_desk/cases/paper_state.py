"""A paper in the guide's hand: how far it is, as a table. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from devices.papers import Paper

State = Literal["making", "ready", "printing", "printed", "unsure", "failed", "unmade"]
"""`unsure`: the printer does not say; `unmade`: the paper itself cannot be made here."""
Action = Literal["made", "not_made", "print", "printed", "unknown", "not_printed", "seen"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("making", "made"): "ready",
    ("making", "not_made"): "unmade",

    ("ready", "print"): "printing",

    ("printing", "printed"): "printed",
    ("printing", "unknown"): "unsure",
    ("printing", "not_printed"): "failed",

    ("unsure", "printed"): "printed",      # said late
    ("unsure", "not_printed"): "failed",
    ("unsure", "seen"): "printed",
    ("unsure", "print"): "printing",

    ("failed", "print"): "printing",
    ("printed", "print"): "printing",
}
# fmt: on

PRINT_S = 60.0
"""A printer that says nothing for so long may have printed."""


@dataclass(frozen=True)
class InHand:
    """One paper. `job_id` names it to the printer and the record; `since_s` are steady seconds.

    `status` is the printer's word when it failed, `on_record` whether it belongs to the case;
    `archive` is what is kept of it where that shows less than the printed sheets.
    """

    job_id: str
    name: str
    case_id: str
    paper: Paper
    state: State
    since_s: float
    on_record: bool
    pdf: bytes | None = field(default=None, repr=False)
    status: str = ""
    archive: Paper | None = None


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it changes nothing."""
    return NEXT_STATE.get((state, action))
