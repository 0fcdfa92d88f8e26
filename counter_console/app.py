"""Joins the console's presenter, its two windows and the hall. Everything is handed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from counter_console.presenter import ConsolePresenter
from counter_console.screens.strip import ConsoleStrip
from counter_console.screens.window import ConsoleWindow
from hall.boards import console as console_board
from hall.boards.console import ConsoleBoard
from hall.kernel.errors import KnownError
from hall.kernel.gateway import HallGateway
from hall.kernel.messages import Answer, Command, Happened
from ui_kit.bridge import HallBridge
from ui_kit.clocks import StaffClocks
from ui_kit.covers.sounding import AlarmSound
from ui_kit.strings import Strings
from ui_kit.theme import Theme

TICK_MS = 250


class ConsoleApp(QObject):
    """The console of one counter; `new_id` makes command ids where the finger presses."""

    def __init__(
        self, gateway: HallGateway, theme: Theme, words: Strings, staff_words: Strings,
        case_words: Strings, clocks: StaffClocks, counter_id: str, new_id: Callable[[], str],
        alarm: AlarmSound | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._clocks = clocks
        self._alarm = alarm
        self.presenter = ConsolePresenter(words, staff_words, case_words, counter_id, new_id)
        self.window = ConsoleWindow(theme, words.get("title"), self.press)
        self.strip = ConsoleStrip(theme, words.get("strip_title"), self.press)
        self.bridge = HallBridge(
            gateway, "console", counter_id, apply=console_board.apply, parent=self
        )
        self.bridge.answered.connect(self._answered)
        self.bridge.not_answered.connect(self._not_answered)
        self.bridge.board_changed.connect(self._board_changed)
        self.bridge.happened.connect(self._happened)
        self.bridge.link_changed.connect(self._link_changed)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Show the first picture and begin to follow the hall."""
        self._show()
        self._timer.start()
        self.bridge.start()
        if self._alarm is not None:
            self._alarm.start()

    def stop(self) -> None:
        """End timers and threads."""
        self._timer.stop()
        self.bridge.stop()
        if self._alarm is not None:
            self._alarm.stop()

    def windows(self) -> dict[str, QWidget]:
        """Return the windows by name; the clerk's window is the first."""
        return {"console": self.window, "console_strip": self.strip}

    def texts(self) -> list[str]:
        """Return the words of the clerk's window, in reading order."""
        return self.window.texts()

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key of that action does."""
        self.presenter.press(action, argument)
        self._show()

    def do(self, deed: str) -> None:
        """Do what a key of a keypad is set to, unless something lies over the desk."""
        if deed == "unwell" or self.window.covers.shown() is None:
            self.press(deed)

    @Slot()
    def _tick(self) -> None:
        self.presenter.tick(self._clocks.steady_s())
        self._show()

    @Slot(object)
    def _board_changed(self, board: ConsoleBoard) -> None:
        self.presenter.board_changed(board)
        self._show()

    @Slot(object)
    def _happened(self, happened: Happened) -> None:
        self.presenter.happened(happened, self._clocks.steady_s())

    @Slot(bool)
    def _link_changed(self, linked: bool) -> None:
        self.presenter.link_changed(linked)
        self._show()

    @Slot(object, object)
    def _answered(self, command: Command, answer: Answer) -> None:
        self.presenter.answered(command, answer, self._clocks.steady_s())
        self._show()

    @Slot(object, object)
    def _not_answered(self, command: Command, error: KnownError) -> None:
        self.presenter.not_answered(command, error, self._clocks.steady_s())
        self._show()

    def _show(self) -> None:
        view = self.presenter.view(self._clocks.utc())
        self.window.show_view(view)
        self.strip.show_view(view.strip)
        if self._alarm is not None:
            self._alarm.want(wanted=view.covers.sounding)
        for command in self.presenter.drain():
            self.bridge.send(command)
