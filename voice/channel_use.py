"""How much of the last minutes a loudspeaker was taken. Pure: time is handed in."""

from __future__ import annotations

from collections import deque

MOST_USE = 0.8
"""A voice that speaks for more of the time than this is not listened to any more."""
WINDOW_S = 300.0


class ChannelUse:
    """Remembers when one loudspeaker was taken; seconds of a steady clock."""

    def __init__(self, window_s: float = WINDOW_S) -> None:
        self._window_s = window_s
        self._taken: deque[tuple[float, float]] = deque()
        self._since_s: float | None = None

    def taken(self, now_s: float) -> None:
        """Somebody is spoken to from now on."""
        self._since_s = now_s

    def free(self, now_s: float) -> None:
        """The next one may be spoken to."""
        if self._since_s is not None:
            self._taken.append((self._since_s, now_s))
            self._since_s = None

    def share(self, now_s: float) -> float:
        """Return which part of the last minutes it was taken, 0 to 1."""
        start_s = now_s - self._window_s
        while self._taken and self._taken[0][1] <= start_s:
            self._taken.popleft()
        spans = [*self._taken, *([] if self._since_s is None else [(self._since_s, now_s)])]
        return sum(end_s - max(since_s, start_s) for since_s, end_s in spans) / self._window_s
