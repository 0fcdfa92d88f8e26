"""Keys of one size in columns: the exact matters of a group, what to mind of a person.

objectNames: those of the keys, `matter_<id>`, `back`, `matters_previous`, `matters_next`,
`mark_<need or claim>`, `marks_done`, `find_<…>`, `along_<…>`, `drill_start`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.screens.measure import LABEL, PAD, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from guide_desk.views import GridView
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.wired_key import WiredKey

_ROWS = 3


class GridScreen(PageScreen[GridView]):
    """Up to three rows of keys, and up to three keys beside them."""

    em, inside = LABEL, 4.0

    def keys_of(self, page: GridView) -> Sequence[KeyView]:
        """Return all of them."""
        return (*page.cells, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; those beside the grid lie lower."""
        beside = self.shown is not None and view in self.shown.beside
        return WiredKey(
            self.theme, view, self.pressed, self, em=self.em, inside=self.inside,
            style=KeyStyle.SMALL if beside else KeyStyle.KEY,
        )  # fmt: skip

    def lay(self, page: GridView) -> None:
        """Lay the cells row after row."""
        rows, columns = self.rows(_ROWS), across(PAD, self.main_room, page.columns)
        for index, view in enumerate(page.cells):
            row, column = divmod(index, page.columns)
            (y, high), (x, wide) = rows[row], columns[column]
            self.lay_key(view, x, y, wide, high)
        self.lay_beside(page.beside)


class StepsScreen(GridScreen):
    """Such keys with a second line under the words."""

    em, inside = TITLE, 1.8
