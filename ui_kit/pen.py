"""Strokes of handwriting as they are drawn: round, even, thick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui_kit.stroke import Point
from ui_kit.theme import Theme

_TENTHS = 10


def tenths_of(line: Sequence[Point]) -> tuple[int, ...]:
    """Return a line of millimetres as a stroke of hall.kernel.handwriting."""
    return tuple(round(value * _TENTHS) for point in line for value in point)


def points_of(stroke: Sequence[int]) -> list[Point]:
    """Return the line of such a stroke in millimetres."""
    pairs = zip(stroke[::2], stroke[1::2], strict=True)
    return [(x / _TENTHS, y / _TENTHS) for x, y in pairs]


def draw_stroke(
    painter: QPainter, theme: Theme, line: Sequence[Point], pen_mm: float, scale: float = 1.0
) -> None:
    """Draw a line of millimetres, `scale` times as large; a single point is a dot."""
    px = theme.px(scale)
    pen = QPen(theme.colour("ink"), pen_mm * px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = [QPointF(x * px, y * px) for x, y in line]
    if len(points) == 1:
        painter.drawPoint(points[0])
    else:
        painter.drawPolyline(QPolygonF(points))
