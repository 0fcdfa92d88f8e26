"""Where the guide is in the area: a pile of places, each with one step back to the last. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

PlaceName = Literal[
    "visits", "visit", "groups", "matters", "bands", "items", "faults", "ask", "papers", "paper",
    "by_hand", "refer", "leave", "code", "due", "entry", "close", "camera", "pictures",
    "due_day", "why_anew", "phone", "phone_pad", "call", "near",
]  # fmt: skip


@dataclass(frozen=True)
class Place:
    """One page. `visit_id` is whom it is about; `item_id`, `group_id`, `entry_id` more of it.

    `case_id` is a case that nobody who is here has before them; `day` a last day, ISO.
    """

    name: PlaceName = "visits"
    visit_id: str = ""
    item_id: str = ""
    group_id: str = ""
    entry_id: str = ""
    case_id: str = ""
    day: str = ""


FIRST = Place()
GREETS: frozenset[PlaceName] = frozenset({"visits", "groups", "matters"})
"""Pages on which somebody is greeted: a card says who it is, a key what for."""
OF_ITEM: frozenset[PlaceName] = frozenset({"faults", "due_day", "why_anew"})
"""Questions about the paper at hand: once they are answered the checklist is shown again."""
CAMERA: frozenset[PlaceName] = frozenset({"camera", "pictures"})
"""Pages of a paper under the camera."""


class Places:
    """The page that is shown lies on top."""

    def __init__(self) -> None:
        self._pile: list[Place] = [FIRST]

    @property
    def here(self) -> Place:
        """The page that is shown."""
        return self._pile[-1]

    def go(self, name: PlaceName, **more: str) -> None:
        """Lay a page on top; what is not said of it stays as it is."""
        self._pile.append(replace(self.here, name=name, **more))

    def instead(self, name: PlaceName, **more: str) -> None:
        """Lay a page in place of the one on top."""
        self._pile[-1] = replace(self.here, name=name, **more)

    def back(self) -> bool:
        """Take the page on top away; False when it is the first."""
        if len(self._pile) == 1:
            return False
        self._pile.pop()
        return True

    def back_to(self, name: PlaceName) -> None:
        """Take pages away until that one is on top, or the first."""
        while self.here.name != name and self.back():
            pass

    def home(self) -> None:
        """Show the first page."""
        self._pile = [FIRST]
