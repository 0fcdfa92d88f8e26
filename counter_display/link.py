"""Whether what a screen shows may be old. Pure: time is handed in."""

from __future__ import annotations

STALE_AFTER_S = 1.0
"""A link that is back sooner is nothing people should read about."""


class LinkWatch:
    """Remembers since when the link to the hall has been gone; seconds of a steady clock."""

    def __init__(self) -> None:
        self._lost_at_s: float | None = None

    def lost(self, now_s: float) -> None:
        """The link is gone; saying so again changes nothing."""
        if self._lost_at_s is None:
            self._lost_at_s = now_s

    def back(self) -> None:
        """What is shown is the hall's present state again."""
        self._lost_at_s = None

    def stale(self, now_s: float) -> bool:
        """Tell whether the screen must say that it may be old."""
        return self._lost_at_s is not None and now_s - self._lost_at_s >= STALE_AFTER_S

    def changes_in_s(self, now_s: float) -> float | None:
        """Return in how many seconds `stale` turns true, None when it will not by itself."""
        if self._lost_at_s is None or self.stale(now_s):
            return None
        return self._lost_at_s + STALE_AFTER_S - now_s
