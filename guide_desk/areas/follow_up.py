"""Calls afterwards: who agreed is rung up, and what they wish goes on where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from forms.papers.loading import FormFault
from guide_desk.areas.base import Area, AreaRow, Told
from guide_desk.care.area import CareArea
from guide_desk.care.paper_page import paper_page
from guide_desk.care.pile import Pile
from guide_desk.care.writer import Writer
from guide_desk.care.writing import Line
from guide_desk.desk import Desk
from guide_desk.follow_up import pages
from guide_desk.follow_up.paper import FORM, record_paper
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.care.follow_up.messages import (
    FollowUpClosed,
    FollowUpPutOff,
    FollowUpView,
    RecordFollowUp,
)
from hall.care.follow_up.model import Said, Wish
from hall.care.not_done.messages import OpenNotDone
from hall.help.messages import RequestHelp
from hall.kernel.facts import StaffFact
from hall.kernel.messages import Command, Event, Refusal
from ui_kit.people import form_of_address

ID = "follow_up"
LEFT_S = 300.0
"""What somebody began and left lying is forgotten."""
_PHONE = (Line("phone", "digits"),)
_TURNS_TO: dict[Wish, str] = {"number": "take", "home_visit": "home_visits"}
"""Where the guide goes on with a new wish; the others are commands."""
Place = Literal["list", "cases", "consent", "write", "call", "wishes", "paper"]


class FollowUpArea(CareArea):
    """The book of calls afterwards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "follow_up")
        self._pile: Pile[Place] = Pile("list", "call")
        self._writer = Writer(desk, "after")
        self._case_id = ""
        self._touched_s = 0.0
        self._areas: frozenset[str] = frozenset()
        self._utc = datetime.min.replace(tzinfo=UTC)
        self._pages: Mapping[Place, Callable[[], Page | None]] = {
            "list": lambda: pages.list_view(
                desk.words, desk.hall.facts, self._calls(), self._today(), self._leaf.number
            ),
            "cases": lambda: pages.cases_view(desk.words, self._cases(), self._leaf.number),
            "consent": lambda: pages.consent_view(desk.words),
            "write": self._writer.page,
            "call": self._call_page,
            "wishes": lambda: pages.wishes_view(
                desk.words, self._takes_on(), under_way=self._recording()
            ),
            "paper": lambda: paper_page(desk, self._hand, "after"),
        }
        self.deeds = {
            "after_turn": lambda number: self._leaf.to(number, desk.now_s),
            "after_open": self._open,
            "after_ask": lambda _: self._go("cases"),
            "after_case": self._case,
            "after_yes": lambda _: self._write(),
            "after_no": lambda _: self._no(),
            "after_read": lambda _: self._read(),
            "after_said": self._said,
            "after_wish": lambda _: self._go("wishes"),
            "after_wished": self._wished,
            "after_paper": lambda _: self._paper(),
            "after_paper_print": lambda _: self._hand.print(),
            "after_paper_seen": lambda _: self._hand.seen(),
            "after_paper_done": lambda _: self._put_away(),
            **self._writer.deeds(),
        }

    def joined(self, areas: Mapping[AreaRow, Area]) -> None:
        """Take which other areas a wish can go on in."""
        self._areas = frozenset(row.id for row in areas)

    def page(self, utc: datetime) -> Page:
        """Return the page on top; one with nothing to show is left."""
        self._utc = utc
        while True:
            page = self._pages[self._pile.here]()
            if page is not None:
                return page
            self._pile.back()

    def told(self, utc: datetime) -> Told:
        """Tell how many calls have their day."""
        self._utc = utc
        today = self._today()
        due = sum(pages.is_due(one, today) for one in self.desk.hall.follow_ups.values())
        return Told(due, "quiet", self.desk.words.get("rail_call") if due else "")

    def back(self) -> bool:
        """Take one step back."""
        self._leaf.back()
        if self._pile.here == "write" and self._writer.back():
            return True
        if self._pile.here == "paper":
            self._hand.put_away()
        left = self._pile.here
        if not self._pile.back():
            return False
        if left == "call":
            self._details.forget()
        return True

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        super().tick(now_s)
        if self._writer.texts and now_s - self._touched_s >= LEFT_S:
            self._writer.taken()
            self._home()

    def board_changed(self, before: GuideBoard | None) -> None:
        """A call that is done with has no page any more."""
        del before
        if self._pile.entry_id and self._call() is None and self._hand.held is None:
            self._home()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Say what was put on record; a wish goes on where it belongs."""
        if isinstance(message, FollowUpPutOff):
            self._home()
            self.desk.say("after_told_again")
        elif isinstance(message, FollowUpClosed) and isinstance(command, RecordFollowUp):
            self._home()
            self.desk.say("after_told_done")
            if command.wish is not None:
                self._go_on(command.wish, message.follow_up)

    def _calls(self) -> tuple[FollowUpView, ...]:
        return pages.due_first(self.desk.hall.follow_ups.values())

    def _call(self) -> FollowUpView | None:
        return self.desk.hall.follow_ups.get(self._pile.entry_id)

    def _call_page(self) -> Page | None:
        call, desk = self._call(), self.desk
        if call is None:
            return None
        known = self._details.known(call.case_id)
        caller = self._caller()
        return pages.call_page(
            desk.words, desk.hall.facts, call, known, caller.name if caller else "",
            under_way=self._recording(), papers=desk.setup.forms is not None,
        )  # fmt: skip

    def _cases(self) -> tuple[pages.OpenCaseRow, ...]:
        board = self.desk.hall
        asked = {one.case_id for one in board.details.values() if one.purpose == "follow_up"}
        rows = []
        for visit in board.visits.visits.values():
            case = board.visits.case_of(visit)
            if case is None:
                continue
            person = board.people.get(visit.visitor_id or "")
            who = visit.number or (form_of_address(self.desk.words, person) if person else "")
            matter = pages.matter_words(board.facts, case.matter_id)
            rows.append(pages.OpenCaseRow(case.id, who, matter, case.id in asked))
        return tuple(rows)

    def _caller(self) -> StaffFact | None:
        board = self.desk.hall
        session = board.sessions.get(self.desk.setup.station_id)
        return board.facts.member(session.staff_number) if session else None

    def _takes_on(self) -> frozenset[Wish]:
        """Return the wishes this desk can take on; one of its areas may not be there."""
        return frozenset(
            wish for wish in get_args(Wish) if _TURNS_TO.get(wish, "take") in self._areas
        )

    def _open(self, call_id: str) -> None:
        self._leaf.back()
        self._pile.open(call_id)

    def _go(self, place: Place) -> None:
        self._leaf.back()
        self._pile.go(place)

    def _home(self) -> None:
        self._details.forget()
        self._pile.home()

    def _case(self, case_id: str) -> None:
        self._case_id = case_id
        self._go("consent")

    def _write(self) -> None:
        self._touched_s = self.desk.now_s
        self._writer.begin(_PHONE, self._written)
        self._go("write")

    def _written(self) -> None:
        self._details.keep_all(self._case_id, self._writer.taken())
        self._home()
        self.desk.say("after_told_agreed")

    def _no(self) -> None:
        self._home()
        self.desk.say("after_told_no")

    def _read(self) -> None:
        call = self._call()
        if call is not None:
            self._details.read({call.case_id})

    def _recording(self) -> bool:
        return any(
            isinstance(one, RecordFollowUp) and one.follow_up_id == self._pile.entry_id
            for one in self.desk.outbox.commands()
        )

    def _said(self, said: str) -> None:
        known: Said | None = next((one for one in get_args(Said) if one == said), None)
        if known is not None:
            self._record(known, None)

    def _wished(self, wish: str) -> None:
        known: Wish | None = next((one for one in get_args(Wish) if one == wish), None)
        if known is not None:
            self._record("wish", known)

    def _record(self, said: Said, wish: Wish | None) -> None:
        setup = self.desk.setup
        self.desk.send(
            RecordFollowUp(
                command_id=setup.new_id(), station_id=setup.station_id,
                follow_up_id=self._pile.entry_id, said=said, wish=wish,
            )
        )  # fmt: skip

    def _go_on(self, wish: Wish, call: FollowUpView) -> None:
        """Take a new wish to where it is looked after; none of them ends on this page."""
        desk, setup = self.desk, self.desk.setup
        if wish in _TURNS_TO:
            desk.turn_to(_TURNS_TO[wish])
        elif wish == "not_done":
            desk.send(
                OpenNotDone(
                    command_id=setup.new_id(), station_id=setup.station_id,
                    matter_id=call.matter_id,
                )
            )  # fmt: skip
        else:
            desk.send(
                RequestHelp(
                    command_id=setup.new_id(), station_id=setup.station_id, help_kind="help"
                )
            )

    def _put_away(self) -> None:
        self.back()

    def _paper(self) -> None:
        desk, call, book = self.desk, self._call(), self.desk.setup.forms
        if call is None or book is None:
            return
        try:
            paper = record_paper(book, desk.words, desk.hall.facts, call, self._caller(),
                                 self._local())  # fmt: skip
        except FormFault:
            desk.say("paper_no_form")
            return
        self._hand.take(FORM, call.case_id, paper, on_record=True)
        self._go("paper")

    def _today(self) -> str:
        return self._local().date().isoformat()

    def _local(self) -> datetime:
        return self._utc.astimezone(ZoneInfo(self.desk.hall.facts.timezone))
