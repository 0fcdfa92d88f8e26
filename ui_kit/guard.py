"""What keeps a trembling finger from pressing twice. Plain Python."""

from __future__ import annotations

from collections.abc import Callable


class TapGuard:
    """Lets a key through once per `key_ms`, and no key for `page_ms` after a page was shown.

    `clock_ms` counts milliseconds and never runs backward.
    """

    def __init__(
        self, clock_ms: Callable[[], float], key_ms: int = 700, page_ms: int = 500
    ) -> None:
        self._clock_ms = clock_ms
        self._key_ms = key_ms
        self._page_ms = page_ms
        self._page_shown_ms = float("-inf")
        self._passed_ms: dict[int, float] = {}

    def page_shown(self) -> None:
        """A page has just appeared under the finger."""
        self._page_shown_ms = self._clock_ms()
        self._passed_ms.clear()

    def settled(self) -> bool:
        """Tell whether the page has been there long enough for a touch to be meant for it."""
        return self._clock_ms() - self._page_shown_ms >= self._page_ms

    def listens_to(self, key: int) -> bool:
        """Tell whether a press of this key would count now."""
        since_ms = self._clock_ms() - self._passed_ms.get(key, float("-inf"))
        return self.settled() and since_ms >= self._key_ms

    def lets_through(self, key: int) -> bool:
        """Tell whether a press of this key counts; if it does, the next must wait."""
        if not self.listens_to(key):
            return False
        self._passed_ms[key] = self._clock_ms()
        return True
