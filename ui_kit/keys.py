"""The big key: words, an icon, a second line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.line_break import in_one_line
from ui_kit.press import KeyBase
from ui_kit.text import Align, Fitted, TextStyle, draw_fitted, fit, widest_px
from ui_kit.theme import Theme

__all__ = ["BigKey", "KeyFace", "KeyStyle"]


@dataclass(frozen=True)
class KeyFace:
    """What stands on a key. Ems and lengths are millimetres; line feeds in the label are kept.

    `icon_at` is left, top or right; `tag` is the small framed word of a staff key (F1 …).
    """

    label: str
    icon: str = ""
    second: str = ""
    icon_at: str = "left"
    em_mm: float = 14.9
    second_em_mm: float = 10.4
    weight: int = BOLD
    icon_mm: float = 0.0
    align: Align = Align.CENTRE
    inside_mm: float = 5.0
    gap_mm: float = 3.6
    scales: bool = True
    floor_mm: float = 9.9
    tag: str = ""
    max_lines: int = 2


class BigKey(KeyBase):
    """A key with words on it. `label` may be a plain text or a whole `KeyFace`."""

    def __init__(
        self, theme: Theme, label: str | KeyFace, name: str, style: KeyStyle = KeyStyle.KEY,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, style, parent)
        self._content = KeyFace("")
        self.set_content(label if isinstance(label, KeyFace) else KeyFace(label))

    def set_content(self, content: KeyFace) -> None:
        """Change what stands on the key."""
        self._content = content
        self.setAccessibleName(" ".join(self.texts()))
        self.look_changed()

    @property
    def content(self) -> KeyFace:
        """What stands on the key."""
        return self._content

    def texts(self) -> tuple[str, ...]:
        """Return label, second line and tag."""
        face = self._content
        label = in_one_line(face.label)
        return tuple(text for text in (label, in_one_line(face.second), face.tag) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw icon and words."""
        inside = self.theme.px(self._content.inside_mm)
        room = face.adjusted(inside, 0, -inside, 0)
        if self._content.tag:
            room = self._paint_tag(painter, room, look)
        if self._content.icon and self._content.icon_at == "top":
            self._paint_stacked(painter, room, look)
        else:
            self._paint_in_row(painter, room, look)

    def _icon_px(self) -> int:
        content = self._content
        if not content.icon:
            return 0
        return round(self.theme.px(content.icon_mm or content.em_mm * 1.15))

    def _words(self, width: float, height: float) -> tuple[Fitted, Fitted | None]:
        content, theme = self._content, self.theme
        floor_px = theme.px(content.floor_mm)
        second = None
        if content.second:
            em_px = theme.em_px(content.second_em_mm, scales=content.scales)
            style = TextStyle(em_px, floor_px, MEDIUM, max_lines=2)
            second = fit(theme.fonts, content.second, style, width, height * 0.45)
        rest = height - (second.height_px * 1.15 if second else 0)
        em_px = theme.em_px(content.em_mm, scales=content.scales)
        style = TextStyle(em_px, floor_px, content.weight, max_lines=content.max_lines)
        return fit(theme.fonts, content.label, style, width, rest), second

    def _paint_in_row(self, painter: QPainter, room: QRectF, look: KeyLook) -> None:
        content, theme = self._content, self.theme
        icon_px = self._icon_px()
        gap = theme.px(content.gap_mm) if icon_px else 0.0
        words, second = self._words(room.width() - icon_px - gap, room.height() - theme.px(2))
        wide = widest_px(theme.fonts, words)
        if second:
            wide = max(wide, widest_px(theme.fonts, second))
        left = room.left() + (room.width() - icon_px - gap - wide) * content.align.value
        icon_first = content.icon_at != "right"
        icon_left = left if icon_first else left + wide + gap
        text_left = left + icon_px + gap if icon_first else left
        self._paint_icon(painter, QPointF(icon_left, room.center().y() - icon_px / 2), look)
        area = QRectF(text_left, room.top(), wide, room.height())
        align = Align.CENTRE if not icon_px and content.align is Align.CENTRE else Align.LEFT
        self._paint_words(painter, area, look, (words, second), align)

    def _paint_stacked(self, painter: QPainter, room: QRectF, look: KeyLook) -> None:
        theme = self.theme
        icon_px = self._icon_px()
        gap = theme.px(self._content.gap_mm)
        words, second = self._words(room.width(), room.height() - icon_px - gap - theme.px(3))
        tall = icon_px + gap + words.height_px + (second.height_px * 1.15 if second else 0)
        top = room.top() + (room.height() - tall) / 2
        align = self._content.align
        left = room.left() + (room.width() - icon_px) * align.value
        self._paint_icon(painter, QPointF(left, top), look)
        words_top = top + icon_px + gap
        area = QRectF(room.left(), words_top, room.width(), top + tall - words_top)
        self._paint_words(painter, area, look, (words, second), align)

    def _paint_icon(self, painter: QPainter, at: QPointF, look: KeyLook) -> None:
        if self._content.icon:
            icon = self.theme.icons.icon(self._content.icon, self._icon_px(), look.icon)
            painter.drawPixmap(at, icon)

    def _paint_words(
        self, painter: QPainter, area: QRectF, look: KeyLook,
        words: tuple[Fitted, Fitted | None], align: Align,
    ) -> None:  # fmt: skip
        label, second = words
        fonts = self.theme.fonts
        if second is None:
            draw_fitted(painter, fonts, label, area, look.text, align)
            return
        gap = second.em_px * 0.25
        tall = label.height_px + gap + second.height_px
        top = area.top() + (area.height() - tall) / 2
        upper = QRectF(area.left(), top, area.width(), label.height_px)
        lower = QRectF(area.left(), upper.bottom() + gap, area.width(), second.height_px)
        draw_fitted(painter, fonts, label, upper, look.text, align)
        draw_fitted(painter, fonts, second, lower, look.second, align)

    def _paint_tag(self, painter: QPainter, room: QRectF, look: KeyLook) -> QRectF:
        """Draw the framed key-cap word at the right; return the room left of it."""
        theme = self.theme
        em_px = theme.px(4.2)
        style = TextStyle(em_px, em_px, BOLD, max_lines=1)
        words = fit(theme.fonts, self._content.tag, style, room.width(), room.height())
        wide, tall = max(em_px * 2.0, widest_px(theme.fonts, words) + em_px * 0.9), em_px * 1.7
        frame = QRectF(room.right() - wide, room.center().y() - tall / 2, wide, tall)
        painter.setPen(look.text)
        painter.drawRoundedRect(frame, em_px * 0.35, em_px * 0.35)
        draw_fitted(painter, theme.fonts, words, frame, look.text, Align.CENTRE)
        return room.adjusted(0, 0, -wide - theme.px(1.5), 0)
