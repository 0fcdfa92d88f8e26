"""The chime and the key click, looked at by their spectrum."""

from __future__ import annotations

import math
from array import array

from tests.voice.helpers import ASSETS
from voice.pcm import read_wav, samples


def power(values: array[int], frequency_hz: float, rate_hz: int) -> float:
    """Goertzel: the power of one frequency."""
    coefficient = 2 * math.cos(2 * math.pi * frequency_hz / rate_hz)
    before, last = 0.0, 0.0
    for value in values:
        before, last = last, value + coefficient * last - before
    return before**2 + last**2 - coefficient * before * last


def peak_hz(values: array[int], rate_hz: int) -> int:
    return max(range(100, 6000, 20), key=lambda hz: power(values, hz, rate_hz))


def load(name: str) -> tuple[array[int], int]:
    pcm, rate_hz = read_wav(ASSETS / "sounds" / name)
    return samples(pcm), rate_hz


def test_both_tones_of_the_chime_lie_between_500_and_1000_hz_and_differ():
    values, rate_hz = load("chime.wav")
    first = peak_hz(values[: int(0.35 * rate_hz)], rate_hz)
    second = peak_hz(values[int(0.5 * rate_hz) : int(0.9 * rate_hz)], rate_hz)
    assert 500 <= second < first <= 1000


def test_the_chime_is_short_and_300_ms_of_silence_follow():
    values, rate_hz = load("chime.wav")
    sounding = max(index for index, value in enumerate(values) if abs(value) > 30) / rate_hz
    assert sounding <= 1.0
    assert 0.28 <= len(values) / rate_hz - sounding <= 0.45


def test_the_chime_begins_softly():
    values, rate_hz = load("chime.wav")
    peak = max(map(abs, values))
    assert max(map(abs, values[: rate_hz // 200])) < 0.25 * peak


def test_the_click_is_short_and_low_enough_for_old_ears():
    values, rate_hz = load("click.wav")
    assert len(values) / rate_hz <= 0.05
    assert peak_hz(values, rate_hz) <= 2500
