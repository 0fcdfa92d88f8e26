"""Writing by hand at the kiosk: a real finger on the glass, a real hall, a guide who reads it."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hall.kernel.gateway import HallGateway
from hall.kernel.handwriting import Handwriting, read_handwriting
from id_reader.memory import MemoryCardReader
from kiosk.app import KioskApp, KioskClocks, KioskDevices
from kiosk.presenter import Presenter
from kiosk.screens.window import KioskWindow
from printer_drivers.memory import MemorySlipPrinter
from tests.helpers.halls import RemoteHall, open_remote_hall
from tests.kiosk.people import MONDAY, QuietVoice, setup
from ui_kit.handwriting_pad import LEAST_HEIGHT_MM, LEAST_WIDTH_MM, HandwritingPad
from ui_kit.panel import Panel, RectMm
from ui_kit.theme import Mode, build_theme

ASSETS = Path(__file__).resolve().parents[2] / "assets"
PORTRAIT = Panel(268.0, 476.0, 540, 960)
LANDSCAPE = Panel(476.0, 268.0, 960, 540)
LARGE_PORTRAIT = Panel(398.0, 708.0, 540, 960)
LARGE_LANDSCAPE = Panel(708.0, 398.0, 960, 540)
PANELS = (PORTRAIT, LANDSCAPE, LARGE_PORTRAIT, LARGE_LANDSCAPE)
LOWEST_SHARE = 0.6


class Seconds:
    """Time that passes when the story says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def ms(self) -> float:
        return self.now * 1000


@dataclass
class WritingKiosk:
    """A kiosk whose visitor has a finger, and a clock that the story moves."""

    app: KioskApp
    voice: QuietVoice
    seconds: Seconds
    qtbot: Any

    @property
    def window(self) -> KioskWindow:
        window = self.app.windows()["kiosk"]
        assert isinstance(window, KioskWindow)
        return window

    @property
    def pad(self) -> HandwritingPad:
        pads = self.window.current().findChildren(HandwritingPad)
        (pad,) = [one for one in pads if isinstance(one, HandwritingPad) and one.isVisible()]
        return pad

    def shows(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=6000)

    def touch(self, *names: str) -> None:
        for name in names:
            self.seconds.now += 1.0
            self.qtbot.waitUntil(lambda name=name: name in self.key_names(), timeout=4000)
            key = self.window.current().key(name)
            QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def key_names(self) -> list[str]:
        shown = self.window.current().keys()
        return [key.objectName() for key in shown]

    def writes(self, *points_mm: tuple[float, float]) -> None:
        """One stroke of a finger that trembles a little."""
        self.seconds.now += 1.0
        pad, px = self.pad, self.pad.theme.px
        first, last = points_mm[0], points_mm[-1]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, map(px, first))))
        for (x0, y0), (x1, y1) in pairwise(points_mm):
            for step in range(31):
                share = step / 30
                x = x0 + (x1 - x0) * share + 0.6 * math.sin(step * 1.9)
                y = y0 + (y1 - y0) * share + 0.6 * math.cos(step * 2.3)
                QTest.mouseMove(pad, QPoint(round(px(x)), round(px(y))))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, map(px, last))))

    def writes_a_cross(self) -> None:
        self.writes((20, 40), (100, 40))
        self.writes((60, 10), (60, 70))

    def opens_the_sheet(self) -> None:
        self.touch("help")
        self.shows("工作人员马上来")
        self.shows("已经叫了")
        self.touch("key.write")
        self.shows("请写在这里")
        self.seconds.now += 1.0


