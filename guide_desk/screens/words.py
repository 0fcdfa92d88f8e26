"""A sentence where there is nothing to press yet."""

from __future__ import annotations

from guide_desk.screens.measure import APART, PAD, TEXT
from guide_desk.screens.page_screen import PageScreen
from guide_desk.views import WordsView
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink

_SIDE, _TITLE_EM, _NOTE_EM = 48.0, 17.0, 8.6


class WordsScreen(PageScreen[WordsView]):
    """A large sign and two lines."""

    def words(self, page: WordsView) -> tuple[str, ...]:
        """Return the two lines."""
        return (page.title, page.note)

    def draw(self, ink: Ink, page: WordsView) -> None:
        """Draw them in the middle of the height."""
        middle = self.foot / 2
        ink.block(ink.rect(PAD, middle - _SIDE / 2, _SIDE, _SIDE), "tray", _SIDE / 2)
        ink.icon(page.icon, PAD + _SIDE / 4, middle, _SIDE / 2, "green")
        x = PAD + _SIDE + APART
        ink.line(page.title, x, middle - 9, _TITLE_EM, weight=BLACK)
        area = ink.rect(x, middle + 5, self.wide - PAD - x, 24)
        ink.words(page.note, area, _NOTE_EM, floor=TEXT, colour="ink2", middle=0)
