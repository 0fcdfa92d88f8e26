"""Windows that are laid out and can be painted, and are never seen."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from launch.paths import ASSETS
from launch.qt import own_application
from launch.ux_report.conditions import Glass
from ui_kit.icons import Icons
from ui_kit.pictures import Pictures
from ui_kit.theme import Theme, build_theme

_TICK = "check"
_HELD_BYTES = 100_000_000
_WITHOUT_WORDS = ("icon", "drawing", "key")


class WordsEachTime(Pictures):
    """Keeps pictures of icons and frames; what may hold words is painted anew every time."""

    def get(self, key: Hashable, size: QSize, render: Callable[[QPainter], None]) -> QPixmap:
        """Return the picture, rendered now unless no words can be on it."""
        if isinstance(key, tuple) and key[0] in _WITHOUT_WORDS:
            return super().get(key, size, render)
        return Pictures(0).get(key, size, render)


class HidingIcons(Icons):
    """Icons that can be left out of a picture, to see the ground they stand on.

    The tick of a badge is not: it stands on a disc of its own, over whatever the badge is on.
    """

    hides = False

    def icon(self, name: str, side_px: int, colour: QColor) -> QPixmap:
        """Return the icon, or nothing of its size."""
        if not self.hides or name == _TICK:
            return super().icon(name, side_px, colour)
        nothing = QPixmap(side_px, side_px)
        nothing.fill(Qt.GlobalColor.transparent)
        return nothing


@contextmanager
def off_screen() -> Iterator[None]:
    """Run with an application that needs no display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = own_application()
    yield
    application.processEvents()


def theme_on(glass: Glass) -> Theme:
    """Build a theme for measuring: nothing kept but icons, and icons can be hidden."""
    theme = build_theme(ASSETS, glass.panel)
    theme.pictures = WordsEachTime(_HELD_BYTES)
    theme.icons = HidingIcons(ASSETS / "icons", ASSETS / "drawings", theme.pictures)
    return theme


def shown_off_screen(window: QWidget) -> QWidget:
    """Lay out a window as if it were on its screen; what it threw away is gone before."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if not window.isVisible():
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
    return window


def windows_shown() -> int:
    """Return how many windows stand on the screen now, a modal one counted twice."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return len(shown) + (QApplication.activeModalWidget() is not None)
