"""Joins presenters, screens, the bridges and the voice: the hall board and the counter screen.

Everything is handed in. The only Qt of this room outside of `screens/`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from counter_display.announcing import Announce, Announcing, CallMaker, Notify, Wish
from counter_display.counter.asking import Answers, Asking
from counter_display.counter.presenter import CounterPresenter
from counter_display.counter.screens.page import CounterScreen
from counter_display.counter.strip import Strip, strip_text
from counter_display.hall_board.presenter import HallBoardPresenter
from counter_display.hall_board.screens.measures import rows_readable
from counter_display.hall_board.screens.page import HallBoardScreen
from counter_display.preparing import PreparingThread
from counter_display.screens.telling import Telling
from devices.ports import DeviceStatus, Offline, Ready, Sound, Speaker, Unknown
from hall.boards import counter as counter_board
from hall.boards import hall as hall_board
from hall.boards.counter import CounterBoard
from hall.boards.hall import HallBoard
from hall.calls.messages import ServiceFinished, TicketCalled
from hall.care.feelings.messages import GiveFeeling
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import HallGateway
from hall.kernel.messages import Happened
from ui_kit.bridge import DeviceBridge, HallBridge
from ui_kit.strings import Strings
from ui_kit.theme import Theme
from voice.announcement_queue import NotSpoken, QueueRules
from voice.announcer import Announcer, Preparer

ANNOUNCER_TICK_MS = 200
LONGEST_SLEEP_MS = 1000
NEVER_STALE_S = 3600.0
"""Calls that are over are withdrawn; one that is not over is spoken however long the queue is."""


@dataclass(frozen=True)
class Clocks:
    """Where a screen takes its time from: UTC wall time, and steady seconds."""

    utc: Callable[[], datetime]
    steady_s: Callable[[], float]


@dataclass(frozen=True)
class Voice:
    """What an announcing station speaks with.

    `make_calls` builds the words of calls once the hall's facts are known; `speaker` None is a
    station that should announce and has no loudspeaker.
    """

    speaker: Speaker | None
    preparer: Preparer
    chime: Sound
    make_calls: Callable[[HallFacts], CallMaker]
    speaker_id: str = "speaker"


class SpeakerBridge(DeviceBridge):
    """Brings the announcer's work into the application's thread."""

    work = Signal(object)


class CounterScreenApp(QObject):
    """The screen above one counter."""

    def __init__(
        self, gateway: HallGateway, theme: Theme, strings: Strings, clocks: Clocks,
        counter_id: str, title: str = "", strip: Strip | None = None,
        answers: Answers | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._clocks = clocks
        self._zone = ZoneInfo("UTC")
        self._strings = strings
        self._counter_id = counter_id
        self._facts: HallFacts | None = None
        self._asking = Asking(strings, answers) if answers is not None else None
        self._presenter = CounterPresenter(strings, self._asking)
        self.screen = CounterScreen(theme, title, self.press)
        self.bridge = HallBridge(gateway, "counter", counter_id, apply=counter_board.apply)
        if answers is not None:
            self._feelings = Telling(self.bridge, answers.station_id, answers.new_id, self)
            self.bridge.happened.connect(self._happened)
        self.bridge.board_changed.connect(self._board_changed)
        self.bridge.link_changed.connect(self._link_changed)
        self._strip = strip
        if strip is not None:
            self._telling = Telling(self.bridge, strip.station_id, strip.new_id, self)
            self._device = DeviceBridge(self)
            self._device.device_status.connect(self._telling.device)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        self._running = False

    def start(self) -> None:
        """Show the screen's first picture and begin to follow the hall."""
        self._running = True
        self._show()
        self.bridge.start()
        if self._strip is not None:
            self._strip.device.start(self._device.status_of(self._strip.device_id))

    def stop(self) -> None:
        """End all threads and timers."""
        self._running = False
        self._timer.stop()
        if self._strip is not None:
            self._strip.device.stop()
        self.bridge.stop()

    def windows(self) -> dict[str, QWidget]:
        """Return the window by its name."""
        return {"counter_screen": self.screen}

    def texts(self) -> list[str]:
        """Return the words shown."""
        return self.screen.texts()

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key on the glass means."""
        if self._asking is not None:
            self._tell(self._asking.press(action, argument, self._clocks.steady_s()))

    def do(self, deed: str) -> None:
        """Do what a key of the keypad is set to: `feeling_1` to `feeling_5`."""
        if self._asking is not None:
            score = int(deed.removeprefix("feeling_"))
            self._tell(self._asking.key(score, self._clocks.steady_s()))

    def _tell(self, commands: list[GiveFeeling]) -> None:
        for command in commands:
            self._feelings.send(command)
        self._show()

    @Slot(object)
    def _happened(self, happened: Happened) -> None:
        event = happened.event
        if self._asking is None or self._facts is None or not isinstance(event, ServiceFinished):
            return
        if event.counter_id == self._counter_id:
            ago_s = (self._clocks.utc() - datetime.fromisoformat(happened.at)).total_seconds()
            self._asking.finished(event.ticket, self._facts, self._clocks.steady_s(), ago_s)

    @Slot(object)
    def _board_changed(self, board: CounterBoard) -> None:
        self._facts = board.facts
        self._zone = ZoneInfo(board.facts.timezone)
        self._presenter.board_changed(board, self._clocks.steady_s())
        self._show()

    @Slot(bool)
    def _link_changed(self, linked: bool) -> None:
        if linked:
            self._presenter.link_back()
        else:
            self._presenter.link_lost(self._clocks.steady_s())
        self._show()

    @Slot()
    def _show(self) -> None:
        if not self._running:
            return
        now_s, local = self._clocks.steady_s(), self._clocks.utc().astimezone(self._zone)
        for command in self._asking.tick(now_s) if self._asking is not None else ():
            self._feelings.send(command)
        view = self._presenter.view(now_s, local)
        self.screen.show_view(view)
        if self._strip is not None:
            self._strip.device.show(strip_text(view, self._strings))
        self._timer.start(_sleep_ms(self._presenter.next_change_s(now_s, local)))


class BoardApp(QObject):
    """The hall board, and the voice of its sound zone where it is the announcing station."""

    def __init__(
        self, gateway: HallGateway, theme: Theme, strings: Strings, clocks: Clocks,
        station_id: str, new_id: Callable[[], str], voice: Voice | None = None, title: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        rows = rows_readable(theme.panel)
        self._clocks = clocks
        self._zone = ZoneInfo("UTC")
        self._presenter = HallBoardPresenter(strings, rows)
        self.screen = HallBoardScreen(theme, title, rows)
        self.bridge = HallBridge(gateway, "hall", apply=hall_board.apply)
        self.bridge.happened.connect(self._happened)
        self.bridge.board_changed.connect(self._board_changed)
        self.bridge.link_changed.connect(self._link_changed)
        self._event_came = False
        self._facts: HallFacts | None = None
        self._mouth: Mouth | None = None
        if voice is not None:
            self._mouth = Mouth(self.bridge, voice, clocks, station_id, new_id, self)
            self._mouth.status_changed.connect(self._sound_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show)
        self._running = False

    def start(self) -> None:
        """Show the board's first picture and begin to follow the hall."""
        self._running = True
        self._show()
        self.bridge.start()

    def stop(self) -> None:
        """End all threads and timers and fall silent."""
        self._running = False
        self._timer.stop()
        if self._mouth is not None:
            self._mouth.stop()
        self.bridge.stop()

    def windows(self) -> dict[str, QWidget]:
        """Return the window by its name."""
        return {"hall_board": self.screen}

    def texts(self) -> list[str]:
        """Return the words shown."""
        return self.screen.texts()

    @Slot(object)
    def _happened(self, happened: Happened) -> None:
        self._event_came = True
        if isinstance(happened.event, TicketCalled):
            now_s = self._clocks.steady_s()
            self._presenter.called(happened.event, now_s, happened.attention)
        if self._mouth is not None and self._facts is not None:
            self._mouth.happened(happened, self._facts)

    @Slot(object)
    def _board_changed(self, board: HallBoard) -> None:
        """Take the board; one that no event brought is a snapshot."""
        from_event, self._event_came = self._event_came, False
        self._facts = board.facts
        self._zone = ZoneInfo(board.facts.timezone)
        self._presenter.board_changed(board)
        if self._mouth is not None:
            self._mouth.board_changed(board, from_event=from_event)
        self._show()

    @Slot(bool)
    def _link_changed(self, linked: bool) -> None:
        if linked:
            self._presenter.link_back()
        else:
            self._presenter.link_lost(self._clocks.steady_s())
        self._show()

    @Slot(object)
    def _sound_changed(self, status: DeviceStatus) -> None:
        self._presenter.sound_works(isinstance(status, Ready | Unknown))
        self._show()

    @Slot()
    def _show(self) -> None:
        if not self._running:
            return
        now_s, local = self._clocks.steady_s(), self._clocks.utc().astimezone(self._zone)
        self.screen.show_view(self._presenter.view(now_s, local))
        self._timer.start(_sleep_ms(self._presenter.next_change_s(now_s, local)))


