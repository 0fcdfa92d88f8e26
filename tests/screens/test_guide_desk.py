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
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from devices.ports import PaperOut, SlipPrinter
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
from ui_kit.widget import KitWidget

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
def open_guide(qtbot, tmp_path):
    facts = msgspec.structs.replace(FACTS, groups=GROUPS)
    with open_local_hall(tmp_path, facts) as (hall, clock):
        seconds = [0.0]
        gateway = LocalGateway(hall, "guide-1")
        apps = []

        def pass_time(by: float) -> None:
            clock.advance(by)
            hall.run_due()

        def opened(printer: SlipPrinter | None = None, panel: Panel = TABLET) -> Guide:
            app = GuideApp(
                gateway,
                build_theme(ASSETS, panel, clock_ms=lambda: seconds[0] * 1000),
                setup("printer" if printer else ""),
                StaffClocks(lambda: MONDAY_0940 + timedelta(seconds=seconds[0]),
                            lambda: seconds[0]),
                SLIP_WORDS,
                printer,
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
    guide.shows("辅导台的打印机")
    guide.shows("没有纸了，请换一卷新纸。")
    guide.touch("given_written")
    guide.shows("给老人取号")
    guide.waits(60)
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
    guide.shows("要人帮忙")
    guide.shows("在1号取号机旁边")
    guide.touch("help_1_go")
    guide.shows("您去了")
    guide.shows("要去办0件")
    assert "help_1_go" not in [key.objectName() for key in guide.keys_shown()]


def test_urgent_cards_look_urgent(guide):
    guide.asks()
    guide.shows("要人帮忙")
    assert guide.key("help_1_go").style_of_key is KeyStyle.KEY
    guide.waits(61)
    guide.shows("没人应")
    assert guide.key("help_1_go").style_of_key is KeyStyle.HELP
    guide.asks("unwell", "kiosk-2")
    guide.shows("在2号取号机旁边")
    assert guide.key("help_1_go").style_of_key is KeyStyle.EMERGENCY
    assert guide.key("help_2_go").style_of_key is KeyStyle.HELP


def test_a_card_that_slips_under_the_finger_is_not_answered(guide):
    guide.asks()
    guide.shows("要人帮忙")
    guide.seconds[0] += 1.0
    key = guide.key("help_1_go")
    middle = key.rect().center()
    QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=middle)
    guide.asks("unwell", "kiosk-2")
    guide.shows("在2号取号机旁边")
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=middle)
    guide.touch("help_2_go")
    guide.shows("您去了")
    assert "在2号取号机旁边" in guide.app.texts()
    assert guide.key("help_1_go").style_of_key is KeyStyle.EMERGENCY


def test_a_call_nobody_heard_is_read_not_pressed(guide):
    guide.story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    guide.story.takes()
    guide.story.says(CallNext, counter_id="c1")
    guide.waits(21)
    guide.shows("去接 老001")
    card = guide.window.findChild(QWidget, "help_1")
    assert not isinstance(card, KeyBase)


def test_the_red_key_calls_and_then_lies_flat(guide):
    guide.touch("unwell")
    guide.shows("已经叫人了")
    guide.shows("在辅导台旁边")
    assert guide.key("unwell").state().value == "flat"


def test_a_number_without_paper_is_printed_here(guide):
    ticket = guide.story.ticket()
    guide.story.says(
        ReportPrint, ticket_id=ticket.id, station_id="kiosk-1", outcome="not_printed", status=""
    )
    guide.shows("没拿到小票 1 个")
    guide.touch("reprint_老001")
    guide.shows("小票出来了，交给老人")
    guide.hides("没拿到小票")
    assert guide.printer.slips[0].copy_mark


def test_faults_stand_at_the_foot_and_go_by_themselves(guide):
    guide.shows("设备都好")
    guide.story.says(ReportDevice, station_id="kiosk-1", device_id="reader", status="offline")
    guide.shows("1号取号机的读证的机器")
    guide.shows("连不上，请看看电源和线插好没有。")
    guide.story.says(ReportDevice, station_id="kiosk-1", device_id="reader", status="ready")
    guide.shows("设备都好")


def test_the_texts_are_read_from_the_left_to_the_right(guide):
    guide.story.takes(surname="王", sex=1)
    guide.asks()
    guide.shows("要人帮忙")
    guide.shows("老001")
    texts = guide.app.texts()
    order = [texts.index(text) for text in
             ("咨询辅导台", "在等1位", "老001", "给老人取号", "设备都好", "要去办1件")]  # fmt: skip
    assert order == sorted(order)


def busy(guide: Guide) -> None:
    for number in range(1, 7):
        guide.asks("help", f"kiosk-{number}")
        guide.story.says(
            ReportDevice, station_id=f"kiosk-{number}", device_id="printer", status="paper_out"
        )
        ticket = guide.story.ticket("m-card", surname="欧阳", needs=("hearing", "wheelchair"))
        guide.story.says(
            ReportPrint, ticket_id=ticket.id, station_id="kiosk-1", outcome="not_printed", status=""
        )
    guide.shows("没拿到小票 6 个")
    guide.shows("要去办6件")


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1200), (1366, 768), (1024, 768)])
@pytest.mark.parametrize("page", ["take", "matters", "given"])
def test_on_the_busiest_day_every_key_lies_whole_in_the_window_and_on_no_other(guide, size, page):
    busy(guide)
    guide.window.resize(*size)
    if page == "matters":
        guide.touch("exact")
        guide.touch("group_other")
        guide.shows("哪一件")
    if page == "given":
        guide.touch("band_80_plus")
        guide.touch("group_other")
        guide.shows("小票出来了")
    faces = {one.objectName(): face_of(one, guide.window) for one in guide.keys_shown()}
    for name, face in faces.items():
        assert guide.window.rect().contains(face), name
        assert not [other for other, place in faces.items() if other != name
                    and place.intersects(face)], name  # fmt: skip


def test_the_red_key_keeps_its_distance(guide):
    busy(guide)
    red = face_of(guide.key("unwell"), guide.window)
    for one in guide.keys_shown():
        if one.objectName() != "unwell":
            gap = red.top() - face_of(one, guide.window).bottom()
            assert gap >= TABLET.px(8) or face_of(one, guide.window).right() < red.left()


def test_a_finger_finds_every_key(guide):
    busy(guide)
    for one in guide.keys_shown():
        face = one.face_rect()
        assert TABLET.mm(face.height()) >= 5.5, one.objectName()
        assert TABLET.mm(face.width()) >= 13, one.objectName()


def test_every_number_has_its_seal_on_every_part_of_the_page(guide):
    busy(guide)
    shown = {text for part in guide.window.findChildren(KitWidget) for text in part.texts()}
    assert {f"老00{n}" for n in (1, 2, 3)} <= shown
    assert FACTS.series_of("age_60").prefix == "老"


def face_of(key: KeyBase, window: QWidget) -> QRect:
    return key.face_rect().toRect().translated(key.mapTo(window, QPoint(0, 0)))


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
