"""A clerk's presenter with a real hall behind it, told as a story."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from counter_console.presenter import ConsolePresenter
from counter_console.views import ConsoleView
from hall.boards.console import ConsoleBoard
from hall.kernel.errors import HallUnreachable, KnownError
from hall.kernel.gateway import HallGateway
from hall.kernel.messages import Command, Event, Happened, Refusal
from tests.helpers.halls import MONDAY_0940, Story
from ui_kit.staff_views import KeyView
from ui_kit.strings import load_room

ASSETS = Path(__file__).resolve().parents[2] / "assets"
WORDS = load_room(ASSETS / "strings", "console")
STAFF_WORDS = load_room(ASSETS / "strings", "staff")
CASE_WORDS = load_room(ASSETS / "strings", "guide")


@dataclass
class Desk:
    """`fault` is how commands fail; `lose_replies` counts answers that do not come back."""

    gateway: HallGateway
    counter_id: str = "c1"
    fault: KnownError | None = None
    lose_replies: int = 0
    shows_events: bool = True
    now_s: float = 0.0
    sent: list[Command] = field(default_factory=list)
    answers: list[Event | Refusal] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.on = ConsolePresenter(
            WORDS, STAFF_WORDS, CASE_WORDS, self.counter_id, lambda: str(uuid.uuid4())
        )
        self.on.link_changed(linked=True)
        self.seq = 0
        self.look()

    @property
    def others(self) -> Story:
        """What happens elsewhere in the hall."""
        return Story(self.gateway)

    @property
    def utc(self) -> datetime:
        return MONDAY_0940 + timedelta(seconds=self.now_s)

    @property
    def view(self) -> ConsoleView:
        return self.on.view(self.utc)

    def look(self) -> ConsoleView:
        """Take what the hall says now."""
        snapshot = self.gateway.snapshot("console", self.counter_id)
        assert isinstance(snapshot.board, ConsoleBoard)
        self.on.board_changed(snapshot.board)
        self._settle()
        return self.view

    def press(self, action: str, argument: str = "") -> ConsoleView:
        self.on.press(action, argument)
        self._settle()
        return self.view

    def waits(self, seconds: float) -> ConsoleView:
        self.now_s += seconds
        self.on.tick(self.now_s)
        self._settle()
        return self.view

    def cut(self) -> None:
        self.fault = HallUnreachable("cut")
        self.on.link_changed(linked=False)

    def mend(self) -> None:
        self.fault = None
        self.on.link_changed(linked=True)

    def sits(self, clerk_id: str = "k1") -> Desk:
        self.press("clerk", clerk_id)
        return self

    def key(self, name: str) -> KeyView:
        """A key of the window by its name, wherever it stands."""
        view = self.view
        panel = [key for _, keys in view.panel.sections for key in keys] if view.panel else []
        keys = [*view.keys, *panel, *view.queue.aside]
        return next(key for key in keys if key.name == name)

    def of(self, kind: type[Command]) -> list[Any]:
        return [command for command in self.sent if isinstance(command, kind)]

    def _settle(self) -> None:
        while commands := self.on.drain():
            for command in commands:
                self._send(command)

    def _send(self, command: Command) -> None:
        self.sent.append(command)
        if self.fault is not None:
            self.on.not_answered(command, self.fault, self.now_s)
            return
        before = self.gateway.snapshot("console", self.counter_id).seq
        answer = self.gateway.handle(command)
        if self.lose_replies:
            self.lose_replies -= 1
            self.on.not_answered(command, HallUnreachable("lost"), self.now_s)
            return
        self.answers.append(answer.message)
        self.on.answered(command, answer, self.now_s)
        if self.shows_events:
            self._follow(before)

    def _follow(self, after: int) -> None:
        """Bring what happened since to the presenter, as the feed does."""
        feed = self.gateway.follow(after, "console", self.counter_id)
        until = self.gateway.snapshot("console", self.counter_id)
        if until.seq > after:
            for item in feed:
                if isinstance(item, Happened):
                    self.on.happened(item, self.now_s)
                    if item.seq >= until.seq:
                        break
        feed.close()
        assert isinstance(until.board, ConsoleBoard)
        self.on.board_changed(until.board)
