"""The number a guide is giving: how far it is, as a table. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from guide_desk.marks import Marks
from hall.tickets.messages import AgeBand, TicketView

State = Literal["asking", "printing", "printed", "unsure", "by_hand"]
"""`unsure`: the printer does not say; `by_hand`: no paper came, the number is to be written."""
Action = Literal["given", "given_no_printer", "printed", "not_printed", "unknown", "again"]

# fmt: off
NEXT_STATE: dict[tuple[State, Action], State] = {
    ("asking", "given"): "printing",
    ("asking", "given_no_printer"): "by_hand",

    ("printing", "printed"): "printed",
    ("printing", "not_printed"): "by_hand",
    ("printing", "unknown"): "unsure",

    ("unsure", "printed"): "printed",       # said late
    ("unsure", "not_printed"): "by_hand",
    ("unsure", "again"): "asking",

    ("printed", "again"): "asking",
    ("by_hand", "again"): "asking",
}
# fmt: on

SLOW_S = 3.0
"""An answer that takes longer needs a word, and another way."""
PRINT_S = 20.0
"""A printer that says nothing for so long may have printed."""
PUT_AWAY_S = 45.0
"""A number whose paper came out is taken off the page after that."""


@dataclass(frozen=True)
class InHand:
    """One number in the guide's hand. `since_s` is when its state began, in steady seconds.

    `command_id` is what the hall was asked last. `fresh` numbers were taken here and can be taken
    back; `undo_id` is that wish on its way. `ticket` is None until the hall has given one. `band`
    and `marks` are what was said of the person.
    """

    state: State
    since_s: float
    command_id: str
    matter_id: str
    band: AgeBand | None = None
    marks: Marks = field(default_factory=Marks)
    ticket: TicketView | None = None
    fresh: bool = True
    undo_id: str = ""

    @property
    def ticket_id(self) -> str:
        """The ticket, empty before there is one."""
        return self.ticket.id if self.ticket else ""

    def waits_long(self, now_s: float) -> bool:
        """Tell whether the hall has left a question unanswered for longer than it should."""
        return self.state == "asking" and now_s - self.since_s >= SLOW_S


def next_state(state: State, action: Action) -> State | None:
    """Return the state an action leads to, None where it changes nothing."""
    return NEXT_STATE.get((state, action))
