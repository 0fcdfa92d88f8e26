"""A clock that can hold the hall's writer, so that what comes meanwhile shares one commit."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from hall.kernel.clock import ManualClock, Moment
from hall.kernel.hall import Hall
from hall.kernel.messages import Command
from tests.helpers.halls import MONDAY_0940


class GateClock(ManualClock):
    """Whoever asks for the time waits while the gate is shut."""

    def __init__(self) -> None:
        super().__init__(MONDAY_0940)
        self._open = threading.Event()
        self._open.set()
        self._somebody_waits = threading.Event()

    def now(self) -> Moment:
        if not self._open.is_set():
            self._somebody_waits.set()
            assert self._open.wait(20)
        return super().now()

    @contextmanager
    def one_group(self, hall: Hall, first: Command) -> Iterator[None]:
        """Hold the writer at `first`; everything submitted inside shares the next commit."""
        self._somebody_waits.clear()
        self._open.clear()
        hall.submit(first, "gate")
        assert self._somebody_waits.wait(20)
        yield
        self._open.set()


class Commits:
    """Counts the commits of a hall; each is told after its answers have left."""

    def __init__(self, hall: Hall) -> None:
        self._told = threading.Semaphore(0)
        hall.on_wake(self._told.release)

    def are(self, count: int) -> bool:
        """Wait for so many commits; tell whether there were no more of them."""
        return all(self._told.acquire(timeout=20) for _ in range(count)) and not (
            self._told.acquire(blocking=False)
        )
