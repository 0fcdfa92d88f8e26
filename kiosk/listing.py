"""What a matter asks for, on paper: it comes out of the printer of the numbers and is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devices.ports import PrintOutcome
from forms.slip_list import ListedPaper, SlipList
from forms.slip_ticket import windows_of
from hall.kernel.facts import HallFacts, MatterFact
from kiosk.bringing import looked_up, paper_note, printed_here, to_bring
from kiosk.wishes import PrintList
from ui_kit.strings import Strings

if TYPE_CHECKING:
    from kiosk.presenter import Presenter


class Listing:
    """Prints lists for one presenter."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter
        self._out: set[str] = set()
        """Names of the lists whose printer has not said how they came out."""
        self._awaited = ""
        """The one somebody stands there for."""

    def forget(self) -> None:
        """Whoever asked has gone; the paper may still come."""
        self._awaited = ""

    def ask(self) -> bool:
        """Print the list of the chosen matter; tells whether there is one."""
        on, matter = self._on, self._on.session.matter
        if matter is None:
            return False
        self._awaited = on.setup.new_id()
        self._out.add(self._awaited)
        papers = list_of(matter, on.facts, on.tongue.words)
        on.wish(PrintList(self._awaited, papers, on.tongue.slip_words))
        return True

    def printed(self, name: str, outcome: PrintOutcome) -> bool:
        """Take how a paper came out; tells whether it was a list."""
        if name not in self._out:
            return False
        self._out.discard(name)
        if name == self._awaited:
            self._awaited = ""
            self._on.move("printed" if outcome.outcome == "printed" else "not_printed")
        return True


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
