"""Fitting and drawing words: by sense into a rectangle, never smaller than the floor."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui_kit.fonts import BOLD, DrawnLine, Face, Fonts
from ui_kit.line_break import break_lines, in_one_line, longest

_SHRINK = 0.96
_HAN_CENTRE = 0.38  # of the em above the baseline: where the middle of a Han character lies
DISPLAY_SPACING = 1.3
TEXT_SPACING = 1.5


class Align(Enum):
    """Where lines stand between left and right."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True)
class Fitted:
    """Lines that fit, the em they fit at in pixels, and whether they really do."""

    lines: tuple[str, ...]
    em_px: float
    weight: int
    spacing: float
    fits: bool

    @property
    def height_px(self) -> float:
        """From the top of the first line's em to the bottom of the last one's."""
        return self.em_px * (1 + (len(self.lines) - 1) * self.spacing)


@dataclass(frozen=True)
class TextStyle:
    """How words are set: em and smallest em in pixels, weight 500, 700 or 900.

    No line is longer than `line_em` ems, however wide its place is.
    """

    em_px: float
    floor_px: float
    weight: int = BOLD
    spacing: float = DISPLAY_SPACING
    max_lines: int = 2
    line_em: float = math.inf


def fit(fonts: Fonts, text: str, style: TextStyle, width: float, height: float) -> Fitted:
    """Break and, only where it must be, shrink a text so that it fits a rectangle in pixels.

    Lines handed in (line feeds) are kept. At the floor what does not fit is given with
    `fits` False, in as many lines as it needs.
    """
    em_px = style.em_px
    floor_px = min(style.floor_px, style.em_px)
    while True:
        fitted = _try(fonts, text, style, em_px, width, style.max_lines)
        if fitted is not None and fitted.height_px <= height + 1:
            return fitted
        if em_px <= floor_px:
            break
        em_px = max(floor_px, em_px * _SHRINK)
    loose = _try(fonts, in_one_line(text), style, floor_px, width, max(6, style.max_lines))
    if loose is not None:
        return Fitted(
            loose.lines, floor_px, style.weight, style.spacing, loose.height_px <= height + 1
        )
    return Fitted((in_one_line(text),), floor_px, style.weight, style.spacing, fits=False)


def _try(
    fonts: Fonts, text: str, style: TextStyle, em_px: float, width: float, max_lines: int
) -> Fitted | None:
    # Gone with this call: a text may be somebody's name.
    measure = cache(lambda line: fonts.width(line, style.weight, em_px))
    most_lines = max(max_lines, text.count("\n") + 1)
    lines = break_lines(text, most_lines, measure, min(width, style.line_em * em_px))
    if lines is None:
        return None
    return Fitted(tuple(lines), em_px, style.weight, style.spacing, fits=True)


def widest_px(fonts: Fonts, fitted: Fitted) -> float:
    """Return the width of the widest line in pixels."""
    return longest(fitted.lines, lambda line: fonts.width(line, fitted.weight, fitted.em_px))


def draw_fitted(
    painter: QPainter, fonts: Fonts, fitted: Fitted, area: QRectF, colour: QColor,
    align: Align = Align.LEFT, middle: float = 0.5,
) -> None:  # fmt: skip
    """Draw lines in an area; `middle` 0 sets them at its top, 0.5 in the middle, 1 at the foot."""
    spare = area.height() - fitted.height_px
    centre = area.top() + spare * middle + fitted.em_px / 2
    for line in fitted.lines:
        width = fonts.width(line, fitted.weight, fitted.em_px)
        left = area.left() + (area.width() - width) * align.value
        base = QPointF(left, centre + fitted.em_px * _HAN_CENTRE)
        draw_line(painter, fonts, line, fitted.weight, fitted.em_px, base, colour)
        centre += fitted.em_px * fitted.spacing


def draw_line(
    painter: QPainter, fonts: Fonts, text: str, weight: int, em_px: float,
    base: QPointF, colour: QColor,
) -> float:  # fmt: skip
    """Draw one line from a point on its baseline; return its width in pixels."""
    if fonts.watch is not None:
        at = painter.combinedTransform().map(base)
        line = DrawnLine(text, weight, em_px, at, fonts.width(text, weight, em_px), colour)
        if not fonts.watch(line):
            return line.width_px
    x = base.x()
    painter.setPen(colour)
    for run in fonts.runs(text):
        width = fonts.run_width(run, weight, em_px)
        if run.face is Face.MISSING:
            _draw_boxes(painter, len(run.text), em_px, QPointF(x, base.y()), colour)
        else:
            painter.setFont(fonts.font(run.face, weight, em_px))
            painter.drawText(QPointF(x, base.y()), run.text)
        x += width
    return x - base.x()


def _draw_boxes(painter: QPainter, count: int, em_px: float, base: QPointF, colour: QColor) -> None:
    """Draw a box per character that no face has: seen and asked about, never a blank."""
    painter.save()
    painter.setPen(QPen(colour, em_px * 0.07))
    for index in range(count):
        left = base.x() + em_px * (index + 0.1)
        painter.drawRect(QRectF(left, base.y() - em_px * 0.78, em_px * 0.8, em_px * 0.8))
    painter.restore()
