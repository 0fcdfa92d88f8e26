"""Who we are and what time it is: the mark, the zone's name, date or clock."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BLACK, BOLD, MEDIUM
from ui_kit.text import TextStyle, draw_fitted, draw_line, fit
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

HOME_HEIGHT_MM, INNER_HEIGHT_MM, COMPACT_HEIGHT_MM = 43.0, 31.5, 25.5


class Header(KitWidget):
    """The head of a page. At `home` it is large, with the date and a station clock.

    Its face is the full width of the panel. The time is handed in: a widget reads no clock.
    """

    def __init__(
        self, theme: Theme, zone_name: str, *, home: bool = False, name: str = "header",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._zone_name, self._home = zone_name, home
        self._compact = False
        self._hour, self._minute = 0, 0
        self._time_words, self._date_words = "", ""
        self.setAccessibleName(zone_name)

    @property
    def height_mm(self) -> float:
        """How much of the page the head takes."""
        if self._compact:
            return COMPACT_HEIGHT_MM
        return HOME_HEIGHT_MM if self._home else INNER_HEIGHT_MM

    def set_compact(self, compact: bool) -> None:
        """Leave room for the three steps below."""
        self._compact = compact
        self.update()

    def set_time(self, hour: int, minute: int, time_words: str, date_words: str = "") -> None:
        """Show a time; the words are those of the strings, `hour` counts to 24."""
        self._hour, self._minute = hour, minute
        self._time_words, self._date_words = time_words, date_words
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the zone's name and the date or time as it is shown."""
        second = self._date_words if self._home else self._time_words
        return (self._zone_name, second) if second else (self._zone_name,)

    def paint(self, painter: QPainter) -> None:
        """Draw the head."""
        left = self.theme.px(self.theme.tokens.space["bezel"])
        room = self.face_rect().adjusted(left, 0, -left, 0)
        if self._home:
            self._paint_home(painter, room)
        else:
            self._paint_inner(painter, room)

    def _paint_home(self, painter: QPainter, room: QRectF) -> None:
        theme, px = self.theme, self.theme.px
        mark = QRectF(room.left() + px(0.4), px(12.4), px(30.8), px(30.8))
        self._paint_mark(painter, mark)
        x = mark.right() + px(7.4)
        clock = QRectF(room.right() - px(31.8), px(12.0), px(31.8), px(31.8))
        ink, second = theme.colour("ink"), theme.colour("ink2")
        style = TextStyle(px(17.8), px(9.9), BLACK, max_lines=1)
        line = QRectF(x, px(12.4), clock.left() - x - px(7.4), px(19.2))
        name = fit(theme.fonts, self._zone_name, style, line.width(), line.height())
        draw_fitted(painter, theme.fonts, name, line, ink)
        base = QPointF(x, px(38.3) + px(10.4) * 0.38)
        draw_line(painter, theme.fonts, self._date_words, MEDIUM, px(10.4), base, second)
        draw_clock(painter, theme, clock, self._hour, self._minute)

    def _paint_inner(self, painter: QPainter, room: QRectF) -> None:
        theme, px = self.theme, self.theme.px
        top, side = (px(7.0), px(18.0)) if self._compact else (px(11.4), px(20.3))
        mark = QRectF(room.left() + px(0.3), top, side, side)
        self._paint_mark(painter, mark)
        em, middle = px(10.9), mark.center().y() + px(0.6)
        base = QPointF(mark.right() + px(5.8), middle + em * 0.38)
        draw_line(painter, theme.fonts, self._zone_name, BOLD, em, base, theme.colour("ink"))
        wide = theme.fonts.width(self._time_words, MEDIUM, em)
        base = QPointF(room.right() - wide, middle + em * 0.38)
        draw_line(painter, theme.fonts, self._time_words, MEDIUM, em, base, theme.colour("ink2"))

    def _paint_mark(self, painter: QPainter, area: QRectF) -> None:
        draw_mark(painter, self.theme, area)


def draw_mark(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """Draw the mark; under 10 mm its small form, which has no frame."""
    small = area.width() < theme.px(10.0) and not theme.high_contrast
    name = "mark_small" if small else theme.drawing_name("mark")
    size = QSize(round(area.width()), round(area.height()))
    theme.icons.lay_drawing(painter, area.topLeft(), name, size)


def draw_clock(painter: QPainter, theme: Theme, area: QRectF, hour: int, minute: int) -> None:
    """Draw a station clock: twelve ticks, two hands, no figures."""
    ink, ground = theme.colour("ink"), theme.colour("sheet")
    unit = area.width() / 200
    painter.setBrush(ground)
    painter.setPen(QPen(ink, 5 * unit))
    centre = area.center()
    painter.drawEllipse(centre, 97 * unit, 97 * unit)
    for index in range(12):
        quarter = index % 3 == 0
        inner, width = (68.0, 8.0) if quarter else (75.0, 5.5)
        _hand(painter, theme, centre, index * 30.0, (inner * unit, 90 * unit), width * unit)
    _hand(painter, theme, centre, hour % 12 * 30 + minute / 2, (-14 * unit, 50 * unit), 15 * unit)
    _hand(painter, theme, centre, minute * 6.0, (-14 * unit, 78 * unit), 11 * unit)


def _hand(
    painter: QPainter, theme: Theme, centre: QPointF, degrees: float,
    reach: tuple[float, float], width: float,
) -> None:  # fmt: skip
    angle = math.radians(degrees)
    way = QPointF(math.sin(angle), -math.cos(angle))
    painter.setPen(QPen(theme.colour("ink"), width, c=Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(centre + way * reach[0], centre + way * reach[1]))
