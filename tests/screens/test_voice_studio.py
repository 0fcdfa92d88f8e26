"""The studio's window under a real mouse and keyboard, with devices in memory."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from devices.ports import Offline, Sound
from tests.voice.helpers import ASSETS, SERIES, texts
from tests.voice_studio.script import RATE_HZ, pack_in, setup, short_script
from tests.voice_studio.takes import room, take
from ui_kit.panel import Panel
from ui_kit.theme import build_theme
from voice.assemble import open_voice
from voice.memory import MemorySpeaker
from voice.memory_microphone import MemoryMicrophone
from voice.sentences import in_sentences
from voice.utterance import plain_utterance
from voice_studio.app import StudioApp

PANEL = Panel(width_mm=476.0, height_mm=268.0, width_px=1092, height_px=614)
SAMPLE = plain_utterance("请老年号零幺二")


@dataclass
class Reader:
    """Somebody in front of the window, with a microphone."""

    app: StudioApp
    microphone: MemoryMicrophone
    speaker: MemorySpeaker
    clock: list[float]
    qtbot: QtBot
    closed: list[bool] = field(default_factory=list)

    def shows(self, text: str) -> None:
        self.qtbot.waitUntil(lambda: text in "\n".join(self.app.texts()), timeout=4000)

    def clicks(self, name: str) -> None:
        """Click a key, after the pause in which a hasty second click would not count."""
        self.clock[0] += 1000
        key = self.app.window.key(name)
        assert key.isVisible(), name
        QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def types(self, key: Qt.Key) -> None:
        self.clock[0] += 1000
        QTest.keyClick(self.app.window, key)

    def says(self, words: str, **how: float) -> None:
        self.microphone.hear(take(words, **how))


@pytest.fixture
def open_studio(qtbot: QtBot, tmp_path: Path):
    """Open the studio of one pack, as often as somebody comes back to it."""
    clock = [0.0]
    theme = build_theme(ASSETS, PANEL, clock_ms=lambda: clock[0])
    opened: list[StudioApp] = []

    def open_one(*, microphone: MemoryMicrophone | None = None) -> Reader:
        for before in opened:
            before.stop()
            before.window.close()
        heard = microphone or MemoryMicrophone(RATE_HZ)
        speaker = MemorySpeaker(by_hand=True)
        pack = pack_in(tmp_path / "voice" / "hall")
        app = StudioApp(setup(short_script()), pack, SAMPLE, theme, heard, speaker)
        reader = Reader(app, heard, speaker, clock, qtbot)
        app.closed.connect(lambda: reader.closed.append(True))
        qtbot.addWidget(app.window)
        app.start()
        app.window.show()
        opened.append(app)
        return reader

    yield open_one
    for app in opened:
        app.stop()


def test_the_whole_script_becomes_a_pack_that_kiosk_and_calls_prefer(open_studio, tmp_path):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    for line in short_script():
        reader.shows(line.words)
        reader.says(line.words)
        reader.shows("录好了")
        reader.clicks("key_next")
    reader.shows("都录好了")

    manifest = tomllib.loads((tmp_path / "voice/hall/manifest.toml").read_text(encoding="utf-8"))
    assert len(manifest["clips"]) == len(short_script())
    assert manifest["voice"] == "李敏"
    assert manifest["language"] == "zh-CN"
    told: list[str] = []
    voice = open_voice(ASSETS, texts(), SERIES, own=tmp_path / "voice/hall", on_lacking=told.append)
    for call_no in (1, 2, 3):
        call = voice.sentences.call("老012", 3, call_no)
        for utterance in (call.first, call.second):
            assert utterance is not None
            sound = voice.speech.from_clips(utterance)
            assert isinstance(sound, Sound)
            assert sound.rate_hz == RATE_HZ
    said = "您的号是老年号、零、幺、二，前面还有三位。老年号、零、幺、二。"
    sound = voice.speech.from_clips(in_sentences(said))
    assert sound is not None
    assert sound.rate_hz == RATE_HZ
    assert told == []


def test_a_take_too_loud_is_refused_in_plain_words_and_done_again(open_studio):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.shows("请念")
    reader.says("零", gain_db=14.0)
    reader.shows("声音太大，录破了。离话筒远一点，再念一遍。")
    reader.clicks("key_record")
    reader.says("零", noise_db=-36.0)
    reader.shows("屋里太吵。关上门窗和风扇，再念一遍。")
    reader.clicks("key_record")
    reader.says("零")
    reader.shows("录好了")


def test_the_level_moves_with_the_voice_while_it_is_recorded(open_studio):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.microphone.hear(room(0.5))
    silent = reader.app.window.meter.grab().toImage()
    reader.says("零", before_s=0.0, after_s=0.0)
    assert reader.app.window.meter.grab().toImage() != silent
    assert reader.app.window.meter.accessibleName() == "正好"


def test_one_hears_the_take_before_going_on(open_studio):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.says("零")
    reader.clicks("key_listen")
    reader.shows("正在放给您听")
    assert reader.speaker.playing is not None
    assert 0.3 < reader.speaker.playing.duration_s < 0.7
    reader.speaker.end_playing()
    reader.shows("录好了")
    reader.clicks("key_listen")
    reader.clicks("key_hush")
    assert reader.speaker.playing is None
    reader.shows("听一遍")


def test_the_space_bar_is_the_green_key_and_the_arrows_leaf(open_studio):
    reader = open_studio()
    reader.types(Qt.Key.Key_Space)
    reader.shows("数字，第 1 句")
    reader.types(Qt.Key.Key_Space)
    reader.shows("请念")
    reader.says("零")
    reader.shows("录好了")
    reader.types(Qt.Key.Key_Space)
    reader.shows("数字，第 2 句")
    reader.clicks("key_halt")
    reader.types(Qt.Key.Key_Right)
    reader.shows("数字，第 3 句")
    reader.types(Qt.Key.Key_Left)
    reader.types(Qt.Key.Key_Left)
    reader.shows("第 1 句，录过了")


def test_a_hasty_second_press_neither_keeps_nor_skips(open_studio):
    """The take ends by itself just when the reader presses: the press meant something else."""
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.says("零")
    reader.shows("录好了")
    QTest.keyClick(reader.app.window, Qt.Key.Key_Space)
    reader.shows("录好了")
    assert reader.app.presenter.page == "good"


def test_whoever_comes_back_goes_on_where_they_stopped(open_studio, tmp_path):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    for words in ("零", "一"):
        reader.says(words)
        reader.clicks("key_next")
    reader.says("二", after_s=0.0)

    again = open_studio()
    again.shows("上次录了 2 句")
    again.clicks("key_begin")
    again.shows("数字，第 3 句")
    files = sorted(path.name for path in (tmp_path / "voice/hall").iterdir())
    assert files == ["digit_0.wav", "digit_1.wav", "manifest.toml"]


def test_what_was_skipped_is_listed_at_the_end_and_can_be_filled(open_studio):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.says("零")
    reader.clicks("key_next")
    reader.clicks("key_halt")
    while reader.app.presenter.page != "done":
        reader.clicks("key_skip")
    reader.shows("录了 1 句")
    reader.shows("用到它们的话由机器的声音整句念")
    reader.clicks("key_sample")
    reader.shows("叫号的词还没录全")
    reader.clicks("key_fill")
    reader.shows("数字，第 2 句")


def test_without_a_microphone_the_page_says_what_to_plug_in(open_studio):
    microphone = MemoryMicrophone(RATE_HZ, Offline("no microphone is plugged in"))
    reader = open_studio(microphone=microphone)
    reader.shows("没有找到话筒")
    reader.shows("把话筒插到电脑上")
    microphone.find_device()
    reader.shows("话筒已接好")
    reader.clicks("key_begin")
    reader.clicks("key_record")
    microphone.lose_device()
    reader.shows("没有找到话筒")
    reader.clicks("key_close")
    assert reader.closed == [True]


def test_a_full_disk_is_told_in_the_window_and_the_take_stays(open_studio, tmp_path):
    reader = open_studio()
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.says("零")
    (tmp_path / "voice").write_text("in the way")
    reader.clicks("key_next")
    reader.shows("存不进去")
    (tmp_path / "voice").unlink()
    reader.clicks("key_next")
    reader.shows("数字，第 2 句")


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1280, 1024), (1024, 768)])
def test_at_every_size_the_keys_lie_inside_the_window_and_apart(open_studio, size):
    reader = open_studio()
    window = reader.app.window
    window.resize(*size)
    reader.clicks("key_begin")
    reader.clicks("key_record")
    reader.says("零")
    names = ("key_next", "key_back", "key_listen", "key_record")
    faces = [window.key(name).face_mm for name in names]
    panel = window.theme.panel
    assert all(face.right < panel.width_mm and face.bottom < panel.height_mm for face in faces)
    assert all(one.right <= other.x for one, other in pairwise(faces))
    assert window.side.geometry().right() <= window.width()
