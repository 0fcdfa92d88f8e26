"""The ear listens along and notices by itself when a sentence is over."""

from __future__ import annotations

import pytest

from tests.voice_studio.takes import RATE_HZ, room, take, voice
from voice.memory_microphone import CHUNK_MS
from voice_studio.ear import END_AFTER_S, LEAD_IN_S, NOTHING_AFTER_S, Ear, level_of
from voice_studio.limits import limits_of

CHUNK = 2 * RATE_HZ * CHUNK_MS // 1000
WORDS = "取号请点屏幕上的大字。"


def listened(pcm: bytes, words: str = WORDS, chunk: int = CHUNK) -> tuple[Ear, float]:
    """Listen until it is over; return the ear and the second at which it was."""
    ear = Ear(RATE_HZ, limits_of(words))
    for start in range(0, len(pcm), chunk):
        ear.hear(pcm[start : start + chunk])
        if ear.over:
            return ear, (start + chunk) / 2 / RATE_HZ
    return ear, len(pcm) / 2 / RATE_HZ


def test_a_second_of_silence_behind_the_words_ends_the_take():
    ear, ended_s = listened(take(WORDS, after_s=5.0))
    said_s = 0.6 + len(voice(WORDS)) / RATE_HZ
    assert ear.over
    assert ended_s == pytest.approx(said_s + END_AFTER_S, abs=0.25)


def test_the_pause_at_a_comma_does_not_end_it():
    half = voice("零")
    pcm = take("零", after_s=0.6) + take("零", before_s=0.0, after_s=0.2)
    ear, ended_s = listened(pcm)
    assert not ear.over
    assert ended_s > 2 * len(half) / RATE_HZ


def test_when_nobody_speaks_it_gives_up_after_some_seconds():
    ear, ended_s = listened(room(20.0))
    assert not ear.heard_voice
    assert ended_s == pytest.approx(LEAD_IN_S + NOTHING_AFTER_S, abs=0.1)


def test_somebody_who_never_stops_is_ended_too():
    ear, ended_s = listened(take("零" * 60), "零")
    assert ear.heard_voice
    assert ended_s < 5.0


def test_in_a_noisy_room_the_end_is_still_noticed():
    ear, ended_s = listened(take(WORDS, noise_db=-40.0, after_s=5.0))
    assert ear.over
    assert ended_s < 0.6 + len(voice(WORDS)) / RATE_HZ + 2.0


def test_the_click_that_began_it_is_not_kept():
    ear, _ = listened(room(1.0))
    assert len(ear.take()) == 2 * round((1.0 - LEAD_IN_S) * RATE_HZ)


@pytest.mark.parametrize("chunk", [2, 100, 1920, 50000])
def test_chunks_may_be_of_any_size(chunk):
    pcm = take("零", after_s=0.4)
    ear, _ = listened(pcm, "零", chunk)
    assert ear.take() == pcm[2 * round(LEAD_IN_S * RATE_HZ) :]


def test_a_level_is_told_for_every_chunk():
    silent, loud = level_of(bytes(CHUNK)), level_of(b"\xff\x7f" * 100)
    assert silent.peak_db == -96.0
    assert loud.peak_db == pytest.approx(0.0, abs=0.01)
    assert loud.mean_db == pytest.approx(0.0, abs=0.01)
    assert level_of(b"").mean_db == -96.0
