"""The foot of the middle: which device needs a hand, and what to do. objectName: `faults`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.middle import PAD
from guide_desk.views import FaultsView
from ui_kit.ink import Ink
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

HEIGHT = 42.0
_LINE = 11.6


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
        """Draw the lines from the foot up."""
        view, ink, mm = self._view, Ink(painter, self.theme), self.theme.panel.mm
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if view is None:
            return
        width, height = mm(self.width()), mm(self.height())
        room = width - 2 * PAD
        if view.in_order:
            ink.icon("check-circle", PAD, height - 8, 6.4, "green")
            ink.second(view.in_order, PAD + 8.6, height - 8, 5.4)
            return
        count = len(view.lines) + bool(view.more)
        if not count:
            return
        top = height - 4.4 - count * _LINE
        ink.block(ink.rect(PAD, top, room, count * _LINE), "sheet", 4, border="ink")
        for index, line in enumerate(view.lines):
            y = top + (index + 0.5) * _LINE
            if index:
                ink.block(ink.rect(PAD + 4, y - _LINE / 2, room - 8, 0.4), "rule")
            ink.icon(line.icon, PAD + 4, y, 7)
            x = PAD + 13.5
            x += ink.line(line.place, x, y, 5.6) + 4
            ink.second(line.what_to_do, x, y, 5.4, room=width - PAD - 4 - x)
        if view.more:
            ink.second(view.more, PAD + 13.5, top + (count - 0.5) * _LINE, 5.4)
