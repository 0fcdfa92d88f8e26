"""The papers of a mandate: which there are, each filled from it, the one in the hand. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from devices.papers import Paper
from forms.papers.agency import (
    for_archive,
    mandate_of,
    names_of,
    receipt_back_of,
    receipt_over_of,
)
from forms.papers.compose import compose
from forms.papers.loading import FormBook, FormFault
from forms.papers.matters import head_of
from forms.papers.values import PaperHead, Person
from guide_desk.agency import saying
from guide_desk.cases.choosing import back_key
from guide_desk.cases.paper_hand import PaperHand, paper_view
from guide_desk.cases.signs import whole_day_words
from guide_desk.cases.views import ByHandView, PaperView
from guide_desk.desk import Desk
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.care.agency.views import MandateView
from ui_kit.staff_views import KeyView

MANDATE, OVER, BACK = "mandate", "custody_over", "custody_back"
_ICONS = {MANDATE: "signature", OVER: "receipt", BACK: "checks"}
_BESIDE = 4
"""So many things stand in a line that is copied by hand."""
_OF_CASES = "paper_"
"""The keys of a paper are those of the area cases; here they have deeds of their own."""


class MandateShelf:
    """Makes the papers of a mandate. `hand` holds the one that is looked at or printed.

    `person` is the elder as a card said, for the paper in the hand; it is put away with it.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.hand = PaperHand(desk)
        self.filling = False

    def open(self, name: str, mandate: MandateView, local: datetime, person: Person) -> bool:
        """Take a paper into the hand; tells whether there is one."""
        desk, book = self._desk, self._desk.setup.forms
        if book is None or name not in papers_of(mandate):
            return False
        try:
            paper, archive = self._composed(book, name, mandate, local, person)
        except FormFault:
            desk.say("paper_no_form")
            return False
        self.hand.take(name, mandate.id, paper, on_record=True, archive=archive)
        self.filling = False
        return True

    @property
    def may_fill(self) -> bool:
        """Whether the paper in the hand names somebody, and a card could say whom."""
        held, reader = self.hand.held, self._desk.setup.reader_id
        return bool(reader) and held is not None and held.state == "ready"

    def list_page(self, mandate: MandateView) -> GridView:
        """Return the papers there are by now."""
        words, book = self._desk.words, self._desk.setup.forms
        cells = tuple(
            KeyView(f"agency_form_{name}", "agency_form", book.form(name).title if book else "",
                    name, icon=_ICONS[name])
            for name in (papers_of(mandate) if book is not None else ())
        )  # fmt: skip
        head = Head(words.get("papers_title"), "" if cells else words.get("papers_none"))
        return GridView(head, cells, (back_key(words),), columns=1)

    def page(self) -> PaperView | None:
        """Return the paper in the hand, None when there is none."""
        held, setup = self.hand.held, self._desk.setup
        if held is None:
            return None
        view = paper_view(
            setup.words, held, kept=not self.hand.record.holds(held.job_id),
            printer=bool(setup.papers_id), code="",
            fill="waits" if self.filling else "can" if self.may_fill else "",
        )  # fmt: skip
        return replace(view, keys=tuple(_here(key) for key in view.keys))

    def by_hand_page(self, mandate: MandateView) -> ByHandView:
        """Return what to write where no paper comes out."""
        words, held, facts = self._desk.words, self.hand.held, self._desk.hall.facts
        things = tuple(saying.thing_words(words, one) for one in mandate.originals)
        rows = [things[first : first + _BESIDE] for first in range(0, len(things), _BESIDE)]
        lines = (
            saying.matter_words(words, facts, mandate),
            words.get("agency_agent", agent=saying.agent_words(words, facts, mandate)),
            *(words.get("list_mark").join(row) for row in rows),
            words.get("agency_by_hand_sign"),
        )
        title = held.paper.title if held else ""
        return ByHandView(
            Head(words.get("by_hand_title", title=title)),
            mandate.number,
            words.get("agency_by_hand_number"),
            lines,
            KeyView("agency_paper_done", "agency_paper_done", words.get("key_by_hand_done"),
                    icon="check", mode="next"),
        )  # fmt: skip

    def _composed(
        self, book: FormBook, name: str, mandate: MandateView, local: datetime, person: Person
    ) -> tuple[Paper, Paper | None]:
        """Return a paper, and what is kept of it where that is not the same."""
        desk, common = self._desk, book.common()
        words, facts = desk.words, desk.hall.facts
        plain = [matter.plain_name for one in mandate.matter_ids if (matter := facts.matter(one))]
        matters = names_of(plain, common)
        member = facts.member(mandate.agent_number)
        agent = (
            words.get("agency_agent_paper", name=member.name, number=member.number)
            if member is not None
            else ""
        )
        head = self._head(mandate, local)
        if name == MANDATE:
            values = mandate_of(
                mandate, common, head=head, person=person, agent=agent,
                badge=member.badge if member else "", matters=matters,
                report_days=facts.mandate_report_days,
                say_day=lambda day: whole_day_words(words, day),
            )  # fmt: skip
            return compose(book, name, values), compose(book, name, for_archive(values))
        receipt = receipt_over_of if name == OVER else receipt_back_of
        filled = receipt(
            mandate, common, head=head, name=person.name, agent=agent, matters=matters,
            say_time=lambda at: saying.time_words(words, at, facts.timezone),
        )  # fmt: skip
        return compose(book, name, filled), None

    def _head(self, mandate: MandateView, local: datetime) -> PaperHead:
        day = whole_day_words(self._desk.words, local.date().isoformat())
        return replace(head_of(self._desk.hall.facts, day), number=mandate.number)


def papers_of(mandate: MandateView) -> tuple[str, ...]:
    """Return the papers that make sense for a mandate as it stands."""
    there = {
        MANDATE: mandate.state != "closed",
        OVER: any(one.state == "held" for one in mandate.originals),
        BACK: any(one.given_back_at for one in mandate.originals),
    }
    return tuple(name for name, may in there.items() if may)


def _here(key: KeyView) -> KeyView:
    if not key.action.startswith(_OF_CASES):
        return key
    return replace(key, name=f"agency_{key.name}", action=f"agency_{key.action}")
