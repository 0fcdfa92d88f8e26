"""The guide of a matter that somebody at a kiosk is brought: printed with the touch that goes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from devices.ports import PrintOutcome
from forms.papers.compose import compose
from forms.papers.loading import FormFault
from forms.papers.matters import guide_of, head_of
from guide_desk.cases.signs import whole_day_words
from guide_desk.desk import Desk
from guide_desk.wishes import PrintPaper
from hall.help.messages import HelpView

FORM = "guide"


class ErrandPapers:
    """Nothing of a person stands on these papers: none is kept, none is looked at first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._out: set[str] = set()
        """Jobs whose printer has not said how they came out."""

    def print(self, seen: HelpView, utc: datetime) -> None:
        """Print what is to be brought, where this desk can."""
        desk, facts = self._desk, self._desk.hall.facts
        matter, book = facts.matter(seen.matter_id or ""), desk.setup.forms
        if matter is None or book is None or not desk.setup.papers_id:
            return
        day = utc.astimezone(ZoneInfo(facts.timezone)).date().isoformat()
        head = head_of(facts, whole_day_words(desk.words, day))
        try:
            paper = compose(book, FORM, guide_of(matter, book.common().matter, head))
        except FormFault:
            desk.say("paper_no_form")
            return
        job_id = desk.setup.new_id()
        self._out.add(job_id)
        desk.wish(PrintPaper(job_id, paper))
        desk.say("errand_printing")

    def printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how it came out; one that did not must not be looked for on the printer."""
        if job_id in self._out:
            self._out.discard(job_id)
            if outcome.outcome != "printed":
                self._desk.say("errand_not_out")
