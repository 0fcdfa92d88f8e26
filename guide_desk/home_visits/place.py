"""Where the guide is in the book: a pile of pages. Pure."""

from __future__ import annotations

from typing import Literal

PlaceName = Literal[
    "list", "days", "channels", "groups", "matters", "other_way", "grounds", "slots", "write",
    "minds", "visit", "staff", "results", "paper",
]  # fmt: skip


class Pile:
    """The page that is shown lies on top; `visit_id` is the visit the pages are about."""

    def __init__(self) -> None:
        self._pile: list[PlaceName] = ["list"]
        self.visit_id = ""

    @property
    def here(self) -> PlaceName:
        """The page that is shown."""
        return self._pile[-1]

    @property
    def under(self) -> PlaceName:
        """The page it came from; itself where it is the first."""
        return self._pile[-2] if len(self._pile) > 1 else self._pile[-1]

    def go(self, name: PlaceName) -> None:
        """Lay a page on top."""
        self._pile.append(name)

    def back(self) -> bool:
        """Take the page on top away; False when it is the first."""
        if len(self._pile) == 1:
            return False
        self._pile.pop()
        if self.here == "list":
            self.visit_id = ""
        return True

    def back_to(self, name: PlaceName) -> None:
        """Take pages away until that one is on top, or the first."""
        while self.here != name and self.back():
            pass

    def visit(self, visit_id: str) -> None:
        """Show a visit, one step from the list."""
        self._pile, self.visit_id = ["list", "visit"], visit_id

    def home(self) -> None:
        """Show the list."""
        self._pile, self.visit_id = ["list"], ""
