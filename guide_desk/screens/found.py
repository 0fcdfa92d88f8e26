"""What a search found, as cards that open.

objectNames: `found_<number>`, `back`, `find_previous`, `find_next`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.finding.views import FoundCard, FoundView
from guide_desk.screens.measure import APART, HEAD, LABEL, PAD, STRONG, TEXT, TURN, across
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.turn_key import TurnKey
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_COLUMNS = 2
_INSIDE, _NUMBER, _NUMBER_CAP = 4.5, 46.0, 8.5
_LINES = (8.2, 18.9, 28.2)
"""Middles of the three lines of a card."""
_ICON, _ICONS = 7.6, 3


class FoundKey(WiredKey):
    """One number; a touch opens it."""

    def __init__(self, theme: Theme, card: FoundCard, pressed: Pressed, parent: QWidget) -> None:
        self._card = card
        super().__init__(theme, card.key, pressed, parent)

    def show_card(self, card: FoundCard) -> None:
        """Show it as it stands now."""
        if card != self._card:
            self._card = card
            self.show_view(card.key)
            self.setAccessibleName(" ".join(self.texts()))
            self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return number, state, matter and whose it is."""
        card = self._card
        words = (card.number.label, card.state, card.matter, card.second)
        return tuple(text for text in words if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw number, signs and state over the matter and whose it is."""
        del look  # the number has colours of its own
        painter.translate(face.topLeft())
        card, ink, mm = self._card, Ink(painter, self.theme), self.theme.panel.mm
        right, (top, middle, foot) = mm(face.width()) - _INSIDE, _LINES
        number = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, align=Align.LEFT)
        area = ink.rect(_INSIDE, top - 5, _NUMBER, 10)
        draw_ticket(painter, self.theme, area, card.number.seal, card.number.digits, number)
        ink.line(card.state, right, top, TEXT, weight=MEDIUM, colour="ink2", align=Align.RIGHT)
        for index, icon in enumerate(card.icons[:_ICONS]):
            ink.icon(icon, right - (index + 1) * (_ICON + 1.6), foot, _ICON)
        ink.line(card.matter, _INSIDE, middle, STRONG, room=right - _INSIDE)
        ink.line(card.second, _INSIDE, foot, TEXT, weight=MEDIUM, colour="ink2")


class FoundScreen(PageScreen[FoundView]):
    """Cards in two columns; the way back and what turns them beside."""

    def keys_of(self, page: FoundView) -> Sequence[KeyView]:
        """Return cards and the keys beside them."""
        return (*(card.key for card in page.cards), *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        if view.action == "find_open" and self.shown is not None:
            card = next(one for one in self.shown.cards if one.key == view)
            return FoundKey(self.theme, card, self.pressed, self)
        return TurnKey(self.theme, view, self.pressed, self)

    def fill(self, page: FoundView) -> None:
        """Show what the cards say."""
        for card in page.cards:
            key = self.key(card.key.name)
            if isinstance(key, FoundKey):
                key.show_card(card)

    def words(self, page: FoundView) -> tuple[str, ...]:
        """Return the sentence of a list with nobody in it."""
        return (page.nobody,)

    def lay(self, page: FoundView) -> None:
        """Lay the cards row after row."""
        rows = self.rows()
        columns = across(PAD, self.room - TURN - APART, _COLUMNS)
        for index, card in enumerate(page.cards):
            row, column = divmod(index, _COLUMNS)
            (y, high), (x, wide) = rows[row], columns[column]
            place(self.key(card.key.name), x, y, wide, high)
        for view, (y, high) in zip(page.beside, rows, strict=False):
            place(self.key(view.name), self.wide - PAD - TURN, y, TURN, high)

    def draw(self, ink: Ink, page: FoundView) -> None:
        """Draw the sentence of a list with nobody in it."""
        if page.nobody:
            ink.icon("magnifying-glass", PAD, HEAD + 14, 12, "green")
            ink.second(page.nobody, PAD + 16, HEAD + 14, LABEL)
