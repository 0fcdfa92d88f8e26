"""Who just arrived at the left, and beside them who has no paper.

objectNames: `arrived_<number>` (read only), `arrivals_previous`, `arrivals_next`,
`reprint_<number>`, `unprinted_previous`, `unprinted_next`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.arrivals import PAPERS_ALONE, ROWS
from guide_desk.screens.measure import (
    APART,
    GAP,
    HEAD,
    LABEL,
    PAD,
    STRONG,
    TEXT,
    TURN,
    across,
)
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.turn_key import TurnKey
from guide_desk.views import ArrivalsView, ArrivedRow, UnprintedView
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, TicketScheme, draw_ticket
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

_PAPERS = 97.0
_NUMBER, _NUMBER_CAP, _NUMBER_MIDDLE = 45.0, 8.5, 7.4
_TIME = 30.0
_INSIDE = 4.5


class Arrived(KitWidget):
    """Somebody who waits; flat, because there is nothing to press."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._view: ArrivedRow | None = None

    def show_view(self, view: ArrivedRow) -> None:
        """Show somebody."""
        if view == self._view:
            return
        self._view = view
        self.setObjectName(view.name)
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return number, how long, matter and who it is."""
        view = self._view
        if view is None:
            return ()
        words = (view.number.label, view.minutes, view.matter, view.second)
        return tuple(text for text in words if text)

    def paint(self, painter: QPainter) -> None:
        """Draw number and needs at the left, matter, person and time beside them, a rule below."""
        view, ink, mm = self._view, Ink(painter, self.theme), self.theme.panel.mm
        if view is None:
            return
        wide, high = mm(self.width()), mm(self.height())
        ink.block(ink.rect(0, high - 0.6, wide, 0.5), "rule")
        look = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, align=Align.LEFT)
        area = ink.rect(0, _NUMBER_MIDDLE - 5, _NUMBER - 4, 10)
        draw_ticket(painter, self.theme, area, view.number.seal, view.number.digits, look)
        for index, icon in enumerate(view.icons):
            ink.icon(icon, 8.6 * index, 19.2, 7.8)
        words = ink.rect(_NUMBER, 2.6, wide - _NUMBER, high - 4)
        taken = ink.words(view.matter, words, STRONG, floor=TEXT, middle=0)
        top = 2.6 + taken + 2.4
        under = ink.rect(_NUMBER, top, wide - _NUMBER - _TIME, high - top)
        ink.words(view.second, under, TEXT, floor=TEXT, colour="ink2", weight=MEDIUM, middle=0)
        middle = top + TEXT / 2
        ink.line(view.minutes, wide, middle, TEXT, colour="ink2", weight=MEDIUM, align=Align.RIGHT)


class PaperKey(WiredKey):
    """A number without paper; a touch prints it here."""

    def __init__(
        self, theme: Theme, view: UnprintedView, pressed: Pressed, parent: QWidget
    ) -> None:
        self._paper = view
        super().__init__(theme, view.key, pressed, parent, em=LABEL, style=KeyStyle.SMALL)

    def show_paper(self, view: UnprintedView) -> None:
        """Show another number."""
        if view != self._paper:
            self._paper = view
            self.show_view(view.key)
            self.setAccessibleName(" ".join(self.texts()))
            self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return number, what to do and the matter."""
        view = self._paper
        return (view.number.label, view.key.label, view.second)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the number, the matter under it, and what a touch does."""
        del look  # words and seal have colours of their own
        painter.translate(face.topLeft())
        view, ink, mm = self._paper, Ink(painter, self.theme), self.theme.panel.mm
        wide, high = mm(face.width()), mm(face.height())
        scheme = TicketScheme.DARK_ON_LIGHT if self.isEnabled() else TicketScheme.SECOND
        number = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, scheme, Align.LEFT)
        middle = 8.6
        area = ink.rect(_INSIDE, middle - 5, _NUMBER, 10)
        draw_ticket(painter, self.theme, area, view.number.seal, view.number.digits, number)
        taken = ink.line(view.key.label, wide - _INSIDE, middle, LABEL, align=Align.RIGHT)
        ink.icon(view.key.icon, wide - _INSIDE - taken - 10.5, middle, 9.0)
        under = ink.rect(_INSIDE, 15.6, wide - 2 * _INSIDE, high - 16.6)
        ink.words(view.second, under, TEXT, floor=TEXT, colour="ink2", weight=MEDIUM)


class ArrivalsScreen(PageScreen[ArrivalsView]):
    """Flat rows, the keys that turn them, and the numbers that can be printed here."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, pressed, parent)
        self._rows = [Arrived(theme, self) for _ in range(ROWS)]
        for row in self._rows:
            row.hide()

    def keys_of(self, page: ArrivalsView) -> Sequence[KeyView]:
        """Return the keys that turn, and those that print."""
        return (*page.turn, *(paper.key for paper in page.unprinted), *page.unprinted_turn)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        if view.action == "reprint" and self.shown is not None:
            paper = next(one for one in self.shown.unprinted if one.key == view)
            return PaperKey(self.theme, paper, self.pressed, self)
        if view.action == "unprinted_turn":
            style = KeyStyle.SMALL
            return WiredKey(
                self.theme, view, self.pressed, self, em=STRONG, inside=1.5, style=style
            )
        return TurnKey(self.theme, view, self.pressed, self)

    def fill(self, page: ArrivalsView) -> None:
        """Show who waits, and whose numbers have no paper."""
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(page.rows))
            if index < len(page.rows):
                row.show_view(page.rows[index])
        for paper in page.unprinted:
            key = self.key(paper.key.name)
            if isinstance(key, PaperKey):
                key.show_paper(paper)

    def words(self, page: ArrivalsView) -> tuple[str, ...]:
        """Return the sentences of a quiet hall."""
        return (page.nobody, page.all_printed)

    def lay(self, page: ArrivalsView) -> None:
        """Lay the rows at the left, what turns them beside, what prints at the right."""
        high = (self.foot - HEAD) / ROWS
        wide = self._papers_left - APART - PAD - (TURN + GAP if page.turn else 0.0)
        for index, row in enumerate(self._rows):
            place(row, PAD, HEAD + index * high, wide, high)
        whole = self.rows()
        for view, (y, tall) in zip(page.turn, whole, strict=False):
            place(self.key(view.name), PAD + wide + GAP, y, TURN, tall)
        for paper, (y, tall) in zip(page.unprinted, self.rows(PAPERS_ALONE), strict=False):
            place(self.key(paper.key.name), self._papers_left, y, _PAPERS, tall)
        columns = across(self._papers_left, _PAPERS, 2)
        for view, (x, each) in zip(page.unprinted_turn, columns, strict=False):
            place(self.key(view.name), x, whole[-1][0], each, whole[-1][1])

    def draw(self, ink: Ink, page: ArrivalsView) -> None:
        """Draw the sentences of a quiet hall."""
        if page.nobody:
            ink.icon("check-circle", PAD, HEAD + 14, 12, "green")
            ink.second(page.nobody, PAD + 16, HEAD + 14, LABEL)
        if page.all_printed:
            ink.icon("check-circle", self._papers_left, HEAD + 8, 8, "green")
            ink.second(page.all_printed, self._papers_left + 11, HEAD + 8, TEXT)

    @property
    def _papers_left(self) -> float:
        return self.wide - PAD - _PAPERS
