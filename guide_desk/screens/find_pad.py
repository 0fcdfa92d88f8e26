"""A number typed key by key: seals at the left, digits beside them, other ways at the right.

objectNames: `find_seal_<series>`, `find_0` to `find_9`, `find_erase`, `find_go`, `find_recent`,
`find_half_hour`, `find_groups`; of a paper about how it was the same, beginning with `feel_`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.finding.views import PadView
from guide_desk.screens.measure import APART, BESIDE, GAP, KEY, LABEL, PAD, STRONG, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import place
from ui_kit.wired_key import WiredKey

_SEAL_ROWS, _COLUMNS = 3, 4
_DIGIT_EM = 15.0
_FIELD_TOP, _FIELD_HIGH, _NUMBER_CAP = 0.6, 12.8, 8.5


class PadScreen(PageScreen[PadView]):
    """Where the search begins."""

    def keys_of(self, page: PadView) -> Sequence[KeyView]:
        """Return all of them."""
        return (*page.seals, *page.keys, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does: what is typed stands large on it."""
        if view.action.endswith(("_digit", "_series")):
            return WiredKey(self.theme, view, self.pressed, self, em=_DIGIT_EM, inside=2.0)
        if view.action.endswith(("_go", "_erase")):
            return WiredKey(self.theme, view, self.pressed, self, em=STRONG, inside=1.4)
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=1.5, style=KeyStyle.SMALL
        )

    def words(self, page: PadView) -> tuple[str, ...]:
        """Return the number as far as it was typed."""
        return (page.typed.label,)

    def lay(self, page: PadView) -> None:
        """Lay seals in columns of three, the digits in four columns."""
        rows = self.rows()
        columns = -(-len(page.seals) // _SEAL_ROWS)
        seals = columns * KEY + (columns - 1) * GAP
        for index, view in enumerate(page.seals):
            column, row = divmod(index, _SEAL_ROWS)
            place(self.key(view.name), PAD + column * (KEY + GAP), rows[row][0], KEY, rows[row][1])
        left = PAD + seals + APART
        digits = across(left, self.main_room - seals - APART, _COLUMNS)
        for index, view in enumerate(page.keys):
            row, column = divmod(index, _COLUMNS)
            (x, wide), (y, high) = digits[column], rows[row]
            place(self.key(view.name), x, y, wide, high)
        self.lay_beside(page.beside)

    def draw(self, ink: Ink, page: PadView) -> None:
        """Draw the field that fills as keys are pressed."""
        x = self.wide - PAD - BESIDE
        ink.block(ink.rect(x, _FIELD_TOP, BESIDE, _FIELD_HIGH), "tray", 3, border="edge")
        look = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, align=Align.LEFT)
        area = ink.rect(x + 4, _FIELD_TOP, BESIDE - 8, _FIELD_HIGH)
        draw_ticket(ink.painter, self.theme, area, page.typed.seal, page.typed.digits, look)
