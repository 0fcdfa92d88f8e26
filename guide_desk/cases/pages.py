"""Every page of the area cases by its place, and what is remembered from one to the next. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from forms.slip_ticket import windows_of
from guide_desk.camera.desk import CameraDesk
from guide_desk.cases import choosing, code_pad, register
from guide_desk.cases.asking import ask_view
from guide_desk.cases.card import Greeting
from guide_desk.cases.checklist import SUM, checklist_view
from guide_desk.cases.due_day import due_day_view
from guide_desk.cases.due_desk import DueDesk
from guide_desk.cases.errands import Errands
from guide_desk.cases.mirror import mirror_view
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.cases.paper_shelf import PaperShelf
from guide_desk.cases.phone import PhoneDesk
from guide_desk.cases.phone_pages import call_view, phone_mirror, phone_pad_view, phone_view
from guide_desk.cases.place import OF_ITEM, PlaceName, Places
from guide_desk.cases.signs import next_to_do, to_do
from guide_desk.cases.steps import Standing
from guide_desk.cases.visiting import open_ticket, visit_view, visits_view
from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from guide_desk.shell_views import Head, Page
from guide_desk.views import WordsView
from hall.visits.cases import SIGNED
from hall.visits.model import WITH_GUIDE
from hall.visits.views import CaseView, EntryView, ItemView, NearView, VisitView
from ui_kit.asking import Asking

_NO_PAPERS: frozenset[PlaceName] = frozenset(
    {"visits", "visit", "groups", "matters", "due", "entry", "close", "near", "call"}
)
"""Pages on which nobody's papers lie open."""


