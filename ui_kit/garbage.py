"""Garbage is collected in the thread of the windows only.

Python frees what refers to itself in whichever thread happens to allocate. Pages that were thrown
away hold such circles, and a Qt object that is freed beside its thread takes the program with it: a
thread that makes papers allocates enough to meet them. So nothing collects by itself any more, and
the event loop does it between two touches, by the same counts.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Collects while it lives; `stop` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take the work over, in the thread this is called from."""
        gc.disable()
        gc.freeze()  # what a station begins with stays as long as it runs: nobody looks at it again
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def look(self) -> None:
        """Collect as far as the counts say; the oldest objects are looked at least often."""
        due = [
            age
            for age, (count, limit) in enumerate(zip(gc.get_count(), self._limits, strict=True))
            if limit and count > limit
        ]
        # A generation is due only after the younger ones were: then its count is the newest.
        if due and due[0] == 0:
            gc.collect(max(age for age in due if list(range(age + 1)) == due[: age + 1]))
