"""What is drawn, as values in units of the design (1920 by 1080), and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from ui_kit.fonts import BLACK, BOLD
from ui_kit.text import draw_line
from ui_kit.theme import Theme

CAP_OF_EM = 0.727
"""Height of Inter's digits for an em of one (OS/2 sCapHeight 1490 of 2048)."""
HAN_CENTRE = 0.38
"""Middle of a Han character above its baseline, for an em of one."""
SEAL_CHARACTER = 0.71
SEAL_GAP = 0.165


@dataclass(frozen=True)
class Words:
    """One line of text standing on a baseline; `number` when it is part of a ticket number."""

    text: str
    x: float
    baseline: float
    em: float
    colour: str
    weight: int = BOLD
    number: bool = False


@dataclass(frozen=True)
class Block:
    """A filled rectangle; two colours make a gradient from top to bottom, `dashed` an outline."""

    rect: QRectF
    colours: tuple[str, ...]
    radius: float = 0.0
    border: str = ""
    border_width: float = 0.0


@dataclass(frozen=True)
class Icon:
    """A square icon in one colour, or a drawing when `colour` is empty."""

    name: str
    rect: QRectF
    colour: str = ""


Mark = Words | Block | Icon


def paint(painter: QPainter, theme: Theme, marks: Sequence[Mark], scale: float) -> None:
    """Paint marks with a painter of device pixels; `scale` is pixels per unit."""
    for mark in marks:
        if isinstance(mark, Words):
            base = QPointF(mark.x * scale, mark.baseline * scale)
            colour = theme.colour(mark.colour)
            draw_line(painter, theme.fonts, mark.text, mark.weight, mark.em * scale, base, colour)
        elif isinstance(mark, Block):
            _paint_block(painter, theme, mark, scale)
        else:
            _paint_icon(painter, theme, mark, scale)


def scaled(rect: QRectF, scale: float) -> QRectF:
    """Return a rectangle in pixels."""
    return QRectF(rect.x() * scale, rect.y() * scale, rect.width() * scale, rect.height() * scale)


def _paint_block(painter: QPainter, theme: Theme, block: Block, scale: float) -> None:
    rect = scaled(block.rect, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    if block.border:
        painter.setPen(QPen(theme.colour(block.border), block.border_width * scale))
    if len(block.colours) > 1:
        gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
        gradient.setColorAt(0.0, theme.colour(block.colours[0]))
        gradient.setColorAt(1.0, theme.colour(block.colours[1]))
        painter.setBrush(gradient)
    else:
        painter.setBrush(theme.colour(block.colours[0]))
    if block.radius:
        painter.drawRoundedRect(rect, block.radius * scale, block.radius * scale)
    else:
        painter.drawRect(rect)


def _paint_icon(painter: QPainter, theme: Theme, icon: Icon, scale: float) -> None:
    rect = scaled(icon.rect, scale).toRect()
    if icon.colour:
        picture = theme.icons.icon(icon.name, rect.width(), QColor(theme.colour(icon.colour)))
        painter.drawPixmap(rect.topLeft(), picture)
    else:
        name, corner = theme.drawing_name(icon.name), QPointF(rect.topLeft())
        theme.icons.lay_drawing(painter, corner, name, rect.size())


def seal_marks(
    theme: Theme, character: str, x: float, y: float, side: float, face: str, ink: str
) -> list[Mark]:
    """Return the seal of a series: a rounded square with its character."""
    em = side * SEAL_CHARACTER
    width = theme.fonts.width(character, BLACK, em)
    return [
        Block(QRectF(x, y, side, side), (face,), side * theme.tokens.radius["seal"]),
        Words(
            character, x + (side - width) / 2, y + side / 2 + em * HAN_CENTRE, em, ink, BLACK, True
        ),
    ]


def number_width(theme: Theme, digits: str, cap: float) -> float:
    """Return how wide a number with its seal is; `cap` is the height of its digits."""
    return cap * (1 + SEAL_GAP) + theme.fonts.width(digits, BOLD, cap / CAP_OF_EM)


def number_marks(
    theme: Theme,
    seal: str,
    digits: str,
    x: float,
    baseline: float,
    cap: float,
    colours: tuple[str, str, str],
) -> list[Mark]:
    """Return a number with its seal; colours are of the seal, its character and the digits."""
    face, ink, colour = colours
    marks = seal_marks(theme, seal, x, baseline - cap, cap, face, ink)
    start = x + cap * (1 + SEAL_GAP)
    marks.append(Words(digits, start, baseline, cap / CAP_OF_EM, colour, BOLD, True))
    return marks
