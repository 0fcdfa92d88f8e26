"""A hall's own voice goes first; where it lacks a clip the whole sentence is the machine's."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest

from devices.ports import Sound
from launch.speech import own_voice, station_voice
from tests.voice.helpers import ASSETS, SERIES, texts, tone
from voice.assemble import Voice, open_voice
from voice.clips import load_clip_pack
from voice.pack_folder import PackAbout, PackFolder
from voice.preferred import PreferredVoices
from voice.readings import load_readings, load_sentences, load_third_call
from voice.script import Hall, Line, lines_of
from voice.sentences import in_sentences
from voice.utterance import Utterance

RATE_HZ = 24000
MACHINE = load_clip_pack(ASSETS / "voice/synthetic")
PROMPTS = {
    "ask": "您好。请稍等。",
    "slip": "您的号是{read}，{ahead}。",
    "ahead": "前面还有{count}位",
}
HALL = Hall(series={"lao": "老年号"}, windows=(3,))
LINES = lines_of(HALL, load_readings(), load_sentences(), PROMPTS, load_third_call())


def record(folder: Path, *but: str, lines: tuple[Line, ...] = LINES) -> Path:
    """Record a pack of all lines but some. Whoever reads says every line in a tenth of a second."""
    pack = PackFolder(folder / "hall", PackAbout("李敏", "zh-CN", RATE_HZ), date(2026, 10, 1))
    for line in lines:
        if line.words not in but:
            pack.keep(line, tone(rate_hz=RATE_HZ).pcm)
    return folder / "hall"


def opened(own: Path, on_lacking=lambda _words: None) -> Voice:
    return open_voice(ASSETS, texts(), SERIES, own=own, on_lacking=on_lacking)


def is_own(sound: object) -> bool:
    """The own voice and the machine's have different rates, so a mixture would be a mess."""
    assert isinstance(sound, Sound)
    assert sound.rate_hz in (RATE_HZ, MACHINE.rate_hz)
    return sound.rate_hz == RATE_HZ


def call_of(voice: Voice, window: int = 3, call_no: int = 1) -> tuple[Utterance, Utterance | None]:
    call = voice.sentences.call("老012", window, call_no)
    return call.first, call.second


def test_a_call_and_what_the_kiosk_says_are_in_the_halls_own_voice(tmp_path):
    voice = opened(record(tmp_path))
    assert is_own(voice.speech.from_clips(call_of(voice)[0]))
    assert is_own(voice.speech.from_clips(in_sentences("您好。请稍等。")))
    slip = in_sentences("您的号是老年号、零、幺、二，前面还有三位。")
    assert is_own(voice.speech.from_clips(slip))
    assert not voice.synthetic
    assert voice.problem == ""


@pytest.mark.parametrize("gone", ["幺", "老年号", "请", "到三号窗口"])
def test_one_missing_clip_makes_the_whole_sentence_the_machines(tmp_path, gone):
    told: list[str] = []
    voice = opened(record(tmp_path, gone), told.append)
    first, second = call_of(voice)
    assert second is not None
    assert not is_own(voice.speech.from_clips(first))
    assert not is_own(voice.speech.from_clips(second))
    assert is_own(voice.speech.from_clips(in_sentences("您好。")))
    assert told == [gone]


def test_a_window_nobody_recorded_is_named_once_and_not_at_every_call(tmp_path):
    told: list[str] = []
    voice = opened(record(tmp_path), told.append)
    for _ in range(3):
        voice.speech.from_clips(call_of(voice, window=4)[0])
        voice.speech.from_clips(call_of(voice, window=5)[0])
    assert told == ["到四号窗口", "到五号窗口"]


def test_a_clip_that_was_damaged_later_is_like_one_never_recorded(tmp_path):
    folder = record(tmp_path)
    (folder / "digit_0.wav").write_bytes(b"RIFF and no more")
    voice = opened(folder)
    assert not is_own(voice.speech.from_clips(call_of(voice)[0]))


def test_the_third_call_ends_in_dialect_where_somebody_has_recorded_it(tmp_path):
    voice = opened(record(tmp_path))
    recall, dialect = call_of(voice, call_no=3)
    assert dialect is not None
    assert [part.words for part in dialect.parts] == [load_third_call().words]
    assert dialect.text == recall.text == "老012，请到 3 号窗口"
    assert is_own(voice.speech.from_clips(recall))
    assert is_own(voice.speech.from_clips(dialect))
    second = call_of(voice, call_no=2)[1]
    assert second is not None
    assert second.parts[0].words == "请"


def test_no_machine_ever_speaks_the_dialect(tmp_path):
    voice = opened(record(tmp_path, load_third_call().words))
    _, second = call_of(voice, call_no=3)
    assert second is not None
    assert second.parts[0].words == "请"
    assert not MACHINE.says(load_third_call().words)


def test_slowly_is_the_same_voice_and_takes_longer(tmp_path):
    voice = opened(record(tmp_path))
    said = in_sentences("您的号是老年号、零、幺、二，前面还有三位。")
    usual, slow = voice.speech.make(said), voice.slow_speech.make(said)
    assert is_own(usual)
    assert is_own(slow)
    assert isinstance(usual, Sound)
    assert isinstance(slow, Sound)
    assert slow.duration_s == pytest.approx(usual.duration_s / 0.85, rel=0.06)
    assert voice.slow_speech.from_clips(said) is None  # stretching is the worker's, not the page's


def test_when_nothing_can_say_it_all_the_voice_that_knows_most_says_what_it_can(tmp_path):
    own = load_clip_pack(record(tmp_path, lines=LINES[:3]))
    voices = PreferredVoices((own, MACHINE))
    call = opened(tmp_path / "nothing").sentences.call("老012", 41, 1).first
    assert voices.join(call) is None
    known = voices.join_what_is_there(call)
    assert known is not None
    assert not is_own(known)


def test_a_station_whose_pack_is_not_there_speaks_as_a_machine_and_logs_it(tmp_path, caplog):
    with caplog.at_level(logging.WARNING):
        voice = station_voice({}, own=own_voice(tmp_path, "hall"))
    assert voice.synthetic
    assert "hall/manifest.toml is not there" in caplog.text
    assert not is_own(voice.speech.from_clips(call_of(voice)[0]))


def test_a_station_logs_the_words_its_own_voice_lacks_and_no_more_than_that(tmp_path, caplog):
    record(tmp_path / "voice", "幺")
    voice = station_voice(SERIES, own=own_voice(tmp_path, "hall"))
    with caplog.at_level(logging.WARNING):
        voice.speech.from_clips(call_of(voice)[0])
    assert "no clip of '幺'" in caplog.text
    assert "012" not in caplog.text


def test_without_a_pack_nothing_is_logged(caplog):
    with caplog.at_level(logging.WARNING):
        voice = station_voice({}, own=own_voice(Path("state"), ""))
        voice.speech.from_clips(call_of(voice, window=41)[0])
    assert caplog.text == ""
    assert voice.synthetic
