"""The guide's page under a real finger, with a real hall and a printer in memory."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from devices.ports import CardReader, PaperOut, SlipPrinter
from guide_desk.app import GuideApp
from hall.calls.messages import CallNext, OpenCounter
from hall.client.local import LocalGateway
from hall.help.messages import HelpKind, ReportDevice, RequestHelp
from hall.tickets.messages import ReportPrint
from printer_drivers.memory import MemorySlipPrinter
from tests.guide_desk.desk import STRINGS, setup
from tests.helpers.facts import FACTS
from tests.helpers.halls import MONDAY_0940, Story, open_local_hall
from ui_kit.clocks import StaffClocks
from ui_kit.key_look import KeyStyle
from ui_kit.panel import Panel
from ui_kit.press import KeyBase
from ui_kit.theme import build_theme

ASSETS = STRINGS.parent
SLIP_WORDS = tomllib.loads((STRINGS / "zh-CN" / "slip.toml").read_text(encoding="utf-8"))
GROUPS = tuple(
    msgspec.structs.replace(group, icon=icon)
    for group, icon in zip(FACTS.groups, ("coins", "first-aid-kit", "house"), strict=True)
)
TABLET = Panel(width_mm=217.0, height_mm=136.0, width_px=1280, height_px=800)


@dataclass
class Guide:
    app: GuideApp
    printer: MemorySlipPrinter | None
    story: Story
    qtbot: Any
    pass_hall_time: Callable[[float], None]
    seconds: list[float] = field(default_factory=lambda: [0.0])

    @property
    def window(self) -> QWidget:
        return self.app.windows()["guide"]

    def shows(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=4000)

    def hides(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text not in "\n".join(self.app.texts()), timeout=4000)

    def keys_shown(self) -> list[KeyBase]:
        found = self.window.findChildren(KeyBase)
        return [one for one in found if one.objectName() and one.isVisibleTo(self.window)]

    def key(self, name: str) -> KeyBase:
        self.qtbot.waitUntil(lambda: name in [one.objectName() for one in self.keys_shown()])
        return self.app.window.key(name)

    def touch(self, name: str) -> None:
        self.seconds[0] += 1.0
        key = self.key(name)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def asks(self, kind: HelpKind = "help", station_id: str = "kiosk-1") -> None:
        self.story.says(RequestHelp, station_id=station_id, help_kind=kind)

    def waits(self, seconds: float) -> None:
        self.seconds[0] += seconds
        self.pass_hall_time(seconds)


@pytest.fixture
def open_guide(qtbot, tmp_path, guide_facts):
    facts = msgspec.structs.replace(guide_facts, groups=GROUPS)
    with open_local_hall(tmp_path, facts) as (hall, clock):
        seconds = [0.0]
        gateway = LocalGateway(hall, "guide-1")
        apps = []

        def pass_time(by: float) -> None:
            clock.advance(by)
            hall.run_due()

        def opened(
            printer: SlipPrinter | None = None, panel: Panel = TABLET,
            reader: CardReader | None = None,
        ) -> Guide:  # fmt: skip
            app = GuideApp(
                gateway,
                build_theme(ASSETS, panel, clock_ms=lambda: seconds[0] * 1000),
                setup("printer" if printer else ""),
                StaffClocks(lambda: MONDAY_0940 + timedelta(seconds=seconds[0]),
                            lambda: seconds[0]),
                SLIP_WORDS,
                printer,
                reader=reader,
            )  # fmt: skip
            qtbot.addWidget(app.window)
            app.window.show()
            app.start()
            apps.append(app)
            memory = printer if isinstance(printer, MemorySlipPrinter) else None
            one = Guide(app, memory, Story(gateway), qtbot, pass_time, seconds)
            one.shows("给老人取号")
            return one

        yield opened
        for app in apps:
            app.stop()


@pytest.fixture
def guide(open_guide):
    return open_guide(MemorySlipPrinter())


def test_two_touches_print_a_number(guide):
    guide.touch("band_80_plus")
    guide.touch("group_pension")
    guide.shows("小票出来了，交给老人")
    assert "尊001" in guide.app.texts()
    assert [slip.texts()[1] for slip in guide.printer.slips] == ["尊001"]
    assert guide.key("given_done").style_of_key is KeyStyle.PRIMARY
    guide.touch("given_done")
    guide.shows("点年纪，再点办什么事")


def test_a_trembling_finger_gets_one_ticket(guide):
    guide.touch("band_80_plus")
    guide.seconds[0] += 1.0
    key = guide.key("group_pension")
    middle = key.rect().center()
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(key, Qt.MouseButton.LeftButton, pos=middle)
    guide.shows("小票出来了，交给老人")
    assert len(guide.printer.slips) == 1
    assert len(guide.story.gateway.snapshot("queue").board.floor.tickets) == 1


def test_the_second_tap_of_a_pair_presses_no_key_of_the_next_page(guide):
    guide.touch("exact")
    guide.touch("band_80_plus")
    guide.touch("group_pension")
    key = guide.key("matter_m-pension")
    QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())
    guide.shows("哪一件")
    assert guide.printer.slips == []
    guide.touch("matter_m-card")
    guide.shows("换银行卡收养老金")
    guide.shows("小票出来了，交给老人")


def test_no_paper_shows_the_number_large_and_the_way_on(guide):
    guide.printer.set_status(PaperOut())
    guide.touch("band_60_79")
    guide.touch("group_medical")
    guide.shows("没有小票，请把号写给老人")
    guide.touch("area_tasks")
    guide.shows("辅导台的打印机")
    guide.shows("没有纸了，请换一卷新纸。")
    guide.shows("要写号")
    guide.touch("area_take")
    guide.touch("given_written")
    guide.shows("给老人取号")
    guide.waits(60)
    guide.touch("area_arrivals")
    guide.shows("1分钟")
    assert "没拿到小票" not in "".join(guide.app.texts())


def test_a_desk_without_a_printer_shows_the_number_large(open_guide):
    guide = open_guide(None)
    guide.touch("group_pension")
    guide.touch("band_under_60")
    guide.shows("没有小票，请把号写给老人")
    assert "普001" in guide.app.texts()
    assert "given_again" not in [key.objectName() for key in guide.keys_shown()]


def test_a_number_taken_by_mistake_is_taken_back(guide):
    guide.touch("band_60_79")
    guide.touch("group_medical")
    guide.touch("given_undo")
    guide.shows("老001 作废了")
    assert guide.key("band_60_79").is_switched_on


def test_somebody_asks_for_help_and_the_guide_goes(guide):
    guide.asks()
    guide.shows("要人帮忙：在1号取号机旁边")
    assert guide.key("area_tasks").style_of_key is KeyStyle.HELP
    guide.touch("area_tasks")
    guide.touch("help_1_go")
    guide.shows("您去了")
    guide.shows("要去办 0 件")
    assert "help_1_go" not in [key.objectName() for key in guide.keys_shown()]


def test_urgent_cards_look_urgent(guide):
    guide.asks()
    guide.touch("area_tasks")
    guide.shows("要人帮忙")
    assert guide.key("help_1_go").style_of_key is KeyStyle.KEY
    guide.waits(61)
    guide.shows("没人应")
    assert guide.key("help_1_go").style_of_key is KeyStyle.HELP
    guide.asks("unwell", "kiosk-2")
    guide.shows("2号取号机旁边")
    guide.touch("alarm_fold")
    guide.shows("在2号取号机旁边")
    assert guide.key("help_1_go").style_of_key is KeyStyle.EMERGENCY
    assert guide.key("help_2_go").style_of_key is KeyStyle.HELP


def test_a_card_that_slips_under_the_finger_is_not_answered(guide):
    guide.asks()
    guide.touch("area_tasks")
    guide.shows("要人帮忙")
    guide.seconds[0] += 1.0
    key = guide.key("help_1_go")
    middle = key.rect().center()
    QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=middle)
    guide.asks("unwell", "kiosk-2")
    guide.shows("有人身体不舒服")
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=middle)
    guide.touch("alarm_fold")
    guide.shows("在2号取号机旁边")
    guide.touch("help_2_go")
    guide.shows("您去了")
    assert "在2号取号机旁边" in guide.app.texts()
    assert guide.key("help_1_go").style_of_key is KeyStyle.EMERGENCY


def test_a_call_nobody_heard_is_read_not_pressed(guide):
    guide.story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    guide.story.takes()
    guide.story.says(CallNext, counter_id="c1")
    guide.waits(21)
    guide.shows("去接 老001：1号窗口叫他，没播出来")
    guide.touch("area_tasks")
    guide.shows("叫了")
    card = guide.window.findChild(QWidget, "help_1")
    assert not isinstance(card, KeyBase)


def test_the_red_key_calls_and_then_lies_flat(guide):
    guide.touch("unwell")
    guide.shows("就在这里")
    guide.shows("还没有人说去")
    guide.shows("按错了")
    guide.waits(9)
    guide.touch("alarm_fold")
    guide.shows("已经叫人了")
    guide.shows("身体不舒服：在辅导台旁边")
    assert guide.key("unwell").state().value == "flat"


def test_a_number_without_paper_is_printed_here(guide):
    ticket = guide.story.ticket()
    guide.story.says(
        ReportPrint, ticket_id=ticket.id, station_id="kiosk-1", outcome="not_printed", status=""
    )
    guide.shows("没小票")
    guide.touch("area_arrivals")
    guide.shows("没拿到小票 1 个")
    guide.touch("reprint_老001")
    guide.shows("小票出来了，交给老人")
    guide.touch("given_done")
    guide.shows("小票都拿到了")
    assert guide.printer.slips[0].copy_mark


def test_faults_stand_below_the_tasks_and_go_by_themselves(guide):
    guide.touch("area_tasks")
    guide.shows("设备都好")
    guide.story.says(ReportDevice, station_id="kiosk-1", device_id="reader", status="offline")
    guide.shows("1号取号机的读证的机器")
    guide.shows("连不上，请看看电源和线插好没有。")
    guide.story.says(ReportDevice, station_id="kiosk-1", device_id="reader", status="ready")
    guide.shows("设备都好")


def test_the_texts_are_read_from_the_top_down(guide):
    guide.story.takes(surname="王", sex=1)
    guide.asks()
    guide.touch("area_arrivals")
    guide.shows("要人帮忙")
    guide.shows("老001")
    texts = guide.app.texts()
    read = ("咨询辅导台", "要人帮忙：在1号取号机旁边", "在等 1 位", "老001", "取号", "身体不舒服")
    order = [texts.index(text) for text in read]
    assert order == sorted(order)


def test_function_keys_press_the_rail_and_escape_leads_back(guide):
    guide.asks()
    guide.story.takes()
    for key, text in ((Qt.Key.Key_F3, "要去办 1 件"), (Qt.Key.Key_F2, "在等 1 位"),
                      (Qt.Key.Key_Escape, "给老人取号")):  # fmt: skip
        QTest.keyClick(guide.window, key)
        guide.shows(text)
    QTest.keyClick(guide.window, Qt.Key.Key_F9)
    guide.shows("给老人取号")


def test_who_is_ill_is_outlined_on_the_rail(guide):
    guide.asks("unwell")
    guide.shows("有人身体不舒服")
    guide.touch("alarm_fold")
    guide.shows("身体不舒服：在1号取号机旁边")
    key = guide.key("area_tasks")
    picture = key.grab().toImage()
    face = key.face_rect().toRect()
    red = guide.app.window.theme.colour("red_top")
    assert picture.pixelColor(face.left() + 3, face.center().y()) == red
    guide.touch("area_tasks")
    guide.touch("help_1_go")
    guide.shows("已经有人去了")
    guide.touch("alarm_finish")
    guide.shows("要去办 0 件")
    assert guide.key("area_tasks").style_of_key is KeyStyle.KEY


def test_start_imports_no_server_and_no_database():
    code = (
        "import sys, guide_desk.app, counter_console.app; "
        "heavy = {'fastapi', 'sqlmodel', 'httpx', 'reportlab', 'sqlalchemy', 'pydantic'}; "
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    started = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], cwd=root, check=False
    )
    assert started.returncode == 0
