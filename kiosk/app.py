"""Joins the kiosk's presenter, window, voice, devices and hall. Everything is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from devices.camera_port import DocumentCamera, PageNotTaken, PageOutcome
from devices.paper_desk import PaperDesk
from devices.ports import CardEvent, CardReader, DeviceStatus, PrintOutcome, SlipPrinter
from forms.slip import compose
from forms.slip_list import compose_list
from hall.boards.kiosk import KioskBoard, apply
from hall.kernel.errors import KnownError
from hall.kernel.gateway import HallGateway
from hall.kernel.handwriting import Handwriting
from hall.kernel.messages import Answer, Command
from kiosk.keypad import Press
from kiosk.ports import KioskVoice
from kiosk.presenter import Presenter
from kiosk.screens.window import KioskWindow
from kiosk.setup import KioskSetup
from kiosk.wishes import (
    ForgetVisitor,
    Hush,
    Pictured,
    Printed,
    PrintList,
    PrintPaper,
    PrintSlip,
    Say,
    SealNote,
    SealPage,
    Send,
    SetVolume,
    TakePage,
    UseHeadphones,
    Wish,
)
from ui_kit.bridge import DeviceBridge, HallBridge
from ui_kit.first_paint import FirstPaint
from ui_kit.theme import Theme

TICK_MS = 100


@dataclass(frozen=True)
class KioskDevices:
    """The devices of a kiosk by port."""

    reader: CardReader
    printer: SlipPrinter
    voice: KioskVoice
    papers: PaperDesk | None = None
    camera: DocumentCamera | None = None


@dataclass(frozen=True)
class KioskClocks:
    """`now_s` counts seconds and never runs backward; `local` is the time of the hall's zone."""

    now_s: Callable[[], float]
    local: Callable[[], datetime]