@contextmanager
def kiosk_over(qtbot: Any, gateway: HallGateway) -> Iterator[WritingKiosk]:
    seconds, voice = Seconds(), QuietVoice()
    app = KioskApp(
        gateway,
        setup(),
        KioskDevices(MemoryCardReader(), MemorySlipPrinter(), voice),
        KioskClocks(seconds, lambda: MONDAY),
        build_theme(ASSETS, PORTRAIT, clock_ms=seconds.ms),
    )
    window = app.windows()["kiosk"]
    qtbot.addWidget(window)
    app.start()
    window.show()
    qtbot.waitUntil(lambda: app.presenter.heard_hall, timeout=6000)
    try:
        yield WritingKiosk(app, voice, seconds, qtbot)
    finally:
        app.stop()


@pytest.fixture
def remote(tmp_path):
    with open_remote_hall(tmp_path) as hall:
        yield hall


@pytest.fixture
def kiosk(qtbot, remote):
    with kiosk_over(qtbot, remote.gateway("kiosk", "kiosk-1")) as one:
        yield one


def notes_at_the_desk(remote: RemoteHall) -> list[Handwriting]:
    """What the guide reads on the cards that wait, through a credential of the desk."""
    guide = remote.gateway("guide", "guide-1")
    board: Any = guide.snapshot("guide").board
    blobs = [seen.note_blob_id for seen in board.helps.values() if seen.note_blob_id]
    return [read_handwriting(guide.unseal(blob_id)) for blob_id in blobs]


def test_what_an_elder_writes_is_read_by_the_guide(kiosk, remote):
    kiosk.opens_the_sheet()
    kiosk.writes_a_cross()
    kiosk.touch("key.written")
    kiosk.shows("来看您写的")
    kiosk.qtbot.waitUntil(lambda: bool(notes_at_the_desk(remote)), timeout=4000)
    (note,) = notes_at_the_desk(remote)
    assert len(note.strokes) == 2
    across = note.strokes[0]
    assert across[0] / 10 == pytest.approx(20, abs=1.5)
    assert across[-2] / 10 == pytest.approx(100, abs=1.5)
    assert max(across[1::2]) - min(across[1::2]) < 14


def test_wiping_clears_the_glass(kiosk):
    kiosk.opens_the_sheet()
    before = kiosk.pad.grab().toImage()
    kiosk.writes_a_cross()
    assert kiosk.pad.grab().toImage() != before
    kiosk.touch("key.wipe")
    kiosk.qtbot.waitUntil(lambda: kiosk.pad.blank, timeout=4000)
    assert kiosk.pad.grab().toImage() == before
    assert "擦掉了" in kiosk.voice.said[-1]
    kiosk.touch("key.written")
    assert "还没有写" in kiosk.voice.said[-1]
    kiosk.shows("请写在这里")


def test_a_stroke_is_drawn_on_and_not_drawn_anew(kiosk):
    kiosk.opens_the_sheet()
    pad = kiosk.pad
    kiosk.writes_a_cross()
    kiosk.writes((20, 80), (100, 80))
    assert kiosk.pad is pad
    assert len(pad.sheet().strokes) == 3


def test_the_keys_of_the_dock_leave_what_was_written_on_the_glass(kiosk):
    kiosk.opens_the_sheet()
    kiosk.writes_a_cross()
    for name in ("larger", "slower"):
        kiosk.touch(name)
        assert kiosk.pad.sheet().strokes
    kiosk.touch("lower")
    assert [len(stroke) > 20 for stroke in kiosk.pad.sheet().strokes] == [True, True]
    kiosk.touch("back")
    kiosk.shows("工作人员马上来")
    kiosk.touch("key.write")
    kiosk.shows("请写在这里")
    assert len(kiosk.pad.sheet().strokes) == 2


def test_the_tap_that_opened_the_page_leaves_no_dot(kiosk):
    kiosk.touch("help")
    kiosk.touch("key.write")
    kiosk.shows("请写在这里")
    pad = kiosk.pad
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    assert pad.blank


def test_nobody_there_leaves_no_ink_on_the_glass_nor_in_memory(ink, kiosk):
    kiosk.opens_the_sheet()
    kiosk.writes_a_cross()
    kiosk.seconds.now += 61
    kiosk.shows("您还在吗？")
    kiosk.seconds.now += 31
    kiosk.shows("取号办事")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert kiosk.window.findChildren(HandwritingPad) == []
    assert ink.left() == []


