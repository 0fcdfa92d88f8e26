"""Qt for the composition root: an event loop that waits, and a way into the main thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

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


def main_thread(parent: QObject | None = None) -> Callable[[Callable[[], None]], None]:
    """Return a function that runs work in the thread it was made in, from any thread."""
    from PySide6.QtCore import QObject, Signal, Slot

    class Hands(QObject):
        work = Signal(object)

        @Slot(object)
        def take(self, work: Callable[[], None]) -> None:
            work()

    hands = Hands(parent)
    hands.work.connect(hands.take)

    def hand_over(work: Callable[[], None]) -> None:
        hands.work.emit(work)

    return hand_over
