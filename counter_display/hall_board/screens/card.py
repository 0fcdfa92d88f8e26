"""A calm card in the rows that no number needs. objectName: `board_card`.

It stands still, on the colour of the tray: part of what surrounds the numbers, and never as loud
as they are. Where nobody is called it is the page itself, and its title has two lines.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF

from counter_display.hall_board.screens.measures import LEFT, NOTICE_EM
from counter_display.hall_board.views import CardView
from counter_display.screens.area import Area
from counter_display.screens.marks import HAN_CENTRE, Block, Mark, Words
from ui_kit.fonts import BLACK, BOLD

_TITLE_OF_HEIGHT, _MOST_TITLE_EM, _TEXT_OF_TITLE = 0.39, 128.0, 0.66
_ALONE_FROM = 700.0
"""From this height on, in units, a card has the place of the rows to itself."""
_ALONE_TITLE_EM, _ALONE_TEXT_OF_TITLE = 216.0, 0.48
_TITLE_LINE, _TEXT_LINE = 1.3, 1.5
_BREATHS = re.compile("(?<=[\\uff0c\\u3001])")
"""After a comma, or the mark between things of one kind: there a title may be broken by sense."""


class Card(Area[CardView]):
    """A title and, under it, a line that says more."""

    ground = "tray"

    def compose(self, view: CardView) -> list[Mark]:
        """Return the card, its lines in the middle of its height."""
        alone = self.height_units >= _ALONE_FROM
        titles = _BREATHS.split(view.title, 1) if alone else [view.title]
        most_em = min(self.height_units * _TITLE_OF_HEIGHT, _MOST_TITLE_EM)
        title_em = self._fit(titles, BLACK, _ALONE_TITLE_EM if alone else most_em)
        of_title = _ALONE_TEXT_OF_TITLE if alone else _TEXT_OF_TITLE
        text_em = max(self._fit([view.text], BOLD, title_em * of_title), NOTICE_EM)
        lines = [(title, title_em, _TITLE_LINE, BLACK) for title in titles]
        if view.text:
            lines.append((view.text, text_em, _TEXT_LINE, BOLD))
        top = (self.height_units - sum(em * spacing for _, em, spacing, _ in lines)) / 2
        whole = QRectF(0, 0, self.width_units, self.height_units)
        marks: list[Mark] = [Block(whole, ("paper",))] if alone else []
        for text, em, spacing, weight in lines:
            step = em * spacing
            baseline = top + step / 2 + em * HAN_CENTRE
            marks.append(Words(text, LEFT, baseline, em, "ink", weight))
            top += step
        return marks

    def _fit(self, lines: list[str], weight: int, em: float) -> float:
        room = self.width_units - 2 * LEFT
        widest = max(self.theme.fonts.width(line, weight, em) for line in lines)
        return em if widest <= room else em * room / widest