class Mouth(QObject):
    """The announcing half of a board; silent until the hall's facts say that it is the one."""

    status_changed = Signal(object)

    def __init__(
        self, bridge: HallBridge, voice: Voice, clocks: Clocks, station_id: str,
        new_id: Callable[[], str], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._voice, self._clocks, self._station_id = voice, clocks, station_id
        self._telling = Telling(bridge, station_id, new_id, self)
        self._announcing: Announcing | None = None
        self._announcer: Announcer | None = None
        self._preparing = PreparingThread(voice.preparer)
        self._device = SpeakerBridge(self)
        self._device.work.connect(self._do_work)
        self._device.device_status.connect(self._voice_status)
        self._tick = QTimer(self)
        self._tick.setInterval(ANNOUNCER_TICK_MS)

    def board_changed(self, board: HallBoard, *, from_event: bool) -> None:
        """Take a board; one that no event brought is a snapshot."""
        if self._announcing is None and not from_event:
            self._begin(board.facts)
        if self._announcing is None:
            return
        now_s = self._clocks.steady_s()
        if from_event:
            self._do(self._announcing.board_changed(board, now_s))
        else:
            self._do(self._announcing.snapshot(board, self._clocks.utc(), now_s))

    def happened(self, happened: Happened, facts: HallFacts) -> None:
        """Take one event."""
        if self._announcing is not None:
            now_s = self._clocks.steady_s()
            self._do(self._announcing.happened(happened.event, facts, now_s))

    def stop(self) -> None:
        """Fall silent and end the threads."""
        self._tick.stop()
        if self._announcer is not None:
            self._announcer.stop()
            self._preparing.stop()

    def _begin(self, facts: HallFacts) -> None:
        """Become the voice of the sound zone, where the facts say so."""
        announcing = Announcing(self._station_id, self._voice.make_calls(facts))
        if not announcing.announces_for(facts):
            return
        if self._voice.speaker is None:
            self._voice_status(self._voice.speaker_id, Offline("no loudspeaker is configured"))
            return
        self._announcing = announcing
        self._announcer = Announcer(
            self._voice.speaker,
            self._preparing,
            self._voice.chime,
            self._clocks.steady_s,
            on_spoken=self._telling.spoken,
            on_not_spoken=self._not_spoken,
            on_voice_status=self._device.status_of(self._voice.speaker_id),
            rules=QueueRules(stale_after_s=NEVER_STALE_S),
            hand_over=self._device.work.emit,
        )
        self._tick.timeout.connect(self._announcer.tick)
        self._preparing.start()
        self._announcer.start()
        self._tick.start()

    def _do(self, wishes: list[Wish]) -> None:
        if self._announcer is None:
            return
        for wish in wishes:
            if isinstance(wish, Announce):
                self._announcer.call(wish.announcement)
            elif isinstance(wish, Notify):
                self._announcer.notice(wish.notice)
            else:
                self._announcer.withdraw(wish.ticket_id)

    @Slot(object)
    def _do_work(self, work: Callable[[], None]) -> None:
        work()

    def _not_spoken(self, unheard: NotSpoken) -> None:
        """The hall notices by itself that nobody said so in time; board and guide show it."""

    @Slot(str, object)
    def _voice_status(self, device_id: str, status: DeviceStatus) -> None:
        self.status_changed.emit(status)
        self._telling.device(device_id, status)


def _sleep_ms(next_change_s: float) -> int:
    """Return how long to wait for the next change; never so long that a stepped clock shows."""
    return min(max(int(next_change_s * 1000) + 1, 5), LONGEST_SLEEP_MS)
