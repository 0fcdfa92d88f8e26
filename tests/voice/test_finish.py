"""What every voice passes before it is heard: measured, not listened to."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

import pytest

from voice.filters import bell, high_shelf, low_cut
from voice.finish import (
    CEILING_DB,
    LOUDNESS_DB,
    LOW_CUT_HZ,
    PRESENCE_DB,
    PRESENCE_HZ,
    PRESENCE_QUALITY,
    finished,
)
from voice.loudness import frame_levels_db, level_db, limited, loudness_db
from voice.pcm import samples, to_pcm

RATE_HZ = 24000


def tone(hz: float, amplitude: float, seconds: float = 1.0) -> array[int]:
    count = int(RATE_HZ * seconds)
    return array(
        "h", [round(amplitude * math.sin(2 * math.pi * hz * n / RATE_HZ)) for n in range(count)]
    )


def after(hz: float) -> float:
    """How much louder a tone is after the finish, next to one of 500 Hz in the same sound."""
    both = array("h", [a + b for a, b in zip(tone(500, 4000), tone(hz, 4000), strict=True)])
    values = samples(finished(to_pcm(both), RATE_HZ))
    return power_db(values, hz) - power_db(values, 500)


def power_db(values: array[int], hz: float) -> float:
    turn = 2 * math.pi * hz / RATE_HZ
    real = sum(value * math.cos(turn * n) for n, value in enumerate(values))
    imaginary = sum(value * math.sin(turn * n) for n, value in enumerate(values))
    return 10 * math.log10(real**2 + imaginary**2)


@pytest.mark.parametrize("rate_hz", [16000, 22050, 24000])
def test_one_to_three_kilohertz_are_raised_by_three_to_six_db(rate_hz):
    presence = bell(PRESENCE_HZ, PRESENCE_DB, PRESENCE_QUALITY, rate_hz)
    for hz in range(1000, 3001, 50):
        assert 3.0 <= presence.gain_db(hz, rate_hz) <= 6.0, hz


def test_what_lies_below_120_hertz_is_cut_and_speech_above_it_is_not():
    cut = low_cut(LOW_CUT_HZ, RATE_HZ)
    assert cut.gain_db(50, RATE_HZ) < -14
    assert cut.gain_db(120, RATE_HZ) == pytest.approx(-3.0, abs=0.1)
    assert cut.gain_db(240, RATE_HZ) > -0.5


def test_the_finish_does_to_a_sound_what_its_filters_promise():
    assert after(50) < -12
    assert 2.5 < after(1800) < 5.5


def test_a_shelf_lifts_the_high_and_leaves_the_low():
    shelf = high_shelf(1500, 4.0, 0.7071, RATE_HZ)
    assert shelf.gain_db(100, RATE_HZ) == pytest.approx(0.0, abs=0.1)
    assert shelf.gain_db(8000, RATE_HZ) == pytest.approx(4.0, abs=0.2)


@pytest.mark.parametrize("amplitude", [600, 6000, 30000])
def test_a_soft_and_a_loud_take_come_out_equally_loud(amplitude):
    pcm = to_pcm(tone(400, amplitude))
    values = samples(finished(pcm, RATE_HZ))
    assert loudness_db(values, RATE_HZ) == pytest.approx(LOUDNESS_DB, abs=0.5)


def test_pauses_do_not_make_a_sentence_count_as_softer():
    spoken = list(tone(400, 8000))
    with_pauses = [*spoken, *[0] * RATE_HZ, *spoken]
    assert loudness_db(with_pauses, RATE_HZ) == pytest.approx(loudness_db(spoken, RATE_HZ), abs=0.2)


def test_a_peak_is_bent_down_below_the_ceiling_and_never_cut_flat():
    values = [float(value) for value in tone(400, 8000)]
    loud = values[:6000] + [value * 4 for value in values[6000:6600]] + values[6600:]
    out = limited(loud, RATE_HZ, CEILING_DB)
    ceiling = 32768 * 10 ** (CEILING_DB / 20)
    assert max(map(abs, out)) <= ceiling + 1
    assert list(out[:5000]) == loud[:5000]
    flat = sum(1 for one, other in pairwise(out) if one == other != 0.0)
    assert flat < 3
    assert list(limited(values, RATE_HZ, CEILING_DB)) == values


def test_levels_are_told_frame_by_frame_and_silence_has_a_floor():
    values = [*[0] * 480, *tone(1000, 16384, 0.02)]
    silent, half = frame_levels_db(values, RATE_HZ)
    assert silent == -96.0
    assert half == pytest.approx(-9.03, abs=0.1)
    assert level_db([]) == -96.0


def test_silence_stays_silence():
    assert not any(samples(finished(bytes(4800), RATE_HZ)))
    assert finished(b"", RATE_HZ) == b""
