"""Visits at home: agreed with whoever cannot come, prepared, printed, and what came of them.

The pages, papers and commands: guide_desk/home_visits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from zoneinfo import ZoneInfo

from guide_desk.areas.base import Told
from guide_desk.care.area import CareArea
from guide_desk.care.paper_page import paper_page
from guide_desk.desk import Desk
from guide_desk.home_visits import pages
from guide_desk.home_visits.booking import Booking
from guide_desk.home_visits.errands import HomeErrands
from guide_desk.home_visits.place import PlaceName, empty_pile
from guide_desk.home_visits.printing import Printing
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.boards.home_visits import short_of_staff
from hall.care.home_visits.messages import HomeVisitView
from hall.kernel.messages import Command, Event, Refusal

ID = "home_visits"


class HomeVisitsArea(CareArea):
    """The book of visits at home."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "home_visit")
        self._pile = empty_pile()
        self._errands = HomeErrands(desk)
        self._booking = Booking(desk, self._pile, self._errands, self._details)
        self._printing = Printing(desk, self._pile, self._details, self._hand)
        self._chosen: tuple[str, ...] = ()
        self._utc = datetime.min.replace(tzinfo=UTC)
        self._pages: Mapping[PlaceName, Callable[[], Page | None]] = {
            "list": lambda: pages.list_view(
                desk.words, desk.hall.facts, desk.hall.home_visits.values(), self._leaf.number
            ),
            "days": lambda: pages.days_view(
                desk.words, desk.hall.home_visits.values(), self._leaf.number
            ),
            "visit": self._visit_page,
            "staff": lambda: pages.staff_view(
                desk.words, desk.hall.facts, self._chosen, self._leaf.number
            ),
            "results": lambda: pages.results_view(
                desk.words, under_way="home_finish" in self._errands.busy(self._pile.entry_id)
            ),
            "paper": lambda: paper_page(desk, self._hand, "home"),
            "write": self._booking.writer.page,
        }
        self.deeds = {
            "home_turn": lambda number: self._leaf.to(number, desk.now_s),
            "home_open": self._open,
            "home_days": lambda _: self._go("days"),
            "home_staff": self._staff,
            "home_member": self._member,
            "home_staff_done": lambda _: self._staff_done(),
            "home_finish": lambda _: self._go("results"),
            "home_result": lambda result: self._errands.finish(self._pile.entry_id, result),
            "home_read": lambda visit_id: self._details.read({visit_id}),
            "home_write": self._booking.write_for,
            "home_move": lambda _: self._booking.move(),
            "home_day": lambda day: self._printing.day(day, self._local()),
            "home_paper": lambda visit_id: self._printing.order(visit_id, self._local()),
            "home_paper_print": lambda _: self._hand.print(),
            "home_paper_seen": lambda _: self._hand.seen(),
            "home_paper_done": lambda _: self._put_away(),
            **{
                deed: partial(self._errands.do, deed)
                for deed in ("home_confirm", "home_start", "home_miss", "home_cancel")
            },
            **self._booking.deeds(self._turn_back),
        }

    def page(self, utc: datetime) -> Page:
        """Return the page of the place the guide is at; one with nothing to show is left."""
        self._utc = utc
        while True:
            make = self._pages.get(self._pile.here) or self._booking.pages(self._leaf.number).get(
                self._pile.here
            )
            page = make() if make is not None else None
            if page is not None:
                return page
            self._pile.back()

    def told(self, utc: datetime) -> Told:
        """Tell of visits that cannot be made as they stand, then of those to ring up about."""
        del utc
        words, visits = self.desk.words, self.desk.hall.home_visits.values()
        waits = [one for one in visits if one.state == "not_met"]
        short = [one for one in visits if one.reminded and short_of_staff(one)]
        ring = [one for one in visits if one.reminded and one.state == "booked"]
        if short:
            return Told(len(short) + len(waits), "call", words.get("rail_home_short"))
        if ring or waits:
            return Told(len(ring) + len(waits), "call", words.get("rail_home_ring"))
        return Told(len(visits))

    def back(self) -> bool:
        """Take one step back."""
        if self._pile.here == "paper":
            self._put_away()
            return True
        if self._pile.here == "write" and self._booking.writer.back():
            return True
        self._turn_back()
        return self._pile.back()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        super().tick(now_s)
        self._printing.tick(now_s)
        self._booking.tick(now_s)

    def board_changed(self, before: GuideBoard | None) -> None:
        """A visit that is over has no page any more."""
        del before
        just = self._booking.just_booked
        if just is not None and just.id in self.desk.hall.home_visits:
            self._booking.just_booked = None
        if self._pile.entry_id and self._visit() is None and self._hand.held is None:
            self._pile.home()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on where the hall did what was asked."""
        self._booking.answered(command, message)

    def refused(self, command: Command) -> None:
        """The page stays; its keys come back by themselves."""
        del command

    def _visit(self) -> HomeVisitView | None:
        just = self._booking.just_booked
        if just is not None and just.id == self._pile.entry_id:
            return just
        return self.desk.hall.home_visits.get(self._pile.entry_id)

    def _visit_page(self) -> Page | None:
        visit, desk = self._visit(), self.desk
        if visit is None:
            return None
        return pages.visit_page(
            desk.words, desk.hall.facts, visit, self._details.known(visit.id),
            self._errands.busy(visit.id),
            address=any(one.detail == "address" for one in self._details.kept({visit.id})),
            papers=desk.setup.forms is not None,
        )  # fmt: skip

    def _open(self, visit_id: str) -> None:
        self._turn_back()
        self._pile.open(visit_id)

    def _go(self, name: PlaceName) -> None:
        self._turn_back()
        self._pile.go(name)

    def _staff(self, visit_id: str) -> None:
        visit = self.desk.hall.home_visits.get(visit_id)
        self._chosen = visit.staff if visit is not None else ()
        self._go("staff")

    def _member(self, number: str) -> None:
        if number in self._chosen:
            self._chosen = tuple(one for one in self._chosen if one != number)
        elif len(self._chosen) < pages.MOST_STAFF:
            self._chosen = (*self._chosen, number)

    def _staff_done(self) -> None:
        self._errands.assign(self._pile.entry_id, self._chosen)
        self._pile.back()

    def _put_away(self) -> None:
        self._hand.put_away()
        self._details.forget()
        self._pile.back()

    def _turn_back(self) -> None:
        self._leaf.back()

    def _local(self) -> datetime:
        return self._utc.astimezone(ZoneInfo(self.desk.hall.facts.timezone))
