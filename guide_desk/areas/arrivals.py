"""Arrivals: who just took a number, and whose paper did not come out."""

from __future__ import annotations

from datetime import datetime

from guide_desk.areas.base import Area, Told
from guide_desk.arrivals import arrivals_view, arrived_on, without_paper
from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.kernel.messages import Event
from hall.tickets.messages import PrintReported, TicketView


class ArrivalsArea(Area):
    """The list of who waits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._reported: set[str] = set()
        self._rows, self._papers = Turned(), Turned()
        self.deeds = {
            "arrivals_turn": lambda number: self._rows.to(number, desk.now_s),
            "unprinted_turn": lambda number: self._papers.to(number, desk.now_s),
        }

    def page(self, utc: datetime) -> Page:
        """Return the list."""
        held = self.desk.giving.held
        return arrivals_view(
            self.desk.words, self.desk.hall, utc, self._unprinted(utc),
            leaf_number=self._rows.number, papers_number=self._papers.number,
            can_print=held is None or held.state != "asking",
        )  # fmt: skip

    def told(self, utc: datetime) -> Told:
        """Tell how many wait, and that somebody has no paper."""
        count = len(arrived_on(self.desk.hall))
        if self._unprinted(utc):
            return Told(count, "call", self.desk.words.get("rail_no_paper"))
        return Told(count)

    def tick(self, now_s: float) -> None:
        """Turn both lists back after a while."""
        self._rows.tick(now_s)
        self._papers.tick(now_s)

    def board_changed(self, before: GuideBoard | None) -> None:
        """Forget what was reported of tickets that are gone."""
        del before
        self._reported &= self.desk.hall.floor.tickets.keys()

    def happened(self, event: Event) -> None:
        """A paper that failed is known at once."""
        if isinstance(event, PrintReported):
            failed = event.ticket.print_state != "printed"
            (self._reported.add if failed else self._reported.discard)(event.ticket.id)

    def _unprinted(self, utc: datetime) -> tuple[TicketView, ...]:
        return without_paper(self.desk.hall, utc, self._reported, self.desk.giving.cared_for)
