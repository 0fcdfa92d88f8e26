"""Qt for the composition root: a way into the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


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
