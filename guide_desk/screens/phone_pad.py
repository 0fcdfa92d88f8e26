"""A telephone number typed key by key: the number large beside ten digits, and what keeps it.

objectNames: `phone_0` to `phone_9`, `phone_erase`, `phone_keep`, `back`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.cases.views import PhonePadView
from guide_desk.screens.measure import APART, HEAD, LABEL, PAD, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.wired_key import WiredKey

_COLUMNS, _DIGIT_EM, _PAD_WIDTH = 4, 15.0, 190.0
_FIELD, _NUMBER_EM, _INSIDE = 24.0, 15.0, 5.0


class PhonePadScreen(PageScreen[PhonePadView]):
    """Digits at the left; the number so far and the key that keeps it at the right."""

    def keys_of(self, page: PhonePadView) -> Sequence[KeyView]:
        """Return all of them."""
        return (*page.keys, page.keep)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does: the digits stand large on theirs."""
        if view.action == "phone_digit":
            return WiredKey(self.theme, view, self.pressed, self, em=_DIGIT_EM, inside=2.0)
        keeps = view.action == "phone_keep"
        return WiredKey(
            self.theme, view, self.pressed, self, em=TITLE if keeps else LABEL, inside=1.6,
            style=KeyStyle.KEY if keeps else KeyStyle.SMALL,
        )  # fmt: skip

    def words(self, page: PhonePadView) -> tuple[str, ...]:
        """Return the number as far as it was typed."""
        return (page.typed,)

    def lay(self, page: PhonePadView) -> None:
        """Lay the digits in four columns, the key that keeps them low at the right."""
        rows, columns = self.rows(), across(PAD, _PAD_WIDTH, _COLUMNS)
        for index, view in enumerate(page.keys):
            row, column = divmod(index, _COLUMNS)
            (x, wide), (y, high) = columns[column], rows[row]
            self.lay_key(view, x, y, wide, high)
        y, high = rows[-1]
        self.lay_key(page.keep, self._right, y, self._right_room, high)

    def draw(self, ink: Ink, page: PhonePadView) -> None:
        """Draw the field that fills as keys are pressed."""
        area = ink.rect(self._right, HEAD, self._right_room, _FIELD)
        ink.block(area, "tray", 3, border="edge")
        if page.typed:
            left, room = self._right + _INSIDE, self._right_room - 2 * _INSIDE
            middle = HEAD + _FIELD / 2
            ink.line(page.typed, left, middle, _NUMBER_EM, weight=BLACK, room=room)

    @property
    def _right(self) -> float:
        return PAD + _PAD_WIDTH + APART

    @property
    def _right_room(self) -> float:
        return self.wide - PAD - self._right
