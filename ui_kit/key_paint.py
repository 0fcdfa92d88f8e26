"""Drawing a key: stacked shadow, lip, face, inner line, focus ring, badge."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from ui_kit.key_look import KeyLook
from ui_kit.theme import Theme
from ui_kit.tokens import ShadowLayer

_RING_OUTER_MM, _RING_INNER_MM, _RING_GAP_MM = 2.0, 1.5, 0.7
"""Of the focus: the outer ring begins 2.2 mm away from the key, the amber band lies in between."""
_BADGE_MM = 8.6
RING_REACH_MM = _RING_OUTER_MM + _RING_INNER_MM + _RING_GAP_MM


def rgba(value: str) -> QColor:
    """Return the colour of `#RRGGBBAA`."""
    colour = QColor(value[:7])
    colour.setAlpha(int(value[7:9], 16))
    return colour


def draw_shadow(
    painter: QPainter, theme: Theme, face: QRectF, radius_px: float, layers: int
) -> None:
    """Draw the flat rounded rectangles of a shadow, the faintest first."""
    painter.setPen(Qt.PenStyle.NoPen)
    for layer in _last(theme.tokens.shadow, layers):
        grow = theme.px(layer.grow_mm)
        area = face.translated(0, theme.px(layer.offset_y_mm)).adjusted(-grow, -grow, grow, grow)
        painter.setBrush(rgba(layer.rgba))
        painter.drawRoundedRect(area, radius_px + grow, radius_px + grow)


def _last(layers: tuple[ShadowLayer, ...], count: int) -> tuple[ShadowLayer, ...]:
    return layers[len(layers) - count :] if count else ()


def draw_key(painter: QPainter, theme: Theme, rest: QRectF, look: KeyLook) -> None:
    """Draw shadow, lip and face of a key whose face rests at `rest`."""
    px = theme.px
    radius = min(px(look.radius_mm), rest.height() / 2)
    face = rest.translated(0, px(look.down_mm))
    if not theme.high_contrast:
        draw_shadow(painter, theme, rest, radius, look.shadow_layers)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.lip_mm > 0:
        painter.setBrush(look.lip)
        painter.drawRoundedRect(face.adjusted(0, 0, 0, px(look.lip_mm)), radius, radius)
    _draw_face(painter, theme, face, radius, look)


def _draw_face(painter: QPainter, theme: Theme, face: QRectF, radius: float, look: KeyLook) -> None:
    px = theme.px
    gradient = QLinearGradient(face.topLeft(), face.bottomLeft())
    gradient.setColorAt(0, look.top)
    gradient.setColorAt(1, look.bottom)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawRoundedRect(face, radius, radius)
    border = px(look.border_mm)
    if look.shade and not theme.high_contrast:
        _draw_top_band(painter, face, radius, border + px(1.5), QColor(0x23, 0x1E, 0x0F, 0x29))
    elif look.inner_line is not None and not theme.high_contrast:
        inner = face.adjusted(border, border, -border, -border)
        _draw_top_band(painter, inner, radius - border, px(0.5), look.inner_line)
    half = border / 2
    pen = QPen(look.border, border)
    if look.dashed:
        pen.setDashPattern([3.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius - half, radius - half)


def _draw_top_band(
    painter: QPainter, area: QRectF, radius: float, height: float, colour: QColor
) -> None:
    """Draw the crescent between a rounded rectangle and itself moved down."""
    whole, moved = QPainterPath(), QPainterPath()
    whole.addRoundedRect(area, radius, radius)
    moved.addRoundedRect(area.translated(0, height), radius, radius)
    below = QPainterPath()
    below.addRect(area.adjusted(0, area.height() / 2, 0, height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(whole.subtracted(moved).subtracted(below), colour)


def draw_focus_ring(painter: QPainter, theme: Theme, key: QRectF, radius_mm: float) -> None:
    """Draw the ring of the keypad's focus around a face and its lip."""
    px = theme.px
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outer = QColor("#FFFFFF") if theme.high_contrast else theme.colour("ink")
    bands = (
        (_RING_GAP_MM, _RING_INNER_MM, theme.colour("amber")),
        (_RING_GAP_MM + _RING_INNER_MM, _RING_OUTER_MM, outer),
    )
    for start_mm, width_mm, colour in bands:
        reach = px(start_mm + width_mm / 2)
        radius = px(radius_mm) + reach
        painter.setPen(QPen(colour, px(width_mm)))
        painter.drawRoundedRect(key.adjusted(-reach, -reach, reach, reach), radius, radius)


def draw_check_badge(painter: QPainter, theme: Theme, face: QRectF) -> None:
    """Draw the round check outside the upper right corner of a key that is switched on."""
    side = theme.px(_BADGE_MM)
    centre = QPointF(face.right() - side * 0.28, face.top() + side * 0.22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper"))
    painter.drawEllipse(centre, side * 0.56, side * 0.56)
    painter.setBrush(theme.colour("green"))
    painter.drawEllipse(centre, side * 0.47, side * 0.47)
    icon_px = round(side * 0.56)
    icon = theme.icons.icon("check", icon_px, theme.colour("sheet"))
    painter.drawPixmap(QPointF(centre.x() - icon_px / 2, centre.y() - icon_px / 2), icon)
