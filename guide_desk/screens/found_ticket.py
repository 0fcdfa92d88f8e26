"""One number: large at the left, what is known of it beside, its deeds below.

objectNames: `found_<deed>`, `back`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.finding.views import TicketPage
from guide_desk.screens.measure import APART, BESIDE, HEAD, PAD, SPACING, TEXT, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import place
from ui_kit.wired_key import WiredKey

_COLUMNS = 4
_NUMBER, _NUMBER_CAP = 106.0, 26.0
_BETWEEN = 2.4


class FoundTicketScreen(PageScreen[TicketPage]):
    """A number that lies open."""

    def keys_of(self, page: TicketPage) -> Sequence[KeyView]:
        """Return the deeds and the way back."""
        return (*page.deeds, page.back)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; the way back lies lower."""
        style = KeyStyle.SMALL if view.action == "back" else KeyStyle.KEY
        return WiredKey(self.theme, view, self.pressed, self, em=TITLE, inside=2.0, style=style)

    def words(self, page: TicketPage) -> tuple[str, ...]:
        """Return the number and what is known of it."""
        return (page.number.label, *page.facts)

    def lay(self, page: TicketPage) -> None:
        """Lay the deeds in the two lower rows, the way back in the first."""
        rows, columns = self.rows(), across(PAD, self.room, _COLUMNS)
        for index, view in enumerate(page.deeds):
            row, column = divmod(index, _COLUMNS)
            (y, high), (x, wide) = rows[row + 1], columns[column]
            place(self.key(view.name), x, y, wide, high)
        y, high = rows[0]
        place(self.key(page.back.name), self.wide - PAD - BESIDE, y, BESIDE, high)

    def draw(self, ink: Ink, page: TicketPage) -> None:
        """Draw the number, and beside it line for line what is known."""
        high = self.rows()[0][1]
        look = TicketLook(_NUMBER_CAP, SEAL_FAR, align=Align.LEFT)
        area = ink.rect(PAD, HEAD, _NUMBER, high)
        draw_ticket(ink.painter, self.theme, area, page.number.seal, page.number.digits, look)
        left, tall = PAD + _NUMBER + APART, len(page.facts) * (TEXT * SPACING + _BETWEEN)
        y = HEAD + max(0.5, (high - tall) / 2)
        room = self.wide - PAD - BESIDE - APART - left
        for line in page.facts:
            area = ink.rect(left, y, room, HEAD + high - y)
            y += ink.words(line, area, TEXT, floor=TEXT, weight=MEDIUM, middle=0) + _BETWEEN
