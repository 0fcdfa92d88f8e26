"""What a gallery is: pages by name, and the window that shows one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from launch.ux_report.conditions import Condition, Surface
from ui_kit.theme import Theme


@dataclass(frozen=True)
class PageName:
    """A page of a gallery.

    `picture` when its look is kept as a reference, `easy` when others are harder to show.
    """

    surface: Surface
    name: str
    picture: bool = False
    easy: bool = False

    @property
    def full(self) -> str:
        """The name with its surface."""
        return f"{self.surface.value}.{self.name}"


class Shower(Protocol):
    """Shows the pages of one surface in one language on one theme."""

    def show(self, name: str, condition: Condition) -> QWidget:
        """Return the window that shows a page, laid out for the panel."""
        ...

    def close(self) -> None:
        """Close its windows."""
        ...


class Gallery(Protocol):
    """All pages of one surface."""

    @property
    def surface(self) -> Surface:
        """Which kind of screen it is."""
        ...

    @property
    def room(self) -> str:
        """Whose words it shows."""
        ...

    def is_there(self, name: str, condition: Condition) -> bool:
        """Tell whether a page exists under a condition: a list may be shorter there."""
        ...

    def pages(self) -> Sequence[PageName]:
        """Return the pages in the order a visitor meets them."""
        ...

    def shower(self, theme: Theme, language: str) -> Shower:
        """Return what shows them on a theme."""
        ...
