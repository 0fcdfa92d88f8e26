"""The kiosk's window under a real finger, with a real hall and devices in memory."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType, ModuleType

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from devices.ports import Offline, PaperOut
from hall.client.local import LocalGateway
from id_reader.memory import MemoryCardReader
from kiosk.app import KioskApp, KioskClocks, KioskDevices
from kiosk.screens.window import KioskWindow
from printer_drivers.memory import MemorySlipPrinter
from tests.helpers.facts import FACTS
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import MONDAY, QuietVoice, card, setup
from ui_kit.panel import Panel
from ui_kit.theme import build_theme

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PANEL = Panel(width_mm=268.0, height_mm=476.4, width_px=540, height_px=960)
FEEDBACK_S = 0.1
GROUPS = tuple(
    msgspec.structs.replace(group, icon=icon)
    for group, icon in zip(FACTS.groups, ("coins", "first-aid-kit", "house"), strict=True)
)


class Clocks:
    """Time that passes when the story says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def ms(self) -> float:
        return self.seconds * 1000


@dataclass
class Kiosk:
    app: KioskApp
    reader: MemoryCardReader
    printer: MemorySlipPrinter
    voice: QuietVoice
    clocks: Clocks
    qtbot: QtBot

    def shows(self, text):
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=4000)

    def touch(self, name):
        self.clocks.seconds += 1.0
        self.qtbot.waitUntil(lambda: name in self.key_names(), timeout=4000)
        key = self.page().key(name)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def page(self):
        window = self.app.windows()["kiosk"]
        assert isinstance(window, KioskWindow)
        return window.current()

    def key_names(self):
        keys = self.page().keys()
        return [key.objectName() for key in keys]

    def waits(self, seconds):
        """Time passes; the kiosk looks at its clock by itself."""
        self.clocks.seconds += seconds


@pytest.fixture
def kiosk(qtbot, tmp_path):
    facts = msgspec.structs.replace(FACTS, groups=GROUPS)
    clocks = Clocks()
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        reader, printer, voice = MemoryCardReader(), MemorySlipPrinter(), QuietVoice()
        app = KioskApp(
            LocalGateway(hall, "kiosk-1"),
            setup(),
            KioskDevices(reader, printer, voice),
            KioskClocks(clocks, lambda: MONDAY),
            build_theme(ASSETS, PANEL, clock_ms=clocks.ms),
        )
        window = app.windows()["kiosk"]
        qtbot.addWidget(window)
        app.start()
        window.show()
        one = Kiosk(app, reader, printer, voice, clocks, qtbot)
        qtbot.waitUntil(lambda: app.presenter.heard_hall, timeout=4000)
        yield one
        app.stop()


def test_card_to_slip_with_three_touches(kiosk):
    kiosk.shows("取号办事")
    kiosk.reader.place(card())
    kiosk.shows("您今天办什么事？")
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.shows("前面没有人")
    kiosk.touch("key.yes")
    kiosk.shows("请拿好小票")
    kiosk.shows("老001")
    assert [slip.texts()[1] for slip in kiosk.printer.slips] == ["老001"]
    assert not any("王" in text for text in kiosk.voice.said)


def test_a_double_tap_gives_one_ticket(kiosk):
    kiosk.reader.place(card())
    kiosk.shows("您今天办什么事？")
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.qtbot.waitUntil(lambda: "key.yes" in kiosk.key_names())
    kiosk.clocks.seconds += 1
    key = kiosk.page().key("key.yes")
    middle = key.rect().center()
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(key, Qt.MouseButton.LeftButton, pos=middle)
    kiosk.shows("请拿好小票")
    assert len(kiosk.printer.slips) == 1


@pytest.mark.parametrize("name", ["key.start", "louder", "help"])
def test_a_touch_is_seen_and_heard_within_a_tenth_of_a_second(kiosk, name):
    kiosk.qtbot.waitUntil(lambda: name in kiosk.key_names())
    kiosk.clocks.seconds += 1
    key = kiosk.page().key(name)
    rest, heard = key.grab().toImage(), kiosk.voice.clicks
    began_s = time.monotonic()
    QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=key.rect().center())
    assert time.monotonic() - began_s < FEEDBACK_S
    assert kiosk.voice.clicks == heard + 1
    assert key.grab().toImage() != rest
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=key.rect().center())


def test_without_paper_the_number_is_giant_and_can_be_asked_for_again(kiosk):
    kiosk.printer.set_status(PaperOut())
    kiosk.touch("key.start")
    kiosk.touch("key.no_card")
    kiosk.touch("key.age.60_79")
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.touch("key.yes")
    kiosk.shows("打印纸没了")
    kiosk.shows("老001")
    kiosk.touch("key.remembered")
    kiosk.shows("没打出来的号")
    kiosk.printer.set_status(PaperOut())
    assert kiosk.printer.slips == []


