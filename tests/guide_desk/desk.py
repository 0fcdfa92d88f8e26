"""A guide's presenter with a real hall behind it, told as a story."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from devices.camera_port import PageTaken, Seen
from devices.papers import Paper
from devices.ports import DeviceStatus, PaperOut, PrintOutcome, Ready
from document_camera.memory import MemoryDocumentCamera
from document_camera.words.memory import MemoryPageSuggester
from forms.papers.loading import FormBook
from guide_desk.areas.books import BooksView
from guide_desk.presenter import GuidePresenter
from guide_desk.setup import GuideSetup
from guide_desk.shell_views import GuideView, RailKeyView
from guide_desk.views import (
    ArrivalsView,
    FaultsView,
    GivenView,
    GridView,
    TakeView,
    TasksView,
    TaskView,
)
from guide_desk.wishes import (
    MakePaper,
    PrintCopy,
    PrintPaper,
    PrintSlip,
    ReadNote,
    SealDetail,
    SealPaper,
    SealPicture,
    Send,
    SuggestItem,
    TakePage,
)
from hall.boards.guide import GuideBoard, hears
from hall.client.local import LocalGateway
from hall.kernel.errors import HallUnreachable, KnownError
from hall.kernel.gateway import BlobKind
from hall.kernel.hall import Hall
from hall.kernel.messages import Command, Happened
from hall.store.feeds import entries_after
from hall.tickets.messages import TicketView
from tests.helpers.halls import MONDAY_0940, Story
from ui_kit.staff_views import KeyView
from ui_kit.strings import load_room

STRINGS = Path(__file__).resolve().parents[2] / "assets" / "strings"
STAFF_WORDS = load_room(STRINGS, "staff")
WORDS, STATUS_WORDS = load_room(STRINGS, "guide"), load_room(STRINGS, "devices")

PRINTED = PrintOutcome("printed", Ready())
NO_PAPER = PrintOutcome("not_printed", PaperOut())
PDF = b"%PDF-1.7 of a story"
FORMS = FormBook(STRINGS.parent / "forms")


def setup(
    printer_id: str = "printer", reader_id: str = "", camera_id: str = "", *, suggests: bool = False
) -> GuideSetup:
    """The setup of guide-1; without a printer id the desk has no printer."""
    return GuideSetup(
        "guide-1", WORDS, STATUS_WORDS, STAFF_WORDS, lambda: str(uuid.uuid4()), printer_id,
        papers_id="papers" if printer_id else "", reader_id=reader_id, forms=FORMS,
        camera_id=camera_id, suggests_items=suggests,
    )  # fmt: skip


@dataclass
class Desk:
    """`fault` is how commands fail; `paper` is how each print comes out, None says nothing."""

    gateway: LocalGateway
    pass_hall_time: Callable[[float], None]
    printer_id: str = "printer"
    reader_id: str = ""
    fault: KnownError | None = None
    lose_replies: int = 0
    paper: PrintOutcome | None = PRINTED
    camera: MemoryDocumentCamera | None = None
    suggester: MemoryPageSuggester | None = None
    copies: list[PageTaken] = field(default_factory=list)
    now_s: float = 0.0
    sent: list[Command] = field(default_factory=list)
    slips: list[PrintSlip] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    made: list[Paper] = field(default_factory=list)
    jobs: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        camera_id = "camera" if self.camera is not None else ""
        suggests = self.suggester is not None
        told = setup(self.printer_id, self.reader_id, camera_id, suggests=suggests)
        self.on = GuidePresenter(told)
        self.on.tick(0.0)
        self.on.link_changed(linked=True)
        snapshot = self.gateway.snapshot("guide", "guide-1")
        self.seq = snapshot.seq
        self.on.board_changed(snapshot.board)  # type: ignore[arg-type]
        if self.camera is not None:
            self.camera.start(lambda status: self.on.device_status("camera", status))

    @property
    def hall(self) -> Hall:
        """The hall behind the gateway."""
        return self.gateway._hall

    @property
    def others(self) -> Story:
        """What happens elsewhere in the hall."""
        return Story(self.gateway)

    @property
    def utc(self) -> datetime:
        return MONDAY_0940 + timedelta(seconds=self.now_s)

    @property
    def view(self) -> GuideView:
        return self.on.view(self.utc)

    @property
    def taking(self) -> TakeView:
        page = self.turns_to("take").page
        assert isinstance(page, TakeView)
        return page

    @property
    def listed(self) -> GridView:
        page = self.turns_to("take").page
        assert isinstance(page, GridView)
        return page

    @property
    def given(self) -> GivenView:
        page = self.turns_to("take").page
        assert isinstance(page, GivenView)
        return page

    @property
    def task_page(self) -> TasksView:
        """Where to go, as the guide sees it after a touch of the rail."""
        page = self.turns_to("tasks").page
        assert isinstance(page, TasksView)
        return page

    @property
    def tasks(self) -> tuple[TaskView, ...]:
        return self.task_page.tasks

    @property
    def faults(self) -> FaultsView:
        return self.task_page.faults

    @property
    def arrivals(self) -> ArrivalsView:
        """Who came, as the guide sees it after a touch of the rail."""
        page = self.turns_to("arrivals").page
        assert isinstance(page, ArrivalsView)
        return page

    @property
    def unprinted(self) -> list[str]:
        return [paper.number.label for paper in self.arrivals.unprinted]

    def rail(self, area: str) -> RailKeyView:
        """The key of an area."""
        return next(one for one in self.view.rail.areas if one.key.argument == area)

    def book(self, area: str) -> RailKeyView:
        """The key of an area on the page of the books."""
        page = self.turns_to("books").page
        assert isinstance(page, BooksView)
        return next(one for one in page.books if one.key.argument == area)

    def turns_to(self, area: str) -> GuideView:
        """Touch the key of an area that is not shown."""
        return self.view if self.view.area == area else self.press("area", area)

    def key(self, name: str) -> KeyView:
        """A key of the page by its name."""
        page = self.view.page
        if isinstance(page, TakeView):
            keys = [*page.bands, *page.groups, *page.beside]
        elif isinstance(page, GridView):
            keys = [*page.cells, *page.beside]
        else:
            assert isinstance(page, GivenView)
            keys = list(page.keys)
        return next(key for key in keys if key.name == name)

    def press(self, action: str, argument: str = "") -> GuideView:
        self.on.press(action, argument)
        self._settle()
        return self.view

    def takes(self, band: str = "80_plus", group: str = "pension") -> GivenView:
        """Two touches, from the area where the desk begins."""
        self.turns_to("take")
        self.press("band", band)
        self.press("group", group)
        return self.given

    def waits(self, seconds: float) -> GuideView:
        """Time passes at the desk and in the hall."""
        self.now_s += seconds
        self.pass_hall_time(seconds)
        self.on.tick(self.now_s)
        self.look()
        return self.view

    def look(self) -> GuideView:
        """Bring what happened in the hall to the presenter, as the feed does."""
        self._settle()
        snapshot = self.gateway.snapshot("guide", "guide-1")
        assert isinstance(snapshot.board, GuideBoard)
        if self.fault is None and snapshot.seq > self.seq:
            # Not every event is for this board, so the feed alone would not tell when to stop.
            for entry in entries_after(self.hall, self.seq):
                if hears(entry.event, "guide-1"):
                    self.on.happened(
                        Happened(seq=entry.seq, prev=self.seq, at=entry.at, event=entry.event)
                    )
            self.seq = snapshot.seq
            self.on.board_changed(snapshot.board)
        return self.view

    def device(self, status: DeviceStatus) -> GuideView:
        self.on.device_status(self.printer_id, status)
        self._settle()
        return self.view

    def printer_says(self, outcome: PrintOutcome) -> GuideView:
        """The printer says late how the last slip came out."""
        self.on.printed(self.slips[-1].ticket_id, outcome)
        self._settle()
        return self.view

    def cut(self) -> None:
        self.fault = HallUnreachable("cut")
        self.on.link_changed(linked=False)

    def mend(self) -> None:
        self.fault = None
        self.on.link_changed(linked=True)
        self.look()

    def of(self, kind: type[Command]) -> list[Any]:
        return [command for command in self.sent if isinstance(command, kind)]

    def in_hall(self, number: str) -> TicketView | None:
        """The ticket as the hall knows it."""
        board = self.gateway.snapshot("guide", "guide-1").board
        assert isinstance(board, GuideBoard)
        return next((one for one in board.floor.tickets.values() if one.number == number), None)

    def _settle(self) -> None:
        self._watch()
        while wishes := self.on.drain():
            for wish in wishes:
                self._grants[type(wish)](wish)
        self._watch()

    @property
    def _grants(self) -> dict[type, Callable[[Any], None]]:
        """How the world carries out each wish."""
        return {
            Send: lambda wish: self._send(wish.command),
            ReadNote: self._read,
            PrintSlip: self._print,
            SealPaper: lambda wish: self._seal(wish.job_id, wish.pdf, "paper"),
            SealDetail: lambda wish: self._seal(wish.job_id, wish.text, "detail"),
            SealPicture: lambda wish: self._seal(wish.job_id, wish.jpeg, "picture"),
            TakePage: self._take,
            SuggestItem: self._suggest,
            PrintCopy: self._copy,
            MakePaper: self._make,
            PrintPaper: self._make,
        }

    def _print(self, wish: PrintSlip) -> None:
        self.slips.append(wish)
        if self.paper is not None:
            self.on.printed(wish.ticket_id, self.paper)

    def _take(self, wish: TakePage) -> None:
        assert self.camera is not None
        self.camera.take(partial(self.on.page_came, wish.job_id), anyway=wish.anyway)

    def _suggest(self, wish: SuggestItem) -> None:
        assert self.suggester is not None
        heard = partial(self.on.page_guessed, wish.job_id)
        self.suggester.suggest(wish.jpeg, wish.names, heard)

    def _copy(self, wish: PrintCopy) -> None:
        self.copies.append(wish.page)
        if self.paper is not None:
            self.on.paper_printed(wish.job_id, self.paper)

    def _make(self, wish: MakePaper | PrintPaper) -> None:
        """Papers are not rendered here; the printer says the same of them as of slips."""
        self.made.append(wish.paper)
        self.on.paper_made(wish.job_id, PDF)
        if isinstance(wish, PrintPaper):
            self.papers.append(wish.paper)
            self.jobs.append(wish.job_id)
            if self.paper is not None:
                self.on.paper_printed(wish.job_id, self.paper)

    def _watch(self) -> None:
        """Let the camera look while its page is open, as the window does."""
        looks = self.view.looks
        if self.camera is not None and looks is not self.camera.watching:
            if looks:
                self.camera.watch(self._look)
            else:
                self.camera.rest()

    def _look(self, seen: Seen) -> None:
        self.on.looked(seen.verdict)

    def _seal(self, job_id: str, data: bytes, kind: BlobKind) -> None:
        try:
            if self.fault is not None:
                raise self.fault
            blob_id = self.gateway.seal(data, kind, job_id)
        except KnownError as error:
            self.on.not_sealed(job_id, error)
        else:
            self.on.sealed(job_id, blob_id)

    def _read(self, wish: ReadNote) -> None:
        self.read.append(wish.blob_id)
        try:
            if self.fault is not None:
                raise self.fault
            data = self.gateway.unseal(wish.blob_id)
        except KnownError as error:
            self.on.note_failed(wish.blob_id, error)
        else:
            self.on.note_came(wish.blob_id, data)

    def _send(self, command: Command) -> None:
        self.sent.append(command)
        if self.fault is not None:
            self.on.not_answered(command, self.fault)
            return
        answer = self.gateway.handle(command)
        if self.lose_replies:
            self.lose_replies -= 1
            self.on.not_answered(command, HallUnreachable("lost"))
            return
        self.on.answered(command, answer)
        self.look()
