"""A key of a staff screen: icon, words, a second line, the framed name of a keyboard key."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.press import KeyBase
from ui_kit.text import Align, TextStyle, draw_fitted, fit, widest_px
from ui_kit.theme import Theme


@dataclass(frozen=True)
class StaffFace:
    """What stands on a key; lengths in units of the theme. `left` sets the words at the left."""

    label: str
    icon: str = ""
    second: str = ""
    tag: str = ""
    em: float = 12.0
    left: bool = False
    inside: float = 6.0


class StaffKey(KeyBase):
    """A key at a desk: smaller words than at the kiosk, the same face, lip and states."""

    def __init__(
        self, theme: Theme, name: str, face: StaffFace, style: KeyStyle = KeyStyle.KEY,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, style, parent)
        self._content = face
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_content(face)

    def set_content(self, face: StaffFace) -> None:
        """Change what stands on the key."""
        self._content = face
        self.setAccessibleName(" ".join(self.texts()))
        self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return label and second line; the keyboard's name for it is no word."""
        face = self._content
        return tuple(text.replace("\n", "") for text in (face.label, face.second) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw what lies on the face."""
        theme, content = self.theme, self._content
        inside = theme.px(content.inside)
        room = face.adjusted(inside, 0, -inside, 0)
        if content.tag:
            room = self._paint_tag(painter, room, look)
        side = theme.px(content.em * 1.2) if content.icon else 0.0
        gap = theme.px(content.em * 0.45) if content.icon else 0.0
        style = TextStyle(theme.px(content.em), theme.px(content.em * 0.6), BOLD, 1.2, 2)
        words_width = room.width() - side - gap
        share = 0.56 if content.second else 0.94
        label = fit(theme.fonts, content.label, style, words_width, room.height() * share)
        small = theme.px(content.em * 0.78)
        second_style = TextStyle(small, small * 0.8, MEDIUM, 1.2, 1)
        second = fit(theme.fonts, content.second, second_style, words_width, room.height() * 0.4)
        wide = widest_px(theme.fonts, label)
        if content.second:
            wide = max(wide, widest_px(theme.fonts, second))
        left = room.left() + (0.0 if content.left else (room.width() - side - gap - wide) / 2)
        if content.icon:
            picture = theme.icons.icon(content.icon, round(side), look.icon)
            painter.drawPixmap(QPointF(left, face.center().y() - side / 2), picture)
        align = Align.LEFT if content.icon or content.left else Align.CENTRE
        area = QRectF(left + side + gap, face.top(), wide, face.height())
        if not content.second:
            draw_fitted(painter, theme.fonts, label, area, look.text, align)
            return
        tall = label.height_px + small * 0.35 + second.height_px
        area.setTop(face.top() + (face.height() - tall) / 2)
        draw_fitted(painter, theme.fonts, label, area, look.text, align, 0.0)
        area.setTop(area.top() + label.height_px + small * 0.35)
        draw_fitted(painter, theme.fonts, second, area, look.second, align, 0.0)

    def _paint_tag(self, painter: QPainter, room: QRectF, look: KeyLook) -> QRectF:
        """Draw the framed name of the keyboard's key at the right; return the room left of it."""
        theme, em = self.theme, self._content.em * 0.68
        wide, tall = theme.px(em * 2.3), theme.px(em * 1.85)
        frame = QRectF(room.right() - wide, room.center().y() - tall / 2, wide, tall)
        painter.setPen(QPen(look.text, theme.px(0.7)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, theme.px(em * 0.35), theme.px(em * 0.35))
        style = TextStyle(theme.px(em), theme.px(em), BOLD, max_lines=1)
        words = fit(theme.fonts, self._content.tag, style, wide, tall)
        draw_fitted(painter, theme.fonts, words, frame, look.text, Align.CENTRE)
        return room.adjusted(0, 0, -wide - theme.px(2), 0)
