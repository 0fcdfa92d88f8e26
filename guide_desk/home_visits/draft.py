"""What was said so far of a visit that is being agreed. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from guide_desk.care.writing import Line
from hall.care.home_visits.messages import HomeSlotView
from hall.care.home_visits.model import GROUNDS, Channel, Ground

LINES = (
    Line("address"), Line("phone", "digits", optional=True), Line("name", optional=True),
)  # fmt: skip
"""What is asked for so that two people find the door, in this order."""
MINDS = ("hearing", "dialect", "sight", "alone", "ring", "dog")
"""What to mind of somebody, in the order of the keys; it is kept sealed as one note."""
CHANNELS: tuple[Channel, ...] = get_args(Channel)


@dataclass(frozen=True)
class Draft:
    """One visit as far as it was agreed. What is written of the person is not in it."""

    channel: Channel = "phone"
    group_id: str = ""
    matter_id: str = ""
    grounds: tuple[Ground, ...] = ()
    slot: HomeSlotView | None = None
    minds: tuple[str, ...] = ()

    def with_ground(self, ground: str) -> Draft:
        """Return it with one more reason, or without one that was said."""
        turned = tuple(one for one in GROUNDS if (one in self.grounds) != (one == ground))
        return replace(self, grounds=turned)

    def with_mind(self, mind: str) -> Draft:
        """Return it with one more thing to mind, or without one."""
        turned = tuple(one for one in MINDS if (one in self.minds) != (one == mind))
        return replace(self, minds=turned)
