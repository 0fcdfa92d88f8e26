"""Qt for verbs without windows: an event loop that waits."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Wait = Callable[[threading.Event, float], bool]


@contextmanager
def core_application() -> Iterator[Wait]:
    """Run with a Qt application; yields a wait that keeps its events moving."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    application = QCoreApplication.instance() or QCoreApplication([])

    def wait(event: threading.Event, timeout_s: float) -> bool:
        until = time.monotonic() + timeout_s
        while not event.is_set() and time.monotonic() < until:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            event.wait(0.01)
        return event.is_set()

    yield wait