class KioskApp(QObject):
    """One kiosk; everything it is made of is handed in."""

    def __init__(
        self,
        gateway: HallGateway,
        setup: KioskSetup,
        devices: KioskDevices,
        clocks: KioskClocks,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.presenter = Presenter(setup)
        self._setup, self._devices, self._clocks = setup, devices, clocks
        self._hall = HallBridge(gateway, "kiosk", setup.station_id, apply=apply, parent=self)
        self._device_bridge = DeviceBridge(self)
        self._window = KioskWindow(
            theme, {one.id: one.kit_words for one in setup.tongues}, setup.zone_name
        )
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._connect()

    def start(self) -> None:
        """Show the home page; when it is painted, open devices and hall."""
        self._tick()
        self._timer.start()
        FirstPaint(self._window.current(), self._open)

    def stop(self) -> None:
        """End timers, bridges and devices."""
        self._timer.stop()
        self._hall.stop()
        self._devices.reader.stop()
        self._devices.printer.stop()
        self._devices.voice.stop()
        if self._devices.papers is not None:
            self._devices.papers.stop()
        if self._devices.camera is not None:
            self._devices.camera.stop()

    def windows(self) -> dict[str, QWidget]:
        """Return the top-level windows by name."""
        return {"kiosk": self._window}

    def texts(self) -> list[str]:
        """Return every text shown, in reading order."""
        return self._window.texts()

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key of that action does."""
        self._heard(lambda: self.presenter.touch(action, argument))

    def _connect(self) -> None:
        # Bound methods of this object only: signals of worker threads then arrive in this thread.
        self._timer.timeout.connect(self._tick)
        self._window.pressed.connect(self.press)
        self._window.clicks.connect(self._click)
        self._window.keyed.connect(self._keyed)
        self._window.writing.connect(self._writing)
        self._window.written.connect(self._wrote)
        self._hall.answered.connect(self._answered)
        self._hall.not_answered.connect(self._not_answered)
        self._hall.sealed.connect(self._sealed)
        self._hall.not_sealed.connect(self._not_sealed)
        self._hall.board_changed.connect(self._board_changed)
        self._hall.link_changed.connect(self._link_changed)
        self._device_bridge.card.connect(self._card)
        self._device_bridge.device_status.connect(self._device_status)
        self._device_bridge.printed.connect(self._printed)
        self._device_bridge.paper_printed.connect(self._paper_printed)
        self._device_bridge.sound_ended.connect(self._sound_ended)
        self._device_bridge.looked.connect(self._looked)
        self._device_bridge.page_came.connect(self._page_came)

    def _open(self) -> None:
        bridge, setup = self._device_bridge, self._setup
        self._devices.reader.start(bridge.on_card, bridge.status_of(setup.reader_id))
        self.presenter.reader_session(self._devices.reader.new_session())
        self._devices.printer.start(bridge.status_of(setup.printer_id))
        self._hall.start()
        self._devices.voice.start(bridge.status_of(setup.speaker_id))
        if self._devices.papers is not None:
            self._devices.papers.start(bridge.status_of(setup.papers_id))
        if self._devices.camera is not None:
            self._devices.camera.start(bridge.status_of(setup.camera_id))

    def _tick(self) -> None:
        self._heard(lambda: None)

    def _board_changed(self, board: KioskBoard) -> None:
        self._heard(lambda: self.presenter.board_changed(board))

    def _link_changed(self, linked: bool) -> None:
        self._heard(lambda: self.presenter.link_changed(linked))

    def _card(self, event: CardEvent) -> None:
        self._heard(lambda: self.presenter.card(event))

    def _printed(self, paper_id: str, outcome: PrintOutcome) -> None:
        self._heard(lambda: self.presenter.printed(paper_id, outcome))

    def _paper_printed(self, name: str, outcome: PrintOutcome) -> None:
        self._heard(lambda: self.presenter.paper_printed(name, outcome))

    def _answered(self, command: Command, answer: Answer) -> None:
        self._heard(lambda: self.presenter.answered(command, answer))

    def _not_answered(self, command: Command, _error: KnownError) -> None:
        self._heard(lambda: self.presenter.not_answered(command))

    def _click(self) -> None:
        self._devices.voice.click()

    def _keyed(self, press: Press) -> None:
        self._heard(lambda: self.presenter.keypad.press(press))

    def _writing(self) -> None:
        self._heard(self.presenter.writing.goes_on)

    def _wrote(self, sheet: Handwriting) -> None:
        self._heard(lambda: self.presenter.writing.wrote(sheet))

    def _sealed(self, name: str, blob_id: str) -> None:
        self._heard(lambda: self.presenter.sealed(name, blob_id))

    def _not_sealed(self, name: str, error: KnownError) -> None:
        self._heard(lambda: self.presenter.not_sealed(name, error))

    def _looked(self) -> None:
        """Show what the camera sees, the newest only."""
        seen = self._device_bridge.newest_look()
        if seen is not None and self._looking:
            self._window.look(seen)
            self._heard(lambda: self.presenter.picturing.looked(seen.verdict))

    def _page_came(self, job_id: str, outcome: PageOutcome) -> None:
        self._heard(lambda: self.presenter.picturing.page_came(job_id, outcome))

    def _device_status(self, device_id: str, status: DeviceStatus) -> None:
        self._heard(lambda: self.presenter.device_status(device_id, status))

    def _sound_ended(self, sound_id: str, whole: bool) -> None:
        if whole:
            self._heard(lambda: self.presenter.spoken(int(sound_id)))

    def _heard(self, happened: Callable[[], None]) -> None:
        """Let the presenter take something in, then show and do what follows."""
        local = self._clocks.local()
        self.presenter.tick(self._clocks.now_s(), local)
        happened()
        self._window.show_time(local)
        view = self.presenter.view()
        self._window.show_view(view)
        self._look(wanted=view.looks)
        for wish in self.presenter.drain():
            self._grant(wish)

    def _grant(self, wish: Wish) -> None:
        if isinstance(wish, Send):
            self._hall.send(wish.command)
        elif isinstance(wish, PrintSlip | PrintList | PrintPaper):
            self._print(wish)
        elif isinstance(wish, SealNote):
            self._hall.seal(wish.name, wish.data, "ink")
        elif isinstance(wish, TakePage | SealPage):
            self._grant_page(wish)
        elif isinstance(wish, ForgetVisitor):
            self.presenter.reader_session(self._devices.reader.new_session())
        else:
            self._grant_sound(wish)

    def _grant_page(self, wish: Pictured) -> None:
        taken = self._device_bridge.page_taken(wish.job_id)
        if isinstance(wish, SealPage):
            self._hall.seal(wish.job_id, wish.jpeg, "picture", wish.job_id)
        elif self._devices.camera is None:
            taken(PageNotTaken("no_camera"))
        else:
            self._devices.camera.take(taken, anyway=wish.anyway)

    def _look(self, *, wanted: bool) -> None:
        """Let the camera look while its page is shown, and at no other time."""
        camera = self._devices.camera
        if camera is None or wanted is self._looking:
            return
        self._looking = wanted
        if wanted:
            camera.watch(self._device_bridge.on_look)
        else:
            camera.rest()

    def _print(self, wish: Printed) -> None:
        printer, bridge = self._devices.printer, self._device_bridge
        if isinstance(wish, PrintSlip):
            slip = compose(wish.slip, wish.words, printer.paper_mm)
            printer.print(slip, bridge.print_done(wish.ticket_id))
        elif isinstance(wish, PrintList):
            slip = compose_list(wish.papers, wish.words, printer.paper_mm)
            printer.print(slip, bridge.print_done(wish.name))
        elif self._devices.papers is not None:
            done = bridge.paper_done(wish.name)
            self._devices.papers.print(wish.paper, bridge.made(wish.name), done)

    def _grant_sound(self, wish: Wish) -> None:
        voice = self._devices.voice
        if isinstance(wish, Say):
            ended = self._device_bridge.ended(str(wish.page_no))
            voice.say(
                wish.text,
                slow=wish.slow,
                quiet=wish.quiet,
                on_ended=ended,
                language=wish.language,
                in_pieces=wish.in_pieces,
            )
        elif isinstance(wish, SetVolume):
            voice.set_volume(wish.step)
        elif isinstance(wish, UseHeadphones):
            voice.use_headphones(wish.wanted)
        elif isinstance(wish, Hush):
            voice.hush()
