"""One called number and its window. objectNames: `board_row_1` … `board_row_4`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from counter_display.hall_board.screens.measures import CAP_OF_ROW, LEFT, NOTICE_EM
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
_ARROW_GAP, _ARROW, _WORD_GAP, _WORD_EM, _RIGHT = 0.27, 0.50, 0.11, 0.51, 0.17
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
        wide = cap * (_ARROW + 2 * _ARROW_GAP)
        plate = QRectF(x + (side - wide) / 2 - cap * 0.04, middle - cap * 0.5, wide, cap)
        fonts, lines = self.theme.fonts, view.not_heard.split(" ")
        em = max(cap * 0.29, NOTICE_EM)
        widest = max(fonts.width(line, BLACK, em) for line in lines)
        em *= min(1.0, plate.width() * 0.98 / widest)
        top = plate.bottom() - em * (0.18 + len(lines))
        icon_side = min(side * 0.9, top - plate.top() - cap * 0.08)
        icon_left = plate.center().x() - icon_side / 2
        icon = QRectF(icon_left, plate.top() + cap * 0.06, icon_side, icon_side)
        marks: list[Mark] = [
            Block(plate, ("amber",), cap * 0.08),
            Icon("speaker-slash", icon, "ink"),
        ]
        for index, line in enumerate(lines):
            text_x = plate.center().x() - fonts.width(line, BLACK, em) / 2
            baseline = top + em * (index + 0.5 + HAN_CENTRE)
            marks.append(Words(line, text_x, baseline, em, "ink", BLACK))
        return marks

    def _marks_key(self) -> tuple[object, ...]:
        return (super()._marks_key(), self._grid)
