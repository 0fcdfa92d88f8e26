"""The line at the top. objectName: `studio_header`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.header import draw_mark
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget
from voice_studio.views import HeaderView

HEIGHT = 28.5
_LEFT, _RIGHT, _MARK = 13.5, 14.0, 18.0
_TITLE_EM, _SMALL_EM = 11.5, 10.0


class StudioHeader(KitWidget):
    """What this is, whose voice it is, whether a microphone is there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("studio_header")
        self._view: HeaderView | None = None

    def show_view(self, view: HeaderView) -> None:
        """Show a view."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words, in reading order."""
        view = self._view
        if view is None:
            return ()
        return tuple(text for text in (view.title, view.voice, view.microphone) if text)

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        view, theme, ink = self._view, self.theme, Ink(painter, self.theme)
        width, middle = theme.panel.width_mm, HEIGHT / 2
        painter.fillRect(self.rect(), theme.colour("paper"))
        ink.block(ink.rect(0, HEIGHT - 1, width, 1), "rule")
        draw_mark(painter, theme, ink.rect(_LEFT, middle - _MARK / 2, _MARK, _MARK))
        if view is None:
            return
        x = _LEFT + _MARK + 6.5
        x += ink.line(view.title, x, middle, _TITLE_EM) + 7
        ink.second(view.voice, x, middle, _SMALL_EM)
        right = width - _RIGHT
        if view.connected:
            taken = ink.line(
                view.microphone, right, middle, _SMALL_EM, colour="ink2", weight=500,
                align=Align.RIGHT,
            )  # fmt: skip
            ink.icon("microphone", right - taken - 15, middle, 11.5, "green")
            return
        height = _SMALL_EM * 1.9
        whole = ink.width(view.microphone, _SMALL_EM) + _SMALL_EM * 1.75 + height * 0.72
        area = ink.rect(right - whole, middle - height / 2, whole + 1, height)
        ink.notice(view.microphone, "microphone-slash", area, _SMALL_EM, "amber")