def test_who_is_still_there_goes_on_writing(kiosk):
    kiosk.opens_the_sheet()
    kiosk.writes_a_cross()
    kiosk.seconds.now += 61
    kiosk.shows("您还在吗？")
    kiosk.touch("key.still_here")
    kiosk.shows("写好了")
    assert len(kiosk.pad.sheet().strokes) == 2


def test_a_hall_that_dies_while_somebody_writes_is_said_and_nothing_is_kept(kiosk, remote):
    kiosk.opens_the_sheet()
    kiosk.writes_a_cross()
    remote.kill()
    kiosk.qtbot.waitUntil(lambda: not kiosk.app.presenter.linked, timeout=6000)
    assert len(kiosk.pad.sheet().strokes) == 2
    kiosk.touch("key.written")
    kiosk.shows("写的字没送到，也没有留")
    kiosk.shows("请找咨询辅导台")
    assert "没有送到" in kiosk.voice.said[-1]
    assert kiosk.app.presenter.session.sheet is None
    assert "key.write" not in kiosk.key_names()


@pytest.mark.parametrize("low", [False, True], ids=["usual", "lowered"])
@pytest.mark.parametrize("large", [False, True], ids=["large", "larger"])
@pytest.mark.parametrize("panel", PANELS, ids=["21", "21 lying", "32", "32 lying"])
def test_the_sheet_is_large_enough_everywhere(qtbot, panel, large, low):
    presenter, theme = Presenter(setup()), build_theme(ASSETS, panel)
    presenter.tick(0.0, MONDAY)
    words = {one.id: one.kit_words for one in setup().tongues}
    window = KioskWindow(theme, words, "老年人服务专区")
    qtbot.addWidget(window)
    keys = ("help", "write", *(["larger"] if large else []), *(["lower"] if low else []))
    for name in keys:
        presenter.touch(name)
    window.show_view(presenter.view())
    pad = window.current().findChild(HandwritingPad)
    assert isinstance(pad, HandwritingPad)
    face = pad.face_mm
    assert face.w >= LEAST_WIDTH_MM
    assert face.h >= LEAST_HEIGHT_MM
    assert low or face.w >= 248
    done, wipe = (window.current().key(f"key.{name}").face_mm for name in ("written", "wipe"))
    for key in (done, wipe):
        assert min(key.w, key.h) >= 20
        assert not low or key.y >= panel.height_mm * LOWEST_SHARE
    assert apart(done, wipe) >= 20
    assert apart(done, face) >= 6
    assert apart(wipe, face) >= 6
    if low and panel.portrait:
        assert face.y >= panel.height_mm * LOWEST_SHARE


def apart(one: RectMm, other: RectMm) -> float:
    """The gap between two rectangles in millimetres."""
    return max(one.x - other.right, other.x - one.right, one.y - other.bottom, other.y - one.bottom)


def test_a_station_that_has_joined_its_hall_has_loaded_no_cipher_and_no_database():
    code = (
        "import sys, kiosk.app, guide_desk.app, hall.client.remote, hall.boards.vocabulary; "
        "heavy = {'cryptography', 'sqlalchemy', 'sqlmodel', 'fastapi'}; "
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    root = ASSETS.parent
    assert subprocess.call([sys.executable, "-c", code], cwd=root) == 0  # noqa: S603 - our own words


def test_in_high_contrast_ink_is_as_bright_as_words(kiosk):
    kiosk.opens_the_sheet()
    kiosk.pad.theme.set_mode(Mode.HIGH_CONTRAST)
    kiosk.writes((20, 40), (100, 40))
    picture, px = kiosk.pad.grab().toImage(), kiosk.pad.theme.px
    assert picture.pixelColor(round(px(60)), round(px(40))).name().upper() == "#FFE14D"