class CasePages:
    """Where the guide is, what she has typed and answered so far, and the page of it.

    `beginning` is the command that begins a visit, `opening` the visit whose checklist is being
    laid out, `again` are visits of people who came back with a notice, `utc` the wall time when
    last looked at.
    """

    def __init__(self, desk: Desk, area_id: str) -> None:
        self._desk, self._area_id = desk, area_id
        self.places, self.leaf = Places(), Turned()
        self.errands, self.due, self.shelf = Errands(desk), DueDesk(desk), PaperShelf(desk)
        self.greeting = Greeting(desk)
        self.camera = CameraDesk(desk, self.places, self.errands)
        self.phone = PhoneDesk(desk)
        self.asking = Asking()
        self.again: set[str] = set()
        self.code = self.beginning = self.opening = ""
        self.utc = datetime.min.replace(tzinfo=UTC)
        self._pages: Mapping[PlaceName, Callable[[str], Page | None]] = {
            "visits": lambda today: visits_view(
                desk.words, desk.hall, desk.setup.station_id, today, self.leaf.number
            ),
            "visit": lambda _: self._visit_page(),
            "groups": lambda _: choosing.groups_view(desk.words, desk.hall.facts),
            "matters": lambda _: choosing.matters_view(
                desk.words, desk.hall.facts, self.places.here.group_id, self.leaf.number,
                under_way=bool(self.beginning),
            ),
            "bands": lambda _: choosing.bands_view(desk.words),
            "items": lambda _: self._checklist(),
            "faults": lambda _: self._faults(),
            "ask": lambda _: self._ask(),
            "papers": lambda _: self._papers(),
            "paper": lambda _: self.shelf.page(self.case()),
            "by_hand": lambda _: self._by_hand(),
            "refer": lambda _: choosing.refer_view(desk.words, number=self.number_open()),
            "leave": lambda _: self._leave(),
            "code": lambda _: code_pad.code_view(
                desk.words, self.code, self.leaf.number,
                under_way="case_code" in self.errands.busy(self.places.here.visit_id),
            ),
            "due": lambda today: register.due_view(
                desk.words, desk.hall, today, self.leaf.number
            ),
            "entry": self._entry_page,
            "close": lambda _: register.close_view(desk.words),
            "near": lambda today: register.near_view(desk.words, desk.hall, self.near(), today),
            "due_day": lambda _: self._due_day(),
            "why_anew": lambda _: choosing.why_anew_view(desk.words),
            "phone": lambda _: phone_view(desk.words, self.phone, self.case_id()),
            "phone_pad": lambda _: phone_pad_view(desk.words, self.phone.typed),
            "call": lambda _: self._call(),
            "camera": lambda _: self.camera.page(self.case(), self.item()),
            "pictures": lambda _: self.camera.page(self.case(), self.item()),
        }  # fmt: skip

    def page(self, utc: datetime) -> Page:
        """Return the page that is shown; one that has nothing to show any more is left."""
        self.utc = utc
        while True:
            page = self._pages[self.places.here.name](self.today())
            if page is not None:
                return page
            if self._waits_for_case():
                return self._opening_page()
            self.places.back()

    def mirror(self) -> MirrorView | None:
        """Return the papers as the elder reads them, None while none lie open."""
        desk, case = self._desk, self.case() if self._desk.board else None
        if case is None or not self._lies_open():
            return None
        name, words = self.places.here.name, desk.words
        if name in ("phone", "phone_pad") and desk.shown == self._area_id:
            return phone_mirror(words, self.phone.typed if name == "phone_pad" else None)
        pictured = self.camera.mirror() if desk.shown == self._area_id else None
        if pictured is not None:
            return pictured
        facts = desk.hall.facts
        matter = facts.matter(case.matter_id)
        where = windows_of(matter.queue, facts, desk.words) if matter else ""
        return mirror_view(desk.words, facts, case, self.places.here.item_id, where)

    def today(self) -> str:
        """Return the date in the hall, ISO."""
        return self.local().date().isoformat()

    def local(self) -> datetime:
        """Return the time in the hall."""
        return self.utc.astimezone(ZoneInfo(self._desk.hall.facts.timezone))

    def visit(self) -> VisitView | None:
        """Return the visit the page is about, None when it is over."""
        return self._desk.hall.visits.visits.get(self.places.here.visit_id)

    def case(self) -> CaseView | None:
        """Return the checklist that lies before that visit."""
        visit = self.visit()
        return self._desk.hall.visits.case_of(visit) if visit else None

    def item(self) -> ItemView | None:
        """Return the paper of that checklist the page is about."""
        case, item_id = self.case(), self.places.here.item_id
        return next((one for one in case.items if one.id == item_id), None) if case else None

    def entry(self) -> EntryView | None:
        """Return the entry the page is about, None when it is settled."""
        return self._desk.hall.visits.entries.get(self.places.here.entry_id)

    def near(self) -> NearView | None:
        """Return the case the page is about whose day comes near, None when it is done with."""
        return self._desk.hall.visits.near.get(self.places.here.case_id)

    def case_id(self) -> str:
        """Return the case the page is about: before a visit, or of an entry of a register."""
        case, entry = self.case(), self.entry()
        return case.id if case else entry.case_id if entry else ""

    def is_signed(self, item: ItemView) -> bool:
        """Tell whether somebody has a paper in hand that was signed for a decision."""
        case, paper = self.case(), SIGNED.get(item.decision) if item.decision else None
        return case is not None and paper is not None and self.shelf.is_out(case, paper)

    def number_open(self) -> bool:
        """Tell whether the visit holds a number that is still good."""
        visit = self.visit()
        return visit is not None and open_ticket(self._desk.hall, visit) is not None

    def lies_open_here(self) -> bool:
        """Tell whether a guide is at work with the visit's checklist already."""
        visit = self.visit()
        return visit is not None and visit.state in WITH_GUIDE and self.case() is not None

    def first_item(self) -> str:
        """Return the first paper with something to do, else what all add up to."""
        return self._first_of(self.places.here.visit_id, self.case())

    def open_visit(self, visit_id: str) -> None:
        """Show a visit, its papers at once where a guide is at work with them."""
        self.places.home()
        self.places.go("visit", visit_id=visit_id)
        if self.lies_open_here():
            self.show_items(visit_id, self.case())

    def show_items(self, visit_id: str, case: CaseView | None) -> None:
        """Show the checklist of a visit, one step from the list; None while it is laid out."""
        self.opening = visit_id
        self.places.home()
        first = self._first_of(visit_id, case)
        self.places.go("items", visit_id=visit_id, item_id=first)

    def forget_gone(self) -> None:
        """Take what the board says now: whoever has left has no page any more."""
        here = self.places.here
        case = self.case()
        if case is not None and self.opening == here.visit_id:
            if here.name == "items" and here.item_id == SUM:
                self.places.instead("items", item_id=self.first_item())
            self.opening = ""
        if here.name != "items" and self.visit() is not None:
            self.opening = ""
        gone = here.visit_id and self.visit() is None and here.visit_id != self.opening
        if gone and self.shelf.hand.held is None:
            self.places.home()

    def stop_waiting(self) -> None:
        """The checklist was not laid out."""
        if self._waits_for_case():
            self.places.back()
        self.opening = ""

    def go_on(self, case: CaseView, item_id: str) -> None:
        """Show the next paper with something to do, or what all add up to."""
        if self.places.here.name in OF_ITEM:
            self.places.back()
        if self.places.here.name == "items" and self.places.here.item_id == item_id:
            self.places.instead("items", item_id=self._next_of(case, item_id))

    def _first_of(self, visit_id: str, case: CaseView | None) -> str:
        found = to_do(case, again=visit_id in self.again) if case else ()
        return next(iter(found), SUM)

    def _next_of(self, case: CaseView, item_id: str) -> str:
        return next_to_do(case, item_id, again=self.places.here.visit_id in self.again)

    def _waits_for_case(self) -> bool:
        here = self.places.here
        return here.name == "items" and here.visit_id == self.opening and self.case() is None

    def _lies_open(self) -> bool:
        return self.places.here.name not in _NO_PAPERS

    def _visit_page(self) -> Page | None:
        visit, desk = self.visit(), self._desk
        if visit is None:
            return None
        busy = self.errands.busy(visit.id)
        return visit_view(desk.words, desk.hall, visit, desk.setup.station_id, busy)

    def _checklist(self) -> Page | None:
        visit, case, here = self.visit(), self.case(), self.places.here
        if visit is None or case is None:
            return None
        facts = self._desk.hall.facts
        asked = visit.own_will
        owed = self.shelf.owed(case, asked)
        matter, offered = facts.matter(case.matter_id), self.phone.offered(case)
        standing = Standing(visit, case, matter, asked, owed, offered)
        item = self.item()
        return checklist_view(
            self._desk.words, facts, standing, here.item_id,
            asked=self.errands.marking(visit.id), deeds=self.errands.busy(visit.id),
            camera=self.camera.key(case, item) if item else None,
        )  # fmt: skip

    def _faults(self) -> Page | None:
        item = self.item()
        return choosing.faults_view(self._desk.words, item) if item else None

    def _ask(self) -> Page | None:
        visit = self.visit()
        if visit is None:
            return None
        busy = "case_ask" in self.errands.busy(visit.id)
        return ask_view(self._desk.words, self.asking, under_way=busy)

    def _papers(self) -> Page | None:
        case = self.case()
        return self.shelf.list_page(case, self.leaf.number) if case else None

    def _by_hand(self) -> Page | None:
        case = self.case()
        return self.shelf.by_hand_page(case) if case else None

    def _leave(self) -> Page | None:
        visit = self.visit()
        if visit is None:
            return None
        desk = self._desk
        matter = desk.hall.facts.matter(visit.matter_id or "")
        return choosing.leave_view(
            desk.words, visit, self.case(), number=self.number_open(),
            granted=matter is not None and matter.auto_grant,
        )  # fmt: skip

    def _entry_page(self, today: str) -> Page | None:
        entry, desk = self.entry(), self._desk
        if entry is None:
            return None
        return register.entry_view(
            desk.words, desk.hall, entry, today,
            phone=self.phone.kept(entry.case_id) is not None,
            under_way=self.due.settling(entry.id),
        )  # fmt: skip

    def _due_day(self) -> Page | None:
        case, item, here = self.case(), self.item(), self.places.here
        if case is None or item is None or item.offer != "deferral":
            return None
        desk, today = self._desk, self.local().date()
        busy = item.id in self.errands.marking(here.visit_id)
        facts = desk.hall.facts
        return due_day_view(desk.words, facts, item.plain, today, here.day, under_way=busy)

    def _call(self) -> Page | None:
        entry, desk = self.entry(), self._desk
        if entry is None:
            return None
        what = register.item_name(desk.hall.facts, entry)
        busy = self.due.calling(entry.id)
        return call_view(desk.words, self.phone, entry, what, under_way=busy)

    def _opening_page(self) -> Page:
        words = self._desk.words
        return WordsView(Head(""), "clipboard-text", words.get("case_opening"),
                         words.get("case_opening_note"))  # fmt: skip
