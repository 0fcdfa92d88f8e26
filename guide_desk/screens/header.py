"""The line at the top. objectName: `guide_header`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.views import HeaderView
from ui_kit.header import draw_mark
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

HEIGHT = 16.0
_LEFT, _MARK = 6.0, 11.4
_DESK_EM, _LINK_EM, _CLOCK_EM = 7.4, 5.4, 9.2


class GuideHeader(KitWidget):
    """Which desk, whether the hall answers, the time."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("guide_header")
        self._view: HeaderView | None = None

    def show_view(self, view: HeaderView) -> None:
        """Show a view."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        view = self._view
        if view is None:
            return ()
        return tuple(text for text in (view.desk, view.link, view.clock) if text)

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        view, theme, ink = self._view, self.theme, Ink(painter, self.theme)
        width, middle = theme.panel.width_mm, HEIGHT / 2
        painter.fillRect(self.rect(), theme.colour("paper"))
        ink.block(ink.rect(0, HEIGHT - 0.7, width, 0.7), "rule")
        draw_mark(painter, theme, ink.rect(_LEFT, middle - _MARK / 2, _MARK, _MARK))
        if view is None:
            return
        ink.line(view.desk, _LEFT + _MARK + 4.5, middle, _DESK_EM)
        right = width - _LEFT
        if view.clock:
            right -= ink.line(view.clock, right, middle, _CLOCK_EM, align=Align.RIGHT) + 4.5
            ink.block(ink.rect(right, middle - 3.8, 0.4, 7.6), "rule")
            right -= 4.5
        ink.link(view.link, right, middle, _LINK_EM, linked=view.linked)
