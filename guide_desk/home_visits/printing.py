"""Papers of visits at home on their way to the printer: first what they need is read. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from devices.papers import Paper
from forms.papers.loading import FormFault
from guide_desk.care.details import DetailHand
from guide_desk.cases.paper_hand import PaperHand
from guide_desk.desk import Desk
from guide_desk.home_visits.papers import ORDER, PACK, PaperTools, order_paper, pack_paper
from guide_desk.home_visits.place import Pile
from hall.boards.home_visits import next_first
from hall.care.home_visits.messages import HomeVisitView
from hall.care.home_visits.model import TAKES_PLACE
from ui_kit.paper_signs import day_words

READ_S = 12.0
"""A hall that has not handed out a detail by then leaves its line to the pen."""


@dataclass(frozen=True)
class _Wanted:
    """A paper that waits for what it needs; `of_id` is what it is on record under."""

    name: str
    of_id: str
    make: Callable[[], Paper]
    since_s: float


class Printing:
    """At most one paper is prepared at a time; printer and record get it, no folder does."""

    def __init__(self, desk: Desk, pile: Pile, details: DetailHand, hand: PaperHand) -> None:
        self._desk, self._pile, self._details, self._hand = desk, pile, details, hand
        self._wanted: _Wanted | None = None

    def day(self, day: str, local: datetime) -> None:
        """Prepare everything for the visits of one day."""
        visits = next_first(
            one
            for one in self._desk.hall.home_visits.values()
            if one.day == day and one.state in TAKES_PLACE
        )
        words, tools = self._desk.words, self._tools(local)
        if tools is None or not visits:
            return
        title = words.get("home_pack", day=day_words(words, day))

        def make() -> Paper:
            known = {one.id: self._details.known(one.id) for one in visits}
            return pack_paper(tools, day, visits, known, title)

        self._want(PACK, f"home-visits-{day}", make, visits)

    def order(self, visit_id: str, local: datetime) -> None:
        """Prepare the work order of one visit."""
        visit, tools = self._desk.hall.home_visits.get(visit_id), self._tools(local)
        if visit is None or tools is None:
            return

        def make() -> Paper:
            return order_paper(tools, visit, self._details.known(visit.id))

        self._want(ORDER, visit.id, make, (visit,))

    def tick(self, now_s: float) -> None:
        """Let time pass: a paper is made once all was read, or some of it did not come."""
        wanted = self._wanted
        if wanted is None:
            return
        if self._details.waits and now_s - wanted.since_s < READ_S:
            return
        self._wanted = None
        try:
            paper = wanted.make()
        except FormFault:
            self._desk.say("paper_no_form")
            return
        self._desk.notice = ""  # what it asked to wait for is there
        self._hand.take(wanted.name, wanted.of_id, paper, on_record=True)
        self._pile.go("paper")

    def _want(
        self, name: str, of_id: str, make: Callable[[], Paper], visits: tuple[HomeVisitView, ...]
    ) -> None:
        self._details.read({one.id for one in visits})
        self._wanted = _Wanted(name, of_id, make, self._desk.now_s)
        self._desk.say("home_preparing")

    def _tools(self, local: datetime) -> PaperTools | None:
        desk = self._desk
        if desk.setup.forms is None:
            desk.say("paper_no_form")
            return None
        return PaperTools(desk.setup.forms, desk.words, desk.hall.facts, local)
