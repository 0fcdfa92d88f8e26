"""Where the guide is in a book: a pile of pages over its list. Pure."""

from __future__ import annotations

from typing import Generic, TypeVar

Name = TypeVar("Name", bound=str)


class Pile(Generic[Name]):
    """The page that is shown lies on top; `entry_id` is the entry the pages are about.

    `first` is the list of the book, `entry` the page of one of its entries.
    """

    def __init__(self, first: Name, entry: Name) -> None:
        self._first, self._entry = first, entry
        self._pile = [first]
        self.entry_id = ""

    @property
    def here(self) -> Name:
        """The page that is shown."""
        return self._pile[-1]

    @property
    def under(self) -> Name:
        """The page it came from; itself where it is the first."""
        return self._pile[-2] if len(self._pile) > 1 else self._pile[-1]

    def go(self, name: Name) -> None:
        """Lay a page on top."""
        self._pile.append(name)

    def back(self) -> bool:
        """Take the page on top away; False when it is the first."""
        if len(self._pile) == 1:
            return False
        self._pile.pop()
        if self.here == self._first:
            self.entry_id = ""
        return True

    def back_to(self, name: Name) -> None:
        """Take pages away until that one is on top, or the first."""
        while self.here != name and self.back():
            pass

    def open(self, entry_id: str) -> None:
        """Show an entry, one step from the list."""
        self._pile, self.entry_id = [self._first, self._entry], entry_id

    def home(self) -> None:
        """Show the list."""
        self._pile, self.entry_id = [self._first], ""
