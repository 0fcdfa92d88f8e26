"""A number in two touches: how old at the left, what for in the middle, more at the right.

objectNames: `band_80_plus`, `band_60_79`, `band_under_60`, `group_<id>`, `exact`, `marks`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.screens.group_key import GroupKey
from guide_desk.screens.measure import APART, LABEL, PAD, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from guide_desk.views import TakeView
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.widget import place
from ui_kit.wired_key import WiredKey

_BANDS = 72.0
_BAND_EM = 9.4
_COLUMNS = 2


class TakeScreen(PageScreen[TakeView]):
    """Where the desk begins."""

    def keys_of(self, page: TakeView) -> Sequence[KeyView]:
        """Return bands, groups, and what is only pressed where it is wanted."""
        return (*page.bands, *page.groups, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        if view.action == "group":
            return GroupKey(self.theme, view, self.pressed, self)
        if view.action == "band":
            return WiredKey(self.theme, view, self.pressed, self, em=_BAND_EM, inside=2.5)
        em = TITLE if view.action == "marks" else LABEL
        return WiredKey(
            self.theme, view, self.pressed, self, em=em, inside=1.5, style=KeyStyle.SMALL
        )

    def lay(self, page: TakeView) -> None:
        """Lay three columns of kinds, each in three rows."""
        for view, (y, high) in zip(page.bands, self.rows(len(page.bands)), strict=True):
            place(self.key(view.name), PAD, y, _BANDS, high)
        left = PAD + _BANDS + APART
        columns = across(left, self.main_room - _BANDS - APART, _COLUMNS)
        rows = self.rows(max(3, -(-len(page.groups) // _COLUMNS)))
        for index, view in enumerate(page.groups):
            (y, high), (x, wide) = rows[index // _COLUMNS], columns[index % _COLUMNS]
            place(self.key(view.name), x, y, wide, high)
        self.lay_beside(page.beside)
