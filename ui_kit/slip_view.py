"""The slip on the screen: it comes out of a dark slot and has a torn lower edge."""

from __future__ import annotations

from PySide6.QtCore import Property, QEasingCurve, QPointF, QPropertyAnimation, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD
from ui_kit.key_paint import rgba
from ui_kit.line_break import in_han, in_one_line
from ui_kit.text import TEXT_SPACING, Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme
from ui_kit.ticket import TicketLook, draw_ticket
from ui_kit.widget import KitWidget
from ui_kit.words import LONGEST_LINE_EM, CountLook, draw_count

_SLOT_MM, _LIP_MM, _TOOTH_MM, _SIDE_MM = 17.0, 8.5, 5.0, 10.0
# Shares of the paper: caption, number, dashed rule, line with a number, plain line.
_CAPTION, _NUMBER, _RULE, _COUNT, _PLAIN, _PLAIN_TWO = 0.15, 0.46, 0.03, 0.19, 0.14, 0.27
_SHORT_MM, _CAPTION_EM, _CAPTION_SHORT_EM, _AIR = 100.0, 15.9, 11.9, 0.03
_LEAST_NUMBER_MM = 41.0
"""On a paper with less room the line that can be one is one, and the number stands in air."""


class SlipView(KitWidget):
    """A printed slip: caption, number, one line with a number, one plain line.

    Its face holds the slot (full width) and the paper below it.
    """

    def __init__(
        self, theme: Theme, caption: str, series: str, digits: str,
        count: tuple[str, str, str] = ("", "", ""), line: str = "", name: str = "slip",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._caption, self._series, self._digits = caption, series, digits
        self._count, self._line = count, line
        self._out = 1.0
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> tuple[str, ...]:
        """Return the words in reading order."""
        line = in_one_line(self._line)
        parts = (self._caption, self._series + self._digits, "".join(self._count), line)
        return tuple(part for part in parts if part)

    def _get_out(self) -> float:
        return self._out

    def _set_out(self, out: float) -> None:
        self._out = out
        self.update()

    out = Property(float, _get_out, _set_out)
    """How far the paper is out of the slot, 0 to 1."""

    def come_out(self) -> None:
        """Let the paper come out of the slot once."""
        animation = QPropertyAnimation(self, b"out", self)
        animation.setDuration(self.theme.tokens.motion.slip_out_ms)
        animation.setStartValue(0.0)
        animation.setEndValue(1.0)
        animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        animation.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def paint(self, painter: QPainter) -> None:
        """Draw slot and paper."""
        theme, face = self.theme, self.face_rect()
        slot = QRectF(face.left(), face.top(), face.width(), theme.px(_SLOT_MM))
        self._paint_slot(painter, slot)
        paper_top = slot.top() + theme.px(_LIP_MM)
        side = theme.px(_SIDE_MM)
        paper = QRectF(face.left() + side, paper_top, face.width() - 2 * side,
                       face.bottom() - paper_top - theme.px(8))  # fmt: skip
        painter.setClipRect(
            QRectF(face.left(), paper_top, face.width(), face.height()),
            Qt.ClipOperation.IntersectClip,
        )
        painter.translate(0, -(1 - self._out) * paper.height())
        key = ("key", "slip", theme.mode, self.width(), self.height())
        theme.pictures.lay(
            painter, QPointF(), key, self.size(), lambda made: self._paint_paper(made, paper)
        )
        self._paint_words(painter, paper)

    def _paint_slot(self, painter: QPainter, slot: QRectF) -> None:
        theme = self.theme
        radius = slot.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#14171A") if not theme.high_contrast else theme.colour("lip"))
        painter.drawRoundedRect(slot, radius, radius)
        painter.setBrush(QColor("#262E2B"))
        painter.drawRoundedRect(slot.adjusted(0, theme.px(1.2), 0, 0), radius, radius)
        gap = QRectF(slot.left() + theme.px(7.5), slot.top() + theme.px(6.4),
                     slot.width() - theme.px(15), theme.px(4))  # fmt: skip
        painter.setBrush(QColor("#000000"))
        painter.drawRoundedRect(gap, gap.height() / 2, gap.height() / 2)

    def _paint_paper(self, painter: QPainter, paper: QRectF) -> None:
        theme = self.theme
        outline = self._torn(paper)
        painter.setPen(Qt.PenStyle.NoPen)
        if not theme.high_contrast:
            for step in range(6, 0, -1):
                painter.fillPath(outline.translated(0, theme.px(1.1) * step), rgba("#23200F0A"))
        painter.setBrush(theme.colour("sheet"))
        painter.setPen(QPen(theme.colour("edge"), theme.px(0.25)))
        painter.drawPath(outline)
        for part, alpha in ((1.2, 0x38), (4.0, 0x18)):
            shade = QRectF(paper.left(), paper.top(), paper.width(), theme.px(part))
            painter.fillRect(shade, QColor(0, 0, 0, alpha))

    def _torn(self, paper: QRectF) -> QPainterPath:
        tooth = self.theme.px(_TOOTH_MM)
        count = max(1, round(paper.width() / (tooth * 2)))
        step = paper.width() / count / 2
        path = QPainterPath(paper.topLeft())
        path.lineTo(paper.topRight())
        path.lineTo(paper.bottomRight())
        for index in range(1, count * 2):
            dip = tooth * 0.85 if index % 2 else 0.0
            path.lineTo(QPointF(paper.right() - step * index, paper.bottom() - dip))
        path.lineTo(paper.bottomLeft())
        path.closeSubpath()
        return path

    def _paint_words(self, painter: QPainter, paper: QRectF) -> None:
        theme = self.theme
        inside = theme.px(10)
        room = paper.adjusted(inside, theme.px(9), -inside, -theme.px(_TOOTH_MM + 3))
        total = _CAPTION + _NUMBER + _RULE
        short = room.height() < theme.px(_SHORT_MM)
        line = in_one_line(self._line) if short else self._line
        if short and in_han(line) > LONGEST_LINE_EM:
            line = self._line
        plain = _PLAIN_TWO if "\n" in line else _PLAIN
        total += (_COUNT if any(self._count) else 0.0) + (plain if self._line else 0.0)
        unit = room.height() / total
        y = room.top()
        ink = theme.colour("ink")
        caption_em = _CAPTION_SHORT_EM if short else _CAPTION_EM
        self._paint_row(painter, QRectF(room.left(), y, room.width(), unit * _CAPTION), caption_em)
        y += unit * _CAPTION
        air = min(unit * _AIR, (unit * _NUMBER - theme.px(_LEAST_NUMBER_MM)) / 2) if short else 0.0
        air = max(0.0, air)
        number = QRectF(room.left(), y + air, room.width(), unit * _NUMBER - 2 * air)
        draw_ticket(painter, theme, number, self._series, self._digits, TicketLook(63.0))
        y += unit * (_NUMBER + _RULE / 2)
        painter.setPen(QPen(ink, theme.px(0.75), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        y += unit * _RULE / 2
        if any(self._count):
            area = QRectF(room.left(), y, room.width(), unit * _COUNT)
            draw_count(painter, theme, area, self._count, CountLook(14.4, 24.0))
            y += unit * _COUNT
        if self._line:
            style = TextStyle(
                theme.px(14.4), theme.px(9.9), BOLD, TEXT_SPACING, line_em=LONGEST_LINE_EM
            )
            area = QRectF(room.left(), y, room.width(), unit * plain)
            fitted = fit(theme.fonts, line, style, area.width(), area.height())
            draw_fitted(painter, theme.fonts, fitted, area, ink, Align.CENTRE)

    def _paint_row(self, painter: QPainter, area: QRectF, em_mm: float) -> None:
        theme = self.theme
        style = TextStyle(theme.px(em_mm), theme.px(9.9), BOLD, max_lines=1)
        fitted = fit(theme.fonts, self._caption, style, area.width(), area.height())
        draw_fitted(painter, theme.fonts, fitted, area, theme.colour("ink"), Align.CENTRE)
