"""Says of a take whether it can be used, and makes the clip of one that can. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from voice.filters import low_cut
from voice.finish import LOW_CUT_HZ, finished
from voice.loudness import FRAME_MS, frame_levels_db, mean_db
from voice.pcm import samples, to_pcm
from voice_studio.limits import Limits
from voice_studio.speaking import Run, floor_db, voice_in

Reason = Literal[
    "silent", "too_loud", "cut_start", "cut_end", "too_quiet", "too_noisy", "too_short", "too_long"
]

QUIETEST_DB = -42.0
"""The softest voice that is raised without raising the microphone's own noise to be heard."""
CLEAREST_NOISE_DB = 24.0
"""How far the voice must stand above the room: hall speech needs 20 dB where it is played."""
_NEAR_FULL_SCALE = 32260
_FLAT_FROM = 16384
_FLAT_SAMPLES, _CUT_SAMPLES = 4, 3
_LONG_CUT = 8
_EDGE_FRAMES = 2
_BEFORE_MS, _AFTER_MS = 60, 100
_FADE_IN_MS, _FADE_OUT_MS = 6, 25


@dataclass(frozen=True)
class GoodTake:
    """A clip ready to be kept; `voice_s` is how long the words last in it."""

    pcm: bytes
    voice_s: float


@dataclass(frozen=True)
class BadTake:
    """A take that cannot be used, and why."""

    reason: Reason


@dataclass(frozen=True)
class _Heard:
    values: array[int]
    levels_db: Sequence[float]
    voice: Run
    limits: Limits

    @property
    def voice_db(self) -> float:
        spoken = self.levels_db[self.voice.start : self.voice.end]
        gate = mean_db(spoken) - 10
        return mean_db([level for level in spoken if level >= gate])

    @property
    def voice_s(self) -> float:
        return (self.voice.end - self.voice.start) * FRAME_MS / 1000


# Asked in this order: what a later question would mistake stands before it.
_QUESTIONS: tuple[tuple[Reason, Callable[[_Heard], bool]], ...] = (
    ("too_loud", lambda heard: is_cut_off(heard.values)),
    ("cut_start", lambda heard: heard.voice.start < _EDGE_FRAMES),
    ("too_quiet", lambda heard: heard.voice_db < QUIETEST_DB),
    (
        "too_noisy",
        lambda heard: heard.voice_db - floor_db(heard.levels_db) < CLEAREST_NOISE_DB,
    ),
    ("too_short", lambda heard: heard.voice_s < heard.limits.shortest_s),
    ("too_long", lambda heard: heard.voice_s > heard.limits.longest_s),
    ("cut_end", lambda heard: heard.voice.end > len(heard.levels_db) - _EDGE_FRAMES),
)


def judge(pcm: bytes, rate_hz: int, limits: Limits) -> GoodTake | BadTake:
    """Return the clip of a take, trimmed and brought to the loudness of the house, or why not."""
    values = samples(pcm)
    levels_db = frame_levels_db(low_cut(LOW_CUT_HZ, rate_hz).run(values), rate_hz)
    voice = voice_in(levels_db)
    if voice is None:
        return BadTake("silent")
    heard = _Heard(values, levels_db, voice, limits)
    for reason, holds in _QUESTIONS:
        if holds(heard):
            return BadTake(reason)
    return GoodTake(finished(_trimmed(values, voice, rate_hz), rate_hz), heard.voice_s)


def is_cut_off(values: Sequence[int]) -> bool:
    """Tell whether the peaks of a take were cut off, by the converter or before it.

    A converter cuts at full scale; a preamplifier leaves flat tops below it.
    """
    if not values or -_FLAT_FROM < min(values) <= max(values) < _FLAT_FROM:
        return False
    runs = [*_runs_at_full_scale(values), *_flat_tops(values)]
    return len(runs) > 1 or any(length >= _LONG_CUT for length in runs)


def _runs_at_full_scale(values: Sequence[int]) -> list[int]:
    runs: list[int] = []
    length = 0
    for value in [*values, 0]:
        if value >= _NEAR_FULL_SCALE or value <= -_NEAR_FULL_SCALE:
            length += 1
            continue
        if length >= _CUT_SAMPLES:
            runs.append(length)
        length = 0
    return runs


def _flat_tops(values: Sequence[int]) -> list[int]:
    runs: list[int] = []
    length, before = 1, 0
    for value in [*values, 0]:
        if value == before and not -_FLAT_FROM < value < _FLAT_FROM:
            length += 1
            continue
        if length >= _FLAT_SAMPLES and abs(before) < _NEAR_FULL_SCALE:
            runs.append(length)
        length, before = 1, value
    return runs


def _trimmed(values: array[int], voice: Run, rate_hz: int) -> bytes:
    """Cut the silence of both ends, leave a breath, and let the ends rise and fall softly."""
    frame = rate_hz * FRAME_MS // 1000
    start = max(voice.start * frame - rate_hz * _BEFORE_MS // 1000, 0)
    kept = values[start : voice.end * frame + rate_hz * _AFTER_MS // 1000]
    rising, falling = rate_hz * _FADE_IN_MS // 1000, rate_hz * _FADE_OUT_MS // 1000
    for step in range(min(rising, len(kept))):
        kept[step] = kept[step] * step // rising
    for step in range(min(falling, len(kept))):
        kept[-1 - step] = kept[-1 - step] * step // falling
    return to_pcm(kept)
