"""A question to the elder, large enough to read out together, and the keys of the answers.

objectNames: `ask_alone`, `ask_yes`, `ask_no`, `ask_unclear`, `ask_willing`, `ask_unwilling`,
`day_<way>`, `day_take`, `phone_yes`, `phone_no`, `phone_withdraw`, `call_<outcome>`, `call_phone`,
`back`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.cases.views import AskView, CallView
from guide_desk.screens.measure import GAP, HEAD, LABEL, PAD, TEXT, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.wired_key import WiredKey

_QUESTION_EM, _NUMBER_EM = 16.0, 21.0
_FOOT = 66.0


class AskScreen(PageScreen[AskView]):
    """One question a page."""

    def keys_of(self, page: AskView) -> Sequence[KeyView]:
        """Return the answers, and the way back."""
        return (*page.answers, *page.foot)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; those that lead on or back lie lower."""
        low = self.shown is not None and view in self.shown.foot
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL if low else TITLE, inside=3.0,
            style=KeyStyle.SMALL if low else KeyStyle.KEY,
        )  # fmt: skip

    def words(self, page: AskView) -> tuple[str, ...]:
        """Return the question and what to do with it."""
        return (page.question, page.note)

    def lay(self, page: AskView) -> None:
        """Lay the answers over the whole width, the way back below."""
        (_, middle, last) = self.rows()
        for view, (x, wide) in zip(
            page.answers, across(PAD, self.room, len(page.answers)), strict=True
        ):
            self.lay_key(view, x, middle[0], wide, middle[1])
        for index, view in enumerate(page.foot):
            self.lay_key(view, PAD + index * (_FOOT + GAP), last[0], _FOOT, last[1])

    def draw(self, ink: Ink, page: AskView) -> None:
        """Draw the question, and under it how to ask."""
        high = self.rows()[0][1]
        area = ink.rect(PAD, HEAD, self.room, high - 12)
        ink.words(page.question, area, _QUESTION_EM, floor=LABEL, weight=BLACK, lines=1)
        ink.second(page.note, PAD, HEAD + high - 6, TEXT)


class CallScreen(AskScreen):
    """The same around a telephone number, once it was read."""

    def draw(self, ink: Ink, page: AskView) -> None:
        """Draw the number large in place of the question."""
        super().draw(ink, page)
        if isinstance(page, CallView) and page.number:
            middle = HEAD + (self.rows()[0][1] - 12) / 2
            ink.line(page.number, PAD, middle, _NUMBER_EM, weight=BLACK)

    def words(self, page: AskView) -> tuple[str, ...]:
        """Return the number, or the question, and what it is about."""
        number = page.number if isinstance(page, CallView) else ""
        return tuple(text for text in (number, *super().words(page)) if text)