def test_the_reader_is_unplugged_while_the_card_is_asked_for(kiosk):
    kiosk.touch("key.start")
    kiosk.shows("请把身份证")
    kiosk.reader.set_status(Offline("cable"))
    kiosk.shows("读证的机器歇一下")
    assert "key.no_card" in kiosk.key_names()


def test_help_is_called_from_the_dock_and_its_key_lies_flat(kiosk):
    kiosk.touch("help")
    kiosk.shows("工作人员马上来")
    kiosk.shows("已经叫了")
    kiosk.touch("back")
    kiosk.shows("取号办事")


def test_nobody_there_wipes_every_widget(kiosk):
    kiosk.reader.place(card("欧阳秀英", sex=2))
    kiosk.shows("您今天办什么事？")
    kiosk.touch("back")
    kiosk.touch("larger")
    kiosk.waits(61)
    kiosk.shows("您还在吗？")
    kiosk.waits(31)
    kiosk.shows("取号办事")
    window = kiosk.app.windows()["kiosk"]
    words = [child.accessibleName() for child in window.findChildren(QWidget)]
    assert "欧阳" not in "".join(words) + str(kiosk.app.presenter.view())
    assert not kiosk.app.presenter.comfort.large


def test_after_a_visit_nothing_in_memory_says_who_it_was_and_every_setting_is_back(kiosk):
    lady = card("欧阳秀英", sex=2)
    kiosk.reader.place(lady)
    kiosk.shows("您今天办什么事？")
    assert held_of(kiosk, "欧阳大娘")
    assert held_of(kiosk, lady.id_number)
    for name in ("slower", "louder", "larger", "lower"):
        kiosk.touch(name)
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.touch("key.yes")
    kiosk.shows("请拿好小票")
    kiosk.touch("key.done")
    kiosk.shows("点一下")
    kiosk.reader.take()
    kiosk.qtbot.waitUntil(
        lambda: not (held_of(kiosk, "欧阳大娘") or held_of(kiosk, lady.id_number)), timeout=4000
    )
    view = kiosk.app.presenter.view()
    assert (view.volume, view.slow, view.large, view.low) == (1, False, False, False)
    assert kiosk.voice.volume == 1


def held_of(kiosk, text):
    """Every text with these words in it that the station holds; the hall is elsewhere."""
    app = kiosk.app
    beside = {id(kiosk.reader), id(app._hall._gateway)}
    todo: list[object] = [app, *vars(app).values()]
    seen: set[int] = set()
    found: list[str] = []
    while todo:
        one = todo.pop()
        if id(one) in seen or id(one) in beside or isinstance(one, type | ModuleType):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            found += [one] if text in one else []
        elif isinstance(one, FunctionType):
            todo += [cell.cell_contents for cell in one.__closure__ or ()]
        else:
            todo += gc.get_referents(one)
    return found


def test_a_wrong_number_is_taken_back_with_a_finger(kiosk):
    kiosk.reader.place(card())
    kiosk.shows("您今天办什么事？")
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.touch("key.yes")
    kiosk.shows("请拿好小票")
    kiosk.touch("key.undo")
    kiosk.shows("不算了")
    kiosk.touch("key.choose_again")
    kiosk.shows("您今天办什么事？")


def test_the_list_of_what_to_bring_is_printed_and_is_no_number(kiosk):
    kiosk.touch("key.what_to_bring")
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.touch("key.print_list")
    kiosk.shows("请拿好单子")
    assert "1. 身份证" in kiosk.printer.slips[0].texts()
    kiosk.touch("back")
    kiosk.printer.set_status(PaperOut())
    kiosk.touch("key.print_list")
    kiosk.shows("打印纸没了")
    kiosk.touch("key.show_list")
    kiosk.shows("样就行")


def test_lowered_keys_lie_in_the_lowest_two_fifths(kiosk):
    kiosk.touch("larger")
    kiosk.touch("lower")
    kiosk.shows("把身份证放这里")
    assert window_keys_lie_low(kiosk)


def window_keys_lie_low(kiosk):
    shown = kiosk.page().keys()
    keys = [key for key in shown if key.objectName().startswith("key.")]
    return bool(keys) and all(key.face_mm.y >= PANEL.height_mm * 0.6 - 0.5 for key in keys)


@pytest.fixture
def waits_for_the_painting(monkeypatch):
    monkeypatch.setattr("ui_kit.first_paint.LONGEST_MS", 3_600_000)


@pytest.mark.usefixtures("waits_for_the_painting")
def test_the_painted_home_page_opens_devices_and_hall(kiosk):
    kiosk.reader.place(card())
    kiosk.shows("您今天办什么事？")


def test_start_imports_no_server_and_no_database():
    code = (
        "import sys, kiosk.app, launch.joining, launch.station_apps, hall.client.remote; "
        "heavy = {'fastapi', 'sqlmodel', 'httpx', 'reportlab', 'sqlalchemy', 'pydantic'}; "
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    assert subprocess.call([sys.executable, "-c", code], cwd=root) == 0  # noqa: S603 - our own words
