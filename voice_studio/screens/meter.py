"""The level as a row of ticks, with a word for each zone. objectName: `meter`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget
from voice_studio.views import MeterView, Zone

TICKS = 64
_COLOURS: dict[Zone, str] = {"soft": "edge", "right": "green", "loud": "ink"}
_ZONES: tuple[Zone, ...] = ("soft", "right", "loud")
_TICK_WIDTH = 3.4
_SHORT, _TALL = 12.0, 18.0
_ROW_MIDDLE, _WORDS_MIDDLE, _EM = 11.0, 29.5, 10.5


class LevelMeter(KitWidget):
    """Ticks that light up from the left; the right zone stands taller, so shape tells it too."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("meter")
        self._view: MeterView | None = None
        self._shown: tuple[int, Zone] | None = None

    def show_view(self, view: MeterView | None) -> None:
        """Show a level, or nothing."""
        self.setVisible(view is not None)
        shown = (round(view.level * TICKS), view.zone) if view is not None else None
        labels_changed = (view is None) != (self._view is None)
        self._view = view
        if shown != self._shown or labels_changed:
            self._shown = shown
            self.setAccessibleName(self._zone_word())
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the zones."""
        return self._view.labels if self._view is not None else ()

    def paint(self, painter: QPainter) -> None:
        """Draw the ticks and the words under them."""
        view, ink = self._view, Ink(painter, self.theme)
        if view is None:
            return
        width = self.theme.panel.mm(self.width())
        step = (width - _TICK_WIDTH) / (TICKS - 1)
        lit = round(view.level * TICKS)
        for index in range(TICKS):
            zone = _zone_at((index + 0.5) / TICKS, view.ends)
            tall = _TALL if zone == "right" else _SHORT
            area = ink.rect(index * step, _ROW_MIDDLE - tall / 2, _TICK_WIDTH, tall)
            if index < lit:
                ink.block(area, _COLOURS[zone], _TICK_WIDTH / 2)
            else:
                ink.block(area, "rule", _TICK_WIDTH / 2)
        self._paint_words(ink, view, width)

    def _paint_words(self, ink: Ink, view: MeterView, width: float) -> None:
        bounds = (0.0, *view.ends, 1.0)
        for place, (zone, word) in enumerate(zip(_ZONES, view.labels, strict=True)):
            now = zone == view.zone and view.level > 0
            align = (Align.LEFT, Align.CENTRE, Align.RIGHT)[place]
            start, end = bounds[place] * width, bounds[place + 1] * width
            x = start + (end - start) * align.value
            if place == 2:
                x = width
            colour = ("green" if zone == "right" else "ink") if now else "ink2"
            ink.line(
                word, x, _WORDS_MIDDLE, _EM, colour=colour, weight=BOLD if now else MEDIUM,
                align=align,
            )  # fmt: skip

    def _zone_word(self) -> str:
        view = self._view
        return view.labels[_ZONES.index(view.zone)] if view is not None else ""


def _zone_at(place: float, ends: tuple[float, float]) -> Zone:
    soft, right = ends
    if place < soft:
        return "soft"
    return "right" if place < right else "loud"
