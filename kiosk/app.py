"""Joins the kiosk's presenter, window, voice, devices and hall. Everything is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

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
    PrintList,
    PrintSlip,
    Say,
    SealNote,
    Send,
    SetVolume,
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
        self._device_bridge.sound_ended.connect(self._sound_ended)

    def _open(self) -> None:
        bridge, setup = self._device_bridge, self._setup
        self._devices.reader.start(bridge.on_card, bridge.status_of(setup.reader_id))
        self.presenter.reader_session(self._devices.reader.new_session())
        self._devices.printer.start(bridge.status_of(setup.printer_id))
        self._hall.start()
        self._devices.voice.start(bridge.status_of(setup.speaker_id))

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
        self._heard(lambda: self.presenter.writing.sealed(name, blob_id))

    def _not_sealed(self, name: str, _error: KnownError) -> None:
        self._heard(lambda: self.presenter.writing.not_sealed(name))

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
        self._window.show_view(self.presenter.view())
        for wish in self.presenter.drain():
            self._grant(wish)

    def _grant(self, wish: Wish) -> None:
        if isinstance(wish, Send):
            self._hall.send(wish.command)
        elif isinstance(wish, PrintSlip):
            printer = self._devices.printer
            slip = compose(wish.slip, wish.words, printer.paper_mm)
            printer.print(slip, self._device_bridge.print_done(wish.ticket_id))
        elif isinstance(wish, PrintList):
            printer = self._devices.printer
            slip = compose_list(wish.papers, wish.words, printer.paper_mm)
            printer.print(slip, self._device_bridge.print_done(wish.name))
        elif isinstance(wish, SealNote):
            self._hall.seal(wish.name, wish.data, "ink")
        elif isinstance(wish, ForgetVisitor):
            self.presenter.reader_session(self._devices.reader.new_session())
        else:
            self._grant_sound(wish)

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
