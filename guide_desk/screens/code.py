"""The code of a notice: six places above, the letters it goes on with below.

objectNames: `code_<letter>`, `code_open`, `code_letters`, `code_erase`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.cases.views import CodeView
from guide_desk.screens.measure import LABEL, PAD, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.wired_key import WiredKey

_COLUMNS = 5
_PLACE, _PLACE_HIGH, _PLACE_GAP = 17.0, 13.6, 3.0
_LETTER_EM, _TYPED_EM = 14.0, 10.0


class CodeScreen(PageScreen[CodeView]):
    """Letters in columns; those that no code has are not there."""

    def keys_of(self, page: CodeView) -> Sequence[KeyView]:
        """Return letters, and what is done with them."""
        return (*page.letters, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; letters are large."""
        if view.action == "code_letter":
            return WiredKey(self.theme, view, self.pressed, self, em=_LETTER_EM, inside=2.0)
        em, style = (TITLE, KeyStyle.KEY) if view.name == "code_open" else (LABEL, KeyStyle.SMALL)
        return WiredKey(self.theme, view, self.pressed, self, em=em, inside=2.0, style=style)

    def words(self, page: CodeView) -> tuple[str, ...]:
        """Return what was typed."""
        return tuple(one for one in page.typed if one)

    def lay(self, page: CodeView) -> None:
        """Lay the letters row after row."""
        rows, columns = self.rows(), across(PAD, self.main_room, _COLUMNS)
        for index, view in enumerate(page.letters):
            (y, high), (x, wide) = rows[index // _COLUMNS], columns[index % _COLUMNS]
            self.lay_key(view, x, y, wide, high)
        self.lay_beside(page.beside)

    def draw(self, ink: Ink, page: CodeView) -> None:
        """Draw the places of the code at the right end of the first line."""
        whole = len(page.typed) * (_PLACE + _PLACE_GAP) - _PLACE_GAP
        x = self.wide - PAD - whole
        for letter in page.typed:
            area = ink.rect(x, 1.4, _PLACE, _PLACE_HIGH)
            ink.block(area, "sheet", 2.4, border="edge" if not letter else "ink")
            if letter:
                middle = 1.4 + _PLACE_HIGH / 2
                centre = x + _PLACE / 2
                ink.line(letter, centre, middle, _TYPED_EM, weight=BLACK, align=Align.CENTRE)
            x += _PLACE + _PLACE_GAP
