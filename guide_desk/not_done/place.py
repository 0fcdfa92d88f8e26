"""Where the guide is in the register: a pile of pages, and what is being said so far. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hall.care.not_done.model import ReasonClass

PlaceName = Literal[
    "list", "entry", "reasons", "groups", "matters", "times", "staff", "refer", "results",
    "replies", "satisfactions", "months", "write", "note", "paper",
]  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """What was touched so far. With an `entry_id` it classifies that entry, else it opens one.

    `reason` None: it is not known yet why.
    """

    entry_id: str = ""
    reason: ReasonClass | None = None
    group_id: str = ""
    matter_id: str = ""


class Pile:
    """The page that is shown lies on top; `entry_id` is the entry the pages are about."""

    def __init__(self) -> None:
        self._pile: list[PlaceName] = ["list"]
        self.entry_id = ""
        self.draft = Draft()

    @property
    def here(self) -> PlaceName:
        """The page that is shown."""
        return self._pile[-1]

    def go(self, name: PlaceName) -> None:
        """Lay a page on top."""
        self._pile.append(name)

    def back(self) -> bool:
        """Take the page on top away; False when it is the first."""
        if len(self._pile) == 1:
            return False
        self._pile.pop()
        if self.here == "list":
            self.entry_id = ""
        return True

    def entry(self, entry_id: str) -> None:
        """Show an entry, one step from the list."""
        self._pile, self.entry_id = ["list", "entry"], entry_id

    def home(self) -> None:
        """Show the list."""
        self._pile, self.entry_id = ["list"], ""
