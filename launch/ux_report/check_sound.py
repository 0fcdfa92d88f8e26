"""How fast the shipped clips speak, and what the chime is made of."""

from __future__ import annotations

import math
import tomllib
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from launch.ux_report.check_words import han
from launch.ux_report.rules import Measure
from voice.clips import ClipPack, load_clip_pack
from voice.pcm import read_wav, samples

SLOWEST, FASTEST = 120.0, 180.0
"""Syllables a minute with all pauses: numbers from 120, instructions up to 180."""
TONE_HZ = (500.0, 1000.0)
OVERTONES_FROM_HZ, OVERTONES_DB = 2500.0, 30.0
_SENTENCE_FROM = 6
_STEP_HZ, _HIGHEST_HZ = 20, 7900


def measures(assets: Path) -> Iterator[Measure]:
    """Measure every sentence of every clip pack, and the chime."""
    recipe = tomllib.loads((assets / "voice" / "recipe.toml").read_text(encoding="utf-8"))
    for manifest in sorted((assets / "voice").glob("*/manifest.toml")):
        pack = load_clip_pack(manifest.parent)
        yield from _rates(pack, manifest.parent.name, recipe["one_syllable"])
    yield from _chime(assets / "sounds" / "chime.wav")


def _rates(pack: ClipPack, name: str, joined: Sequence[str]) -> Iterator[Measure]:
    """Measure clips that are sentences; digits and words get their pauses when they are joined."""
    for words in sorted(pack.files):
        pcm, spoken = pack.clip(words), syllables(words, joined)
        if pcm is None or spoken < _SENTENCE_FROM:
            continue
        rate = spoken * 60 / (len(pcm) / 2 / pack.rate_hz)
        yield Measure("S1a", rate, FASTEST, f"{name}: {words}")
        yield Measure("S1b", rate, SLOWEST, f"{name}: {words}")


def syllables(words: str, joined: Sequence[str]) -> int:
    """Count the syllables of Chinese words: one a character, and one for each of `joined`."""
    return sum(map(han, words)) - sum(words.count(one) * (len(one) - 1) for one in joined)


def _chime(path: Path) -> Iterator[Measure]:
    pcm, rate_hz = read_wav(path)
    values = samples(pcm)
    half = len(values) // 2
    low_hz, high_hz = TONE_HZ
    for place, part in (("first tone", values[:half]), ("second tone", values[half:])):
        loudest = max(range(100, _HIGHEST_HZ, _STEP_HZ), key=lambda hz: power(part, hz, rate_hz))
        yield Measure("S5a", float(loudest), high_hz, f"{path.name}, {place}")
        yield Measure("S5b", float(loudest), low_hz, f"{path.name}, {place}")
    tones = max(power(values, hz, rate_hz) for hz in range(500, 1001, _STEP_HZ))
    over = range(round(OVERTONES_FROM_HZ), min(_HIGHEST_HZ, rate_hz // 2), _STEP_HZ)
    above = max((power(values, hz, rate_hz) for hz in over), default=0.0)
    below_db = 10 * math.log10(tones / max(above, 1e-9))
    yield Measure("S5c", below_db, OVERTONES_DB, path.name)


def power(values: array[int], frequency_hz: float, rate_hz: int) -> float:
    """Return the power of one frequency (Goertzel)."""
    turn = 2 * math.cos(2 * math.pi * frequency_hz / rate_hz)
    before = last = 0.0
    for value in values:
        before, last = last, value + turn * last - before
    return before * before + last * last - turn * before * last
