"""The papers of the case that lies open: which there are, and the one in the hand. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from forms.papers.loading import FormFault
from forms.papers.matters import NOBODY
from forms.papers.values import Person
from guide_desk.cases.choosing import back_key
from guide_desk.cases.paper_hand import PaperHand, paper_view
from guide_desk.cases.paper_of_case import (
    NAMING,
    OF_CASE,
    CasePaper,
    PaperDesk,
    paper_of,
    papers_of,
)
from guide_desk.cases.signs import still_missing
from guide_desk.cases.views import ByHandView, PaperView
from guide_desk.desk import Desk
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.kernel.facts import MatterFact
from hall.visits.views import CaseView
from ui_kit.paper_signs import item_word
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

PAPERS_A_LEAF, COLUMNS = 9, 3
LINES_BY_HAND = 6

_OWED = ("true_intention", "promise", "deferral", "complete")
"""Papers a case is not done here without."""

_ICONS = {
    "one_time_notice": "file-text",
    "complete": "checks",
    "deferral": "calendar-check",
    "promise": "signature",
    "receipt": "receipt",
    "acceptance": "stamp",
    "true_intention": "user-sound",
    "bring_list": "list-numbers",
    "guide": "book",
    "blank_form": "clipboard",
    "filled_sample": "clipboard-text",
}


class PaperShelf:
    """Makes the papers of a case. `hand` holds the one that is looked at or printed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.hand = PaperHand(desk)
        self.filling = self._filled = False

    def is_out(self, case: CaseView, name: str) -> bool:
        """Tell whether a paper was printed and still says what is true: the hall knows, or soon."""
        return name in case.papers or (case.id, name) in self.hand.came_out

    def board_changed(self, cases: Iterable[CaseView]) -> None:
        """From now on the hall says what was printed."""
        known = {(case.id, name) for case in cases for name in case.papers}
        self.hand.came_out -= known

    def forget_printed(self, case_id: str) -> None:
        """What was printed of a case is not all of it any more; the hall tells what still is."""
        self.hand.came_out = {one for one in self.hand.came_out if one[0] != case_id}

    def open(self, name: str, case: CaseView, local: datetime, person: Person = NOBODY) -> bool:
        """Take a paper into the hand; tells whether there is one."""
        desk = self._desk
        matter, book = self._matter(case), desk.setup.forms
        if matter is None or book is None or name not in papers_of(case, matter):
            return False
        made_with = PaperDesk(book, desk.words, desk.hall.facts, self.adviser(), local)
        try:
            of = CasePaper(made_with, case, matter, person)
            paper = paper_of(of, name)
        except FormFault:
            desk.say("paper_no_form")
            return False
        self.hand.take(name, case.id, paper, on_record=name in OF_CASE)
        self.filling, self._filled = False, person is not NOBODY
        return True

    def want_card(self) -> None:
        """The elder wants a paper filled in from the card: the next one that is laid down is it."""
        self.filling = self.may_fill

    @property
    def may_fill(self) -> bool:
        """Whether the paper in the hand names somebody, and a card could say whom."""
        held, reader = self.hand.held, self._desk.setup.reader_id
        ready = held is not None and held.state == "ready" and held.name in NAMING
        return ready and bool(reader) and not self._filled

    def owed(self, case: CaseView, asked: bool | None) -> tuple[tuple[str, str], ...]:
        """Return the papers of a case that were not printed yet, by name and title.

        `asked` is what the elder said alone; of what they do not want only the record is left, as
        of what they go home for with a notice.
        """
        matter, book = self._matter(case), self._desk.setup.forms
        if matter is None or book is None:
            return ()
        goes_on = asked is not False and not still_missing(case)
        wanted = _OWED if goes_on else _OWED[:1]
        there = papers_of(case, matter)
        return tuple(
            (name, book.form(name).title)
            for name in wanted
            if name in there
            and not self.is_out(case, name)
            and (asked is not None or name != "true_intention")
        )

    def adviser(self) -> str:
        """Return who gives out a paper: the desk, and who is signed in at it."""
        desk = self._desk
        facts, session = desk.hall.facts, desk.hall.sessions.get(desk.setup.station_id)
        member = facts.member(session.staff_number) if session else None
        if member is None:
            return facts.guide_desk
        return desk.words.get(
            "adviser", desk=facts.guide_desk, name=member.name, number=member.number
        )

    def list_page(self, case: CaseView, leaf_number: int) -> GridView:
        """Return the papers there are by now."""
        desk, words = self._desk, self._desk.words
        matter, book = self._matter(case), desk.setup.forms
        names = papers_of(case, matter) if matter is not None and book is not None else ()
        leaf = leaf_of(names, leaf_number, PAPERS_A_LEAF)
        cells = tuple(
            KeyView(
                f"paper_{name}", "paper_open", book.form(name).title if book else "", name,
                icon=_ICONS[name],
            )
            for name in leaf.items
        )  # fmt: skip
        hint = leaf_words(words, leaf) if names else words.get("papers_none")
        beside = (back_key(words), *turn_keys(words, "case", leaf))
        return GridView(Head(words.get("papers_title"), hint), cells, beside, columns=COLUMNS)

    def page(self, case: CaseView | None) -> PaperView | None:
        """Return the paper in the hand, None when there is none."""
        held = self.hand.held
        if held is None:
            return None
        setup = self._desk.setup
        return paper_view(
            setup.words, held, kept=not self.hand.record.holds(held.job_id),
            printer=bool(setup.papers_id), code=case.code or "" if case else "",
            fill="waits" if self.filling else "can" if self.may_fill else "",
        )  # fmt: skip

    def by_hand_page(self, case: CaseView) -> ByHandView:
        """Return what to write where no paper comes out."""
        held = self.hand.held
        return by_hand_view(self._desk.words, held.paper.title if held else "", case)

    def _matter(self, case: CaseView) -> MatterFact | None:
        return self._desk.hall.facts.matter(case.matter_id)


def by_hand_view(words: Strings, title: str, case: CaseView) -> ByHandView:
    """Return the code of a case and what it misses, to be written on any paper."""
    missing = still_missing(case)
    lines = tuple(
        words.get("by_hand_line", plain=one.plain, word=item_word(words, one))
        for one in missing[:LINES_BY_HAND]
    )
    return ByHandView(
        head=Head(words.get("by_hand_title", title=title)),
        code=case.code or "",
        code_note=words.get("by_hand_code") if case.code else words.get("by_hand_blank"),
        lines=lines,
        done=KeyView("paper_done", "paper_done", words.get("key_by_hand_done"), icon="check",
                     mode="next"),
    )  # fmt: skip
