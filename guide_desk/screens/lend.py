"""The things of the hall as large keys; one that is out stays down.

objectNames: `lend_<item>`, `lend_number`, `lend_previous`, `lend_next`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.lending import LendPage, LoanCard
from guide_desk.screens.measure import HEAD, LABEL, PAD, TEXT, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_COLUMNS = 2
_INSIDE, _ICON = 5.0, 17.0
_LINES = (8.6, 18.4, 27.4)
"""Middles of the three lines of a card."""


class LoanKey(WiredKey):
    """One thing: its sign and name, where it is, since when."""

    def __init__(self, theme: Theme, card: LoanCard, pressed: Pressed, parent: QWidget) -> None:
        self._card = card
        super().__init__(theme, card.key, pressed, parent)

    def show_card(self, card: LoanCard) -> None:
        """Show it as it stands now."""
        if card != self._card:
            self._card = card
            self.show_view(card.key)
            self.setAccessibleName(" ".join(self.texts()))
            self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return name, where it is, since when."""
        card = self._card
        return tuple(text for text in (card.key.label, card.state, card.second) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the sign at the left, the lines beside it."""
        painter.save()  # the tick of a key that is down comes after this
        painter.translate(face.topLeft())
        card, ink, mm = self._card, Ink(painter, self.theme), self.theme.panel.mm
        ink.icon(card.key.icon, _INSIDE, mm(face.height()) / 2, _ICON, look.icon)
        left = _INSIDE + _ICON + 5.5
        room = mm(face.width()) - left - _INSIDE
        name, state, second = _LINES
        down = 0.0 if card.second else (second - state) / 2
        ink.line(
            card.key.label, left, name + down, TITLE, colour=look.text, weight=BLACK, room=room
        )
        ink.line(card.state, left, state + down, TEXT, colour=look.text, weight=MEDIUM, room=room)
        ink.line(card.second, left, second, TEXT, colour=look.second, weight=MEDIUM, room=room)
        painter.restore()


class LendScreen(PageScreen[LendPage]):
    """Cards in two columns; beside them the number a loan is written on, and what turns them."""

    def keys_of(self, page: LendPage) -> Sequence[KeyView]:
        """Return things and the keys beside them."""
        return (*(card.key for card in page.cards), *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        if view.action == "lend_item" and self.shown is not None:
            card = next(one for one in self.shown.cards if one.key == view)
            return LoanKey(self.theme, card, self.pressed, self)
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=2.0, style=KeyStyle.SMALL
        )

    def fill(self, page: LendPage) -> None:
        """Show what the cards say."""
        for card in page.cards:
            key = self.key(card.key.name)
            if isinstance(key, LoanKey):
                key.show_card(card)

    def words(self, page: LendPage) -> tuple[str, ...]:
        """Return the sentence of a hall that lends nothing."""
        return (page.none,)

    def lay(self, page: LendPage) -> None:
        """Lay the cards row after row."""
        rows, columns = self.rows(), across(PAD, self.main_room, _COLUMNS)
        for index, card in enumerate(page.cards):
            row, column = divmod(index, _COLUMNS)
            (y, high), (x, wide) = rows[row], columns[column]
            place(self.key(card.key.name), x, y, wide, high)
        self.lay_beside(page.beside)

    def draw(self, ink: Ink, page: LendPage) -> None:
        """Draw the sentence of a hall that lends nothing."""
        if page.none:
            ink.icon("info", PAD, HEAD + 14, 12, "green")
            ink.second(page.none, PAD + 16, HEAD + 14, LABEL)
