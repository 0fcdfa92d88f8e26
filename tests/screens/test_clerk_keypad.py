"""A clerk works by a small keypad, whatever program has the focus of her screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hall.calls.messages import TicketCalled
from hall.help.messages import HelpRequested, RequestHelp
from tests.helpers.halls import local_story
from tests.screens.test_console import open_console
from ui_kit.hot_keys import HotKeys

__all__ = ["open_console"]

KEYS = {"F13": "call", "F14": "start", "F15": "finish", "F16": "unwell", "F17": "miss"}


@pytest.fixture
def keypad(open_console, qapp):
    console = open_console()
    keys = HotKeys(KEYS, console.app.do, lambda: console.seconds[0] * 1000)
    keys.install(qapp)
    yield console
    keys.remove(qapp)


def presses(console, key):
    """On the small strip over other programs: the desk itself has no focus there."""
    console.seconds[0] += 1.0
    console.qtbot.waitUntil(console.settled, timeout=4000)
    QTest.keyClick(console.app.windows()["console_strip"], key)


def test_a_whole_service_without_the_mouse(keypad):
    keypad.story.takes("m-pension", born="1951-03-02", surname="王", sex=1)
    keypad.sits()
    presses(keypad, Qt.Key.Key_F13)
    keypad.shows("正在叫")
    presses(keypad, Qt.Key.Key_F14)
    keypad.shows("正在办理")
    presses(keypad, Qt.Key.Key_F15)
    keypad.shows("没有人在等")


def test_what_cannot_be_done_now_is_not_done_by_a_key_either(keypad):
    keypad.story.takes()
    keypad.sits()
    presses(keypad, Qt.Key.Key_F17)
    presses(keypad, Qt.Key.Key_F13)
    keypad.shows("正在叫")


def test_under_an_alarm_only_the_red_key_works(keypad):
    keypad.story.takes()
    keypad.sits()
    hall = keypad.story.gateway._hall
    asked = local_story(hall).says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
    assert isinstance(asked, HelpRequested)
    keypad.qtbot.waitUntil(lambda: keypad.app.window.covers.shown() is not None, timeout=4000)
    presses(keypad, Qt.Key.Key_F13)
    presses(keypad, Qt.Key.Key_F16)

    def told():
        return [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]

    keypad.qtbot.waitUntil(
        lambda: len([one for one in told() if isinstance(one, HelpRequested)]) == 2, timeout=4000
    )
    assert not [one for one in told() if isinstance(one, TicketCalled)]
