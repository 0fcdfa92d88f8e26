"""The column at the right: who should get ready, how many wait. objectName: `board_tray`."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from counter_display.hall_board.views import CountView, TrayView
from counter_display.screens.area import Area
from counter_display.screens.marks import (
    CAP_OF_EM,
    HAN_CENTRE,
    Block,
    Mark,
    Words,
    number_marks,
    number_width,
)
from counter_display.values import NumberView
from ui_kit.fonts import BLACK, BOLD

_LEFT, _RIGHT = 44.0, 40.0
_TITLE_EM, _CAP, _STEP = 84.0, 100.0, 148.0
_COUNT_EM, _COUNT_GAP = 72.0, 25.0
_NUMBER_COLOURS = ("green", "sheet", "ink")


@dataclass(frozen=True)
class ShownTray:
    """A tray, and whether there is room for the counts under it."""

    tray: TrayView
    with_counts: bool


class Tray(Area[ShownTray]):
    """Recedes: smaller, flatter, on the tray's colour."""

    ground = "tray"

    def compose(self, view: ShownTray) -> list[Mark]:
        """Return the tray."""
        tray, width, height = view.tray, self.width_units, self.height_units
        marks: list[Mark] = [Block(QRectF(0, 0, 4, height), ("rule",))]
        top = 0.0
        if tray.next_up:
            marks.append(self._title(tray.get_ready, 0))
            for index, number in enumerate(tray.next_up):
                marks += self._number(number, 262 + index * _STEP)
            top = 476.0
        if not view.with_counts or not tray.waiting:
            return marks
        if top:
            marks.append(Block(QRectF(_LEFT, top - 4, width - _LEFT - _RIGHT, 6), ("ink",)))
        marks.append(self._title(tray.waiting, top))
        baseline = top + 268.0
        for count in tray.counts:
            marks += self._count(count, baseline)
            baseline += 150
        if tray.nobody:
            em = self._fit(tray.nobody, 60, BOLD)
            marks.append(Words(tray.nobody, _LEFT, top + 230, em, "ink2", BOLD))
        return marks

    def _title(self, text: str, top: float) -> Words:
        return Words(text, _LEFT, top + 86 + _TITLE_EM * HAN_CENTRE, _TITLE_EM, "ink", BLACK)

    def _number(self, number: NumberView, baseline: float) -> list[Mark]:
        room = self.width_units - _LEFT - _RIGHT
        cap = _CAP * min(1.0, room / number_width(self.theme, number.digits, _CAP))
        return number_marks(
            self.theme, number.seal, number.digits, _LEFT, baseline, cap, _NUMBER_COLOURS
        )

    def _count(self, count: CountView, baseline: float) -> list[Mark]:
        """Return what, how many and the word for people on one line, smaller if they must be."""
        fonts, room = self.theme.fonts, self.width_units - _LEFT - _RIGHT
        em, digits_em = _COUNT_EM, _CAP / CAP_OF_EM
        words = fonts.width(count.what, BOLD, em) + fonts.width(count.people, BOLD, em)
        digits = fonts.width(count.count, BOLD, digits_em)
        fit = min(1.0, (room - 2 * _COUNT_GAP) / (words + digits))
        em, digits_em = em * fit, digits_em * fit
        number_x = _LEFT + fonts.width(count.what, BOLD, em) + _COUNT_GAP
        people_x = number_x + fonts.width(count.count, BOLD, digits_em) + _COUNT_GAP
        return [
            Words(count.what, _LEFT, baseline - 6, em, "ink", BOLD),
            Words(count.count, number_x, baseline, digits_em, "ink", BOLD),
            Words(count.people, people_x, baseline - 6, em, "ink", BOLD),
        ]

    def _fit(self, text: str, em: float, weight: int) -> float:
        room = self.width_units - _LEFT - _RIGHT
        width = self.theme.fonts.width(text, weight, em)
        return em if width <= room else em * room / width
