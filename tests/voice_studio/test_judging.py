"""What becomes of a take: a clip, or one sentence what to do better."""

from __future__ import annotations

import math
from array import array

import pytest

from tests.voice_studio.takes import CLIPS, RATE_HZ, heard, room, voice
from voice.finish import CEILING_DB, LOUDNESS_DB
from voice.loudness import frame_levels_db, loudness_db
from voice.pcm import samples, to_pcm
from voice_studio.judging import BadTake, GoodTake, is_cut_off, judge
from voice_studio.limits import limits_of

LINES = ("零", "四", "十", "请", "老年号", "到三号窗口", "取号请点屏幕上的大字。")


def judged(words: str, pcm: bytes) -> GoodTake | BadTake:
    return judge(pcm, RATE_HZ, limits_of(words))


def good(words: str, **how: float) -> GoodTake:
    made = judged(words, heard(words, **how))
    assert isinstance(made, GoodTake), made
    return made


def reason(words: str, **how: float) -> str:
    made = judged(words, heard(words, **how))
    assert isinstance(made, BadTake), made
    return made.reason


@pytest.mark.parametrize("words", LINES)
def test_a_clear_take_becomes_a_clip_as_long_as_the_words(words):
    clip = good(words)
    said_s = len(voice(words)) / RATE_HZ
    assert clip.voice_s == pytest.approx(said_s, abs=0.08)
    assert said_s < len(clip.pcm) / 2 / RATE_HZ < said_s + 0.25


@pytest.mark.parametrize("gain_db", [-20.0, -12.0, 0.0])
def test_near_and_far_from_the_microphone_come_out_equally_loud_with_headroom(gain_db):
    values = samples(good("到三号窗口", gain_db=gain_db).pcm)
    assert loudness_db(values, RATE_HZ) == pytest.approx(LOUDNESS_DB, abs=0.6)
    assert max(map(abs, values)) <= 32768 * 10 ** (CEILING_DB / 20) + 1


def test_the_silence_at_both_ends_is_cut_and_the_ends_are_soft():
    values = samples(good("到三号窗口", before_s=2.0, after_s=3.0).pcm)
    assert len(values) / RATE_HZ < len(voice("到三号窗口")) / RATE_HZ + 0.25
    assert abs(values[0]) < 30
    assert abs(values[-1]) < 30


def test_the_click_of_a_key_before_and_behind_the_words_is_left_out():
    pcm = samples(heard("到三号窗口", before_s=1.5, after_s=1.5))
    for place in (RATE_HZ // 10, len(pcm) - RATE_HZ // 10):
        for step in range(RATE_HZ // 100):
            pcm[place + step] = 9000 if step % 2 else -9000
    made = judged("到三号窗口", to_pcm(pcm))
    assert isinstance(made, GoodTake)
    assert made.voice_s == pytest.approx(len(voice("到三号窗口")) / RATE_HZ, abs=0.1)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"gain_db": 14.0}, "too_loud"),
        ({"gain_db": -34.0}, "too_quiet"),
        ({"noise_db": -36.0}, "too_noisy"),
        ({"noise_db": -42.0}, "too_noisy"),
        ({"before_s": 0.1}, "cut_start"),
        ({"after_s": 0.0}, "cut_end"),
    ],
)
def test_a_take_that_cannot_be_used_says_why(how, why):
    assert reason("取号请点屏幕上的大字。", **how) == why


def test_nobody_speaking_is_told_as_such():
    assert judged("零", room(3.0)) == BadTake("silent")
    assert judged("零", b"") == BadTake("silent")


def test_too_fast_and_too_slow_are_told_by_the_number_of_syllables():
    assert judged("取号请点屏幕上的大字。", heard("到三号窗口")) == BadTake("too_short")
    assert judged("零", heard("到三号窗口")) == BadTake("too_long")


def test_hum_of_the_mains_does_not_make_a_room_noisy():
    pcm = samples(heard("到三号窗口"))
    for place, value in enumerate(pcm):
        pcm[place] = value + round(350 * math.sin(2 * math.pi * 50 * place / RATE_HZ))
    assert isinstance(judged("到三号窗口", to_pcm(pcm)), GoodTake)


def test_a_preamplifier_that_flattens_peaks_below_full_scale_is_found_too():
    soft = array("h", [max(-20000, min(20000, value * 3)) for value in voice("到三号窗口")])
    assert is_cut_off(soft)
    assert not is_cut_off(voice("到三号窗口"))
    assert not is_cut_off([])


def test_one_sample_at_full_scale_is_no_harm():
    values = voice("零")
    values[1000] = 32767
    assert not is_cut_off(values)


def test_noise_is_lower_in_the_clip_than_the_words_by_what_was_asked_for():
    values = samples(good("取号请点屏幕上的大字。", noise_db=-52.0).pcm)
    levels = sorted(frame_levels_db(values, RATE_HZ))
    assert levels[-5] - levels[3] > 20


def test_the_bounds_follow_the_syllables():
    one, many = limits_of("零"), limits_of("取号请点屏幕上的大字。")
    assert (one.shortest_s, one.longest_s) == pytest.approx((0.12, 0.8))
    assert many.shortest_s == pytest.approx(10 * 60 / 220)
    assert many.longest_s == pytest.approx(0.25 + 10 * 0.55)


@pytest.mark.parametrize("key", sorted(CLIPS.files))
def test_no_clip_of_the_shipped_pace_would_be_called_too_fast_or_too_slow(key):
    """The studio never asks a person for a pace the house does not keep itself."""
    seconds = len(CLIPS.clip(key) or b"") / 2 / CLIPS.rate_hz
    limits = limits_of(key)
    assert limits.shortest_s <= seconds + 0.02 <= limits.longest_s, key
