"""The books of the hall as large keys, each with what it tells.

objectNames: `area_<id>` of areas on the shelf, `books_previous`, `books_next`.
"""

from __future__ import annotations

from collections.abc import Sequence

from guide_desk.areas.books import BooksView
from guide_desk.screens.measure import LABEL, PAD, TITLE, across
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.rail import RailKey
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.widget import place
from ui_kit.wired_key import WiredKey

_ROWS, _COLUMNS = 3, 3
_ICON = 14.0


class BooksScreen(PageScreen[BooksView]):
    """Three columns; four where there are more than nine. The keys keep their places."""

    def keys_of(self, page: BooksView) -> Sequence[KeyView]:
        """Return books, and what turns their leaves."""
        return (*(book.key for book in page.books), *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        for book in self.shown.books if self.shown is not None else ():
            if book.key == view:
                return RailKey(self.theme, book, self.pressed, self, em=TITLE, icon=_ICON)
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=2.0, style=KeyStyle.SMALL
        )

    def fill(self, page: BooksView) -> None:
        """Show what the books tell."""
        for book in page.books:
            key = self.key(book.key.name)
            if isinstance(key, RailKey):
                key.show_rail(book)

    def lay(self, page: BooksView) -> None:
        """Lay the books row after row."""
        columns = _COLUMNS if len(page.books) <= _ROWS * _COLUMNS else _COLUMNS + 1
        room = self.main_room if page.beside else self.room
        rows, places = self.rows(_ROWS), across(PAD, room, columns)
        for index, book in enumerate(page.books):
            row, column = divmod(index, columns)
            (y, high), (x, wide) = rows[row], places[column]
            place(self.key(book.key.name), x, y, wide, high)
        self.lay_beside(page.beside)
