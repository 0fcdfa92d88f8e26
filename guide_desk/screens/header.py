"""The line at the top, and on it who waits for a person. objectNames: `guide_header`, `strip`."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.measure import HEADER, PAD, STRONG, TEXT
from guide_desk.shell_views import HeaderView
from ui_kit.fonts import BLACK
from ui_kit.header import draw_mark
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_MARK = 11.8
_DESK_EM, _CLOCK_EM = 7.6, 9.4
_DESK_ROOM, _APART = 48.0, 3.6
"""Width of the two lines beside the mark, and how far each is from the middle."""
_LEFT = PAD + _MARK + 4.5
STRIP_LEFT, STRIP_WIDTH, STRIP_HEIGHT = _LEFT + _DESK_ROOM + 6.0, 166.0, 13.2
"""Between the name of the desk and what is said of a lost link."""


class GuideHeader(KitWidget):
    """Which zone and desk, whether the hall answers, the time."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("guide_header")
        self._view: HeaderView | None = None

    def show_view(self, view: HeaderView) -> None:
        """Show a view."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        view = self._view
        if view is None:
            return ()
        return tuple(text for text in (view.zone, view.desk, view.link, view.clock) if text)

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        view, theme, ink = self._view, self.theme, Ink(painter, self.theme)
        width, middle = theme.panel.width_mm, HEADER / 2 - 0.4
        painter.fillRect(self.rect(), theme.colour("paper"))
        ink.block(ink.rect(0, HEADER - 0.7, width, 0.7), "rule")
        draw_mark(painter, theme, ink.rect(PAD, middle - _MARK / 2, _MARK, _MARK))
        if view is None:
            return
        if view.zone:
            room = _DESK_ROOM if view.strip else _DESK_ROOM + STRIP_WIDTH
            ink.line(view.zone, _LEFT, middle - _APART, TEXT, weight=BLACK, room=room)
            ink.line(view.desk, _LEFT, middle + _APART, TEXT, colour="ink2", room=room)
        else:
            desk = ink.rect(_LEFT, 0.6, _DESK_ROOM, HEADER - 2)
            ink.words(view.desk, desk, _DESK_EM, floor=TEXT)
        right = width - PAD
        if view.clock:
            right -= ink.line(view.clock, right, middle, _CLOCK_EM, align=Align.RIGHT) + 4.5
            ink.block(ink.rect(right, middle - 4, 0.4, 8), "rule")
            right -= 4.5
        ink.link(view.link, right, middle, TEXT, linked=view.linked)


class Strip(KitWidget):
    """Who waits for a person, told while another area is shown; nothing to press."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("strip")
        self._text = self._icon = ""

    def show_words(self, text: str, icon: str) -> None:
        """Show a line with its sign; an empty one is not there."""
        self.setVisible(bool(text))
        if (text, icon) != (self._text, self._icon):
            self._text, self._icon = text, icon
            self.setAccessibleName(text)
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the line."""
        return (self._text,) if self._text else ()

    def paint(self, painter: QPainter) -> None:
        """Draw it on amber: a person is wanted."""
        ink = Ink(painter, self.theme)
        area = ink.rect(0, 0, STRIP_WIDTH, STRIP_HEIGHT)
        ink.notice(self._text, self._icon, area, STRONG, "amber")
