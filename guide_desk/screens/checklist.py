"""All papers of a case at the left, the one at hand at the right with its ways out as keys.

objectNames: `item_ok`, `item_missing`, `item_wrong`, `item_take`, `item_decline`, `item_previous`,
`item_next`, `item_sum`, `case_<step>`; the lines are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.cases.views import ChecklistView, ItemLine
from guide_desk.screens.measure import APART, GAP, HEAD, LABEL, PAD, SPACING, TEXT
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.sign import draw_sign
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.wired_key import WiredKey

_LIST = 134.0
_THIN, _BIG = 16.0, 24.0
_SIGN, _BIG_SIGN = 9.6, 15.0
_TITLE_EM = 11.6
_NEXT_SHARE, _CAMERA_SHARE = 1.2, 1.3


class ChecklistScreen(PageScreen[ChecklistView]):
    """What is in order is one thin line; what is missing is big."""

    def keys_of(self, page: ChecklistView) -> Sequence[KeyView]:
        """Return the answers, and the keys that go on."""
        return (*page.answers, *page.foot)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; those that go on lie lower."""
        low = self.shown is not None and view in self.shown.foot
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=2.0,
            style=KeyStyle.SMALL if low else KeyStyle.KEY,
        )  # fmt: skip

    def words(self, page: ChecklistView) -> tuple[str, ...]:
        """Return each line, then what is at hand."""
        lines = (text for line in page.lines for text in (line.plain, line.word))
        return (*lines, page.title, page.word, page.say)

    def lay(self, page: ChecklistView) -> None:
        """Lay the answers in the middle row, those that go on in the last."""
        (_, middle, last) = self.rows()
        wide = {"camera_open": _CAMERA_SHARE}
        shares = [
            _NEXT_SHARE if one.mode == "next" else wide.get(one.name, 1.0) for one in page.answers
        ]
        self._lay_row(page.answers, shares, middle)
        self._lay_row(page.foot, [1.0] * len(page.foot), last)

    def draw(self, ink: Ink, page: ChecklistView) -> None:
        """Draw the list and what is at hand."""
        tall = [_THIN if one.tone in ("ok", "other") and not one.here else _BIG
                for one in page.lines]  # fmt: skip
        room = self.foot - HEAD
        scale = min(1.0, room / sum(tall)) if tall else 1.0
        y = HEAD
        for line, high in zip(page.lines, tall, strict=True):
            self._draw_line(ink, line, y, high * scale)
            y += high * scale
        self._draw_at_hand(ink, page)

    def _lay_row(
        self, views: Sequence[KeyView], shares: Sequence[float], row: tuple[float, float]
    ) -> None:
        y, high = row
        each = (self._right_room - (len(views) - 1) * GAP) / sum(shares) if views else 0.0
        x = self._right
        for view, share in zip(views, shares, strict=True):
            wide = min(each, self._right_room / 2 - GAP) * share
            self.lay_key(view, x, y, wide, high)
            x += wide + GAP

    def _draw_line(self, ink: Ink, line: ItemLine, top: float, high: float) -> None:
        middle = top + high / 2
        if line.here:
            area = ink.rect(PAD - 2, top + 1, _LIST + 4, high - 2)
            ink.block(area, "sheet", 3.0, border="ink", border_width=0.9)
        elif line.tone == "missing":
            area = ink.rect(PAD - 2, top + 1, _LIST + 4, high - 2)
            ink.block(area, "paper", 3.0, border="red_line", border_width=0.9)
        draw_sign(ink, line.tone, line.icon, PAD + 2, middle, _SIGN)
        right = PAD + _LIST - 3
        plain = line.tone in ("ok", "other")
        word = ink.line(line.word, right, middle, TEXT, weight=MEDIUM if plain else BLACK,
                        colour="ink2" if plain else "ink", align=Align.RIGHT)  # fmt: skip
        left = PAD + _SIGN + 6
        room = right - word - 4 - left
        area = ink.rect(left, top, room, high)
        weight = MEDIUM if plain and not line.here else BLACK
        ink.words(line.plain, area, LABEL - 0.6, floor=TEXT, weight=weight, lines=2)

    def _draw_at_hand(self, ink: Ink, page: ChecklistView) -> None:
        top = self.rows()[0][0]
        left, room = self._right, self._right_room
        draw_sign(ink, page.tone, page.icon, left, top + _BIG_SIGN / 2 + 1, _BIG_SIGN)
        x = left + _BIG_SIGN + 6
        right = left + room
        if page.word:
            right -= ink.line(page.word, right, top + _BIG_SIGN / 2 + 1, LABEL, weight=MEDIUM,
                              align=Align.RIGHT) + 4  # fmt: skip
        area = ink.rect(x, top, right - x, _BIG_SIGN + 2)
        ink.words(page.title, area, _TITLE_EM, floor=LABEL, weight=BLACK, lines=1)
        under = ink.rect(left, top + _BIG_SIGN + 4, room, TEXT * SPACING * 2 + 4)
        ink.words(page.say, under, LABEL - 0.6, floor=TEXT, middle=0)

    @property
    def _right(self) -> float:
        return PAD + _LIST + APART

    @property
    def _right_room(self) -> float:
        return self.wide - PAD - self._right
