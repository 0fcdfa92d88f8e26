"""Who just arrived at the left, and beside them who has no paper.

objectNames: `arrived_<number>`, `arrivals_previous`, `arrivals_next`,
`reprint_<number>`, `unprinted_previous`, `unprinted_next`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.arrivals import PAPERS_ALONE
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
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_PAPERS = 97.0
_NUMBER, _NUMBER_CAP = 46.0, 8.5
_INSIDE, _ICON, _SIGN = 4.5, 7.8, 8.4
_LINES = (8.2, 18.9, 28.2)
"""Middles of the three lines of somebody who waits."""


class ArrivedKey(WiredKey):
    """Somebody who waits; a touch opens the papers of their visit."""

    def __init__(self, theme: Theme, row: ArrivedRow, pressed: Pressed, parent: QWidget) -> None:
        self._row = row
        super().__init__(theme, row.key, pressed, parent)

    def show_row(self, row: ArrivedRow) -> None:
        """Show somebody, or the same person some minutes later."""
        if row != self._row:
            self._row = row
            self.show_view(row.key)
            self.setAccessibleName(" ".join(self.texts()))
            self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return number, how long, matter, who it is, and what a touch opens."""
        row = self._row
        words = (row.number.label, row.minutes, row.matter, row.second, row.key.label)
        return tuple(text for text in words if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw number, needs and time over the matter, then who it is and what a touch opens."""
        painter.translate(face.topLeft())
        row, ink, mm = self._row, Ink(painter, self.theme), self.theme.panel.mm
        right, (top, middle, foot) = mm(face.width()) - _INSIDE, _LINES
        number = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, align=Align.LEFT)
        area = ink.rect(_INSIDE, top - 5, _NUMBER, 10)
        draw_ticket(painter, self.theme, area, row.number.seal, row.number.digits, number)
        for index, icon in enumerate(row.icons):
            ink.icon(icon, _INSIDE + _NUMBER + index * (_ICON + 1.2), top, _ICON)
        ink.line(row.minutes, right, top, TEXT, colour="ink2", weight=MEDIUM, align=Align.RIGHT)
        ink.line(row.matter, _INSIDE, middle, STRONG, room=right - _INSIDE)
        taken = ink.line(row.key.label, right, foot, TEXT, colour=look.text, align=Align.RIGHT)
        taken += _SIGN + 1.6
        ink.icon(row.key.icon, right - taken, foot, _SIGN, colour=look.icon)
        room = right - taken - 4 - _INSIDE
        ink.line(row.second, _INSIDE, foot, TEXT, colour="ink2", weight=MEDIUM, room=room)


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
    """Who waits as keys, the keys that turn them, and the numbers that can be printed here."""

    def keys_of(self, page: ArrivalsView) -> Sequence[KeyView]:
        """Return who waits, the keys that turn, and those that print."""
        people = (row.key for row in page.rows)
        papers = (paper.key for paper in page.unprinted)
        return (*people, *page.turn, *papers, *page.unprinted_turn)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        if view.action == "case_ticket" and self.shown is not None:
            row = next(one for one in self.shown.rows if one.key == view)
            return ArrivedKey(self.theme, row, self.pressed, self)
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
        for row in page.rows:
            arrived = self.key(row.key.name)
            if isinstance(arrived, ArrivedKey):
                arrived.show_row(row)
        for paper in page.unprinted:
            key = self.key(paper.key.name)
            if isinstance(key, PaperKey):
                key.show_paper(paper)

    def words(self, page: ArrivalsView) -> tuple[str, ...]:
        """Return the sentence of a quiet hall."""
        return (page.nobody,)

    def lay(self, page: ArrivalsView) -> None:
        """Lay who waits at the left, what turns them beside, what prints at the right.

        Where nothing is to be printed, two columns have the room.
        """
        right = self._papers_left - APART if page.unprinted else self.wide - PAD
        room = right - PAD - (TURN + GAP if page.turn else 0.0)
        whole = self.rows()
        columns = across(PAD, room, 1 if page.unprinted else 2)
        for index, row in enumerate(page.rows):
            line, column = divmod(index, len(columns))
            (x, wide), (y, tall) = columns[column], whole[line]
            self.lay_key(row.key, x, y, wide, tall)
        for view, (y, tall) in zip(page.turn, whole, strict=False):
            place(self.key(view.name), PAD + room + GAP, y, TURN, tall)
        for paper, (y, tall) in zip(page.unprinted, self.rows(PAPERS_ALONE), strict=False):
            place(self.key(paper.key.name), self._papers_left, y, _PAPERS, tall)
        pair = across(self._papers_left, _PAPERS, 2)
        for view, (x, each) in zip(page.unprinted_turn, pair, strict=False):
            place(self.key(view.name), x, whole[-1][0], each, whole[-1][1])

    def draw(self, ink: Ink, page: ArrivalsView) -> None:
        """Draw the sentence of a quiet hall."""
        if page.nobody:
            ink.icon("check-circle", PAD, HEAD + 14, 12, "green")
            ink.second(page.nobody, PAD + 16, HEAD + 14, LABEL)

    @property
    def _papers_left(self) -> float:
        return self.wide - PAD - _PAPERS
