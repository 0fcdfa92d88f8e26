"""After a service five faces stand on the counter's touched screen; the hall hears the finger."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_display.app import Clocks, CounterScreenApp
from counter_display.counter.asking import Answers
from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.messages import FeelingChanged, FeelingGiven
from hall.client.local import LocalGateway
from hall.tickets.messages import OpenDay
from tests.counter_display.boards import ASSETS, words
from tests.helpers.halls import local_story, open_local_hall
from ui_kit.hot_keys import HotKeys
from ui_kit.panel import Panel
from ui_kit.theme import build_theme

TOUCH_15 = Panel(345, 194, 1920, 1080, view_mm=600)


class AtTheWindow:
    """A counter's screen with the hall behind it; a minute of the finger's clock is ours."""

    def __init__(self, qtbot, hall, clock, *, keypad=False) -> None:
        self.qtbot, self.hall, self.clock, self.story = qtbot, hall, clock, local_story(hall)
        self.finger_ms = 0.0
        ids = itertools.count(1)
        self.app = CounterScreenApp(
            LocalGateway(hall, "display-1"),
            build_theme(ASSETS, TOUCH_15, clock_ms=lambda: self.finger_ms),
            words(),
            Clocks(lambda: clock.now().utc, lambda: clock.now().steady_s),
            "c1",
            answers=Answers(
                "display-1",
                lambda: f"00000000-0000-4000-8000-{next(ids):012d}",
                touched=not keypad,
                keypad=keypad,
            ),
        )
        qtbot.addWidget(self.app.screen)
        self.story.says(OpenDay, station_id="guide-1")
        self.story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        self.app.start()
        self.app.screen.resize(1920, 1080)
        self.app.screen.show()

    def serves_somebody(self, matter_id="m-pension"):
        ticket = self.story.ticket(matter_id)
        self.story.says(CallNext, counter_id="c1")
        for deed in (StartService, FinishService):
            self.story.says(deed, counter_id="c1", ticket_id=ticket.id)
        return ticket

    def reads(self, text):
        self.qtbot.waitUntil(lambda: text in self.app.texts(), timeout=5000)

    def touches(self, name):
        key = next(one for one in self.app.screen.ask.keys_shown() if one.objectName() == name)
        self.finger_ms += 1000
        self.qtbot.mouseClick(key, Qt.MouseButton.LeftButton)

    def hears(self, kind, count=1):
        def heard():
            told = [
                self.hall.parts.vocabulary.event(body) for *_, body in self.hall.events_after(0)
            ]
            return [one for one in told if isinstance(one, kind)]

        self.qtbot.waitUntil(lambda: len(heard()) == count, timeout=5000)
        return heard()[-1].feeling


@pytest.fixture
def window(qtbot, tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        here = AtTheWindow(qtbot, hall, clock)
        try:
            yield here
        finally:
            here.app.stop()


@pytest.fixture
def keypad(qtbot, qapp, tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        here = AtTheWindow(qtbot, hall, clock, keypad=True)
        table = {"F13": "feeling_5", "F14": "feeling_4", "2": "feeling_2"}
        keys = HotKeys(table, here.app.do, lambda: here.finger_ms)
        keys.install(qapp)
        try:
            yield here
        finally:
            keys.remove(qapp)
            here.app.stop()


def test_wang_touches_a_face_and_is_thanked(window):
    ticket = window.serves_somebody()
    window.reads("今天办得怎么样？")
    window.touches("feeling_4")
    window.reads("谢谢您")
    feeling = window.hears(FeelingGiven)
    assert (feeling.ticket_id, feeling.score, feeling.channel) == (ticket.id, 4, "counter_screen")
    window.clock.advance(7)
    window.reads("欢迎，")


def test_a_bad_face_asks_why_and_the_reason_follows(window):
    window.serves_somebody()
    window.reads("非常不满意")
    window.touches("feeling_1")
    window.reads("哪里没做好？")
    window.touches("why_waited")
    window.reads("说好了")
    window.touches("ask_last")
    assert window.hears(FeelingChanged).reasons == ("waited",)


def test_a_finger_that_came_down_with_the_page_says_nothing(window):
    window.serves_somebody()
    window.reads("非常满意")
    key = next(one for one in window.app.screen.ask.keys_shown() if one.objectName() == "feeling_5")
    window.qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    assert "谢谢您" not in window.app.texts()


def test_the_next_call_stands_there_at_once(window):
    window.serves_somebody()
    window.reads("今天办得怎么样？")
    ticket = window.story.ticket()
    window.story.says(CallNext, counter_id="c1")
    window.reads(ticket.number)
    assert "今天办得怎么样？" not in window.app.texts()


def test_after_a_death_in_the_family_the_screen_is_quiet(window):
    window.serves_somebody("m-death")
    window.reads("欢迎，")
    assert "今天办得怎么样？" not in window.app.texts()


def test_a_small_keypad_answers_wherever_the_focus_is(keypad):
    keypad.serves_somebody()
    keypad.reads("请按面前的小键，不按也行")
    QTest.keyClick(keypad.app.screen, Qt.Key.Key_F14)
    assert keypad.hears(FeelingGiven).score == 4
    keypad.reads("谢谢您")


def test_a_number_key_waits_a_moment_and_then_answers(keypad):
    keypad.serves_somebody()
    keypad.reads("请按面前的小键，不按也行")
    keypad.finger_ms = 5000.0
    QTest.keyClick(keypad.app.screen, Qt.Key.Key_2)
    assert "谢谢您" not in keypad.app.texts()
    keypad.finger_ms += 100
    assert keypad.hears(FeelingGiven).score == 2
