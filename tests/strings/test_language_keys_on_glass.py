"""The keys of other languages under a real finger: large enough, in reach, in nobody's way."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hall.client.local import LocalGateway
from id_reader.memory import MemoryCardReader
from kiosk.app import KioskApp, KioskClocks, KioskDevices
from kiosk.screens.window import KioskWindow
from printer_drivers.memory import MemorySlipPrinter
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import MONDAY, QuietVoice, setup, tongue
from tests.strings.tables import ROOT, STRINGS
from tests.strings.test_choosing_a_language import shipped_facts
from ui_kit.languages import languages_in
from ui_kit.panel import Panel, RectMm
from ui_kit.press import KeyBase
from ui_kit.theme import build_theme

STANDING = Panel(268.0, 476.4, 540, 960, mount_mm=780)
LYING = Panel(476.4, 268.0, 960, 540, mount_mm=900)
LEAST_SIDE_MM, LEAST_GAP_MM = 20.0, 6.0
REACH_MM = (380.0, 1220.0)


@dataclass
class Kiosk:
    """A kiosk with a dialect pack installed beside the product's languages."""

    app: KioskApp
    panel: Panel
    voice: QuietVoice
    qtbot: QtBot
    seconds: float = 0.0

    @property
    def window(self) -> KioskWindow:
        window = self.app.windows()["kiosk"]
        assert isinstance(window, KioskWindow)
        return window

    def keys(self) -> dict[str, KeyBase]:
        shown = self.window.current().keys()
        return {key.objectName(): key for key in shown}

    def touch(self, name: str) -> None:
        self.qtbot.waitUntil(lambda: name in self.keys(), timeout=4000)
        self.seconds += 1.0
        key = self.keys()[name]
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def shows(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=4000)


@pytest.fixture(params=[STANDING, LYING], ids=["standing", "lying"])
def kiosk(request, qtbot: QtBot, tmp_path: Path) -> Iterator[Kiosk]:
    strings = tmp_path / "strings"
    shutil.copytree(STRINGS, strings)
    shutil.copytree(Path(__file__).parent / "pack", strings, dirs_exist_ok=True)
    tongues = tuple(tongue(language, strings) for language in languages_in(strings))
    voice = QuietVoice()
    with open_local_hall(tmp_path, shipped_facts()) as (hall, _clock):
        one = Kiosk(None, request.param, voice, qtbot)  # type: ignore[arg-type]  # comes below
        one.app = KioskApp(
            LocalGateway(hall, "kiosk-1"),
            setup(tongues=tongues),
            KioskDevices(MemoryCardReader(), MemorySlipPrinter(), voice),
            KioskClocks(lambda: one.seconds, lambda: MONDAY),
            build_theme(ROOT / "assets", request.param, clock_ms=lambda: one.seconds * 1000),
        )
        qtbot.addWidget(one.window)
        one.app.start()
        one.window.show()
        yield one
        one.app.stop()


def on_page(key: KeyBase) -> RectMm:
    """The face of a key from the corner of the page, those of the dock too."""
    parent, face, px_per_mm = key.parentWidget(), key.face_mm, key.theme.px(1.0)
    assert parent is not None
    corner = parent.mapTo(parent.window(), QPoint(0, 0))
    return RectMm(face.x + corner.x() / px_per_mm, face.y + corner.y() / px_per_mm, face.w, face.h)


@pytest.mark.parametrize("low", [False, True], ids=["as_ever", "lowered"])
def test_the_keys_can_be_hit_and_reached_and_have_room(kiosk, low):
    kiosk.shows("English")
    if low:
        kiosk.touch("lower")
    kiosk.shows("听河南话")
    faces = {name: on_page(key) for name, key in kiosk.keys().items()}
    chosen = [name for name in faces if name.startswith("key.language.")]
    assert chosen == ["key.language.en", "key.language.zh-CN-henan"]
    for name in chosen:
        face = faces[name]
        assert min(face.w, face.h) >= LEAST_SIDE_MM
        height_mm = kiosk.panel.mount_mm + kiosk.panel.height_mm - (face.y + face.h / 2)
        assert REACH_MM[0] <= height_mm <= REACH_MM[1]
    for first, second in combinations(faces, 2):
        if first in chosen or second in chosen:
            assert apart(faces[first], faces[second]) >= LEAST_GAP_MM, f"{first} and {second}"


def apart(first: RectMm, second: RectMm) -> float:
    """The gap between two faces; negative where they overlap."""
    across = max(first.x - second.right, second.x - first.right)
    down = max(first.y - second.bottom, second.y - first.bottom)
    return max(across, down)


def test_a_touch_turns_head_page_dock_and_voice_into_english_and_back(kiosk):
    kiosk.touch("key.language.en")
    for text in ("Senior Services", "Monday, 23 November", "Take a ticket", "Call for help"):
        kiosk.shows(text)
    assert kiosk.voice.languages[-1] == "en"
    assert kiosk.keys()["help"].accessibleName() == "Call for help"
    kiosk.touch("key.language.zh-CN")
    for text in ("老年人服务专区", "11月23日", "取号办事", "叫人帮忙"):
        kiosk.shows(text)
    assert kiosk.voice.languages[-1] == "zh-CN"


def test_after_a_minute_alone_the_page_is_chinese_again(kiosk):
    kiosk.touch("key.language.en")
    kiosk.shows("Take a ticket")
    kiosk.seconds += 61
    kiosk.shows("取号办事")
