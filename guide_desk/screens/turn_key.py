"""The key that turns a list to its previous or next leaf: an arrow over its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.measure import STRONG
from ui_kit.fonts import BOLD
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme
from ui_kit.wired_key import Pressed, WiredKey

_ICON, _BETWEEN = 11.0, 2.4


class TurnKey(WiredKey):
    """Narrow, so that the list keeps the width."""

    def __init__(self, theme: Theme, view: KeyView, pressed: Pressed, parent: QWidget) -> None:
        self._turns = view
        super().__init__(theme, view, pressed, parent, style=KeyStyle.SMALL)

    def show_view(self, view: KeyView) -> None:
        """Show a view."""
        self._turns = view
        super().show_view(view)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the arrow, and the words under it."""
        theme, px = self.theme, self.theme.px
        style = TextStyle(px(STRONG), px(STRONG), BOLD, max_lines=1)
        words = fit(theme.fonts, self._turns.label, style, face.width(), face.height())
        top = face.center().y() - (px(_ICON + _BETWEEN) + words.height_px) / 2
        side = round(px(_ICON))
        picture = theme.icons.icon(self._turns.icon, side, look.icon)
        painter.drawPixmap(QPointF(face.center().x() - side / 2, top), picture)
        under = QRectF(face.left(), top + px(_ICON + _BETWEEN), face.width(), words.height_px)
        draw_fitted(painter, theme.fonts, words, under, look.text, Align.CENTRE, 0.0)
