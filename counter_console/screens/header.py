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
_KEY_WIDTH, _KEY_HEIGHT = 34.0, 16.0


class ConsoleHeader(KitWidget):
    """Which counter, who sits there, whether the hall answers, the time."""

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
        return tuple(text for text in (view.window, view.clerk, view.link, view.clock) if text)

    def lay_out(self) -> None:
        """Lay the key beside the clerk's name."""
        view = self._view
        if self._key is None or view is None:
            return
        self._key.setVisible(view.clerk_key is not None)
        place(self._key, self._clerk_x(view) + self._clerk_width(view) + 9, 5.0,
              _KEY_WIDTH, _KEY_HEIGHT)  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        view, theme, ink = self._view, self.theme, Ink(painter, self.theme)
        width, middle = theme.panel.width_mm, HEIGHT / 2
        painter.fillRect(self.rect(), theme.colour("paper"))
        ink.block(ink.rect(0, HEIGHT - 1, width, 1), "rule")
        draw_mark(painter, theme, ink.rect(_LEFT, middle - _MARK / 2, _MARK, _MARK))
        if view is None:
            return
        ink.line(view.window, _LEFT + _MARK + 6.5, middle, _WINDOW_EM)
        ink.second(view.clerk, self._clerk_x(view), middle, _SMALL_EM)
        right = width - _RIGHT
        if view.clock:
            right -= ink.line(view.clock, right, middle, _CLOCK_EM, align=Align.RIGHT) + 7
            ink.block(ink.rect(right, middle - 6.5, 0.7, 13), "rule")
            right -= 7
        ink.link(view.link, right, middle, 9.7, linked=view.linked)

    def _clerk_x(self, view: HeaderView) -> float:
        mm, fonts = self.theme.panel.mm, self.theme.fonts
        width = mm(fonts.width(view.window, 700, self.theme.px(_WINDOW_EM)))
        return _LEFT + _MARK + 6.5 + width + 7

    def _clerk_width(self, view: HeaderView) -> float:
        return self.theme.panel.mm(
            self.theme.fonts.width(view.clerk, 500, self.theme.px(_SMALL_EM))
        )
