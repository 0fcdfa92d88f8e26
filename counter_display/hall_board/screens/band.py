"""The newest call over the first rows and the tray. objectName: `board_band`."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from counter_display.hall_board.screens.measures import LEFT, NOTICE_EM
from counter_display.hall_board.views import BandView
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

_CAP, _WINDOW_CAP, _WORD_EM, _GAP, _RIGHT = 305.0, 212.0, 108.0, 96.0, 56.0
_LIP, _WORD_GAP = 12.0, 34.0
_LARGE_CAP, _LARGE_WINDOW_CAP, _LARGE_WORD_EM = 430.0, 285.0, 210.0
_FIRST_LINE, _SECOND_LINE = 0.53, 0.905
"""Where the lines of a call over the whole board stand, as parts of its height."""


class Band(Area[BandView]):
    """Green with white words; in the other half of its blinking white with green words."""

    def compose(self, view: BandView) -> list[Mark]:
        """Return the band."""
        width, height = self.width_units, self.height_units
        face = QRectF(0, 0, width, height - _LIP)
        colours = ("green_top", "green_bottom") if view.lit else ("sheet",)
        marks: list[Mark] = [
            Block(face, colours),
            Block(QRectF(0, height - _LIP, width, _LIP), ("green_lip",)),
        ]
        ink = "sheet" if view.lit else "green"
        marks += self._large(view, face, ink) if view.whole else self._words(view, face, ink)
        if view.not_heard:
            marks += self._not_heard(view.not_heard, face)
        return marks

    def _words(self, view: BandView, face: QRectF, ink: str) -> list[Mark]:
        fonts, number = self.theme.fonts, view.number
        window_width = fonts.width(view.window, BOLD, _WINDOW_CAP / CAP_OF_EM)
        block = window_width + _WORD_GAP + fonts.width(view.window_word, BLACK, _WORD_EM)
        natural = number_width(self.theme, number.digits, _CAP) + _GAP + block
        fit = min(1.0, (face.width() - LEFT - _RIGHT) / natural)
        cap, word_em, window_em = _CAP * fit, _WORD_EM * fit, _WINDOW_CAP / CAP_OF_EM * fit
        baseline = face.center().y() + cap / 2
        seal_ink = "green" if view.lit else "sheet"
        marks = number_marks(
            self.theme, number.seal, number.digits, LEFT, baseline, cap, (ink, seal_ink, ink)
        )
        x = face.width() - _RIGHT - block * fit
        word_x = x + (window_width + _WORD_GAP) * fit
        please_baseline = baseline - (_WINDOW_CAP + 46) * fit
        marks += [
            Words(view.please, x, please_baseline, word_em, ink, BLACK),
            Words(view.window, x, baseline, window_em, ink, BOLD),
            Words(view.window_word, word_x, baseline - word_em * 0.05, word_em, ink, BLACK),
        ]
        return marks

    def _large(self, view: BandView, face: QRectF, ink: str) -> list[Mark]:
        """Return the number over the whole width, and under it where to go."""
        fonts, number = self.theme.fonts, view.number
        seal_ink = "green" if view.lit else "sheet"
        room = face.width() - LEFT - _RIGHT
        cap = _LARGE_CAP * min(1.0, room / number_width(self.theme, number.digits, _LARGE_CAP))
        first = face.height() * _FIRST_LINE
        marks = number_marks(
            self.theme, number.seal, number.digits, LEFT, first, cap, (ink, seal_ink, ink)
        )
        window_em, gap = _LARGE_WINDOW_CAP / CAP_OF_EM, _LARGE_WORD_EM * 0.32
        please_width = fonts.width(view.please, BLACK, _LARGE_WORD_EM)
        window_width = fonts.width(view.window, BOLD, window_em)
        word_width = fonts.width(view.window_word, BLACK, _LARGE_WORD_EM)
        fit = min(1.0, room / (please_width + window_width + word_width + 2 * gap))
        baseline, word_em = face.height() * _SECOND_LINE, _LARGE_WORD_EM * fit
        window_x = LEFT + (please_width + gap) * fit
        word_x = window_x + (window_width + gap) * fit
        raised = baseline - word_em * 0.05
        return [
            *marks,
            Words(view.please, LEFT, raised, word_em, ink, BLACK),
            Words(view.window, window_x, baseline, window_em * fit, ink, BOLD),
            Words(view.window_word, word_x, raised, word_em, ink, BLACK),
        ]

    def _not_heard(self, text: str, face: QRectF) -> list[Mark]:
        em, side, pad = NOTICE_EM, 62.0, 18.0
        whole = self.theme.fonts.width(text, BLACK, em) + side + 3 * pad
        plate = QRectF(face.width() - _RIGHT - whole, 26, whole, 88)
        middle = plate.center().y()
        icon = QRectF(plate.left() + pad, middle - side / 2, side, side)
        words_x = icon.right() + pad
        return [
            Block(plate, ("amber",), 16),
            Icon("speaker-slash", icon, "ink"),
            Words(text, words_x, middle + em * HAN_CENTRE, em, "ink", BLACK),
        ]
