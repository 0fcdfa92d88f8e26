"""The strip of lamps above a counter says what the counter's screen says, with a real hall."""

from __future__ import annotations

import itertools

import pytest

from counter_display.app import Clocks, CounterScreenApp
from counter_display.counter.strip import Strip
from devices.ports import Offline, Ready, StripText
from hall.boards.guide import GuideBoard
from hall.calls.messages import CallNext, FinishService, OpenCounter, PauseCounter, StartService
from hall.client.local import LocalGateway
from hall.tickets.messages import OpenDay
from led_strip.memory import MemoryCallStrip
from tests.counter_display.boards import COUNTER_32, theme_for, words
from tests.helpers.facts import FACTS
from tests.helpers.halls import local_story, open_local_hall


class AboveTheWindow:
    """A counter's screen with its strip, and the hall they follow."""

    def __init__(self, qtbot, hall, clock) -> None:
        self.qtbot, self.story, self.strip = qtbot, local_story(hall), MemoryCallStrip()
        ids = itertools.count(1)
        self.app = CounterScreenApp(
            LocalGateway(hall, "display-1"),
            theme_for(COUNTER_32),
            words(),
            Clocks(lambda: clock.now().utc, lambda: clock.now().steady_s),
            "c1",
            strip=Strip(
                self.strip,
                "strip",
                "display-1",
                lambda: f"00000000-0000-4000-8000-{next(ids):012d}",
            ),
        )
        qtbot.addWidget(self.app.screen)

    def reads(self, text: str) -> StripText:
        self.qtbot.waitUntil(
            lambda: bool(self.strip.texts) and self.strip.texts[-1].text == text, timeout=5000
        )
        return self.strip.texts[-1]

    def guide_is_told(self, status: str) -> None:
        def told() -> bool:
            board = self.story.gateway.snapshot("guide").board
            assert isinstance(board, GuideBoard)
            seen = board.devices.get("display-1/strip")
            return seen is not None and seen.status == status

        self.qtbot.waitUntil(told, timeout=5000)


@pytest.fixture
def window(qtbot, tmp_path):
    with open_local_hall(tmp_path, FACTS) as (hall, clock):
        here = AboveTheWindow(qtbot, hall, clock)
        here.story.says(OpenDay, station_id="guide-1")
        here.app.start()
        try:
            yield here
        finally:
            here.app.stop()


def test_a_strip_follows_its_counter_from_the_first_call_to_the_pause(window):
    window.reads("这个窗口没开")
    window.story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    window.reads("欢迎 请坐")
    ticket = window.story.ticket()
    window.story.says(CallNext, counter_id="c1")
    called = window.reads(f"请 {ticket.number} 到1号窗口")
    assert (called.number, called.window) == (ticket.number, "1")
    assert ticket.number in window.app.texts()
    window.story.says(StartService, counter_id="c1", ticket_id=ticket.id)
    window.reads(f"正在办理 {ticket.number}")
    window.story.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    window.reads("欢迎 请坐")
    window.story.says(PauseCounter, counter_id="c1", clerk_id="k1")
    window.reads("暂停 请稍等")


def test_calls_go_on_while_the_strip_is_off_and_it_comes_back_with_the_newest(window):
    window.story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    window.reads("欢迎 请坐")
    window.guide_is_told("ready")
    window.strip.set_status(Offline("silent"))
    window.guide_is_told("offline")
    before = list(window.strip.texts)
    numbers = []
    for _ in range(3):
        ticket = window.story.ticket()
        numbers.append(ticket.number)
        window.story.says(CallNext, counter_id="c1")
        window.qtbot.waitUntil(lambda: numbers[-1] in window.app.texts(), timeout=5000)
        if len(numbers) < 3:
            window.story.says(StartService, counter_id="c1", ticket_id=ticket.id)
            window.story.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    window.strip.set_status(Ready())
    window.reads(f"请 {numbers[-1]} 到1号窗口")
    window.guide_is_told("ready")

    assert len(window.strip.texts) == len(before) + 1
