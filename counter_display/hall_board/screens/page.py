"""The window of the hall board.

objectNames: `hall_board` (window), `board_header`, `board_band`, `board_row_1` … `board_row_4`,
`board_tray`, `board_message`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_display.hall_board.presenter import ROWS_UNDER_BAND
from counter_display.hall_board.screens.band import Band
from counter_display.hall_board.screens.header import Header, Message
from counter_display.hall_board.screens.measures import HEADER_HEIGHT, TRAY_WIDTH
from counter_display.hall_board.screens.row import Row
from counter_display.hall_board.screens.tray import ShownTray, Tray
from counter_display.hall_board.views import HallBoardView
from counter_display.screens.area import pixels_per_unit
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

MOST_ROWS = 4


class HallBoardScreen(QWidget):
    """The whole board; `row_count` rows, two of them under a band."""

    def __init__(self, theme: Theme, title: str, row_count: int = MOST_ROWS) -> None:
        super().__init__()
        self.setObjectName("hall_board")
        self.setWindowTitle(title)
        self._theme = theme
        self._row_count = row_count
        self._banded = False
        self._counting = True
        self.header = Header(theme, "board_header", self)
        self.message = Message(theme, "board_message", self)
        self.rows = [Row(theme, f"board_row_{index + 1}", self) for index in range(MOST_ROWS)]
        self.tray = Tray(theme, "board_tray", self)
        self.band = Band(theme, "board_band", self)
        for area in (self.message, self.band):
            area.hide()
        theme.changed.connect(self.update)

    def show_view(self, view: HallBoardView) -> None:
        """Show a view; areas whose part did not change are not painted again."""
        banded = view.band is not None
        if banded is not self._banded:
            self._banded = banded
            self._lay_out()
        self.header.show_view(view.header)
        if view.band is not None:
            self.band.show_view(view.band)
        self.band.setVisible(banded)
        if view.message is not None:
            self.message.show_view(view.message)
        self.message.setVisible(view.message is not None)
        for index, row in enumerate(self.rows):
            row.show_view(view.rows[index] if index < len(view.rows) else None)
            row.setVisible(view.message is None and index < self._rows_shown)
        self._align_rows()
        self.tray.show_view(ShownTray(view.tray, self._counting))
        self.tray.setVisible(bool(view.tray.waiting))

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        areas: list[KitWidget] = [self.header, self.band, self.message, *self.rows, self.tray]
        return [text for area in areas if not area.isHidden() for text in area.texts()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the areas out for the window's size."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what no area covers."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        painter.end()

    @property
    def _rows_shown(self) -> int:
        return ROWS_UNDER_BAND if self._banded else self._row_count

    def _align_rows(self) -> None:
        """Put all rows on columns that suit every one of them."""
        views = [row.view for row in self.rows if row.view is not None]
        grid = self.rows[0].grid_for(views)
        for row in self.rows:
            row.set_grid(grid)

    def _lay_out(self) -> None:
        """Rows under a band keep the height and places of the lower rows of the plain board."""
        scale = pixels_per_unit(self.width(), self.height())
        width, height = self.width() / scale, self.height() / scale
        body = height - HEADER_HEIGHT
        band_height = body / 2 if self._banded else 0.0
        top = HEADER_HEIGHT + band_height
        step = (body - band_height) / self._rows_shown
        rows_width = width - TRAY_WIDTH
        self.header.lay(QRectF(0, 0, width, HEADER_HEIGHT), scale)
        self.band.lay(QRectF(0, HEADER_HEIGHT, width, body / 2), scale)
        self.message.lay(QRectF(0, HEADER_HEIGHT, rows_width, body), scale)
        self.tray.lay(QRectF(rows_width, top, TRAY_WIDTH, height - top), scale)
        for index, row in enumerate(self.rows):
            row.lay(QRectF(0, top + index * step, rows_width, step), scale)
        self._align_rows()
        self._counting = not self._banded
        if self.tray.view is not None:
            self.tray.show_view(ShownTray(self.tray.view.tray, self._counting))
