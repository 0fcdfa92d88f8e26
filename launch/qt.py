"""Qt for the composition root: the application of a process, a way into its main thread."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication


def own_application() -> QApplication:
    """Return the application of this process; it paints in one thread.

    Qt hands half of every larger copy to a second thread. A page is a hundred small copies, and
    each time waiting for that thread takes as long as the copy: up to twice the time of a page
    change on two cores, more on a busy machine. Qt reads `QT_NO_GUI_THREADPOOL` when it first
    paints.
    """
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from ui_kit.accessible import install_roles

    found = QCoreApplication.instance()
    install_roles()
    return found if isinstance(found, QApplication) else QApplication([])


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
