"""What the desk shows before it knows the hall: a cover, and what to do meanwhile."""

from __future__ import annotations

from datetime import datetime

from guide_desk.areas.base import Area
from guide_desk.desk import Desk
from guide_desk.in_hand import SLOW_S
from guide_desk.shell_views import Head, Page
from guide_desk.views import WordsView


class StartingArea(Area):
    """Covers the desk until the first picture of the hall is here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._begun_s: float | None = None

    def covers(self) -> bool:
        """Tell whether nothing is known of the hall yet."""
        return self.desk.board is None

    def page(self, utc: datetime) -> Page:
        """Return a sentence; where it takes long, it leads to paper numbers."""
        del utc
        desk, words = self.desk, self.desk.words
        slow = desk.lost or desk.now_s - (self._begun_s or 0.0) >= SLOW_S
        return WordsView(
            head=Head(""),
            icon="plugs",
            title=words.get("lost_title" if desk.lost else "starting_title"),
            note=words.get("lost_note" if slow else "starting_note"),
        )

    def tick(self, now_s: float) -> None:
        """Remember when the desk began."""
        if self._begun_s is None:
            self._begun_s = now_s
