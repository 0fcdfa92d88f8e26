"""The line at the top. objectNames: `console_header`, `key_clerk`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from counter_console.views import HeaderView
from ui_kit.header import draw_mark
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

HEIGHT = 28.5
_LEFT, _RIGHT, _MARK = 13.5, 14.0, 18.0
_WINDOW_EM, _SMALL_EM, _CLOCK_EM = 11.5, 10.0, 14.5
_AFTER_ZONE = 8.0
_KEY_WIDTH, _KEY_HEIGHT, _BEFORE_KEY = 34.0, 16.0, 9.0
_CLERK_KEY_TO = 322.0
"""Where the key of the clerk ends at the latest: beyond it stands that of an emergency."""


class ConsoleHeader(KitWidget):
    """The sign of the zone, which counter, who sits there, whether the hall answers, the time."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("console_header")
        self._pressed = pressed
        self._view: HeaderView | None = None
        self._key: WiredKey | None = None

    def show_view(self, view: HeaderView) -> None:
        """Show who sits here."""
        if view == self._view:
            return
        self._view = view
        if view.clerk_key is not None and self._key is None:
            self._key = WiredKey(
                self.theme,
                view.clerk_key,
                self._pressed,
                self,
                em=8.5,
                style=KeyStyle.SMALL,
                inside=2.0,
            )
        self.lay_out()
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words; those of the key are its own."""
        view = self._view
        if view is None:
            return ()
        words = (view.zone, view.window, view.clerk, view.link, view.clock)
        return tuple(text for text in words if text)

    def lay_out(self) -> None:
        """Lay the key beside the clerk's name."""
        view = self._view
        if self._key is None or view is None:
            return
        self._key.setVisible(view.clerk_key is not None)
        x = self._clerk_x(view) + min(self._clerk_width(view), self._clerk_room(view))
        place(self._key, x + _BEFORE_KEY, 5.0, _KEY_WIDTH, _KEY_HEIGHT)

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        view, theme, ink = self._view, self.theme, Ink(painter, self.theme)
        width, middle = theme.panel.width_mm, HEIGHT / 2
        painter.fillRect(self.rect(), theme.colour("paper"))
        ink.block(ink.rect(0, HEIGHT - 1, width, 1), "rule")
        draw_mark(painter, theme, ink.rect(_LEFT, middle - _MARK / 2, _MARK, _MARK))
        if view is None:
            return
        window_x = self._window_x(view)
        if view.zone:
            ink.line(view.zone, _LEFT + _MARK + 6.5, middle, _SMALL_EM)
            ink.block(ink.rect(window_x - _AFTER_ZONE, middle - 6.5, 0.7, 13), "rule")
        ink.line(view.window, window_x, middle, _WINDOW_EM)
        room = self._clerk_room(view)
        ink.second(view.clerk, self._clerk_x(view), middle, _SMALL_EM, room=room)
        right = width - _RIGHT
        if view.clock:
            right -= ink.line(view.clock, right, middle, _CLOCK_EM, align=Align.RIGHT) + 7
            ink.block(ink.rect(right, middle - 6.5, 0.7, 13), "rule")
            right -= 7
        ink.link(view.link, right, middle, 9.7, linked=view.linked)

    def _window_x(self, view: HeaderView) -> float:
        left = _LEFT + _MARK + 6.5
        if not view.zone:
            return left
        mm, fonts = self.theme.panel.mm, self.theme.fonts
        zone = mm(fonts.width(view.zone, 700, self.theme.px(_SMALL_EM)))
        return left + zone + 2 * _AFTER_ZONE

    def _clerk_x(self, view: HeaderView) -> float:
        mm, fonts = self.theme.panel.mm, self.theme.fonts
        width = mm(fonts.width(view.window, 700, self.theme.px(_WINDOW_EM)))
        return self._window_x(view) + width + 7

    def _clerk_room(self, view: HeaderView) -> float:
        return _CLERK_KEY_TO - _KEY_WIDTH - _BEFORE_KEY - self._clerk_x(view)

    def _clerk_width(self, view: HeaderView) -> float:
        return self.theme.panel.mm(
            self.theme.fonts.width(view.clerk, 500, self.theme.px(_SMALL_EM))
        )
