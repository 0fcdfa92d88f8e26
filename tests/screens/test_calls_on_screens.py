"""A call on the way from the clerk to the screens and the loudspeaker, with a real hall."""

from __future__ import annotations

import itertools
import tomllib

import msgspec
import pytest

from counter_display.app import BoardApp, Clocks, CounterScreenApp, Voice
from hall.boards.counter import CounterBoard
from hall.calls.messages import CallNext, OpenCounter, StartService
from hall.client.local import LocalGateway
from hall.kernel.clock import ManualClock
from hall.tickets.messages import OpenDay
from tests.counter_display.boards import (
    ASSETS,
    BOARD_55,
    COUNTER_32,
    theme_for,
    words,
)
from tests.helpers.facts import FACTS
from tests.helpers.halls import (
    MONDAY_0940,
    Story,
    StoryOfRoles,
    local_story,
    open_local_hall,
    open_remote_hall,
)
from voice.assemble import open_voice
from voice.memory import MemorySpeaker

FACTS_SPOKEN = msgspec.structs.replace(
    FACTS,
    series=tuple(msgspec.structs.replace(one, reading=one.prefix) for one in FACTS.series),
)


class Hands:
    """A running board with everything it is handed."""

    def __init__(self, qtbot, gateway, clock: ManualClock, story: Story) -> None:
        texts = tomllib.loads(
            (ASSETS / "strings" / "zh-CN" / "voice.toml").read_text(encoding="utf-8")
        )
        series = {one.prefix: one.reading for one in FACTS_SPOKEN.series}
        opened = open_voice(ASSETS, texts, series, "yao")
        self.speaker = MemorySpeaker(by_hand=True)
        self.clips = opened.speech
        self.story, self.qtbot, self.clock = story, qtbot, clock
        ids = itertools.count(1)
        self.app = BoardApp(
            gateway,
            theme_for(BOARD_55),
            words(),
            Clocks(lambda: clock.now().utc, lambda: clock.now().steady_s),
            "board-1",
            lambda: f"00000000-0000-4000-8000-{next(ids):012d}",
            Voice(self.speaker, self, opened.chime, lambda _: opened.sentences),
        )
        self.app.screen.resize(1920, 1080)
        qtbot.addWidget(self.app.screen)
        self.app.start()

    def prepare(self, utterance, on_sound) -> None:
        on_sound(self.clips.make(utterance))

    def see(self, *expected: str) -> None:
        self.qtbot.waitUntil(lambda: set(expected) <= set(self.app.texts()), timeout=5000)

    def hear(self, count: int) -> str:
        self.qtbot.waitUntil(lambda: len(self.speaker.started) >= count, timeout=5000)
        return self.speaker.started[count - 1].text


@pytest.fixture
def local_board(qtbot, tmp_path):
    with open_local_hall(tmp_path, FACTS_SPOKEN) as (hall, clock):
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


def counter_of(hands: Hands, counter_id: str):
    board = hands.story.gateway.snapshot("counter", counter_id).board
    assert isinstance(board, CounterBoard)
    return board.counter


def test_a_clerk_calls_and_the_hall_reads_and_hears_it(local_board, qtbot):
    number = local_board.story.ticket().number
    local_board.see("请准备", number)
    local_board.story.says(CallNext, counter_id="c1")
    local_board.see(number, "请到", "1", "号窗口")
    assert local_board.hear(1) == f"请 {number} 到 1 号窗口"
    assert not counter_of(local_board, "c1").spoken
    local_board.speaker.end_playing()
    qtbot.waitUntil(lambda: counter_of(local_board, "c1").spoken, timeout=5000)
    assert local_board.hear(2) == f"请 {number} 到 1 号窗口"


def test_two_calls_are_said_one_after_the_other(local_board, qtbot):
    first, second = local_board.story.ticket().number, local_board.story.ticket().number
    local_board.story.says(CallNext, counter_id="c1")
    local_board.story.says(CallNext, counter_id="c2")
    assert first in local_board.hear(1)
    for count in (2, 3):
        local_board.speaker.end_playing()
        local_board.clock.advance(2.0)
        assert (first if count == 2 else second) in local_board.hear(count)


def test_who_sits_down_is_not_called_a_second_time(local_board, qtbot):
    taken = local_board.story.ticket()
    local_board.story.says(CallNext, counter_id="c1")
    local_board.hear(1)
    local_board.speaker.end_playing()
    local_board.hear(2)
    local_board.story.says(StartService, counter_id="c1", ticket_id=taken.id)
    qtbot.waitUntil(lambda: len(local_board.speaker.heard) == 1, timeout=5000)
    local_board.see(taken.number)


def test_a_loudspeaker_that_is_pulled_out_is_seen_on_the_board_and_at_the_guide_desk(
    local_board, qtbot
):
    def guide_status() -> str | None:
        board = local_board.story.gateway.snapshot("guide").board
        seen = board.devices.get("board-1/speaker")
        return seen.status if seen else None

    qtbot.waitUntil(lambda: guide_status() == "ready", timeout=5000)
    local_board.speaker.lose_device()
    local_board.see("喇叭没有声音，请看屏幕")
    qtbot.waitUntil(lambda: guide_status() == "offline", timeout=5000)
    local_board.speaker.find_device()
    qtbot.waitUntil(lambda: "喇叭没有声音，请看屏幕" not in local_board.app.texts(), timeout=5000)
    qtbot.waitUntil(lambda: guide_status() == "ready", timeout=5000)


def test_a_call_made_while_the_board_was_off_is_said_once_when_it_comes_on(qtbot, tmp_path):
    with open_local_hall(tmp_path, FACTS_SPOKEN) as (hall, clock):
        story = local_story(hall)
        story.says(OpenDay, station_id="guide-1")
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        number = story.ticket().number
        story.says(CallNext, counter_id="c1")
        clock.advance(8.0)
        hands = Hands(qtbot, LocalGateway(hall, "board-1"), clock, story)
        try:
            assert number in hands.hear(1)
            hands.see(number)
            assert "请到" not in hands.app.texts()
        finally:
            hands.app.stop()


def test_the_counter_screen_marks_a_lost_hall_and_goes_on_when_it_is_back(qtbot, tmp_path):
    clock = ManualClock(MONDAY_0940)
    with open_remote_hall(tmp_path) as remote:
        story = StoryOfRoles(remote)
        story.says(OpenDay, station_id="guide-1")
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        number = story.ticket().number
        story.says(CallNext, counter_id="c1")
        gateway = remote.gateway("display", "c1")
        app = CounterScreenApp(
            gateway,
            theme_for(COUNTER_32),
            words(),
            Clocks(lambda: clock.now().utc, lambda: clock.now().steady_s),
            "c1",
        )
        qtbot.addWidget(app.screen)
        app.start()
        try:
            qtbot.waitUntil(lambda: number in app.texts(), timeout=10000)
            with qtbot.waitSignal(app.bridge.link_changed, timeout=10000):
                remote.kill()
            clock.advance(2.0)
            stale = "画面可能不是最新，请听广播"
            qtbot.waitUntil(lambda: stale in app.texts(), timeout=5000)
            assert number in app.texts()
            port = int(remote.url.rsplit(":", 1)[1])
            with open_remote_hall(tmp_path, port=port):
                qtbot.waitUntil(lambda: stale not in app.texts(), timeout=10000)
            assert number in app.texts()
        finally:
            app.stop()
