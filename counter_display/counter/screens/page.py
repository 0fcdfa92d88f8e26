"""The window of the screen above one counter.

objectNames: `counter_screen` (window), `counter_plate`, `counter_stage`, `counter_footer`, and
`counter_ask`, which lies over plate and stage while somebody is asked how it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_display.counter.presenter import CounterScreenView
from counter_display.counter.screens.ask import Ask, Touched
from counter_display.counter.screens.plate import Plate, PlateView
from counter_display.counter.screens.stage import LEFT, RIGHT, Stage, StageView
from counter_display.screens.area import Area, pixels_per_unit
from counter_display.screens.footing import brand_marks, clock_marks, notice_marks
from counter_display.screens.marks import Block, Mark
from counter_display.values import ClockView
from ui_kit.fonts import BOLD
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_PLATE_WIDTH, _FOOTER_HEIGHT = 384.0, 118.0


@dataclass(frozen=True)
class FooterView:
    """Who we are, the time, and the sentence that the picture may be old.

    `near`: it stands under a page that is touched, on a smaller glass.
    """

    zone_name: str
    clock: ClockView
    stale: str
    near: bool = False


class Footer(Area[FooterView]):
    """The line at the foot."""

    def compose(self, view: FooterView) -> list[Mark]:
        """Return the footer."""
        width, middle = self.width_units, self.height_units / 2 + 2
        marks: list[Mark] = [Block(QRectF(0, 0, width, 4), ("rule",))]
        em = 56 if view.near else 48
        brand, brand_end = brand_marks(self.theme, view.zone_name, LEFT, middle, 72, em, BOLD)
        clock, clock_start = clock_marks(
            self.theme, view.clock, width - RIGHT, middle, em, strong=False
        )
        marks += brand
        if view.stale:
            marks += notice_marks(
                self.theme, "wifi-slash", view.stale, brand_end + 24, clock_start - 24, middle, 88
            )
        return [*marks, *clock]


class CounterScreen(QWidget):
    """The whole screen above one counter."""

    def __init__(
        self, theme: Theme, title: str, touched: Touched = lambda _action, _argument: None
    ) -> None:
        super().__init__()
        self.setObjectName("counter_screen")
        self.setWindowTitle(title)
        self._theme = theme
        self.plate = Plate(theme, "counter_plate", self)
        self.stage = Stage(theme, "counter_stage", self)
        self.footer = Footer(theme, "counter_footer", self)
        self.ask = Ask(theme, touched, self)
        self.ask.hide()
        theme.changed.connect(self.update)

    def show_view(self, view: CounterScreenView) -> None:
        """Show a view; areas whose part did not change are not painted again."""
        self.plate.show_view(PlateView(view.state, view.window, view.window_word))
        self.stage.show_view(
            StageView(
                view.state, view.number, view.above, view.below, view.title, view.note, view.flooded
            )
        )
        near = view.asking is not None
        self.footer.show_view(FooterView(view.zone_name, view.clock, view.stale, near))
        if view.asking is not None:
            self.ask.show_view(view.asking)
        for part in (self.plate, self.stage):
            part.setVisible(not near)
        if self.asks != near:
            self.ask.setVisible(near)
            self._theme.guard.page_shown()
            self._lay()

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        if not self.asks:
            parts: list[KitWidget] = [self.plate, self.stage]
        else:
            parts = [self.ask, *self.ask.keys_shown()]
        return [text for part in (*parts, self.footer) for text in part.texts()]

    @property
    def asks(self) -> bool:
        """Whether the question how it was lies over plate and stage."""
        return not self.ask.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the areas out for the window's size."""
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        scale = pixels_per_unit(self.width(), self.height())
        width, height = self.width() / scale, self.height() / scale
        stage_height = height - _FOOTER_HEIGHT
        self.plate.lay(QRectF(0, 0, _PLATE_WIDTH, height), scale)
        self.stage.lay(QRectF(_PLATE_WIDTH, 0, width - _PLATE_WIDTH, stage_height), scale)
        left = 0.0 if self.asks else _PLATE_WIDTH
        self.footer.lay(QRectF(left, stage_height, width - left, _FOOTER_HEIGHT), scale)
        self.ask.lay(QRectF(0, 0, width, stage_height), scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what no area covers."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.end()
