"""The guide's window: a line at the top, one page, and the rail of areas at the foot.

objectNames: `guide` (window), `guide_header`, `strip`, `page`, `rail`. Keys: those of rail.py and
of the page that is shown. On a keyboard F1 to F6 are the areas from the left, Escape goes back.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from devices.camera_port import Seen
from guide_desk.screens.camera import CameraScreen
from guide_desk.screens.header import (
    STRIP_HEIGHT,
    STRIP_LEFT,
    STRIP_WIDTH,
    GuideHeader,
    Strip,
)
from guide_desk.screens.measure import DESIGN_HEIGHT, DESIGN_WIDTH, HEADER, RAIL
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.pages import SCREENS
from guide_desk.screens.rail import Rail
from guide_desk.shell_views import GuideView, Page
from ui_kit.covers.over import Covers
from ui_kit.reading_order import texts_in
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed

_FIRST_FUNCTION_KEY = int(Qt.Key.Key_F1)


class GuideWindow(StaffWindow):
    """One page for a tablet; one size of design, scaled to the window."""

    def __init__(self, theme: Theme, title: str, pressed: Pressed) -> None:
        super().__init__(theme, "guide", title, DESIGN_WIDTH, DESIGN_HEIGHT)
        self._pressed = pressed
        self._view: GuideView | None = None
        self.header = GuideHeader(self.theme, self)
        self.strip = Strip(self.theme, self)
        self.page: PageScreen[Any] | None = None
        self.rail = Rail(self.theme, pressed, self)
        self.covers = Covers(self, pressed)
        self.resize(theme.panel.width_px, theme.panel.height_px)

    def show_view(self, view: GuideView) -> None:
        """Show a view; parts that did not change are not painted again."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self.header.show_view(view.header)
        self.strip.show_words(view.header.strip, view.header.strip_icon)
        if before is None or _kind(before) != _kind(view):
            self._turn_to(view.page)
        if self.page is not None:
            self.page.show_page(view.page, view.notice)
        self.rail.show_view(view.rail)
        self.covers.show_view(view.covers)

    def look(self, seen: Seen) -> None:
        """Show what the camera sees, where the page has a place for it."""
        if isinstance(self.page, CameraScreen):
            self.page.look(seen)

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        covering = self.covers.texts()
        if covering is not None:
            return covering
        parts: list[KitWidget | None] = [self.header, self.strip, self.page, self.rail]
        return [text for part in parts if part is not None for text in texts_in(part)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F1 to F6 press the keys of the rail, Escape go back; an area may take the rest."""
        areas = self._view.rail.areas if self._view is not None else ()
        number = event.key() - _FIRST_FUNCTION_KEY
        if event.isAutoRepeat() or self.covers.type(event):
            return
        if 0 <= number < len(areas):
            key = areas[number].key
            self._pressed(key.action, key.argument)
        elif event.key() == Qt.Key.Key_Escape:
            self._pressed("back", "")
        elif event.text():
            self._pressed("typed", event.text())
        else:
            super().keyPressEvent(event)

    def lay_out(self) -> None:
        """Lay the parts for the window's present size."""
        width, height = self.theme.panel.width_mm, self.theme.panel.height_mm
        place(self.header, 0, 0, width, HEADER)
        top = (HEADER - STRIP_HEIGHT) / 2 - 0.4
        place(self.strip, STRIP_LEFT, top, STRIP_WIDTH, STRIP_HEIGHT)
        place(self.rail, 0, height - RAIL, width, RAIL)
        self._lay_page()
        self.rail.lay_out()
        self.covers.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))

    def _turn_to(self, page: Page) -> None:
        """Put another kind of page in place; a finger that comes down with it presses nothing."""
        old = self.page
        if old is not None:
            self.theme.guard.page_shown()
            old.leave()
        self.page = SCREENS[type(page)](self.theme, self._pressed, self)
        self.page.stackUnder(self.rail)
        self.page.show()
        self._lay_page()

    def _lay_page(self) -> None:
        if self.page is not None:
            panel = self.theme.panel
            place(self.page, 0, HEADER, panel.width_mm, panel.height_mm - HEADER - RAIL)
            self.page.lay_out()


def _kind(view: GuideView) -> tuple[str, type]:
    return (view.area, type(view.page))
