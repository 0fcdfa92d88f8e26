"""Tiles: what one may do at home, the groups of matters, the hero key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BLACK, BOLD
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.keys import BigKey, KeyFace
from ui_kit.line_break import in_one_line
from ui_kit.press import KeyBase
from ui_kit.text import Align, Fitted, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme


class Tile(BigKey):
    """An icon above a word."""

    def __init__(
        self, theme: Theme, label: str, icon: str, name: str, parent: QWidget | None = None
    ) -> None:
        face = KeyFace(
            label, icon, icon_at="top", icon_mm=25.0, gap_mm=4.6, inside_mm=4.0,
            em_mm=theme.em_mm("key"),
        )  # fmt: skip
        super().__init__(theme, face, name, parent=parent)


class CategoryTile(BigKey):
    """A group of matters: icon, word, two examples, all at the left."""

    def __init__(
        self, theme: Theme, word: str, icon: str, examples: str, name: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        face = KeyFace(
            word, icon, examples, icon_at="top", em_mm=theme.em_mm("tile"), second_em_mm=10.4,
            icon_mm=23.5, gap_mm=2.6, weight=BLACK, align=Align.LEFT,
            inside_mm=theme.tokens.space["inside"], max_lines=1,
        )  # fmt: skip
        super().__init__(theme, face, name, parent=parent)


class HeroKey(KeyBase):
    """The one big thing of the home page: words, a drawing, and one line under a rule."""

    _FOOT = 0.246

    def __init__(
        self, theme: Theme, words: str, line: str, name: str, *, drawing: str = "card_put",
        icon: str = "hand-tap", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, KeyStyle.PRIMARY, parent)
        self._words, self._line = words, line
        self._drawing, self._icon = drawing, icon
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> tuple[str, ...]:
        """Return the words and the line."""
        return (in_one_line(self._words), self._line)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw words left, the drawing right, the line under a rule."""
        theme = self.theme
        foot_top = face.bottom() - face.height() * self._FOOT
        rule = QColor(look.text)
        rule.setAlpha(0x66 if not theme.high_contrast else 0xFF)
        painter.setPen(QPen(rule, theme.px(0.5)))
        painter.drawLine(QLineF(face.left(), foot_top, face.right(), foot_top))
        inside = theme.px(13.5)
        upper = QRectF(
            face.left() + inside, face.top(), face.width() - inside, foot_top - face.top()
        )
        style = TextStyle(theme.px(37.2), theme.px(13.4), BLACK)
        words = fit(theme.fonts, self._words, style, upper.width() * 0.42, upper.height() * 0.9)
        draw_fitted(painter, theme.fonts, words, upper.translated(0, theme.px(4.6)), look.text)
        self._paint_drawing(painter, upper)
        self._paint_foot(
            painter, QRectF(face.left(), foot_top, face.width(), face.bottom() - foot_top), look
        )

    def _paint_drawing(self, painter: QPainter, upper: QRectF) -> None:
        theme = self.theme
        name = theme.drawing_name(self._drawing)
        wide = upper.width() * 0.56
        size = QSize(round(wide), round(wide / theme.icons.proportion(name)))
        at = QPointF(
            upper.right() - size.width() - theme.px(3.5),
            upper.center().y() - size.height() / 2 - theme.px(1.5),
        )
        theme.icons.lay_drawing(painter, at, name, size)

    def _paint_foot(self, painter: QPainter, foot: QRectF, look: KeyLook) -> None:
        theme = self.theme
        icon_px = round(theme.px(19))
        icon = theme.icons.icon(self._icon, icon_px, look.icon)
        left = foot.left() + theme.px(14.5)
        painter.drawPixmap(QPointF(left, foot.center().y() - icon_px / 2), icon)
        text_left = left + icon_px + theme.px(7.5)
        area = QRectF(text_left, foot.top(), foot.right() - text_left - theme.px(6), foot.height())
        style = TextStyle(theme.em_px(13.9), theme.px(9.9), BOLD, max_lines=2)
        line = fit(theme.fonts, self._line, style, area.width(), area.height())
        draw_fitted(painter, theme.fonts, line, area, look.text)


class ListRow(KeyBase):
    """One answer of a list: its digit is also its key on the keypad, then the words."""

    def __init__(
        self, theme: Theme, digit: str, text: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent=parent)
        self._digit, self._text = digit, text
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> tuple[str, ...]:
        """Return digit and words."""
        return (self._digit, in_one_line(self._text))

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the digit, a thin line, the words in at most two lines, three in a narrow cell."""
        theme = self.theme
        narrow = face.width() < theme.px(150)
        digit_wide = theme.px(12 if narrow else 33)
        digit_area = QRectF(face.left(), face.top(), digit_wide, face.height())
        style = TextStyle(theme.em_px(21.5), theme.px(13.4), BOLD, max_lines=1)
        digit = fit(theme.fonts, self._digit, style, digit_wide - theme.px(3), digit_area.height())
        draw_fitted(painter, theme.fonts, digit, digit_area, look.icon, Align.CENTRE)
        x = digit_area.right()
        painter.setPen(QPen(theme.colour("rule"), theme.px(0.5)))
        painter.drawLine(
            QLineF(x, face.top() + face.height() * 0.2, x, face.bottom() - face.height() * 0.2)
        )
        left = x + theme.px(2.5 if narrow else 7)
        right = face.right() - theme.px(1.9 if narrow else 6)
        area = QRectF(left, face.top(), right - left, face.height())
        words = self._words(area, 3 if narrow else 2)
        draw_fitted(painter, theme.fonts, words, area, look.text)

    def _words(self, area: QRectF, lines: int) -> Fitted:
        """Set the words at 12 mm or more where they fit so: a name may hold dense characters."""
        theme = self.theme
        label_px = theme.em_px(theme.em_mm("label"))
        for floor_mm, share in ((12.0, 0.92), (12.0, 0.985), (9.9, 0.985)):
            style = TextStyle(label_px, theme.px(floor_mm), BOLD, max_lines=lines)
            words = fit(theme.fonts, self._text, style, area.width(), area.height() * share)
            if words.fits:
                break
        return words


def small_face(label: str, icon: str) -> KeyFace:
    """Return the face of a small key: icon above two lines, not enlarged with the text."""
    face = KeyFace(label, icon, icon_at="top", em_mm=9.9, floor_mm=9.9, inside_mm=1.0)
    return replace(face, icon_mm=10.4, gap_mm=1.2, scales=False, weight=BOLD)
