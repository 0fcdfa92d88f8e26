"""The papers of the register on their way to the printer. Pure."""

from __future__ import annotations

from collections.abc import Callable

from devices.papers import Paper
from forms.papers.loading import FormBook, FormFault
from guide_desk.cases.paper_hand import PaperHand
from guide_desk.desk import Desk
from guide_desk.not_done.papers import LIST, RECORD, list_paper, record_paper
from guide_desk.not_done.place import Pile
from hall.care.not_done.messages import NotDoneListed, NotDoneView


class Filing:
    """One paper at a time lies in the hand; only the one somebody signs goes on record."""

    def __init__(self, desk: Desk, pile: Pile, hand: PaperHand) -> None:
        self._desk, self._pile, self._hand = desk, pile, hand

    def record(self, entry: NotDoneView) -> None:
        """Make the paper of one entry."""
        words, facts = self._desk.words, self._desk.hall.facts
        self._take(RECORD, entry.id, lambda book: record_paper(book, words, facts, entry))

    def listed(self, listed: NotDoneListed, today: str) -> None:
        """Make the list of a month; `today` is an ISO date."""
        words, facts = self._desk.words, self._desk.hall.facts
        of_id = f"{LIST}-{listed.month}"
        self._take(LIST, of_id, lambda book: list_paper(book, words, facts, listed, today))

    def put_away(self) -> None:
        """Take the paper off the page."""
        self._hand.put_away()
        self._pile.back()

    def _take(self, name: str, of_id: str, make: Callable[[FormBook], Paper]) -> None:
        book = self._desk.setup.forms
        try:
            paper = make(book) if book is not None else None
        except FormFault:
            paper = None
        if paper is None:
            self._desk.say("paper_no_form")
            return
        self._hand.take(name, of_id, paper, on_record=name == RECORD)
        self._pile.go("paper")
