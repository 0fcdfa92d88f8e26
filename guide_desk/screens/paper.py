"""A paper as it is printed, page beside page, and the ways on beside it.

objectNames: `paper_print`, `paper_seen`, `paper_by_hand`, `paper_done`, `back`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from guide_desk.cases.views import ByHandView, PaperView
from guide_desk.screens.measure import APART, GAP, HEAD, LABEL, PAD, SPACING, TEXT, TITLE
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.pdf_pages import pages_of
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.wired_key import Pressed, WiredKey

_A4 = 297.0 / 210.0
_SHOWN = 2
_BETWEEN = 8.0
_ICON = 13.0


class PaperScreen(PageScreen[PaperView]):
    """Up to two pages at the left; state, note and keys at the right."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, pressed, parent)
        self._pdf: bytes | None = None
        self._pictures: tuple[QPixmap, ...] = ()
        self._side = QSize()

    def keys_of(self, page: PaperView) -> Sequence[KeyView]:
        """Return the ways on."""
        return page.keys

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; the way back lies lower."""
        style = KeyStyle.SMALL if view.action == "back" else KeyStyle.KEY
        return WiredKey(self.theme, view, self.pressed, self, em=TITLE, inside=2.0, style=style)

    def words(self, page: PaperView) -> tuple[str, ...]:
        """Return how it is."""
        return (page.state, page.note)

    def lay(self, page: PaperView) -> None:
        """Lay the next step and up to two others below it."""
        (_, middle, last) = self.rows()
        left, room = self._right, self.wide - PAD - self._right
        first, others = page.keys[:1], page.keys[1:]
        for view in first:
            self.lay_key(view, left, middle[0], room, middle[1])
        each = (room - (len(others) - 1) * GAP) / max(1, len(others))
        for index, view in enumerate(others):
            self.lay_key(view, left + index * (each + GAP), last[0], each, last[1])

    def draw(self, ink: Ink, page: PaperView) -> None:
        """Draw the pages, how the paper is, and what to mind."""
        for index, area in enumerate(self._areas(ink, page)):
            ink.block(area.adjusted(-2, -2, 2, 2), "sheet", 0.6, border="edge", border_width=0.6)
            picture = self._picture(page, index, area)
            if picture is not None:
                ink.painter.drawPixmap(area.topLeft(), picture)
        left, room = self._right, self.wide - PAD - self._right
        ink.icon(page.icon, left, HEAD + _ICON / 2, _ICON, "green")
        area = ink.rect(left + _ICON + 4, HEAD, room - _ICON - 4, _ICON)
        ink.words(page.state, area, TITLE + 1.4, floor=LABEL, weight=BLACK, lines=1)
        under = ink.rect(left, HEAD + _ICON + 2.6, room, TEXT * SPACING * 3)
        ink.words(page.note, under, TEXT, floor=TEXT, colour="ink2", lines=3, middle=0)

    def _areas(self, ink: Ink, page: PaperView) -> list[QRectF]:
        high = self.foot - HEAD - 2
        wide = high / _A4
        return [
            ink.rect(PAD + index * (wide + _BETWEEN), HEAD, wide, high)
            for index in range(min(page.pages, _SHOWN))
        ]

    def _picture(self, page: PaperView, index: int, area: QRectF) -> QPixmap | None:
        size = QSize(round(area.width()), round(area.height()))
        if page.pdf != self._pdf or size != self._side:
            self._pdf, self._side = page.pdf, size
            self._pictures = pages_of(page.pdf, size, _SHOWN) if page.pdf else ()
        return self._pictures[index] if index < len(self._pictures) else None

    @property
    def _right(self) -> float:
        wide = (self.foot - HEAD - 2) / _A4
        return PAD + _SHOWN * wide + _BETWEEN + APART


class ByHandScreen(PageScreen[ByHandView]):
    """What to write where no paper comes out: the code as large as it can be copied."""

    def keys_of(self, page: ByHandView) -> Sequence[KeyView]:
        """Return the one key."""
        return (page.done,)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make it."""
        return WiredKey(self.theme, view, self.pressed, self, em=TITLE, inside=2.0)

    def words(self, page: ByHandView) -> tuple[str, ...]:
        """Return code and lines."""
        return tuple(text for text in (page.code, page.code_note, *page.lines) if text)

    def lay(self, page: ByHandView) -> None:
        """Lay the key where those beside a page lie."""
        self.lay_beside((page.done,))

    def draw(self, ink: Ink, page: ByHandView) -> None:
        """Draw the code, then line for line."""
        y, room = HEAD, self.main_room
        if page.code:
            ink.line(" ".join(page.code), PAD, y + 13, 24.0, weight=BLACK, room=room)
            y += 28
        area = ink.rect(PAD, y, room, TEXT * SPACING * 2)
        y += ink.words(page.code_note, area, TEXT, floor=TEXT, colour="ink2", middle=0) + 5
        for line in page.lines:
            ink.icon("x-square", PAD, y + LABEL / 2, LABEL)
            ink.line(line, PAD + LABEL + 4, y + LABEL / 2, LABEL, room=room - LABEL - 4)
            y += LABEL * 1.5
