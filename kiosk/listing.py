"""What a matter asks for, on paper to take home: a list, or the guide of the matter in A4.

A list comes out of the printer for A4 where there is one, else out of that of the numbers, and is
none. A guide that does not come out here is brought by a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from devices.ports import PrintOutcome
from forms.slip_list import ListedPaper, SlipList
from forms.slip_ticket import windows_of
from hall.kernel.facts import HallFacts, MatterFact
from kiosk.bringing import looked_up, paper_note, printed_here, to_bring
from kiosk.papers import BRING_LIST, GUIDE, paper_of
from kiosk.session import HelpReason, Sheet
from kiosk.wishes import PrintList, PrintPaper
from ui_kit.strings import Strings

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

_AWAY = ("offline", "fault")


class Listing:
    """Prints what is taken home for one presenter. `call` calls a person."""

    def __init__(self, presenter: Presenter, call: Callable[[HelpReason], None]) -> None:
        self._on = presenter
        self._call = call
        self._out: set[str] = set()
        """Names of the lists whose printer has not said how they came out."""
        self._awaited = ""
        """The one somebody stands there for."""
        self._in_a4 = False
        self._status = "unknown"

    @property
    def offers_guides(self) -> bool:
        """Whether the guides, which are in the hall's own language, can be read in this visit."""
        return self._on.tongue.base == self._on.setup.tongues[0].base

    @property
    def waits_s(self) -> float:
        """How long a paper may take to come out."""
        times = self._on.setup.times
        return times.paper_s if self._in_a4 else times.print_s

    def device_status(self, device_id: str, word: str) -> None:
        """Take how the printer for A4 is."""
        if device_id == self._on.setup.papers_id:
            self._status = word

    def forget(self) -> None:
        """Whoever asked has gone; the paper may still come."""
        self._awaited = ""

    def ask(self) -> bool:
        """Print the list of the chosen matter; tells whether there is one."""
        matter = self._on.session.matter
        if matter is None:
            return False
        self._wanted("list")
        if not self._print_in_a4(BRING_LIST, matter):
            self._print_list(matter)
        return True

    def ask_guide(self) -> bool:
        """Print the guide of the chosen matter; where it cannot be, a person brings it."""
        matter = self._on.session.matter
        if matter is None:
            return False
        self._wanted("guide")
        if self._print_in_a4(GUIDE, matter):
            return True
        self._bring()
        return False

    def printed(self, name: str, outcome: PrintOutcome) -> bool:
        """Take how a paper came out; tells whether it was a list."""
        if name not in self._out:
            return False
        self._out.discard(name)
        if name == self._awaited:
            self._awaited = ""
            self._on.move("printed" if outcome.outcome == "printed" else "not_printed")
        return True

    def paper_printed(self, name: str, outcome: PrintOutcome) -> None:
        """Take how a paper in A4 came out."""
        if name != self._awaited:
            return
        if outcome.outcome == "printed":
            self._awaited = ""
            self._on.move("printed")
        else:
            self._other_way()

    def give_up(self) -> None:
        """It takes too long: nobody is kept waiting for a printer."""
        if self._in_a4:
            self._other_way()
        else:
            self._on.move("not_printed")

    def _other_way(self) -> None:
        """Without A4 a list comes out of the other printer; a guide is brought."""
        on = self._on
        if on.session.paper == "list" and on.session.matter is not None:
            on.entered_s = on.now_s
            self._print_list(on.session.matter)
        else:
            self._bring()

    def _bring(self) -> None:
        self._awaited = ""
        self._call("paper")
        self._on.move("brought")

    def _wanted(self, sheet: Sheet) -> None:
        self._on.session = replace(self._on.session, paper=sheet)

    def _print_in_a4(self, form: str, matter: MatterFact) -> bool:
        on = self._on
        if not on.setup.papers_id or self._status in _AWAY or not self.offers_guides:
            return False
        paper = paper_of(on.setup.forms, form, matter, on.facts, on.local, on.tongue.words)
        if paper is None:
            return False
        self._in_a4, self._awaited = True, on.setup.new_id()
        on.wish(PrintPaper(self._awaited, paper))
        return True

    def _print_list(self, matter: MatterFact) -> None:
        on = self._on
        self._in_a4, self._awaited = False, on.setup.new_id()
        self._out.add(self._awaited)
        papers = list_of(matter, on.facts, on.tongue.words)
        on.wish(PrintList(self._awaited, papers, on.tongue.slip_words))


def list_of(matter: MatterFact, facts: HallFacts, words: Strings) -> SlipList:
    """Return what the paper says of a matter, in the words of the kiosk."""
    mark = words.get("form_mark")
    return SlipList(
        zone=facts.zone_name,
        matter_plain_name="\n".join(matter.plain_lines or (matter.plain_name,)),
        papers=tuple(
            ListedPaper(paper.plain, words.get(paper_note(paper)))
            for paper in to_bring(matter, mark)
        ),
        not_needed=tuple(paper.plain for paper in looked_up(matter, mark)),
        printed_here=printed_here(matter, mark),
        where=windows_of(matter.queue, facts, words) or facts.guide_desk,
        hall=facts.name,
        phone=facts.phone,
    )
