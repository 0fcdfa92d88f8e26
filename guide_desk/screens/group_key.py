"""The key of a group of matters: icon and word, and below them the matter it gives a number for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.measure import SPACING, TEXT, TITLE
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.key_look import KeyLook
from ui_kit.staff_views import KeyView
from ui_kit.text import Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme
from ui_kit.wired_key import Pressed, WiredKey

_INSIDE, _ICON = 3.4, 10.6
_FIRST_LINE = 14.6


class GroupKey(WiredKey):
    """One group; its second line names the matter that will stand on the slip."""

    def __init__(self, theme: Theme, view: KeyView, pressed: Pressed, parent: QWidget) -> None:
        self._group = view
        super().__init__(theme, view, pressed, parent)

    def show_view(self, view: KeyView) -> None:
        """Show a view."""
        self._group = view
        super().show_view(view)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw icon and word in the first line, the matter in one or two below."""
        theme, view, px = self.theme, self._group, self.theme.px
        room = face.adjusted(px(_INSIDE), 0, -px(_INSIDE), 0)
        side = px(_ICON)
        middle = face.top() + px(_FIRST_LINE) / 2 + px(1.2)
        picture = theme.icons.icon(view.icon, round(side), look.icon)
        painter.drawPixmap(room.topLeft() + _down(middle - side / 2 - face.top()), picture)
        left = side + px(2.6)
        first = QRectF(room.left() + left, middle - px(7), room.width() - left, px(14))
        style = TextStyle(px(TITLE), px(TEXT), BLACK, SPACING, 1)
        label = fit(theme.fonts, view.label, style, first.width(), first.height())
        draw_fitted(painter, theme.fonts, label, first, look.text, Align.LEFT)
        area = QRectF(room.left(), face.top() + px(_FIRST_LINE + 2.0), room.width(),
                      face.height() - px(_FIRST_LINE + 3.4))  # fmt: skip
        small = TextStyle(px(TEXT), px(TEXT), MEDIUM, SPACING, 2)
        second = fit(theme.fonts, view.second, small, area.width(), area.height())
        draw_fitted(painter, theme.fonts, second, area, look.second, Align.LEFT, 0.0)


def _down(length_px: float) -> QPointF:
    return QPointF(0, length_px)
