"""Slower speech keeps its pitch and loses nothing."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

import pytest

from tests.voice.helpers import ASSETS
from voice.clips import load_clip_pack
from voice.loudness import loudness_db
from voice.pcm import samples, to_pcm
from voice.stretch import slower

RATE_HZ = 24000


def sine(hz: float, seconds: float = 1.0) -> bytes:
    turn = 2 * math.pi * hz / RATE_HZ
    return to_pcm(
        array("h", [round(8000 * math.sin(turn * n)) for n in range(int(RATE_HZ * seconds))])
    )


@pytest.mark.parametrize("hz", [110, 180, 400, 1000])
def test_a_tone_lasts_longer_and_stays_the_same_tone(hz):
    values = samples(slower(sine(hz), RATE_HZ, 0.85))
    assert len(values) / RATE_HZ == pytest.approx(1 / 0.85, abs=0.03)
    crossings = sum(1 for a, b in pairwise(values) if (a < 0) != (b < 0))
    assert crossings / 2 / (len(values) / RATE_HZ) == pytest.approx(hz, rel=0.02)


def test_there_is_no_click_where_pieces_meet():
    before, after = samples(sine(220)), samples(slower(sine(220), RATE_HZ, 0.85))
    steepest = max(abs(b - a) for a, b in pairwise(before))
    assert max(abs(b - a) for a, b in pairwise(after)) < steepest * 1.2


def test_a_sentence_is_as_loud_as_before():
    pack = load_clip_pack(ASSETS / "voice/synthetic")
    pcm = pack.clip("请稍等") or pack.clip("到三号窗口") or b""
    slow = slower(pcm, pack.rate_hz, 0.85)
    assert len(slow) / len(pcm) == pytest.approx(1 / 0.85, rel=0.05)
    usual_db, slow_db = (loudness_db(samples(one), pack.rate_hz) for one in (pcm, slow))
    assert slow_db == pytest.approx(usual_db, abs=0.7)


def test_silence_and_the_shortest_sounds_are_not_lost():
    assert not any(slower(bytes(48000), RATE_HZ, 0.85))
    assert slower(b"\x01\x00" * 100, RATE_HZ, 0.85) == b"\x01\x00" * 100
    assert slower(b"", RATE_HZ, 0.85) == b""
