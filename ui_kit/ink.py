"""Drawing words, icons and blocks in units of the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.text import Align, TextStyle, draw_fitted, draw_line, fit
from ui_kit.theme import Theme

_HAN_CENTRE, _DIGIT_CENTRE = 0.38, 0.364
_SMALLEST = 0.62
"""How far a line may shrink to fit its room."""

InkColour = str | QColor
"""The name of a colour of the theme, or a colour: that of a key's look, say."""


class Ink:
    """A painter with the theme's units, colours and typefaces."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self.painter = painter
        self._theme = theme

    @property
    def on_amber(self) -> str:
        """The name of the colour that is read on amber; in high contrast amber is the light one."""
        return "sheet" if self._theme.high_contrast else "ink"

    def rect(self, x: float, y: float, w: float, h: float) -> QRectF:
        """Return a rectangle in pixels."""
        px = self._theme.px
        return QRectF(px(x), px(y), px(w), px(h))

    def width(self, text: str, em: float, weight: int = BOLD) -> float:
        """Return how wide a line is, in units."""
        return self._theme.panel.mm(self._theme.fonts.width(text, weight, self._theme.px(em)))

    def line(
        self, text: str, x: float, middle: float, em: float, *, colour: InkColour = "ink",
        weight: int = BOLD, room: float | None = None, align: Align = Align.LEFT,
    ) -> float:  # fmt: skip
        """Draw one line about its middle; smaller where it would not fit. Return its width.

        `x` is the left end, the centre or the right end, as `align` says.
        """
        width = self.width(text, em, weight)
        if room is not None and width > room:
            em *= max(room / width, _SMALLEST)
            width = self.width(text, em, weight)
        centre = _DIGIT_CENTRE if text.isascii() else _HAN_CENTRE
        px = self._theme.px
        base = QPointF(px(x - width * align.value), px(middle + em * centre))
        colour_value = self._colour(colour)
        draw_line(self.painter, self._theme.fonts, text, weight, px(em), base, colour_value)
        return width

    def words(
        self, text: str, area: QRectF, em: float, *, floor: float | None = None,
        colour: str = "ink", weight: int = BOLD, align: Align = Align.LEFT, lines: int = 2,
        middle: float = 0.5,
    ) -> float:  # fmt: skip
        """Draw words broken by sense into an area of pixels; return their height in units."""
        px = self._theme.px
        style = TextStyle(px(em), px(floor or em * _SMALLEST), weight, 1.25, lines)
        fitted = fit(self._theme.fonts, text, style, area.width(), area.height())
        colour_value = self._theme.colour(colour)
        draw_fitted(self.painter, self._theme.fonts, fitted, area, colour_value, align, middle)
        return self._theme.panel.mm(fitted.height_px)

    def icon(
        self, name: str, x: float, middle: float, side: float, colour: InkColour = "ink"
    ) -> None:
        """Draw a square icon, its left edge at `x`."""
        px = self._theme.px
        picture = self._theme.icons.icon(name, round(px(side)), self._colour(colour))
        self.painter.drawPixmap(QPointF(px(x), px(middle - side / 2)), picture)

    def block(
        self, area: QRectF, colour: str, radius: float = 0.0, *, border: str = "",
        border_width: float = 0.8,
    ) -> None:  # fmt: skip
        """Fill a rectangle of pixels, rounded by `radius` units."""
        px = self._theme.px
        self.painter.setPen(Qt.PenStyle.NoPen)
        if border:
            half = px(border_width) / 2
            self.painter.setPen(QPen(self._theme.colour(border), px(border_width)))
            area = area.adjusted(half, half, -half, -half)
        self.painter.setBrush(self._theme.colour(colour))
        self.painter.drawRoundedRect(area, px(radius), px(radius))

    def notice(self, text: str, icon: str, area: QRectF, em: float, colour: str = "ink") -> None:
        """Draw a line people must read: on a filled bar, with a sign, as wide as it needs."""
        unit = self._theme.panel.mm
        x, y, height = unit(area.x()), unit(area.y()), unit(area.height())
        pad, side = height * 0.36, em * 1.25
        room = unit(area.width()) - 2 * pad - side - em * 0.5
        width = min(self.width(text, em), room)
        whole = width + 2 * pad + side + em * 0.5
        ink = self.on_amber if colour == "amber" else "sheet"
        self.block(self.rect(x, y, whole, height), colour, height * 0.2)
        self.icon(icon, x + pad, y + height / 2, side, ink)
        self.line(text, x + pad + side + em * 0.5, y + height / 2, em, colour=ink, room=room)

    def second(self, text: str, x: float, middle: float, em: float, **more: float) -> float:
        """Draw a line in the second voice."""
        return self.line(text, x, middle, em, colour="ink2", weight=MEDIUM, room=more.get("room"))

    def link(self, text: str, right: float, middle: float, em: float, *, linked: bool) -> None:
        """Draw whether the hall answers, its end at `right`: quiet words, or a bar to be read."""
        if linked:
            self.line(text, right, middle, em, colour="ink2", weight=MEDIUM, align=Align.RIGHT)
            return
        height = em * 1.9
        whole = self.width(text, em) + em * 1.75 + height * 0.72
        area = self.rect(right - whole, middle - height / 2, whole + 1, height)
        self.notice(text, "wifi-slash", area, em)

    def _colour(self, colour: InkColour) -> QColor:
        return colour if isinstance(colour, QColor) else self._theme.colour(colour)
