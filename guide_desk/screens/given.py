"""The number in the guide's hand, as large as the page allows, and the ways on below it.

objectNames: `given_done`, `given_seen`, `given_written`, `given_again`, `given_leave`,
`given_undo`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.screens.measure import APART, GAP, HEAD, LABEL, PAD, SPACING, TEXT
from guide_desk.screens.page_screen import PageScreen
from guide_desk.views import GivenView
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import place
from ui_kit.wired_key import WiredKey

_NUMBER_WIDTH, _NUMBER_CAP = 196.0, 54.0
_NOTE_HEIGHT = 15.0
_FIRST = 104.0
"""Width of the first key, the next step."""
_WIDEST = 108.0
_MATTER_EM, _MATTER_LINES = 9.6, 3
_STATE_SIDE = 54.0


class GivenScreen(PageScreen[GivenView]):
    """Seal and digits at the left, what it is for at the right."""

    def keys_of(self, page: GivenView) -> Sequence[KeyView]:
        """Return the ways on."""
        return page.keys

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; taking back lies lower than the others."""
        style = KeyStyle.SMALL if view.action == "given_undo" else KeyStyle.KEY
        return WiredKey(self.theme, view, self.pressed, self, em=LABEL, inside=2.5, style=style)

    def words(self, page: GivenView) -> tuple[str, ...]:
        """Return number, matter, facts and note."""
        number = page.number.label if page.number else ""
        return (number, page.matter.replace("\n", ""), *page.facts, page.note)

    def lay(self, page: GivenView) -> None:
        """Lay the keys in the lowest row, the next step first and widest."""
        y, high = self.rows()[-1]
        others = max(1, len(page.keys) - 1)
        rest = min((self.room - _FIRST) / others - GAP, _WIDEST)
        x = PAD
        for index, view in enumerate(page.keys):
            wide = _FIRST if index == 0 else rest
            place(self.key(view.name), x, y, wide, high)
            x += wide + GAP

    def draw(self, ink: Ink, page: GivenView) -> None:
        """Draw the number and what goes with it."""
        foot = self.rows()[-1][0] - GAP
        note = _NOTE_HEIGHT + 4 if page.note else 0.0
        high = foot - HEAD - note
        middle = HEAD + high / 2
        if page.number is not None:
            look = TicketLook(min(_NUMBER_CAP, high - 8), SEAL_FAR, align=Align.LEFT)
            area = ink.rect(PAD, HEAD, _NUMBER_WIDTH, high)
            number = page.number
            draw_ticket(ink.painter, self.theme, area, number.seal, number.digits, look)
            left = PAD + _NUMBER_WIDTH + APART
        else:
            side = _STATE_SIDE
            ink.block(ink.rect(PAD, middle - side / 2, side, side), "tray", side / 2)
            ink.icon(page.icon, PAD + side / 4, middle, side / 2, "green")
            left = PAD + side + APART
        self._draw_facts(ink, page, left, max(HEAD, middle - _NUMBER_CAP / 2))
        if page.note:
            area = ink.rect(PAD, foot - _NOTE_HEIGHT, self.room, _NOTE_HEIGHT)
            ink.notice(page.note, "info", area, TEXT, "amber")

    def _draw_facts(self, ink: Ink, page: GivenView, left: float, top: float) -> None:
        """Draw the matter and what is to be said of the number, from the top of its digits."""
        room = self.wide - PAD - left
        area = ink.rect(left, top, room, _MATTER_EM * SPACING * _MATTER_LINES)
        y = (
            top
            + 6.5
            + ink.words(
                page.matter,
                area,
                _MATTER_EM,
                floor=LABEL,
                weight=BLACK,
                lines=_MATTER_LINES,
                middle=0,
            )
        )
        for fact in page.facts:
            under = ink.rect(left, y, room, LABEL * SPACING * 2)
            y += 4.4 + ink.words(fact, under, LABEL, floor=TEXT, middle=0)
