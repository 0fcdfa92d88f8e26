"""The covers as widgets of a staff window, laid over whatever it shows."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

from ui_kit.covers.alarm_page import AlarmPage, AlarmStrip
from ui_kit.covers.desk import CoversView
from ui_kit.covers.sign_in_page import SignInPage
from ui_kit.reading_order import texts_in
from ui_kit.staff_window import StaffWindow
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed


class Covers:
    """Alarm, its red line and the sign-in of one window.

    A window that tells of a folded alarm by itself has no line: `strip_height` is 0.
    """

    def __init__(self, window: StaffWindow, pressed: Pressed, strip_height: float = 0.0) -> None:
        self._window = window
        self._strip_height = strip_height
        self.strip = AlarmStrip(window.theme, pressed, window, strip_height)
        self.sign_in = SignInPage(window.theme, pressed, window)
        self.alarm = AlarmPage(window.theme, pressed, window)
        for part in (self.strip, self.sign_in, self.alarm):
            part.hide()

    def show_view(self, view: CoversView) -> None:
        """Show what lies over the page, the alarm on top."""
        self.strip.show_view(view.strip if self._strip_height else None)
        self.sign_in.show_view(view.sign_in)
        self.alarm.show_view(view.alarm)
        for part in (self.strip, self.sign_in, self.alarm):
            if not part.isHidden():
                part.raise_()

    def shown(self) -> KitWidget | None:
        """Return what covers the whole window, None when nothing does."""
        return next((part for part in (self.alarm, self.sign_in) if not part.isHidden()), None)

    def texts(self) -> list[str] | None:
        """Return the words of what covers the window, None when nothing does."""
        covering = self.shown()
        return None if covering is None else texts_in(covering)

    def type(self, event: QKeyEvent) -> bool:
        """Give a keyboard's key to the cover; True where it must not reach the page."""
        if self.alarm.isHidden() and not self.sign_in.isHidden():
            self.sign_in.type(event)
        return self.shown() is not None

    def lay_out(self) -> None:
        """Lay the covers for the window's present size."""
        panel = self._window.theme.panel
        for part in (self.alarm, self.sign_in):
            place(part, 0, 0, panel.width_mm, panel.height_mm)
            part.lay_out()
        place(self.strip, 0, 0, panel.width_mm, self._strip_height)
        self.strip.lay_out()
