"""The hall's books: every area that has no key on the rail has a large one here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from guide_desk.areas.base import Area, AreaRow, Told
from guide_desk.desk import Desk
from guide_desk.leaves import Turned, leaf_of, leaf_words, turn_keys
from guide_desk.rail import area_key
from guide_desk.shell_views import Head, Page, RailKeyView, RailTone
from hall.kernel.facts import HallFacts
from hall.visits.workdays import unknown_year
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

ID = "books"
BOOKS_ON_A_PAGE = 12
"""So many fit where nothing has to be turned."""
_ON_A_LEAF = 9
_TONES: tuple[RailTone, ...] = ("quiet", "call", "unwell")
"""The strongest is the last."""


@dataclass(frozen=True)
class BooksView:
    """The books as keys, in columns, and keys beside them that turn the leaves."""

    head: Head
    books: tuple[RailKeyView, ...]
    beside: tuple[KeyView, ...]


def calendar_words(words: Strings, facts: HallFacts, today: date) -> str:
    """Return that last days are counted without holidays, empty where they are known."""
    year = unknown_year(facts.holidays_known_until, today)
    return "" if year is None else words.get("books_no_holidays", year=year)


class BooksArea(Area):
    """The page of the books, in the order of the table. What a book tells stands on its key."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._leaf = Turned()
        self._shelf: dict[AreaRow, Area] = {}
        self.deeds = {"books_turn": lambda number: self._leaf.to(number, desk.now_s)}

    def joined(self, areas: Mapping[AreaRow, Area]) -> None:
        """Take the areas that stand on the shelf."""
        self._shelf = {row: area for row, area in areas.items() if row.shelf}

    def page(self, utc: datetime) -> Page:
        """Return the books."""
        words, facts = self.desk.words, self.desk.hall.facts
        today = utc.astimezone(ZoneInfo(facts.timezone)).date()
        rows = tuple(self._shelf)
        size = BOOKS_ON_A_PAGE if len(rows) <= BOOKS_ON_A_PAGE else _ON_A_LEAF
        leaf = leaf_of(rows, self._leaf.number, size)
        return BooksView(
            head=Head(
                words.get("books_title"),
                calendar_words(words, facts, today),
                leaf_words(words, leaf),
            ),
            books=tuple(area_key(words, row, self._shelf[row].told(utc)) for row in leaf.items),
            beside=turn_keys(words, ID, leaf),
        )

    def told(self, utc: datetime) -> Told:
        """Tell the sum of all books, and what the most urgent one says."""
        told = [area.told(utc) for area in self._shelf.values()]
        loudest = max(told, key=lambda one: _TONES.index(one.tone), default=Told())
        return Told(sum(one.count for one in told), loudest.tone, loudest.words)

    def tick(self, now_s: float) -> None:
        """Turn the leaves back after a while."""
        self._leaf.tick(now_s)
