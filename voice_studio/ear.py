"""Listens along while somebody reads, and tells when the reading is over. Pure; no clock.

Time is counted in samples: what the microphone has given is the time that has passed.
"""

from __future__ import annotations

from dataclasses import dataclass

from voice.loudness import FRAME_MS, FULL_SCALE, SILENCE_DB, level_db, power_db
from voice.pcm import samples
from voice_studio.limits import Limits
from voice_studio.speaking import Run, voice_in

LEAD_IN_S = 0.25
"""The click of the key that began it is not kept."""
END_AFTER_S = 1.0
"""Silence that ends a take; the pauses inside a sentence are shorter."""
NOTHING_AFTER_S = 8.0
MERCY_S = 1.5
_LOOK_EVERY_FRAMES = 5


@dataclass(frozen=True)
class Level:
    """How loud it is now: the mean of a chunk and its highest sample, in dB below full scale."""

    mean_db: float = SILENCE_DB
    peak_db: float = SILENCE_DB


def level_of(chunk: bytes) -> Level:
    """Measure one chunk."""
    values = samples(chunk)
    if not values:
        return Level()
    highest = max(*values, -min(values)) / FULL_SCALE
    return Level(level_db(values), power_db(highest * highest))


class Ear:
    """One take as it grows. Feed it chunks until `over`."""

    def __init__(self, rate_hz: int, limits: Limits) -> None:
        self._frame_bytes = 2 * (rate_hz * FRAME_MS // 1000)
        self._lead_bytes = 2 * round(rate_hz * LEAD_IN_S)
        self._longest_frames = _frames(limits.longest_s + MERCY_S)
        self._pcm = bytearray()
        self._levels_db: list[float] = []
        self._looked_at = 0
        self._voice: Run | None = None

    @property
    def heard_voice(self) -> bool:
        """Whether somebody has begun to speak."""
        return self._voice is not None

    @property
    def over(self) -> bool:
        """Whether the reading has ended, or lasts too long, or never began."""
        now = len(self._levels_db)
        if self._voice is None:
            return now >= _frames(NOTHING_AFTER_S)
        silent = now - self._voice.end
        return silent >= _frames(END_AFTER_S) or now - self._voice.start >= self._longest_frames

    def hear(self, chunk: bytes) -> Level:
        """Take one chunk; return how loud it is."""
        dropped = min(self._lead_bytes, len(chunk))
        self._lead_bytes -= dropped
        self._pcm += chunk[dropped:]
        while len(self._pcm) >= (len(self._levels_db) + 1) * self._frame_bytes:
            start = len(self._levels_db) * self._frame_bytes
            frame = bytes(self._pcm[start : start + self._frame_bytes])
            self._levels_db.append(level_db(samples(frame)))
        if len(self._levels_db) - self._looked_at >= _LOOK_EVERY_FRAMES:
            self._looked_at = len(self._levels_db)
            self._voice = voice_in(self._levels_db)
        return level_of(chunk)

    def take(self) -> bytes:
        """Return what was heard so far, without the lead-in."""
        return bytes(self._pcm)


def _frames(seconds: float) -> int:
    return round(seconds * 1000 / FRAME_MS)
