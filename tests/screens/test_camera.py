"""A paper under the guide's camera through the real windows: seen large, taken, kept or copied."""

from __future__ import annotations

import threading
from datetime import timedelta

import msgspec
import pytest
from PySide6.QtWidgets import QWidget

from devices.paper_desk import PaperDesk
from devices.ports import Offline
from document_camera.memory import MemoryDocumentCamera
from document_camera.words.memory import MemoryPageSuggester
from guide_desk.app import GuideApp
from hall.boards.pictures import pictures_of
from hall.client.local import LocalGateway
from launch.papers import paper_renderer
from launch.ux_report.under_camera import seen, taken
from printer_drivers.memory import MemoryPaperPrinter
from printer_drivers.page_copy import page_copy
from tests.guide_desk.desk import setup
from tests.helpers.halls import MONDAY_0940, Story, open_local_hall
from tests.screens.test_guide_cases import FACES_THE_ELDER, Desk
from tests.screens.test_guide_desk import ASSETS, GROUPS, SLIP_WORDS, TABLET
from tests.visits.papers import CARD, FORM, WITH_PAPERS
from ui_kit.clocks import StaffClocks
from ui_kit.theme import build_theme


@pytest.fixture
def camera():
    camera = MemoryDocumentCamera()
    camera.page = taken()
    return camera


@pytest.fixture
def suggester():
    return MemoryPageSuggester()


@pytest.fixture
def desk(qtbot, tmp_path, camera, suggester):
    facts = msgspec.structs.replace(WITH_PAPERS, groups=GROUPS)
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        seconds = [0.0]
        gateway, printer = LocalGateway(hall, "guide-1"), MemoryPaperPrinter()
        app = GuideApp(
            gateway,
            build_theme(ASSETS, TABLET, clock_ms=lambda: seconds[0] * 1000),
            setup(camera_id="camera", suggests=True),
            StaffClocks(lambda: MONDAY_0940 + timedelta(seconds=seconds[0]), lambda: seconds[0]),
            SLIP_WORDS,
            None,
            papers=PaperDesk(paper_renderer(), printer, page_copy),
            mirror_theme=build_theme(ASSETS, FACES_THE_ELDER),
            camera=camera,
            suggester=suggester,
        )
        for window in app.windows().values():
            qtbot.addWidget(window)
            window.show()
        app.start()
        one = Desk(app, printer, Story(gateway), qtbot, seconds)
        one.shows("给老人取号")
        one.touch("area_cases")
        one.touch("case_new")
        one.touch("group_other")
        one.touch("matter_m-house")
        one.shows("请老人拿出来看一看。")
        yield one
        app.stop()


def colours(desk: Desk, window: str, name: str) -> set[int]:
    """The brightness of every pixel of a picture on one of the windows."""
    picture = desk.app.windows()[window].findChild(QWidget, name)
    assert picture is not None
    image = picture.grab().toImage()
    return {
        image.pixelColor(x, y).lightness()
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    }


def test_guide_and_elder_see_the_paper_and_it_becomes_a_checked_item(desk, camera, tmp_path):
    desk.touch("camera_open")
    desk.shows("没看到纸")
    empty = len(colours(desk, "guide", "camera_picture"))
    camera.put_page("good", seen("good").picture)
    desk.shows("好了，可以拍")
    desk.elder_reads("好了，可以拍")
    for window, name in (("guide", "camera_picture"), ("guide_mirror", "mirror_picture")):
        assert len(colours(desk, window, name)) > empty + 20, window
    desk.touch("camera_take")
    desk.elder_reads("拍好了，您看清楚吗？")
    assert len(colours(desk, "guide", "camera_picture")) > empty + 20
    desk.touch("camera_use")
    desk.shows("看1页")
    (case,) = desk.story.look("guide").visits.cases.values()
    (page,) = pictures_of(desk.story.look("guide").pictures, case.id, FORM)
    assert desk.story.gateway.unseal(page.blob_id) == taken().jpeg
    desk.touch("item_ok")
    desk.elder_reads("请拿身份证给我们看看。")
    assert desk.app.windows()["guide"].findChild(QWidget, "camera_picture") is None
    middle = taken().jpeg[5000:5064]
    lying = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path.name for path in lying if middle in path.read_bytes()]


def test_of_a_card_a_copy_comes_out_of_the_printer_and_nothing_else_has_it(desk, camera):
    desk.touch("item_ok")
    desk.elder_reads("请拿身份证给我们看看。")
    desk.touch("camera_open")
    camera.put_page("good")
    desk.touch("camera_take")
    desk.touch("camera_print")
    desk.shows("打好了")
    (copy,) = desk.printer.papers
    assert (copy.name, copy.copies) == ("copy", 1)
    assert copy.pdf.startswith(b"%PDF-")
    assert desk.story.look("guide").pictures == {}


def test_without_the_camera_the_paper_is_looked_at_by_eye(desk, camera):
    camera.set_status(Offline("no_camera"))
    desk.touch("camera_open")
    desk.shows("镜头没接上")
    desk.touch("camera_there")
    desk.elder_reads("请拿身份证给我们看看。")
    assert not camera.watching


def test_a_guess_comes_from_another_thread_and_the_guide_moves_the_page(desk, camera, suggester):
    desk.touch("camera_open")
    camera.put_page("good")
    desk.touch("camera_take")
    desk.shows("第1页拍好了")
    thread = threading.Thread(target=suggester.answer, args=(CARD,))
    thread.start()
    desk.shows("看着像“身份证”")
    thread.join()
    desk.touch("camera_move")
    desk.shows("这一样不留照片，只打一份")
    assert desk.story.look("guide").pictures == {}
