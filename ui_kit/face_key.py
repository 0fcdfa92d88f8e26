"""A key with a drawn face over its word: how it was. Shape and word say it, never colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BLACK
from ui_kit.key_look import KeyLook, KeyStyle, key_look
from ui_kit.press import KeyBase
from ui_kit.text import Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme

_FACE_SHARE, _LINE = 0.62, 1.3
_INSIDE_MM = 2.5


def draw_feeling(
    painter: QPainter, theme: Theme, area: QRectF, score: int, label: str, em_px: float,
    colour: QColor,
) -> None:  # fmt: skip
    """Draw the face of a score from 1 to 5 and its word under it, in the middle of an area."""
    words_tall = em_px * _LINE
    most = (area.height() - words_tall) * 0.94
    side = round(min(area.width(), most, area.height() * _FACE_SHARE))
    gap = (area.height() - side - words_tall) / 3
    corner = QPointF(round(area.center().x() - side / 2), round(area.top() + gap))
    name = theme.drawing_name(f"feeling_{score}")
    theme.icons.lay_drawing(painter, corner, name, QSize(side, side))
    under = QRectF(area.left(), corner.y() + side + gap, area.width(), words_tall)
    style = TextStyle(em_px, em_px * 0.7, BLACK, max_lines=1)
    words = fit(theme.fonts, label, style, under.width(), under.height())
    draw_fitted(painter, theme.fonts, words, under, colour, Align.CENTRE)


class FaceKey(KeyBase):
    """One of the five faces; only to be looked at where the glass is not touched (`read_only`)."""

    def __init__(
        self, theme: Theme, score: int, label: str, em_mm: float, parent: QWidget | None = None,
        *, read_only: bool = False, name: str = "",
    ) -> None:  # fmt: skip
        super().__init__(theme, name or f"feeling_{score}", KeyStyle.KEY, parent)
        self.score = score
        self._label, self._em_mm, self._read_only = label, em_mm, read_only
        self.setAccessibleName(label)

    @property
    def can_be_pressed(self) -> bool:
        """Whether a finger does anything here."""
        return not self._read_only and super().can_be_pressed

    def texts(self) -> tuple[str, ...]:
        """Return the word under the face."""
        return (self._label,)

    def paint(self, painter: QPainter) -> None:
        """Draw the key, or only what lies on it."""
        if self._read_only:
            look = key_look(self.theme, self.style_of_key, self.state())
            self.paint_content(painter, self.face_rect(), look)
        else:
            super().paint(painter)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the face and its word."""
        inside, em_px = self.theme.px(_INSIDE_MM), self.theme.em_px(self._em_mm)
        area = face.adjusted(inside, inside, -inside, -inside)
        draw_feeling(painter, self.theme, area, self.score, self._label, em_px, look.text)
