"""Which device needs a hand, and what to do. objectName: `faults`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.faults import LINES
from guide_desk.screens.measure import TEXT
from guide_desk.views import FaultsView
from ui_kit.ink import Ink
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget


class Faults(KitWidget):
    """One line for each device; a thin one while all is well."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("faults")
        self._view: FaultsView | None = None

    def show_view(self, view: FaultsView) -> None:
        """Show a view."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the lines."""
        view = self._view
        if view is None:
            return ()
        lines = tuple(text for line in view.lines for text in (line.place, line.what_to_do))
        return tuple(text for text in (*lines, view.more, view.in_order) if text)

    def paint(self, painter: QPainter) -> None:
        """Draw the lines from the top, in a frame while something is wrong."""
        view, ink, mm = self._view, Ink(painter, self.theme), self.theme.panel.mm
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if view is None:
            return
        wide, high = mm(self.width()), mm(self.height())
        if view.in_order:
            ink.icon("check-circle", 0, high - 7, 8, "green")
            ink.second(view.in_order, 11, high - 7, TEXT)
            return
        count = len(view.lines) + bool(view.more)
        if not count:
            return
        line = high / LINES
        top = high - count * line
        ink.block(ink.rect(0, top, wide, count * line), "sheet", 4, border="ink")
        for index, fault in enumerate(view.lines):
            y = top + (index + 0.5) * line
            if index:
                ink.block(ink.rect(4, y - line / 2, wide - 8, 0.4), "rule")
            ink.icon(fault.icon, 4, y, 8)
            x = 15.5 + ink.line(fault.place, 15.5, y, TEXT) + 5
            ink.second(fault.what_to_do, x, y, TEXT)
        if view.more:
            ink.second(view.more, 15.5, top + (count - 0.5) * line, TEXT)
