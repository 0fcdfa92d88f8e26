"""A page of an A4 paper on the screen, as it will be printed: drawn from the same placed pieces.

It is painted anew each time and held in no picture, because a paper may name somebody.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from devices.papers import (
    A4_HEIGHT_MM,
    A4_WIDTH_MM,
    Paper,
    PaperBox,
    PaperCode,
    PaperMark,
    PaperPage,
    PaperPiece,
    PaperRule,
    PaperText,
)
from ui_kit.fonts import BOLD, MEDIUM, Fonts
from ui_kit.text import draw_line
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_UNITS_PER_MM = 10.0
"""The page is painted ten times as large and made smaller: typefaces come in whole pixels only."""

_WEIGHTS = {"body": MEDIUM, "label": BOLD}
_INK, _SHEET = QColor("#000000"), QColor("#FFFFFF")
_TICK = ((0.2, 0.52), (0.42, 0.76), (0.84, 0.24))
_EDGE_MM = 0.5
# A code is for the eye of a scanner: the screen shows its three corners.
_CORNER = 0.3
_CORNERS = ((0.0, 0.0), (0.7, 0.0), (0.0, 0.7))


class PaperView(KitWidget):
    """One page of a paper, as large as its place allows."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, paper: Paper, name: str = "paper", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._paper, self._page = paper, 0
        self.setAccessibleName(paper.title)

    def texts(self) -> tuple[str, ...]:
        """Return the words of the page that is shown, in reading order."""
        return self._shown.texts()

    def show_page(self, index: int) -> None:
        """Turn to a page, the first is 0; beyond the last it stays with the last."""
        self._page = max(0, min(index, len(self._paper.pages) - 1))
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the sheet and what stands on it."""
        face = self.face_rect()
        px_per_mm = min(face.width() / A4_WIDTH_MM, face.height() / A4_HEIGHT_MM)
        sheet = QRectF(0, 0, A4_WIDTH_MM * px_per_mm, A4_HEIGHT_MM * px_per_mm)
        sheet.moveCenter(face.center())
        painter.setPen(QPen(self.theme.colour("edge"), self.theme.px(_EDGE_MM)))
        painter.setBrush(_SHEET)
        painter.drawRect(sheet)
        painter.setClipRect(sheet, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(sheet.topLeft())
        painter.scale(px_per_mm / _UNITS_PER_MM, px_per_mm / _UNITS_PER_MM)
        for piece in self._shown.pieces:
            _paint_piece(painter, self.theme, piece)

    @property
    def _shown(self) -> PaperPage:
        return self._paper.pages[self._page]


def _paint_piece(painter: QPainter, theme: Theme, piece: PaperPiece) -> None:
    if isinstance(piece, PaperText):
        _paint_text(painter, theme.fonts, piece)
    elif isinstance(piece, PaperRule):
        style = Qt.PenStyle.DashLine if piece.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(_INK, _units(piece.stroke_mm), style))
        painter.drawLine(_point(piece.x_mm, piece.y_mm), _point(piece.to_x_mm, piece.to_y_mm))
    elif isinstance(piece, PaperBox):
        _paint_box(painter, piece)
    elif isinstance(piece, PaperMark):
        area = _square(piece.x_mm, piece.y_mm, piece.side_mm)
        size = QSize(round(area.width()), round(area.height()))
        theme.icons.lay_drawing(painter, area.topLeft(), "mark_mono", size)
    else:
        _paint_code(painter, piece)


def _paint_text(painter: QPainter, fonts: Fonts, text: PaperText) -> None:
    weight, em = _WEIGHTS[text.weight], _units(text.em_mm)
    width = fonts.width(text.text, weight, em)
    squeeze = min(1.0, _units(text.room_mm) / width) if width else 1.0
    part = {"left": 0.0, "centre": 0.5, "right": 1.0}[text.align]
    painter.save()
    painter.translate(_units(text.x_mm) - width * squeeze * part, _units(text.baseline_mm))
    painter.scale(squeeze, 1.0)
    draw_line(painter, fonts, text.text, weight, em, QPointF(), _INK)
    painter.restore()


def _paint_box(painter: QPainter, box: PaperBox) -> None:
    area = QRectF(_units(box.x_mm), _units(box.y_mm), _units(box.width_mm), _units(box.height_mm))
    painter.setPen(QPen(_INK, _units(box.stroke_mm)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, _units(box.radius_mm), _units(box.radius_mm))
    if box.ticked:
        painter.setPen(QPen(_INK, area.height() / 7))
        painter.drawPolyline(
            [area.topLeft() + QPointF(x * area.width(), y * area.height()) for x, y in _TICK]
        )


def _paint_code(painter: QPainter, code: PaperCode) -> None:
    side_mm = code.side_mm * _CORNER
    for x, y in _CORNERS:
        corner = _square(code.x_mm + x * code.side_mm, code.y_mm + y * code.side_mm, side_mm)
        rim = corner.width() / 7
        painter.setPen(QPen(_INK, rim))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(corner.adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2))
        painter.fillRect(corner.adjusted(2 * rim, 2 * rim, -2 * rim, -2 * rim), _INK)


def _square(x_mm: float, y_mm: float, side_mm: float) -> QRectF:
    return QRectF(_units(x_mm), _units(y_mm), _units(side_mm), _units(side_mm))


def _point(x_mm: float, y_mm: float) -> QPointF:
    return QPointF(_units(x_mm), _units(y_mm))


def _units(length_mm: float) -> float:
    return length_mm * _UNITS_PER_MM
