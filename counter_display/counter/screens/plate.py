"""The window's plate at the left. objectName: `counter_plate`.

Green while calling, white while serving or free, tray-coloured with a sign while paused or closed.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from counter_display.counter.presenter import State
from counter_display.screens.area import Area
from counter_display.screens.marks import CAP_OF_EM, Block, Icon, Mark, Words
from ui_kit.fonts import BLACK, BOLD

_CAP, _CAPTION_EM, _SIGN = 300.0, 100.0, 150.0
_SIDE = 44.0
_RESTING_SIGNS = {"paused": "pause", "closed": "minus", "day_closed": "minus"}


@dataclass(frozen=True)
class PlateView:
    """The window's number and what the counter does."""

    state: State
    window: str
    window_word: str


class Plate(Area[PlateView]):
    """The number of the window, readable from the door."""

    def compose(self, view: PlateView) -> list[Mark]:
        """Return the plate."""
        width, height = self.width_units, self.height_units
        whole = QRectF(0, 0, width, height)
        calling = view.state == "calling"
        if calling:
            marks: list[Mark] = [Block(whole, ("green_top", "green_bottom"))]
        else:
            resting = view.state in _RESTING_SIGNS or view.state == "starting"
            marks = [
                Block(whole, ("tray" if resting else "sheet",)),
                Block(QRectF(width - 6, 0, 6, height), ("ink",)),
            ]
        if not view.window:
            return marks
        colour = "sheet" if calling else "ink"
        fonts, room = self.theme.fonts, width - 2 * _SIDE
        em = _CAP / CAP_OF_EM
        em *= min(1.0, room / fonts.width(view.window, BOLD, em))
        middle = height * 0.415
        digits_x = (width - fonts.width(view.window, BOLD, em)) / 2
        baseline = middle + _CAP / 2
        caption_em = _CAPTION_EM
        caption_em *= min(1.0, room / fonts.width(view.window_word, BLACK, caption_em))
        caption_x = (width - fonts.width(view.window_word, BLACK, caption_em)) / 2
        marks += [
            Words(view.window, digits_x, baseline, em, colour, BOLD),
            Words(view.window_word, caption_x, baseline + 166, caption_em, colour, BLACK),
        ]
        if view.state in _RESTING_SIGNS:
            disc = QRectF((width - _SIGN) / 2, baseline + 236, _SIGN, _SIGN)
            inner = disc.adjusted(30, 30, -30, -30)
            icon = Icon(_RESTING_SIGNS[view.state], inner, "sheet")
            marks += [Block(disc, ("ink",), _SIGN / 2), icon]
        return marks
