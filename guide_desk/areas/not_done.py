"""What could not be done: put on the register in few touches, followed until somebody is answered.

The pages, papers and commands: guide_desk/not_done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from guide_desk.areas.base import Told
from guide_desk.areas.books import calendar_words
from guide_desk.care.area import CareArea
from guide_desk.care.paper_page import paper_page
from guide_desk.care.writer import Writer
from guide_desk.care.writing import Line
from guide_desk.desk import Desk
from guide_desk.not_done import pages
from guide_desk.not_done.asking import Asking
from guide_desk.not_done.errands import NEW, NotDoneErrands
from guide_desk.not_done.filing import Filing
from guide_desk.not_done.place import Pile, PlaceName
from guide_desk.not_done.reading import NoteReader
from guide_desk.not_done.telling import is_urgent
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.boards.not_done import next_due_first
from hall.care.not_done.messages import (
    NotDoneEvent,
    NotDoneListed,
    NotDoneOpened,
    NotDoneReferred,
    NotDoneView,
)
from hall.care.not_done.monthly import month_before
from hall.kernel.errors import KnownError
from hall.kernel.handwriting import Handwriting
from hall.kernel.messages import Command, Event, Refusal

ID = "not_done"
_PHONE = (Line("phone", "digits"),)


class NotDoneArea(CareArea):
    """The register, the next last day first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "follow_up")
        self._pile = Pile()
        self._errands, self._notes = NotDoneErrands(desk), NoteReader(desk)
        self._writer = Writer(desk, "not_done")
        self._filing = Filing(desk, self._pile, self._hand)
        self._asking = Asking(desk, self._pile, self._errands, self._leaf)
        self._just: NotDoneView | None = None
        """The entry of the last answer: its board comes a moment later."""
        self._utc = datetime.min.replace(tzinfo=UTC)
        words, errands, pile = desk.words, self._errands, self._pile
        self._pages: Mapping[PlaceName, Callable[[], Page | None]] = {
            "list": self._list_page,
            "entry": self._entry_page,
            "staff": self._staff_page,
            "refer": lambda: pages.refer_view(words),
            "results": lambda: pages.results_view(words),
            "replies": lambda: pages.replies_view(words),
            "satisfactions": lambda: pages.satisfactions_view(words),
            "months": lambda: pages.months_view(words, self._months(), self._months_busy()),
            "write": self._writer.page,
            "note": self._notes.page,
            "paper": lambda: paper_page(desk, self._hand, "not_done"),
            **self._asking.pages(),
        }
        self.deeds = {
            "not_done_turn": lambda number: self._leaf.to(number, desk.now_s),
            "not_done_open": pile.open,
            "not_done_to": self._says(errands.refer),
            "not_done_owner": self._says(errands.pass_on),
            "not_done_result": self._says(errands.settle),
            "not_done_reply": self._says(errands.answer),
            "not_done_satisfaction": self._says(errands.check),
            "not_done_archive": errands.archive,
            "not_done_months": lambda _: self._go("months"),
            "not_done_month": errands.list,
            "not_done_record": lambda _: self._record(),
            "not_done_note": self._note,
            "not_done_read": lambda entry_id: self._details.read({entry_id}),
            "not_done_write": lambda _: self._write(),
            "not_done_paper_print": lambda _: self._hand.print(),
            "not_done_paper_seen": lambda _: self._hand.seen(),
            "not_done_paper_done": lambda _: self._filing.put_away(),
            "not_done_refer": lambda _: self._go("refer"),
            "not_done_pass_on": lambda _: self._go("staff"),
            "not_done_settle": lambda _: self._go("results"),
            "not_done_answer": lambda _: self._go("replies"),
            "not_done_check": lambda _: self._go("satisfactions"),
            **self._asking.deeds(),
            **self._writer.deeds(),
        }  # fmt: skip

    def page(self, utc: datetime) -> Page:
        """Return the page of the place the guide is at; one with nothing to show is left."""
        self._utc = utc
        while True:
            page = self._pages[self._pile.here]()
            if page is not None:
                return page
            self._pile.back()

    def told(self, utc: datetime) -> Told:
        """Tell what is due today or overdue, else how many are open."""
        self._utc = utc
        words, entries, today = self.desk.words, self.desk.hall.not_done.values(), self._today()
        urgent = [one for one in entries if is_urgent(one, today)]
        if any(one.overdue for one in urgent):
            return Told(len(urgent), "call", words.get("rail_not_done_overdue"))
        if urgent:
            return Told(len(urgent), "call", words.get("rail_due"))
        return Told(len(entries))

    def back(self) -> bool:
        """Take one step back; what was read or held on that page goes with it."""
        if self._pile.here == "paper":
            self._filing.put_away()
            return True
        if self._pile.here == "note":
            self._notes.close()
        self._leaf.back()
        return self._pile.back()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        super().tick(now_s)
        self._notes.tick(now_s)

    def board_changed(self, before: GuideBoard | None) -> None:
        """An entry that is put away has no page any more."""
        del before
        if self._just is not None and self._just.id in self.desk.hall.not_done:
            self._just = None
        if self._pile.entry_id and self._entry() is None and self._hand.held is None:
            self._pile.home()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on where the hall did what was asked."""
        about = self._errands.ended(command)
        if about is None:
            return
        if isinstance(message, NotDoneListed):
            self._filing.listed(message, self._today().isoformat())
        elif isinstance(message, NotDoneEvent):
            self._went_on(message)

    def refused(self, command: Command) -> None:
        """The page stays; its keys come back."""
        self._errands.ended(command)

    def note_came(self, blob_id: str, sheet: Handwriting) -> None:
        """Take what somebody wrote."""
        self._notes.came(blob_id, sheet)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """What was asked for cannot be read any more."""
        if self._notes.failed(blob_id):
            self.desk.say("detail_gone")
        super().note_failed(blob_id, error)

    def _entry(self) -> NotDoneView | None:
        just = self._just
        if just is not None and just.id == self._pile.entry_id:
            return just
        return self.desk.hall.not_done.get(self._pile.entry_id)

    def _list_page(self) -> Page:
        desk, today = self.desk, self._today()
        return pages.list_view(
            desk.words, desk.hall.facts, next_due_first(desk.hall.not_done), today,
            self._leaf.number, hint=calendar_words(desk.words, desk.hall.facts, today),
            cash_under_way="cash" in self._errands.busy(NEW),
        )  # fmt: skip

    def _entry_page(self) -> Page | None:
        desk, entry = self.desk, self._entry()
        if entry is None or entry.state == "archived":
            return None
        return pages.entry_page(
            desk.words, desk.hall.facts, entry, self._today(), self._details.known(entry.id),
            self._errands.busy(entry.id),
            phone=bool(self._details.kept({entry.id})), papers=desk.setup.forms is not None,
        )  # fmt: skip

    def _staff_page(self) -> Page | None:
        entry = self._entry()
        if entry is None:
            return None
        desk = self.desk
        return pages.staff_view(desk.words, desk.hall.facts, entry.owner, self._leaf.number)

    def _go(self, name: PlaceName) -> None:
        self._leaf.back()
        self._pile.go(name)

    def _says(self, say: Callable[[str, Any], None]) -> Callable[[str], None]:
        """Return the deed of a key that answers the question on the page."""
        return lambda answer: say(self._pile.entry_id, answer)

    def _went_on(self, event: NotDoneEvent) -> None:
        entry = event.entry
        if isinstance(event, NotDoneOpened):
            self.desk.say("not_done_opened", number=entry.number)
        if isinstance(event, NotDoneReferred) or entry.state == "archived":
            self.desk.say("not_done_put_away", number=entry.number)
            self._pile.home()
            return
        if isinstance(event, NotDoneOpened) or self._pile.entry_id == entry.id:
            self._just = entry
            self._pile.open(entry.id)

    def _write(self) -> None:
        entry = self._entry()
        if entry is None:
            return
        self._writer.texts.clear()

        def written() -> None:
            self._details.keep_all(entry.id, self._writer.taken())
            self._pile.back()

        self._writer.begin(_PHONE, written)
        self._go("write")

    def _note(self, _entry_id: str) -> None:
        entry = self._entry()
        if entry is not None and entry.note_blob_id:
            self._notes.open(entry.note_blob_id)
            self._go("note")

    def _record(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._filing.record(entry)

    def _months(self) -> tuple[str, str]:
        today = self._today()
        return today.isoformat()[:7], month_before(today)

    def _months_busy(self) -> frozenset[str]:
        return frozenset(month for month in self._months() if self._errands.busy(month))

    def _today(self) -> date:
        return self._utc.astimezone(ZoneInfo(self.desk.hall.facts.timezone)).date()
