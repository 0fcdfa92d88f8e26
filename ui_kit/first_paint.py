"""What a station does as soon as its first picture is on the screen, and not before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LONGEST_MS = 500
"""A window that is hidden behind another is never painted; its station works all the same."""


class FirstPaint(QObject):
    """Calls `then` once: after a page was painted, or after `LONGEST_MS` without a painting.

    It is the page that is watched: a window wholly covered by one is itself never painted.
    """

    def __init__(self, page: QWidget, then: Callable[[], None]) -> None:
        super().__init__(page)
        self._page, self._then = page, then
        self._seen = False
        page.installEventFilter(self)
        QTimer.singleShot(LONGEST_MS, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the painting; what it paints is shown before anything else is begun."""
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._go_on)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if not self._seen:
            self._seen = True
            self._page.removeEventFilter(self)
            self._then()
