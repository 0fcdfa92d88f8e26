"""One entry of a book: what is known at the left, what can be done at the right.

objectNames: those of the keys.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.care.views import EntryPage
from guide_desk.screens.measure import APART, HEAD, LABEL, PAD, TEXT, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.wired_key import WiredKey

_COLUMNS, _ROWS = 3, 3
_LINES = 132.0
_BETWEEN = 3.0


class EntryScreen(PageScreen[EntryPage]):
    """Lines that are read, and up to nine keys."""

    def keys_of(self, page: EntryPage) -> Sequence[KeyView]:
        """Return the deeds."""
        return page.deeds

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; the way back lies lower."""
        style = KeyStyle.SMALL if view.action == "back" else KeyStyle.KEY
        return WiredKey(self.theme, view, self.pressed, self, em=TITLE, inside=1.4, style=style)

    def words(self, page: EntryPage) -> tuple[str, ...]:
        """Return what is read."""
        return (*page.told, *page.lines)

    def lay(self, page: EntryPage) -> None:
        """Lay the deeds, three a row; the way back is the last key of the last row."""
        left = PAD + _LINES + APART
        rows, columns = self.rows(_ROWS), across(left, self.wide - PAD - left, _COLUMNS)
        *deeds, back = page.deeds
        for index, view in enumerate(deeds):
            row, column = divmod(index, _COLUMNS)
            (x, wide), (y, high) = columns[column], rows[row]
            self.lay_key(view, x, y, wide, high)
        (x, wide), (y, high) = columns[-1], rows[-1]
        self.lay_key(back, x, y, wide, high)

    def draw(self, ink: Ink, page: EntryPage) -> None:
        """Draw the lines, one under the other."""
        y = HEAD + 1.0
        for text in page.told:
            area = ink.rect(PAD, y, _LINES, self.foot - y)
            y += ink.words(text, area, LABEL, floor=TEXT, middle=0, lines=6) + _BETWEEN
        for text in page.lines:
            area = ink.rect(PAD, y, _LINES, self.foot - y)
            y += ink.words(text, area, TEXT, floor=TEXT, weight=MEDIUM, middle=0, lines=4)
            y += _BETWEEN
