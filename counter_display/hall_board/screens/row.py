"""One called number and its window. objectNames: `board_row_1` … `board_row_4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from counter_display.hall_board.screens.measures import CAP_OF_ROW, LEFT
from counter_display.hall_board.views import RowView
from counter_display.screens.area import Area
from counter_display.screens.marks import (
    CAP_OF_EM,
    HAN_CENTRE,
    Block,
    Icon,
    Mark,
    Words,
    number_marks,
    number_width,
)
from ui_kit.fonts import BLACK, BOLD
from ui_kit.theme import Theme

_NUMBER_COLOURS = ("green", "sheet", "ink")
_ARROW_GAP, _ARROW, _WORD_GAP, _WORD_EM, _RIGHT = 0.23, 0.50, 0.11, 0.51, 0.17
"""Parts of the digits' height."""


@dataclass(frozen=True)
class Grid:
    """Columns of the rows: a factor on everything, and the number column in digit heights."""

    fit: float = 1.0
    number: float = 0.0


class Row(Area[RowView | None]):
    """One row; empty while there is no call for it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._grid = Grid()

    def set_grid(self, grid: Grid) -> None:
        """Draw on the columns all rows of the board share."""
        if grid != self._grid:
            self._grid = grid
            self.look_changed()

    def grid_for(self, views: Sequence[RowView]) -> Grid:
        """Return the columns on which all of these fit."""
        if not views:
            return Grid()
        cap, fonts = self.height_units * CAP_OF_ROW, self.theme.fonts
        number = max(number_width(self.theme, view.number.digits, cap) for view in views)
        window = max(
            fonts.width(view.window, BOLD, cap / CAP_OF_EM)
            + fonts.width(view.window_word, BLACK, cap * _WORD_EM)
            for view in views
        )
        natural = number + cap * (2 * _ARROW_GAP + _ARROW + _WORD_GAP) + window
        fit = min(1.0, (self.width_units - LEFT - cap * _RIGHT) / natural)
        return Grid(fit, number / cap)

    def compose(self, view: RowView | None) -> list[Mark]:
        """Return the row."""
        width, height = self.width_units, self.height_units
        marks: list[Mark] = [Block(QRectF(0, height - 4, width, 4), ("rule",))]
        if view is None:
            return marks
        if view.fresh:
            whole = QRectF(0, 0, width, height - 4)
            strip = QRectF(0, 0, 18, height - 4)
            marks += [Block(whole, ("green_soft",)), Block(strip, ("green",))]
        cap = height * CAP_OF_ROW * self._grid.fit
        fonts = self.theme.fonts
        baseline = (height - 4 + cap) / 2
        number = view.number
        marks += number_marks(
            self.theme, number.seal, number.digits, LEFT, baseline, cap, _NUMBER_COLOURS
        )
        column = max(self._grid.number, number_width(self.theme, number.digits, cap) / cap)
        x = LEFT + cap * (column + _ARROW_GAP)
        marks += self._between(view, x, baseline, cap)
        x += cap * (_ARROW + _ARROW_GAP)
        window_em, word_em = cap / CAP_OF_EM, cap * _WORD_EM
        marks.append(Words(view.window, x, baseline, window_em, "ink", BOLD))
        x += fonts.width(view.window, BOLD, window_em) + cap * _WORD_GAP
        marks.append(Words(view.window_word, x, baseline - word_em * 0.05, word_em, "ink", BLACK))
        return marks

    def _between(self, view: RowView, x: float, baseline: float, cap: float) -> list[Mark]:
        """Return the arrow, or the alert that this call was not heard in its place."""
        side = cap * _ARROW
        middle = baseline - cap / 2
        if not view.not_heard:
            return [Icon("arrow-right", QRectF(x, middle - side / 2, side, side), "ink")]
        plate = QRectF(x - side * 0.35, middle - cap * 0.46, side * 1.7, cap * 0.92)
        em = cap * 0.19
        em = min(em, plate.width() * 0.9 / len(view.not_heard))
        text_x = plate.center().x() - self.theme.fonts.width(view.not_heard, BLACK, em) / 2
        icon = QRectF(x + side * 0.05, plate.top() + cap * 0.1, side * 0.9, side * 0.9)
        return [
            Block(plate, ("amber",), cap * 0.08),
            Icon("speaker-slash", icon, "ink"),
            Words(view.not_heard, text_x, plate.bottom() - em * 0.75 + em * HAN_CENTRE - em * 0.1,
                  em, "ink", BLACK),
        ]  # fmt: skip

    def _marks_key(self) -> tuple[object, ...]:
        return (super()._marks_key(), self._grid)
