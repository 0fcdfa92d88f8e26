"""The pieces both screens share: the mark with the zone's name, the clock, the sentence in ink."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from counter_display.screens.marks import CAP_OF_EM, HAN_CENTRE, Block, Icon, Mark, Words
from counter_display.values import ClockView
from ui_kit.fonts import BLACK, BOLD, MEDIUM
from ui_kit.theme import Theme

LETTER_GAP = 0.16


def brand_marks(
    theme: Theme, zone_name: str, x: float, middle: float, side: float, em: float, weight: int
) -> tuple[list[Mark], float]:
    """Return the mark and the zone's name from `x` on, and where they end."""
    words_x = x + side * 1.33
    marks: list[Mark] = [Icon("mark", QRectF(x, middle - side / 2, side, side))]
    if zone_name:
        marks.append(Words(zone_name, words_x, middle + em * HAN_CENTRE, em, "ink", weight))
    return marks, words_x + theme.fonts.width(zone_name, weight, em)


def clock_marks(
    theme: Theme, clock: ClockView, right: float, middle: float, em: float, *, strong: bool
) -> tuple[list[Mark], float]:
    """Return the clock ending at `right`, and where it begins; `strong` sets the hours larger."""
    colour, weight = ("ink", BOLD) if strong else ("ink2", MEDIUM)
    time_em = em * 1.33 if strong else em
    gap = em * (0.4 if strong else 0.1)
    time_x = right - theme.fonts.width(clock.time, weight, time_em)
    part_x = time_x - gap - theme.fonts.width(clock.part, weight, em)
    baseline = middle + time_em * CAP_OF_EM / 2
    return [
        Words(clock.part, part_x, baseline, em, colour, weight),
        Words(clock.time, time_x, baseline, time_em, colour, weight),
    ], part_x


def notice_marks(
    theme: Theme, icon: str, text: str, left: float, right: float, middle: float, height: float
) -> list[Mark]:
    """Return a sentence people must know about this picture: white in an ink bar, with a sign."""
    pad, side = height * 0.22, height * 0.62
    em = height * 0.66
    room = right - left - 2 * pad - side - pad * 0.7
    width = theme.fonts.width(text, BLACK, em)
    if width > room:
        em, width = em * room / width, room
    whole = 2 * pad + side + pad * 0.7 + width
    x = right - whole
    return [
        Block(QRectF(x, middle - height / 2, whole, height), ("ink",), height * 0.2),
        Icon(icon, QRectF(x + pad, middle - side / 2, side, side), "sheet"),
        Words(text, x + pad + side + pad * 0.7, middle + em * HAN_CENTRE, em, "sheet", BLACK),
    ]
