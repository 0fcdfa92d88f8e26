"""The right column: how much is recorded, chapter by chapter. objectName: `studio_side`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget
from voice_studio.views import ChapterRow, SideView

WIDTH = 232.0
_LEFT, _RIGHT, _TOP, _ROW = 14.5, 15.0, 46.0, 33.0
_SIGN = 13.0


class StudioSide(KitWidget):
    """Read, never pressed: it lies in the tray."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("studio_side")
        self._view: SideView | None = None

    def show_view(self, view: SideView) -> None:
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
        rows = [f"{row.name} {row.count}" for row in view.rows]
        return ("".join(view.heading), *rows, view.note)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground, the heading, the chapters and the line at the foot."""
        view, ink = self._view, Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("tray"))
        height = self.theme.panel.mm(self.height())
        ink.block(ink.rect(0, 0, 1, height), "rule")
        if view is None:
            return
        before, count, after = view.heading
        right = WIDTH - _RIGHT
        x = _LEFT + ink.line(before, _LEFT, 25.5, 13) + 6
        x += ink.line(count, x, 24, 27) + 5
        ink.line(after, x, 25.5, 11, colour="ink2", weight=MEDIUM, room=right - x)
        ink.block(ink.rect(_LEFT, _TOP - 3.5, right - _LEFT, 1.5), "ink")
        for place, row in enumerate(view.rows):
            self._paint_row(ink, row, _TOP + place * _ROW)
        area = ink.rect(_LEFT, height - 44, right - _LEFT, 34)
        ink.words(view.note, area, 9.6, colour="ink2", weight=MEDIUM, middle=1.0)

    def _paint_row(self, ink: Ink, row: ChapterRow, top: float) -> None:
        middle, right = top + _ROW / 2, WIDTH - _RIGHT
        if row.current:
            area = ink.rect(_LEFT - 8, top + 2, right - _LEFT + 16, _ROW - 3)
            ink.block(area, "sheet", 5, border="edge")
        self._paint_sign(ink, row, middle)
        weight = BOLD if row.current else MEDIUM
        ink.line(row.name, _LEFT + _SIGN + 7, middle, 12, weight=weight)
        ink.line(row.count, right, middle, 12, weight=weight, align=Align.RIGHT)

    def _paint_sign(self, ink: Ink, row: ChapterRow, middle: float) -> None:
        """A tick when it is whole, a filled ring where one reads now, a ring before."""
        theme, painter = self.theme, ink.painter
        area: QRectF = ink.rect(_LEFT, middle - _SIGN / 2, _SIGN, _SIGN)
        pen_px = theme.px(0.9)
        ring = area.adjusted(pen_px / 2, pen_px / 2, -pen_px / 2, -pen_px / 2)
        strong = row.complete or row.current
        painter.setPen(QPen(theme.colour("green" if strong else "edge"), pen_px))
        painter.setBrush(theme.colour("green_soft") if row.complete else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if row.complete:
            ink.icon("check", _LEFT + _SIGN * 0.2, middle, _SIGN * 0.6, "green")
        elif row.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("green"))
            radius = theme.px(_SIGN * 0.26)
            painter.drawEllipse(QPointF(area.center()), radius, radius)
