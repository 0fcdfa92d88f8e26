"""One page under the camera: the states it goes through, as a table. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from devices.camera_port import PageTaken, PageVerdict

State = Literal["looking", "taking", "taken", "printing", "printed", "unsure", "not_printed"]
Action = Literal["take", "page", "refused", "again", "print", "printed", "not_printed", "unknown"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("looking", "take"): "taking",

    ("taking", "page"): "taken",
    ("taking", "refused"): "looking",

    ("taken", "again"): "looking",
    ("taken", "print"): "printing",

    ("printing", "printed"): "printed",
    ("printing", "not_printed"): "not_printed",
    ("printing", "unknown"): "unsure",

    ("printed", "again"): "looking",
    ("printed", "print"): "printing",

    ("unsure", "again"): "looking",
    ("unsure", "print"): "printing",

    ("not_printed", "again"): "looking",
    ("not_printed", "print"): "printing",
}
# fmt: on

TAKE_S = 8.0
"""A camera answers within 8 s; one that says nothing is believed to be gone after this."""
PRINT_S = 90.0
LEFT_S = 180.0
"""A page that lies open so long is put away by itself: others pass the desk."""


@dataclass(frozen=True)
class Under:
    """The paper that lies under the camera. `page` counts from 1.

    `copy` is a paper of which no picture is kept: a copy is printed, no more. `refused` is why the
    last try gave no page. `since_s` is when the state began, by the steady clock. `guess` is the id
    of the paper the page looks like, empty where nobody knows.
    """

    visit_id: str
    case_id: str
    item_id: str
    plain: str
    page: int
    copy: bool
    since_s: float
    state: State = "looking"
    verdict: PageVerdict = "no_paper"
    refused: PageVerdict | Literal["", "no_camera"] = ""
    job_id: str = ""
    taken: PageTaken | None = field(default=None, repr=False)
    guess: str = ""


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it is not allowed."""
    return NEXT_STATE.get((state, action))
