"""Papers gone through under a real finger: real hall, real renderer, printer in memory, mirror."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from devices.paper_desk import PaperDesk
from devices.ports import PaperOut
from guide_desk.app import GuideApp
from guide_desk.screens.pdf_pages import pages_of
from hall.client.local import LocalGateway
from launch.papers import paper_renderer
from printer_drivers.memory import MemoryPaperPrinter
from tests.guide_desk.desk import setup
from tests.helpers.halls import MONDAY_0940, Story, open_local_hall
from tests.screens.test_guide_desk import ASSETS, GROUPS, SLIP_WORDS, TABLET
from tests.visits.papers import WITH_PAPERS
from ui_kit.clocks import StaffClocks
from ui_kit.panel import Panel
from ui_kit.press import KeyBase
from ui_kit.theme import build_theme

FACES_THE_ELDER = Panel(width_mm=345.0, height_mm=194.0, width_px=1380, height_px=776)


@dataclass
class Desk:
    """The desk with its two windows."""

    app: GuideApp
    printer: MemoryPaperPrinter
    story: Story
    qtbot: Any
    seconds: list[float]

    def shows(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=8000)

    def elder_reads(self, text: str) -> None:
        mirror = self.app.mirror
        assert mirror is not None
        self.qtbot.waitUntil(lambda: text in "\n".join(mirror.texts()), timeout=4000)

    def touch(self, name: str) -> None:
        self.qtbot.waitUntil(lambda: name in self._raised(), timeout=8000)
        self.seconds[0] += 1.0  # a touch of a page that has just appeared does not count
        key = self._raised()[name]
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def _raised(self) -> dict[str, KeyBase]:
        window = self.app.windows()["guide"]
        found = [one for one in window.findChildren(KeyBase) if one.can_be_pressed]
        return {one.objectName(): one for one in found if one.isVisibleTo(window)}


@pytest.fixture
def desk(qtbot, tmp_path):
    facts = msgspec.structs.replace(WITH_PAPERS, groups=GROUPS)
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        seconds = [0.0]
        gateway, printer = LocalGateway(hall, "guide-1"), MemoryPaperPrinter()
        app = GuideApp(
            gateway,
            build_theme(ASSETS, TABLET, clock_ms=lambda: seconds[0] * 1000),
            setup(),
            StaffClocks(lambda: MONDAY_0940 + timedelta(seconds=seconds[0]), lambda: seconds[0]),
            SLIP_WORDS,
            None,
            papers=PaperDesk(paper_renderer(), printer),
            mirror_theme=build_theme(ASSETS, FACES_THE_ELDER),
        )
        for window in app.windows().values():
            qtbot.addWidget(window)
            window.show()
        app.start()
        one = Desk(app, printer, Story(gateway), qtbot, seconds)
        one.shows("给老人取号")
        yield one
        app.stop()


def begins(desk: Desk) -> None:
    """Somebody comes for a matter of two papers."""
    desk.touch("area_cases")
    desk.touch("case_new")
    desk.touch("group_other")
    desk.touch("matter_m-house")
    desk.shows("请老人拿出来看一看。")


def test_an_item_is_missing_the_notice_is_printed_and_the_elder_reads_along(desk):
    begins(desk)
    desk.elder_reads("请拿申请表给我们看看。")
    desk.touch("item_ok")
    desk.elder_reads("请拿身份证给我们看看。")
    desk.touch("item_missing")
    desk.elder_reads("这一样要补，我们给您写在单子上。")
    desk.touch("item_take")
    desk.shows("还差 1 样")
    desk.touch("case_notice")
    desk.shows("请看一看")
    assert ink_on(desk.app.windows()["guide"].findChild(QWidget, "page")) > 0.01
    desk.touch("paper_print")
    desk.shows("打好了，交给老人")
    desk.shows("已经存档")
    (job,) = desk.printer.papers
    assert job.pdf.startswith(b"%PDF-")
    assert (job.name, job.copies) == ("one_time_notice", 2)
    desk.touch("paper_done")
    desk.elder_reads("还差的写在单子上了，照着补就行，不用再问。")


def test_without_paper_the_page_says_so_and_the_code_can_be_written_by_hand(desk):
    desk.printer.set_status(PaperOut())
    begins(desk)
    desk.touch("item_missing")
    desk.touch("item_take")
    desk.touch("item_ok")
    desk.touch("case_notice")
    desk.touch("paper_print")
    desk.shows("没有打出来")
    desk.shows("没有纸了，请放 A4 纸")
    desk.touch("paper_by_hand")
    desk.shows("这个码写在单子上")
    (case,) = desk.story.look("guide").visits.cases.values()
    assert case.code in desk.app.texts()


def test_a_code_is_typed_on_the_keyboard(desk):
    begins(desk)
    desk.touch("item_missing")
    desk.touch("item_take")
    desk.touch("item_ok")
    desk.touch("case_notice")
    desk.shows("请看一看")
    (case,) = desk.story.look("guide").visits.cases.values()
    desk.touch("back")
    desk.touch("case_leave")
    desk.touch("leave_with_notice")
    desk.touch("case_code")
    desk.shows("六个字，点完就打开")
    QTest.keyClicks(desk.app.windows()["guide"], case.code.lower())
    QTest.keyClick(desk.app.windows()["guide"], Qt.Key.Key_Return)
    desk.shows("接着上回办")


def test_a_telephone_is_typed_kept_sealed_and_taken_back(desk):
    begins(desk)
    desk.touch("item_missing")
    desk.touch("item_take")
    desk.touch("item_ok")
    desk.touch("case_notice")
    desk.shows("请看一看")
    desk.touch("back")
    desk.touch("case_phone")
    desk.elder_reads("留个电话，好吗？")
    desk.touch("phone_yes")
    desk.shows("电话是多少？")
    QTest.keyClicks(desk.app.windows()["guide"], "13900004321")
    desk.elder_reads("139 0000 4321")
    desk.touch("phone_keep")
    desk.qtbot.waitUntil(lambda: len(desk.story.look("guide").details) == 1, timeout=4000)
    (kept,) = desk.story.look("guide").details.values()
    assert desk.story.gateway.unseal(kept.blob_id) == b"13900004321"
    desk.touch("case_more")
    desk.touch("case_phone")
    desk.touch("phone_withdraw")
    desk.qtbot.waitUntil(lambda: not desk.story.look("guide").details, timeout=4000)


def ink_on(widget: QWidget) -> float:
    """The share of dark points in the left half of a page, where paper lies."""
    picture = widget.grab().toImage()
    points = [
        picture.pixelColor(x, y).lightness() < 90
        for x in range(0, picture.width() // 2, 3)
        for y in range(picture.height() // 6, picture.height(), 3)
    ]
    return sum(points) / len(points)


def test_what_is_no_pdf_has_no_pages_and_breaks_nothing(qtbot):
    assert pages_of(b"%PDF-1.7 torn off", QSize(60, 85), 2) == ()
