"""The window of the screen above one counter.

objectNames: `counter_screen` (window), `counter_plate`, `counter_stage`, `counter_footer`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_display.counter.presenter import CounterScreenView
from counter_display.counter.screens.plate import Plate, PlateView
from counter_display.counter.screens.stage import LEFT, RIGHT, Stage, StageView
from counter_display.screens.area import Area, pixels_per_unit
from counter_display.screens.footing import brand_marks, clock_marks, notice_marks
from counter_display.screens.marks import Block, Mark
from counter_display.values import ClockView
from ui_kit.fonts import BOLD
from ui_kit.theme import Theme

_PLATE_WIDTH, _FOOTER_HEIGHT = 384.0, 118.0


@dataclass(frozen=True)
class FooterView:
    """Who we are, the time, and the sentence that the picture may be old."""

    zone_name: str
    clock: ClockView
    stale: str


class Footer(Area[FooterView]):
    """The line at the foot."""

    def compose(self, view: FooterView) -> list[Mark]:
        """Return the footer."""
        width, middle = self.width_units, self.height_units / 2 + 2
        marks: list[Mark] = [Block(QRectF(0, 0, width, 4), ("rule",))]
        brand, brand_end = brand_marks(self.theme, view.zone_name, LEFT, middle, 72, 48, BOLD)
        clock, clock_start = clock_marks(
            self.theme, view.clock, width - RIGHT, middle, 48, strong=False
        )
        marks += brand
        if view.stale:
            marks += notice_marks(
                self.theme, "wifi-slash", view.stale, brand_end + 24, clock_start - 24, middle, 88
            )
        return [*marks, *clock]


class CounterScreen(QWidget):
    """The whole screen above one counter."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setObjectName("counter_screen")
        self.setWindowTitle(title)
        self._theme = theme
        self.plate = Plate(theme, "counter_plate", self)
        self.stage = Stage(theme, "counter_stage", self)
        self.footer = Footer(theme, "counter_footer", self)
        theme.changed.connect(self.update)

    def show_view(self, view: CounterScreenView) -> None:
        """Show a view; areas whose part did not change are not painted again."""
        self.plate.show_view(PlateView(view.state, view.window, view.window_word))
        self.stage.show_view(
            StageView(
                view.state, view.number, view.above, view.below, view.title, view.note, view.flooded
            )
        )
        self.footer.show_view(FooterView(view.zone_name, view.clock, view.stale))

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        areas = (self.plate, self.stage, self.footer)
        return [text for area in areas for text in area.texts()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the areas out for the window's size."""
        super().resizeEvent(event)
        scale = pixels_per_unit(self.width(), self.height())
        width, height = self.width() / scale, self.height() / scale
        stage_height = height - _FOOTER_HEIGHT
        self.plate.lay(QRectF(0, 0, _PLATE_WIDTH, height), scale)
        self.stage.lay(QRectF(_PLATE_WIDTH, 0, width - _PLATE_WIDTH, stage_height), scale)
        self.footer.lay(
            QRectF(_PLATE_WIDTH, stage_height, width - _PLATE_WIDTH, _FOOTER_HEIGHT), scale
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what no area covers."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.end()
