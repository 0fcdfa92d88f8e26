"""The round key that asks whether somebody is still there, with ticks that go out."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BLACK, BOLD
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.key_paint import draw_shadow
from ui_kit.press import KeyBase
from ui_kit.text import Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme

_RING_MM = 24.5
_SPENT = "#CFC9B9"


class RoundKey(KeyBase):
    """A round green key inside 60 ticks; the owner tells it how many are left."""

    margins_mm = (_RING_MM, _RING_MM, _RING_MM, _RING_MM)

    def __init__(
        self, theme: Theme, words: str, second: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, KeyStyle.PRIMARY, parent)
        self._words, self._second = words, second
        self._ticks = theme.tokens.motion.seconds_ticks
        self._left = self._ticks
        self.setAccessibleName(" ".join(self.texts()))

    @property
    def ticks_left(self) -> int:
        """How many ticks are still lit."""
        return self._left

    def set_ticks_left(self, left: int) -> None:
        """Light so many ticks; the owner lets one go out every half second."""
        self._left = max(0, min(self._ticks, left))
        self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return both lines."""
        return tuple(text for text in (self._words, self._second) if text)

    def hit_rect(self) -> QRectF:
        """Return the square around the round face."""
        return self.face_rect()

    def paint_frame(self, painter: QPainter, look: KeyLook) -> QRectF:
        """Draw ticks, lip and round face."""
        theme, rest = self.theme, self.face_rect()
        self._paint_ticks(painter, rest)
        face = rest.translated(0, theme.px(look.down_mm))
        key = ("key", "round", self.state(), theme.mode, self.width(), self.height())
        theme.pictures.lay(
            painter, QPointF(), key, self.size(),
            lambda made: self._paint_disc(made, look, rest, face),
        )  # fmt: skip
        return face

    def _paint_disc(self, painter: QPainter, look: KeyLook, rest: QRectF, face: QRectF) -> None:
        theme = self.theme
        radius = face.height() / 2
        if look.shadow_layers and not theme.high_contrast:
            draw_shadow(painter, theme, rest, radius, look.shadow_layers)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.lip)
        painter.drawEllipse(face.translated(0, theme.px(look.lip_mm)))
        gradient = QLinearGradient(face.topLeft(), face.bottomLeft())
        gradient.setColorAt(0, look.top)
        gradient.setColorAt(1, look.bottom)
        painter.setBrush(gradient)
        painter.setPen(QPen(look.border, theme.px(look.border_mm)))
        half = theme.px(look.border_mm) / 2
        painter.drawEllipse(face.adjusted(half, half, -half, -half))

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the words."""
        theme = self.theme
        width = face.width() * 0.84
        style = TextStyle(theme.px(43.7), theme.px(9.9), BLACK, max_lines=1)
        words = fit(theme.fonts, self._words, style, width, face.height() * 0.4)
        upper = face.adjusted(0, face.height() * 0.28, 0, -face.height() * 0.40)
        draw_fitted(painter, theme.fonts, words, upper, look.text, Align.CENTRE)
        small = TextStyle(theme.px(15.9), theme.px(9.9), BOLD, max_lines=1)
        second = fit(theme.fonts, self._second, small, width, face.height() * 0.2)
        lower = face.adjusted(0, face.height() * 0.60, 0, -face.height() * 0.26)
        draw_fitted(painter, theme.fonts, second, lower, look.text, Align.CENTRE)

    def paint_focus(self, painter: QPainter, look: KeyLook) -> None:
        """Draw the focus ring as a circle between face and ticks."""
        theme = self.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        centre, radius = self.face_rect().center(), self.face_rect().height() / 2
        centre += QPointF(0, theme.px(look.lip_mm) / 2)
        for reach_mm, width_mm, name in ((3.0, 1.5, "amber"), (4.7, 2.0, "ink")):
            painter.setPen(QPen(theme.colour(name), theme.px(width_mm)))
            reach = radius + theme.px(reach_mm)
            painter.drawEllipse(centre, reach, reach)

    def _paint_ticks(self, painter: QPainter, face: QRectF) -> None:
        theme = self.theme
        centre = face.center()
        outer = face.height() / 2 + theme.px(_RING_MM - 1.0)
        lit = theme.colour("green")
        spent = theme.colour("lip") if theme.high_contrast else QColor(_SPENT)
        for index in range(self._ticks):
            hour = index % 5 == 0
            length, width = (
                (theme.px(10.7), theme.px(3.7)) if hour else (theme.px(6.4), theme.px(2))
            )
            angle = 2 * math.pi * index / self._ticks
            way = QPointF(math.sin(angle), -math.cos(angle))
            painter.setPen(
                QPen(lit if index < self._left else spent, width, c=Qt.PenCapStyle.FlatCap)
            )
            painter.drawLine(QLineF(centre + way * outer, centre + way * (outer - length)))
