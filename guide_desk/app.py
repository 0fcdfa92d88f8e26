"""Joins the guide desk's presenter, its page, its printer and the hall. Everything is handed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from devices.camera_port import DocumentCamera, PageNotTaken, PageOutcome, PageSuggester
from devices.paper_desk import NO_PRINTER, PaperDesk
from devices.ports import CardEvent, CardReader, DeviceStatus, PrintOutcome, SlipPrinter
from forms.slip import compose
from guide_desk.presenter import GuidePresenter
from guide_desk.screens.mirror import GuideMirror
from guide_desk.screens.window import GuideWindow
from guide_desk.setup import GuideSetup
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
    Wish,
)
from hall.boards import guide as guide_board
from hall.boards.guide import GuideBoard
from hall.kernel.errors import KnownError
from hall.kernel.gateway import HallGateway
from hall.kernel.messages import Answer, Command, Happened
from ui_kit.bridge import DeviceBridge, HallBridge
from ui_kit.clocks import StaffClocks
from ui_kit.covers.sounding import AlarmSound
from ui_kit.theme import Theme

TICK_MS = 250


class GuideApp(QObject):
    """One guide desk. `slip_words` are the texts of the slip; `printer` None is a desk without.

    `papers` makes and prints A4 papers; `mirror_theme` is of the panel that faces the elder,
    None where there is none.
    """

    def __init__(
        self, gateway: HallGateway, theme: Theme, setup: GuideSetup, clocks: StaffClocks,
        slip_words: Mapping[str, str], printer: SlipPrinter | None,
        alarm: AlarmSound | None = None, papers: PaperDesk | None = None,
        mirror_theme: Theme | None = None, reader: CardReader | None = None,
        camera: DocumentCamera | None = None, suggester: PageSuggester | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._clocks, self._setup = clocks, setup
        self._slip_words, self._printer = slip_words, printer
        self._alarm, self._papers, self._reader = alarm, papers, reader
        self._camera, self._looking = camera, False
        self._suggester = suggester
        self.presenter = GuidePresenter(setup)
        self.window = GuideWindow(theme, setup.words.get("title"), self.press)
        mirror_title = setup.words.get("mirror_title")
        self.mirror = GuideMirror(mirror_theme, mirror_title) if mirror_theme else None
        self.bridge = HallBridge(
            gateway, "guide", setup.station_id, apply=guide_board.apply, parent=self
        )
        self.devices = DeviceBridge(self)
        self.bridge.answered.connect(self._answered)
        self.bridge.not_answered.connect(self._not_answered)
        self.bridge.board_changed.connect(self._board_changed)
        self.bridge.unsealed.connect(self._note_came)
        self.bridge.not_unsealed.connect(self._note_failed)
        self.bridge.sealed.connect(self._sealed)
        self.bridge.not_sealed.connect(self._not_sealed)
        self.bridge.happened.connect(self._happened)
        self.bridge.link_changed.connect(self._link_changed)
        self.devices.card.connect(self._card)
        self.devices.device_status.connect(self._device_status)
        self.devices.printed.connect(self._printed)
        self.devices.paper_made.connect(self._paper_made)
        self.devices.paper_printed.connect(self._paper_printed)
        self.devices.looked.connect(self._looked)
        self.devices.page_came.connect(self._page_came)
        self.devices.page_guessed.connect(self._page_guessed)
        seal = self.bridge.seal
        self._ways: Mapping[type[Wish], Callable[[Any], None]] = {
            Send: lambda wish: self.bridge.send(wish.command),
            ReadNote: lambda wish: self.bridge.unseal(wish.blob_id),
            SealPaper: lambda wish: seal(wish.job_id, wish.pdf, "paper", wish.job_id),
            SealDetail: lambda wish: seal(wish.job_id, wish.text, "detail", wish.job_id),
            SealPicture: lambda wish: seal(wish.job_id, wish.jpeg, "picture", wish.job_id),
            PrintSlip: self._print,
            MakePaper: self._make_paper,
            PrintPaper: self._make_paper,
            TakePage: self._take_page,
            SuggestItem: self._suggest,
            PrintCopy: self._print_copy,
        }
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Show the first picture, then open printer and hall."""
        self._tick()
        self._timer.start()
        QTimer.singleShot(0, self, self._open)

    def stop(self) -> None:
        """End timers, threads and the printer."""
        self._timer.stop()
        self.bridge.stop()
        if self._reader is not None:
            self._reader.stop()
        if self._printer is not None:
            self._printer.stop()
        if self._papers is not None:
            self._papers.stop()
        if self._alarm is not None:
            self._alarm.stop()
        if self._camera is not None:
            self._camera.stop()
        if self._suggester is not None:
            self._suggester.stop()

    def windows(self) -> dict[str, QWidget]:
        """Return the windows by name; the guide's own is the first."""
        mirror = {"guide_mirror": self.mirror} if self.mirror is not None else {}
        return {"guide": self.window, **mirror}

    def texts(self) -> list[str]:
        """Return every text shown, in reading order."""
        return self.window.texts()

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key of that action does."""
        self.presenter.tick(self._clocks.steady_s())
        self.presenter.press(action, argument)
        self._show()

    def do(self, deed: str) -> None:
        """Do what a key of a keypad is set to; calling for help goes at any time."""
        self.press(deed)

    def _open(self) -> None:
        if self._reader is not None:
            status_of = self.devices.status_of(self._setup.reader_id)
            self._reader.start(self.devices.on_card, status_of)
        if self._printer is not None:
            self._printer.start(self.devices.status_of(self._setup.printer_id))
        if self._alarm is not None:
            self._alarm.start()
        if self._papers is not None:
            self._papers.start(self._papers_status)
        if self._camera is not None:
            self._camera.start(self.devices.status_of(self._setup.camera_id))
        self.bridge.start()

    @Slot()
    def _tick(self) -> None:
        self.presenter.tick(self._clocks.steady_s())
        self._show()

    @Slot(object)
    def _board_changed(self, board: GuideBoard) -> None:
        self.presenter.board_changed(board)
        self._show()

    @Slot(object)
    def _happened(self, happened: Happened) -> None:
        self.presenter.happened(happened)

    @Slot(bool)
    def _link_changed(self, linked: bool) -> None:
        self.presenter.link_changed(linked)
        self._show()

    @Slot(object, object)
    def _answered(self, command: Command, answer: Answer) -> None:
        self.presenter.tick(self._clocks.steady_s())
        self.presenter.answered(command, answer)
        self._show()

    @Slot(object, object)
    def _not_answered(self, command: Command, error: KnownError) -> None:
        self.presenter.not_answered(command, error)
        self._show()

    @Slot(str, object)
    def _note_came(self, blob_id: str, data: bytes) -> None:
        self.presenter.note_came(blob_id, data)
        self._show()

    @Slot(str, object)
    def _note_failed(self, blob_id: str, error: KnownError) -> None:
        self.presenter.note_failed(blob_id, error)
        self._show()

    @Slot(object)
    def _card(self, event: CardEvent) -> None:
        self.presenter.tick(self._clocks.steady_s())
        self.presenter.card(event)
        self._show()

    @Slot(str, object)
    def _device_status(self, device_id: str, status: DeviceStatus) -> None:
        self.presenter.device_status(device_id, status)
        self._show()

    @Slot(str, object)
    def _printed(self, ticket_id: str, outcome: PrintOutcome) -> None:
        self.presenter.printed(ticket_id, outcome)
        self._show()

    @Slot(str, object)
    def _paper_made(self, job_id: str, pdf: bytes | None) -> None:
        self.presenter.paper_made(job_id, pdf)
        self._show()

    @Slot(str, object)
    def _paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        self.presenter.paper_printed(job_id, outcome)
        self._show()

    @Slot(str, str)
    def _sealed(self, job_id: str, blob_id: str) -> None:
        self.presenter.sealed(job_id, blob_id)
        self._show()

    @Slot(str, object)
    def _not_sealed(self, job_id: str, error: KnownError) -> None:
        self.presenter.not_sealed(job_id, error)
        self._show()

    @Slot()
    def _looked(self) -> None:
        """Show what the camera sees: the newest only, and nobody looks at the rest of the page."""
        seen = self.devices.newest_look()
        if seen is None or not self._looking:
            return
        self.window.look(seen)
        if self.mirror is not None:
            self.mirror.look(seen)
        if self.presenter.looked(seen.verdict):
            self._show()

    @Slot(str, object)
    def _page_came(self, job_id: str, outcome: PageOutcome) -> None:
        self.presenter.page_came(job_id, outcome)
        self._show()

    @Slot(str, str)
    def _page_guessed(self, job_id: str, item_id: str) -> None:
        self.presenter.page_guessed(job_id, item_id)
        self._show()

    def _papers_status(self, status: DeviceStatus) -> None:
        """Hand on how the printer for papers is; a desk without one is in no trouble."""
        if self._setup.papers_id:
            self.devices.status_of(self._setup.papers_id)(status)

    def _show(self) -> None:
        view = self.presenter.view(self._clocks.utc())
        self.window.show_view(view)
        if self.mirror is not None:
            self.mirror.show_view(view.mirror)
        if self._alarm is not None:
            self._alarm.want(wanted=view.covers.sounding)
        self._look(wanted=view.looks)
        for wish in self.presenter.drain():
            self._ways[type(wish)](wish)

    def _look(self, *, wanted: bool) -> None:
        """Let the camera look while its page is open, and at no other time."""
        if wanted is self._looking or self._camera is None:
            return
        self._looking = wanted
        if wanted:
            self._camera.watch(self.devices.on_look)
        else:
            self._camera.rest()

    def _take_page(self, wish: TakePage) -> None:
        taken = self.devices.page_taken(wish.job_id)
        if self._camera is None:
            taken(PageNotTaken("no_camera"))
        else:
            self._camera.take(taken, anyway=wish.anyway)

    def _suggest(self, wish: SuggestItem) -> None:
        if self._suggester is not None:
            self._suggester.suggest(wish.jpeg, wish.names, self.devices.guessed(wish.job_id))

    def _print_copy(self, wish: PrintCopy) -> None:
        done = self.devices.paper_done(wish.job_id)
        if self._papers is None:
            done(PrintOutcome("not_printed", NO_PRINTER))
        else:
            self._papers.copy(wish.page, done)

    def _print(self, wish: PrintSlip) -> None:
        if self._printer is not None:
            slip = compose(wish.slip, self._slip_words, self._printer.paper_mm)
            self._printer.print(slip, self.devices.print_done(wish.ticket_id))

    def _make_paper(self, wish: MakePaper | PrintPaper) -> None:
        made = self.devices.made(wish.job_id)
        if self._papers is None:
            made(None)
        elif isinstance(wish, PrintPaper):
            self._papers.print(wish.paper, made, self.devices.paper_done(wish.job_id))
        else:
            self._papers.make(wish.paper, made)
