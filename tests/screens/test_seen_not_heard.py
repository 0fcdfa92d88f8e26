"""Calls for those who do not hear, and the quiet word to those who are nearly next, in a hall."""

from __future__ import annotations

import msgspec
import pytest

from counter_display.app import Clocks, CounterScreenApp
from hall.calls.messages import CallNext, OpenCounter, StartService
from hall.client.local import LocalGateway
from hall.kernel.clock import ManualClock
from hall.tickets.messages import OpenDay
from tests.counter_display.boards import COUNTER_32, theme_for, words
from tests.helpers.halls import (
    MONDAY_0940,
    StoryOfRoles,
    local_story,
    open_local_hall,
    open_remote_hall,
)
from tests.screens.test_calls_on_screens import FACTS_SPOKEN, Hands, counter_of

PREPARING = msgspec.structs.replace(FACTS_SPOKEN, prepare_said=True)


@pytest.fixture
def board(qtbot, tmp_path):
    with open_local_hall(tmp_path, PREPARING) as (hall, clock):
        story = local_story(hall)
        story.says(OpenDay, station_id="guide-1")
        for counter_id in ("c1", "c2"):
            story.says(OpenCounter, counter_id=counter_id, clerk_id="k1")
        hands = Hands(qtbot, LocalGateway(hall, "board-1"), clock, story)
        try:
            hands.see("现在没人等")
            yield hands
        finally:
            hands.app.stop()


def test_the_whole_board_calls_somebody_who_does_not_hear_and_then_shows_the_rest_again(board):
    first = board.story.ticket(needs=("hearing",)).number
    second = board.story.ticket().number
    board.see(second)
    board.story.says(CallNext, counter_id="c1")
    board.see(first, "请到")
    assert second not in board.app.texts()
    board.clock.advance(6.0)
    board.see(first, second, "请准备")


def test_the_voice_calls_everybody_all_the_same(board):
    number = board.story.ticket(needs=("hearing",)).number
    board.story.says(CallNext, counter_id="c1")
    assert board.hear(1) == f"请 {number} 到 1 号窗口"


def test_who_moves_up_is_told_once_and_after_the_call(board, qtbot):
    first, second, third = (board.story.ticket().number for _ in range(3))
    board.see(first, second)
    board.story.says(CallNext, counter_id="c1")
    assert first in board.hear(1)
    board.see(third)
    for count in (2, 3):
        board.speaker.end_playing()
        board.clock.advance(2.0)
        said = board.hear(count)
        assert said == (f"请 {first} 到 1 号窗口" if count == 2 else f"{third} 请准备")
    board.speaker.end_playing()
    board.clock.advance(2.0)
    board.story.says(CallNext, counter_id="c2")
    assert board.hear(4) == f"请 {second} 到 2 号窗口"
    assert not counter_of(board, "c2").spoken


def test_over_the_wire_the_counters_screen_is_green_until_the_elder_sits(qtbot, tmp_path):
    clock = ManualClock(MONDAY_0940)
    with open_remote_hall(tmp_path) as remote:
        story = StoryOfRoles(remote)
        story.says(OpenDay, station_id="guide-1")
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        app = CounterScreenApp(
            remote.gateway("display", "c1"),
            theme_for(COUNTER_32),
            words(),
            Clocks(lambda: clock.now().utc, lambda: clock.now().steady_s),
            "c1",
        )
        qtbot.addWidget(app.screen)
        app.start()
        try:
            qtbot.waitUntil(lambda: "欢迎，" in app.texts(), timeout=10000)
            ticket = story.ticket(needs=("hearing",))
            story.says(CallNext, counter_id="c1")
            stage = app.screen.stage
            qtbot.waitUntil(lambda: bool(stage.view and stage.view.flooded), timeout=10000)
            assert ticket.number in app.texts()
            story.says(StartService, counter_id="c1", ticket_id=ticket.id)
            qtbot.waitUntil(lambda: not (stage.view and stage.view.flooded), timeout=10000)
            assert "正在为" in app.texts()
        finally:
            app.stop()
