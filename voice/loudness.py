"""How loud a sound is to the ear, and how to bring every sound to one loudness with headroom.

Loudness is weighed as in ITU-R BS.1770 (what lies above 1.5 kHz counts 4 dB more, rumble does
not count) and averaged over the parts that are spoken; its 400 ms blocks are longer than a
digit, so frames of 20 ms are used. dB are relative to full scale.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from itertools import pairwise
from operator import mul

from voice.filters import high_shelf, low_cut, run_all

FULL_SCALE = 32768.0
FRAME_MS = 20
SILENCE_DB = -96.0
_GATE_DB = 10.0
_LIMITER_BLOCK_MS = 5


def frame_levels_db(values: Sequence[float], rate_hz: int) -> list[float]:
    """Return the level of each whole frame of 20 ms."""
    size = rate_hz * FRAME_MS // 1000
    ends = range(size, len(values) + 1, size)
    return [level_db(values[end - size : end]) for end in ends]


def level_db(values: Sequence[float]) -> float:
    """Return the mean level of samples."""
    if not values:
        return SILENCE_DB
    return power_db(sum(map(mul, values, values)) / len(values) / FULL_SCALE**2)


def power_db(power: float) -> float:
    """Return a power, full scale being one, in dB; never below -96."""
    return max(10 * math.log10(power), SILENCE_DB) if power > 0 else SILENCE_DB


def mean_db(levels_db: Sequence[float]) -> float:
    """Return the level of the mean power of some levels."""
    if not levels_db:
        return SILENCE_DB
    return power_db(sum(10 ** (one / 10) for one in levels_db) / len(levels_db))


def loudness_db(values: Sequence[float], rate_hz: int) -> float:
    """Return the loudness of what is spoken; frames 10 dB below the average do not count."""
    weighting = (high_shelf(1500, 4.0, 0.7071, rate_hz), low_cut(38, rate_hz, 0.5))
    levels = frame_levels_db(run_all(weighting, values), rate_hz)
    gate = mean_db(levels) - _GATE_DB
    return mean_db([one for one in levels if one >= gate])


def to_loudness(
    values: Sequence[float], rate_hz: int, target_db: float, ceiling_db: float
) -> array[float]:
    """Return the values at a loudness, their peaks bent down below a ceiling."""
    gain = 10 ** ((target_db - loudness_db(values, rate_hz)) / 20)
    return limited(array("d", (value * gain for value in values)), rate_hz, ceiling_db)


def limited(values: Sequence[float], rate_hz: int, ceiling_db: float) -> array[float]:
    """Turn the gain down around every peak above the ceiling, smoothly, so that none is cut."""
    ceiling = FULL_SCALE * 10 ** (ceiling_db / 20)
    size = max(rate_hz * _LIMITER_BLOCK_MS // 1000, 1)
    starts = range(0, len(values), size)
    peaks = (max(*map(abs, values[start : start + size]), 1.0) for start in starts)
    wanted = [min(1.0, ceiling / peak) for peak in peaks]
    if not wanted or min(wanted) == 1.0:
        return array("d", values)
    # A block's gain holds at both of its edges, so the straight line between never overshoots.
    edges = [min(pair) for pair in pairwise([wanted[0], *wanted, wanted[-1]])]
    out = array("d")
    for start, (left, right) in zip(starts, pairwise(edges), strict=True):
        block = values[start : start + size]
        step = (right - left) / len(block)
        out.extend(value * (left + step * place) for place, value in enumerate(block))
    return out
