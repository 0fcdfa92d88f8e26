"""The window of the hall board.

objectNames: `hall_board` (window), `board_header`, `board_band`, `board_row_1` … `board_row_4`,
`board_tray`, `board_message`, `board_card`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_display.hall_board.presenter import ROWS_UNDER_BAND
from counter_display.hall_board.screens.band import Band
from counter_display.hall_board.screens.card import Card
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
    """The whole board; `row_count` rows, two of them under a band, or a card under some."""

    def __init__(self, theme: Theme, title: str, row_count: int = MOST_ROWS) -> None:
        super().__init__()
        self.setObjectName("hall_board")
        self.setWindowTitle(title)
        self._theme = theme
        self._row_count = row_count
        self._arranged = (False, False, MOST_ROWS)
        self._counting = True
        self.header = Header(theme, "board_header", self)
        self.message = Message(theme, "board_message", self)
        self.rows = [Row(theme, f"board_row_{index + 1}", self) for index in range(MOST_ROWS)]
        self.tray = Tray(theme, "board_tray", self)
        self.card = Card(theme, "board_card", self)
        self.band = Band(theme, "board_band", self)
        for area in (self.message, self.card, self.band):
            area.hide()
        theme.changed.connect(self.update)

    def show_view(self, view: HallBoardView) -> None:
        """Show a view; areas whose part did not change are not painted again."""
        banded = view.band is not None
        whole = view.band is not None and view.band.whole
        rows_shown = len(view.rows) if view.card else self._row_count
        arranged = (banded, whole, ROWS_UNDER_BAND if banded else rows_shown)
        if arranged != self._arranged:
            self._arranged = arranged
            self._lay_out()
        self.header.show_view(view.header)
        if view.band is not None:
            self.band.show_view(view.band)
        self.band.setVisible(banded)
        if view.card is not None:
            self.card.show_view(view.card)
        self.card.setVisible(view.card is not None)
        if view.message is not None:
            self.message.show_view(view.message)
        self.message.setVisible(view.message is not None)
        for index, row in enumerate(self.rows):
            row.show_view(view.rows[index] if index < len(view.rows) else None)
            row.setVisible(view.message is None and not whole and index < arranged[2])
        self._align_rows()
        self.tray.show_view(ShownTray(view.tray, self._counting))
        self.tray.setVisible(bool(view.tray.waiting) and not whole)

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        pages: list[KitWidget] = [self.header, self.band, self.message]
        areas: list[KitWidget] = [*pages, *self.rows, self.card, self.tray]
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
        banded, whole, rows_shown = self._arranged
        body = height - HEADER_HEIGHT
        band_height = body / 2 if banded else 0.0
        top = HEADER_HEIGHT + band_height
        step = (body - band_height) / (ROWS_UNDER_BAND if banded else self._row_count)
        rows_width = width - TRAY_WIDTH
        card_top = top + rows_shown * step
        self.header.lay(QRectF(0, 0, width, HEADER_HEIGHT), scale)
        self.band.lay(QRectF(0, HEADER_HEIGHT, width, body if whole else body / 2), scale)
        self.card.lay(QRectF(0, card_top, rows_width, height - card_top), scale)
        self.message.lay(QRectF(0, HEADER_HEIGHT, rows_width, body), scale)
        self.tray.lay(QRectF(rows_width, top, TRAY_WIDTH, height - top), scale)
        for index, row in enumerate(self.rows):
            row.lay(QRectF(0, top + index * step, rows_width, step), scale)
        self._align_rows()
        self._counting = not banded
        if self.tray.view is not None:
            self.tray.show_view(ShownTray(self.tray.view.tray, self._counting))
