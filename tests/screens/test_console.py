"""The clerk's windows under a real mouse and keyboard, with a real hall."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from counter_console.app import ConsoleApp
from counter_console.key_table import KEYS
from hall.client.local import LocalGateway
from hall.kernel.facts import GroupFact
from tests.helpers.facts import FACTS
from tests.helpers.halls import MONDAY_0940, Story, open_local_hall
from ui_kit.clocks import StaffClocks
from ui_kit.key_look import KeyStyle
from ui_kit.panel import Panel
from ui_kit.press import KeyBase
from ui_kit.strings import load_room
from ui_kit.theme import build_theme

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PANEL = Panel(width_mm=344.0, height_mm=193.5, width_px=1366, height_px=768)
SIX_GROUPS = tuple(
    GroupFact(id=f"g{n}", name=f"第{n}类的事", icon="coins", examples=()) for n in range(6)
)


@dataclass
class Console:
    app: ConsoleApp
    story: Story
    qtbot: Any
    seconds: list[float] = field(default_factory=lambda: [0.0])

    @property
    def window(self) -> QWidget:
        return self.app.windows()["console"]

    def shows(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=4000)

    def key(self, name: str) -> KeyBase:
        self.qtbot.waitUntil(lambda: name in self.lit() and self.settled(), timeout=4000)
        return self.app.window.key(name)

    def lit(self) -> list[str]:
        keys = self.window.findChildren(KeyBase)
        return [one.objectName() for one in keys if one.isVisibleTo(self.window)
                and one.isEnabled() and one.state().value != "flat"]  # fmt: skip

    def settled(self) -> bool:
        """The green key stands only while nothing is under way; a question has none."""
        keys = [one for one in self.window.findChildren(KeyBase) if one.isVisibleTo(self.window)]
        green = any(one.style_of_key is KeyStyle.PRIMARY for one in keys)
        return green or self.app.window.panel.isVisibleTo(self.window)

    def click(self, name: str) -> None:
        self.seconds[0] += 1.0
        key = self.key(name)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def types(self, key: Qt.Key) -> None:
        self.seconds[0] += 1.0
        self.qtbot.waitUntil(self.settled, timeout=4000)
        QTest.keyClick(self.window, key)

    def sits(self) -> None:
        self.click("clerk_k1")
        self.shows("李敏 · 综合受理")


@pytest.fixture
def open_console(qtbot, tmp_path):
    """Returns a console over a hall; its tap guard goes by the story's seconds."""
    with open_local_hall(tmp_path) as (hall, _clock):
        seconds = [0.0]
        gateway = LocalGateway(hall, "c1")
        apps = []

        def opened() -> Console:
            app = ConsoleApp(
                gateway,
                build_theme(ASSETS, PANEL, clock_ms=lambda: seconds[0] * 1000),
                load_room(ASSETS / "strings", "console"),
                load_room(ASSETS / "strings", "staff"),
                load_room(ASSETS / "strings", "guide"),
                StaffClocks(lambda: MONDAY_0940, lambda: seconds[0]),
                "c1",
                lambda: str(uuid.uuid4()),
            )
            for window in app.windows().values():
                qtbot.addWidget(window)
                window.show()
            app.start()
            apps.append(app)
            return Console(app, Story(gateway), qtbot, seconds)

        yield opened
        for app in apps:
            app.stop()


@pytest.fixture
def console(open_console):
    return open_console()


def test_a_whole_service_by_the_function_keys(console):
    console.story.takes("m-pension", born="1951-03-02", surname="王", sex=1)
    console.sits()
    console.types(Qt.Key.Key_F1)
    console.shows("正在叫")
    console.shows("老001")
    console.shows("王大爷")
    console.types(Qt.Key.Key_F6)
    console.shows("正在办理")
    console.types(Qt.Key.Key_F7)
    console.shows("没有人在等")


def test_a_whole_service_by_the_mouse(console):
    console.story.takes()
    console.sits()
    console.click("key_call")
    console.click("key_start")
    console.click("key_finish")
    console.shows("有人取号，右边会亮出来")


def test_a_double_click_on_call_calls_one(console):
    for _ in range(2):
        console.story.takes()
    console.sits()
    key = console.key("key_call")
    middle = key.rect().center()
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(key, Qt.MouseButton.LeftButton, pos=middle)
    console.types(Qt.Key.Key_F1)
    console.shows("正在叫")
    states = [
        one.state for one in console.story.gateway.snapshot("queue").board.floor.tickets.values()
    ]
    assert sorted(states) == ["called", "waiting"]


def test_a_held_function_key_counts_once(console):
    for _ in range(2):
        console.story.takes()
    console.sits()
    console.types(Qt.Key.Key_F1)
    console.shows("正在叫")
    console.types(Qt.Key.Key_F1)
    console.types(Qt.Key.Key_F7)
    console.shows("正在叫")


@pytest.mark.parametrize("position", range(1, 9))
def test_each_function_key_is_the_key_that_bears_its_name(console, position):
    console.sits()
    pressed: list[str] = []
    console.window._pressed = lambda action, argument: pressed.append(action)
    QTest.keyClick(console.window, Qt.Key(int(Qt.Key.Key_F1) + position - 1))
    assert pressed == [KEYS[position - 1]]


