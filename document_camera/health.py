"""Whether the pictures of a camera are pictures of now: not the same one again, not black."""

from __future__ import annotations

from typing import Literal

PictureHealth = Literal["fine", "same", "black"]

SAME_FOR_S = 3.0
"""Pictures of a sensor differ by noise, always; the same one for so long is a hung camera."""
BLACK_FOR_S = 1.5
BLACK_LEVEL = 10.0
BLACK_SPREAD = 4.0
"""A cap on the lens: dark, and the same everywhere. A dark room still has a lighter corner."""


class PictureWatch:
    """Remembers just enough of the last pictures to tell."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._changed_s = 0.0
        self._black_since_s: float | None = None

    def saw(
        self, fingerprint: int, mean_level: float, spread_levels: float, now_s: float
    ) -> PictureHealth:
        """Take one picture; return how the camera is by it."""
        if fingerprint != self._last:
            self._last, self._changed_s = fingerprint, now_s
        dark = mean_level < BLACK_LEVEL and spread_levels < BLACK_SPREAD
        if not dark:
            self._black_since_s = None
        elif self._black_since_s is None:
            self._black_since_s = now_s
        if now_s - self._changed_s >= SAME_FOR_S:
            return "same"
        if self._black_since_s is not None and now_s - self._black_since_s >= BLACK_FOR_S:
            return "black"
        return "fine"
