"""The level as the eye follows it: up at once, down slowly. Pure; dB below full scale."""

from __future__ import annotations

from voice_studio.ear import Level
from voice_studio.views import Zone

LOWEST_DB, SOFT_BELOW_DB, LOUD_FROM_DB = -42.0, -26.0, -3.0
FALL_DB = 3.0
"""How far it falls with each chunk."""


def place_of(level_db: float) -> float:
    """Return where a level stands on the scale, 0 to 1."""
    return min(max((level_db - LOWEST_DB) / -LOWEST_DB, 0.0), 1.0)


ZONE_ENDS = (place_of(SOFT_BELOW_DB), place_of(LOUD_FROM_DB))


class Meter:
    """Shows peaks: they are what is cut off when a voice is too loud."""

    def __init__(self) -> None:
        self._shown_db = LOWEST_DB
        self._highest_db = LOWEST_DB

    @property
    def now(self) -> float:
        """The level to show now, 0 to 1."""
        return place_of(self._shown_db)

    @property
    def highest(self) -> float:
        """The highest level since the last `clear`, 0 to 1."""
        return place_of(self._highest_db)

    def take(self, level: Level) -> None:
        """Take the level of one chunk."""
        self._shown_db = max(level.peak_db, self._shown_db - FALL_DB, LOWEST_DB)
        self._highest_db = max(self._highest_db, level.peak_db)

    def clear(self) -> None:
        """Forget what was heard."""
        self._shown_db = self._highest_db = LOWEST_DB


def zone_of(place: float) -> Zone:
    """Return the zone a place on the scale lies in."""
    soft, right = ZONE_ENDS
    if place < soft:
        return "soft"
    return "right" if place < right else "loud"
