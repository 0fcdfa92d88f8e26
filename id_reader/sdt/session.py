"""Which visitor is here: events of an earlier one do not get through."""

from __future__ import annotations

import threading
from collections.abc import Callable

from devices.ports import CardEvent, CardTaken


class Session:
    """The number of the present session, and the gate every event passes under its lock."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._epoch = 1
        self._open = True

    @property
    def epoch(self) -> int:
        """The present session's number, from 1."""
        return self._epoch

    def begin(self) -> int:
        """Start the next session and return its number."""
        with self._lock:
            self._epoch += 1
            return self._epoch

    def close(self) -> None:
        """Let nothing pass any more."""
        with self._lock:
            self._open = False

    def report_taken(self, on_card: Callable[[CardEvent], None]) -> None:
        """Say that the plate is empty; whoever is here now wants to know that."""
        with self._lock:
            if self._open:
                on_card(CardTaken(self._epoch))

    def report(self, on_card: Callable[[CardEvent], None], event: CardEvent) -> None:
        """Hand on an event, unless its session is over."""
        with self._lock:
            if self._open and event.epoch == self._epoch:
                on_card(event)
