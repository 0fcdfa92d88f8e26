"""What is read and never pressed: sheets, fact cards, the number card, wells."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.key_paint import rgba
from ui_kit.text import TextStyle, draw_fitted, fit
from ui_kit.theme import Theme
from ui_kit.ticket import TicketLook, draw_ticket
from ui_kit.widget import KitWidget
from ui_kit.words import CountLook, draw_count

_SHEET_SHADOW = "#23200F08"
_SHADOW_LAYERS, _SHADOW_STEP_MM = 6, 0.7


class Sheet(KitWidget):
    """A sheet of paper. `strong` draws its edge in ink, `flat` leaves the shadow out."""

    margins_mm = (4.5, 4.5, 4.5, 4.5)

    def __init__(
        self, theme: Theme, name: str = "sheet", *, strong: bool = False, flat: bool = False,
        colour: str = "sheet", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._strong, self._flat, self._colour = strong, flat, colour

    def paint(self, painter: QPainter) -> None:
        """Draw the sheet and what stands on it."""
        self._paint_sheet(painter)
        self.paint_words(painter, self.face_rect())

    def paint_words(self, painter: QPainter, face: QRectF) -> None:
        """Draw what stands on the sheet."""

    def _paint_sheet(self, painter: QPainter) -> None:
        theme, face = self.theme, self.face_rect()
        radius = theme.px(theme.tokens.radius["sheet"])
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._flat and not theme.high_contrast:
            painter.setBrush(rgba(_SHEET_SHADOW))
            for layer in range(_SHADOW_LAYERS):
                grow = theme.px(_SHADOW_STEP_MM) * layer * 0.5
                area = face.adjusted(-grow, -grow, grow, grow).translated(0, theme.px(1.6))
                painter.drawRoundedRect(area, radius + grow, radius + grow)
        width = theme.px(1.0 if self._strong else 0.5)
        edge = "ink" if self._strong or theme.high_contrast else "rule"
        painter.setBrush(theme.colour(self._colour))
        painter.setPen(QPen(theme.colour(edge), width))
        half = width / 2
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius, radius)


class FactCard(Sheet):
    """One fact: an icon, a small caption, the fact in large."""

    def __init__(
        self, theme: Theme, icon: str, caption: str, fact: str, name: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, flat=True, parent=parent)
        self._icon, self._caption, self._fact = icon, caption, fact
        self.set_fact(fact)

    def set_fact(self, fact: str) -> None:
        """Change the fact."""
        self._fact = fact
        self.setAccessibleName(self._caption + fact)
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return caption and fact."""
        return (self._caption, self._fact)

    def paint_words(self, painter: QPainter, face: QRectF) -> None:
        """Draw icon, caption and fact."""
        theme = self.theme
        icon_px = round(min(theme.px(18), face.height() * 0.5))
        left = face.left() + theme.px(5.5)
        icon = theme.icons.icon(self._icon, icon_px, theme.colour("green"))
        painter.drawPixmap(QPointF(left, face.center().y() - icon_px / 2), icon)
        text_left = left + icon_px + theme.px(4.5)
        area = QRectF(text_left, face.top(), face.right() - text_left - theme.px(3), face.height())
        floor_px = theme.px(9.9)
        caption_style = TextStyle(theme.px(10.4), floor_px, MEDIUM, max_lines=1)
        fact_style = TextStyle(theme.em_px(14.9), floor_px, BOLD, max_lines=1)
        caption = fit(theme.fonts, self._caption, caption_style, area.width(), area.height())
        fact = fit(theme.fonts, self._fact, fact_style, area.width(), area.height())
        tall = caption.height_px + fact.height_px + theme.px(2.2)
        top = area.center().y() - tall / 2
        upper = QRectF(area.left(), top, area.width(), caption.height_px)
        lower = QRectF(area.left(), top + tall - fact.height_px, area.width(), fact.height_px)
        draw_fitted(painter, theme.fonts, caption, upper, theme.colour("ink2"))
        draw_fitted(painter, theme.fonts, fact, lower, theme.colour("ink"))


class NumberCard(Sheet):
    """The number as the one thing of a page, with a line that has a number under it."""

    def __init__(
        self, theme: Theme, series: str, digits: str, line: tuple[str, str, str] = ("", "", ""),
        name: str = "number_card", *, cap_mm: float = 72.0, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, strong=True, flat=True, parent=parent)
        self._series, self._digits, self._line, self._cap_mm = series, digits, line, cap_mm
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> tuple[str, ...]:
        """Return the number and the line."""
        line = "".join(self._line)
        return (self._series + self._digits, line) if line else (self._series + self._digits,)

    def paint_words(self, painter: QPainter, face: QRectF) -> None:
        """Draw the number, and the line in the lower part when there is one."""
        theme = self.theme
        inside = theme.px(5.5)
        with_line = any(self._line)
        air = 0.0 if with_line else face.height() * 0.09
        below = face.height() * 0.31 if with_line else air
        number = face.adjusted(inside, air, -inside, -below)
        number.translate(0, theme.px(5) if with_line else 0)
        look = TicketLook(self._cap_mm)
        draw_ticket(painter, theme, number, self._series, self._digits, look)
        if with_line:
            foot = face.adjusted(inside, face.height() * 0.70, -inside, -theme.px(6))
            draw_count(painter, theme, foot, self._line, CountLook())


class Well(KitWidget):
    """A recess: a key belongs here, now there is nothing behind it."""

    def __init__(self, theme: Theme, name: str = "well", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)

    def paint(self, painter: QPainter) -> None:
        """Draw the recess."""
        theme = self.theme
        radius = theme.px(theme.tokens.radius["key_small"])
        face = self.face_rect()
        if theme.high_contrast:
            painter.setPen(QPen(theme.colour("lip"), theme.px(0.5), Qt.PenStyle.DashLine))
            painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("rule"))
        painter.drawRoundedRect(face, radius, radius)
        painter.setBrush(rgba("#EAE4D5FF"))
        painter.drawRoundedRect(face.adjusted(0, theme.px(0.5), 0, 0), radius, radius)
