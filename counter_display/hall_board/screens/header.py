"""The line at the top of the board, and the words in place of rows.

objectNames: `board_header`, `board_message`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from counter_display.hall_board.screens.measures import LEFT
from counter_display.hall_board.views import HeaderView, MessageView
from counter_display.screens.area import Area
from counter_display.screens.footing import brand_marks, clock_marks, notice_marks
from counter_display.screens.marks import Block, Icon, Mark, Words
from ui_kit.fonts import BLACK, BOLD

_ICONS = {"stale": "wifi-slash", "no_sound": "speaker-slash"}


class Header(Area[HeaderView]):
    """Who we are, the time, and what people must know about this picture."""

    def compose(self, view: HeaderView) -> list[Mark]:
        """Return the header."""
        width, middle = self.width_units, 49.0
        rule = QRectF(0, self.height_units - 10, width, 6)
        marks: list[Mark] = [Block(rule, ("ink",))]
        brand, brand_end = brand_marks(self.theme, view.zone_name, LEFT, middle, 78, 60, BLACK)
        clock, clock_start = clock_marks(
            self.theme, view.clock, width - LEFT, middle, 58, strong=True
        )
        marks += brand
        if view.mark_kind is not None:
            marks += notice_marks(
                self.theme, _ICONS[view.mark_kind], view.mark,
                brand_end + 32, clock_start - 32, middle, 84,
            )  # fmt: skip
        return [*marks, *clock]


class Message(Area[MessageView]):
    """A title, a note and a chair while nobody is called."""

    def compose(self, view: MessageView) -> list[Mark]:
        """Return the message."""
        room = self.width_units - 2 * LEFT
        side = self.height_units * 0.42
        picture = QRectF(LEFT, self.height_units * 0.07, side, side)
        width = side * self.theme.icons.proportion("chair")
        picture.setWidth(min(width, room))
        title_em = self._fit(view.title, 240, BLACK, room)
        note_em = self._fit(view.note, 108, BOLD, room)
        title_baseline = self.height_units * 0.74
        return [
            Icon("chair", picture),
            Words(view.title, LEFT, title_baseline, title_em, "ink", BLACK),
            Words(view.note, LEFT, self.height_units * 0.91, note_em, "ink2", BOLD),
        ]

    def _fit(self, text: str, em: float, weight: int, room: float) -> float:
        width = self.theme.fonts.width(text, weight, em)
        return em if width <= room else em * room / width