def test_f_keys_work_in_the_strip_and_its_green_key_calls(console):
    console.story.takes()
    console.story.takes()
    console.sits()
    strip = console.app.windows()["console_strip"]
    key = next(one for one in strip.findChildren(KeyBase) if one.objectName() == "strip_next")
    console.qtbot.waitUntil(lambda: key.style_of_key is KeyStyle.PRIMARY)
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())
    console.shows("正在叫")
    assert "老001" in console.app.strip.texts()
    console.qtbot.waitUntil(console.settled)
    QTest.keyClick(strip, Qt.Key.Key_F6)
    console.shows("正在办理")
    assert "办结" in console.app.strip.texts()


def test_somebody_is_sent_to_another_matter_and_escape_goes_back(console):
    console.story.takes()
    console.sits()
    console.click("key_call")
    console.click("key_transfer")
    console.shows("老001 转到哪里？")
    console.types(Qt.Key.Key_Escape)
    console.shows("正在叫")
    console.click("key_transfer")
    console.click("to_group_medical")
    console.click("to_matter_m-medical")
    console.shows("可以叫下一位")
    console.shows("拿发票报医药费")


def test_a_row_is_clicked_and_called_with_a_reason(console):
    console.story.takes()
    console.story.takes()
    console.sits()
    console.qtbot.waitUntil(lambda: console.window.findChild(QWidget, "row_老002") is not None)
    row = console.window.findChild(QWidget, "row_老002")
    assert row is not None
    console.qtbot.waitUntil(row.isEnabled)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().center())
    console.shows("为什么先叫 老002？")
    console.click("reason_2")
    console.shows("正在叫")
    assert "老002" in console.app.strip.texts()


def test_somebody_set_aside_comes_back_with_one_click(console):
    console.story.takes()
    console.sits()
    console.click("key_call")
    console.click("key_miss")
    console.click("aside_老001")
    console.shows("老001 又排上了")


def test_what_cannot_be_done_now_is_dark_and_deaf(console):
    console.sits()
    assert {"key_call", "key_pause"} == {name for name in console.lit() if name.startswith("key_")
                                         and name not in ("key_clerk", "key_unwell")}  # fmt: skip
    key = console.app.window.key("key_finish")
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())
    assert "没有人在等" in console.app.texts()


def test_a_break_and_back(console):
    console.sits()
    console.types(Qt.Key.Key_F8)
    console.shows("窗口暂停了")
    console.types(Qt.Key.Key_F8)
    console.shows("没有人在等")


def test_the_next_shift_takes_the_ticket_over(console, open_console):
    console.story.takes()
    console.sits()
    console.click("key_call")
    console.shows("正在叫")
    console.click("key_clerk")
    console.shows("换谁坐这里？")
    console.click("clerk_k2")
    console.shows("接着办李敏叫的 老001")
    again = open_console()
    again.shows("王芳 · 综合受理")
    again.shows("正在叫")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1280, 1024), (1024, 600)])
def test_every_key_lies_whole_inside_the_window_and_on_no_other(console, size):
    for _ in range(8):
        console.story.takes()
    console.sits()
    console.click("key_call")
    console.click("key_hold")
    console.window.resize(*size)
    console.shows("先放下的号")
    keys = [one for one in console.window.findChildren(KeyBase) if one.isVisibleTo(console.window)]
    faces = {one.objectName(): face_of(one, console.window) for one in keys}
    for name, face in faces.items():
        assert console.window.rect().contains(face), name
        assert not [other for other, place in faces.items() if other != name
                    and place.intersects(face)]  # fmt: skip


def face_of(key: KeyBase, window: QWidget) -> QRect:
    face = key.face_rect().toRect()
    return face.translated(key.mapTo(window, QPoint(0, 0)))


def test_forty_matters_in_six_groups_fit_the_question(qtbot, tmp_path):
    matters = tuple(
        msgspec.structs.replace(FACTS.matters[0], id=f"m{n}", group=f"g{n % 6}") for n in range(40)
    )
    facts = msgspec.structs.replace(FACTS, groups=SIX_GROUPS, matters=matters)
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        gateway = LocalGateway(hall, "c1")
        seconds = [0.0]
        app = ConsoleApp(
            gateway, build_theme(ASSETS, PANEL, clock_ms=lambda: seconds[0] * 1000),
            load_room(ASSETS / "strings", "console"),
            load_room(ASSETS / "strings", "staff"),
            load_room(ASSETS / "strings", "guide"),
            StaffClocks(lambda: MONDAY_0940, lambda: seconds[0]), "c1",
            lambda: str(uuid.uuid4()),
        )  # fmt: skip
        qtbot.addWidget(app.window)
        qtbot.addWidget(app.strip)
        app.start()
        app.window.show()
        one = Console(app, Story(gateway), qtbot, seconds)
        one.story.takes("m0")
        one.sits()
        one.click("key_call")
        one.click("key_transfer")
        one.click("to_group_g0")
        one.click("to_matter_m6")
        one.shows("可以叫下一位")
        app.stop()
