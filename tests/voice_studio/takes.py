"""Takes for the studio, made of the shipped clips: a voice, a room, a preamplifier."""

from __future__ import annotations

import random
from array import array
from functools import cache

from tests.voice.helpers import ASSETS
from voice.clips import load_clip_pack
from voice.pcm import resample, samples, to_pcm

RATE_HZ = 24000
CLIPS = load_clip_pack(ASSETS / "voice/synthetic")
QUIET_ROOM_DB = -66.0
SYLLABLE = "零"


@cache
def _noise() -> tuple[float, ...]:
    """Half a second of noise of the strength one, to be repeated."""
    chance = random.Random(7)  # noqa: S311  noise, no secret
    return tuple(chance.gauss(0, 1) for _ in range(RATE_HZ // 2))


def room(seconds: float, level_db: float = QUIET_ROOM_DB) -> bytes:
    """The noise of a room in which nobody speaks."""
    spread = 32768 * 10 ** (level_db / 20)
    once = array("h", [max(-32768, min(32767, round(value * spread))) for value in _noise()])
    count = round(seconds * RATE_HZ)
    return to_pcm((once * (count // len(once) + 1))[:count])


def voice(words: str) -> array[int]:
    """Somebody saying words of the shipped script, or speaking as long as they would take."""
    pcm = CLIPS.clip(words)
    if pcm is None:
        pcm = (CLIPS.clip(SYLLABLE) or b"") * len(words)
    return samples(resample(pcm, CLIPS.rate_hz, RATE_HZ))


def take(
    words: str,
    *,
    gain_db: float = -6.0,
    noise_db: float = QUIET_ROOM_DB,
    before_s: float = 0.6,
    after_s: float = 1.3,
) -> bytes:
    """A take: silence of the room, the words, silence again; too much gain is cut off."""
    gain = 10 ** (gain_db / 20)
    said = voice(words)
    lead = round(before_s * RATE_HZ)
    noise = samples(room(before_s + len(said) / RATE_HZ + after_s, noise_db))
    for place, value in enumerate(said):
        if lead + place < len(noise):
            loud = round(noise[lead + place] + value * gain)
            noise[lead + place] = max(-32768, min(32767, loud))
    return to_pcm(noise)


def heard(words: str, **how: float) -> bytes:
    """What is left of a take when the studio has dropped its first quarter of a second."""
    return take(words, **how)[2 * RATE_HZ // 4 :]
