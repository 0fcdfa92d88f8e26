"""Where one is on the way: three steps with a round sign each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.text import draw_line
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_SIGN_MM, _EM_MM, _GAP_MM = 11.2, 9.9, 3.0


class StepBar(KitWidget):
    """Steps in a row: done has a tick, now is filled, next is a ring."""

    def __init__(
        self, theme: Theme, labels: Sequence[str], now: int, name: str = "steps",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._labels = tuple(labels)
        self._now = now
        self.set_now(now)

    def set_now(self, now: int) -> None:
        """Go to a step, counted from 0."""
        self._now = now
        self.setAccessibleName(f"{now + 1}/{len(self._labels)} {self._labels[now]}")
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the labels."""
        return self._labels

    def paint(self, painter: QPainter) -> None:
        """Draw signs, labels and the lines between them."""
        theme = self.theme
        face, fonts = self.face_rect(), theme.fonts
        em, sign, gap = theme.px(_EM_MM), theme.px(_SIGN_MM), theme.px(_GAP_MM)
        weights = [BOLD if index == self._now else MEDIUM for index in range(len(self._labels))]
        widths = [
            sign + gap + fonts.width(label, weight, em)
            for label, weight in zip(self._labels, weights, strict=True)
        ]
        line = (face.width() - sum(widths)) / max(1, len(widths) - 1)
        x, middle = face.left(), face.center().y()
        for index, (label, width) in enumerate(zip(self._labels, widths, strict=True)):
            self._paint_sign(painter, QRectF(x, middle - sign / 2, sign, sign), index)
            colour = theme.colour("ink" if index == self._now else "ink2")
            base = QPointF(x + sign + gap, middle + em * 0.38)
            draw_line(painter, fonts, label, weights[index], em, base, colour)
            x += width
            if index < len(widths) - 1:
                done = index < self._now
                pen = QPen(theme.colour("green" if done else "edge"), theme.px(1 if done else 0.5))
                painter.setPen(pen)
                painter.drawLine(QLineF(x + gap, middle, x + line - gap, middle))
            x += line

    def _paint_sign(self, painter: QPainter, area: QRectF, index: int) -> None:
        theme = self.theme
        pen_px = theme.px(0.75)
        ring = area.adjusted(pen_px / 2, pen_px / 2, -pen_px / 2, -pen_px / 2)
        if index < self._now:
            painter.setPen(QPen(theme.colour("green"), pen_px))
            painter.setBrush(theme.colour("green_soft"))
            painter.drawEllipse(ring)
            side = round(area.width() * 0.6)
            icon = theme.icons.icon("check", side, theme.colour("green"))
            painter.drawPixmap(area.center() - QPointF(side / 2, side / 2), icon)
            return
        now = index == self._now
        painter.setPen(QPen(theme.colour("green" if now else "edge"), pen_px))
        painter.setBrush(theme.colour("green") if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        em, number = area.height() * 0.83, str(index + 1)
        wide = theme.fonts.width(number, BOLD, em)
        base = QPointF(area.center().x() - wide / 2, area.center().y() + em * 0.364)
        colour = theme.colour("sheet" if now else "ink2")
        draw_line(painter, theme.fonts, number, BOLD, em, base, colour)
