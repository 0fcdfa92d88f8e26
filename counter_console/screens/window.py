"""The clerk's window.

objectNames: `console` (window), `console_header`, `stage`, `queue`, `panel`, `console_line`, and
the eight keys `key_call`, `key_recall`, `key_miss`, `key_hold`, `key_transfer`, `key_start`,
`key_finish`, `key_pause` (F1 to F8 on the keyboard), `key_papers` (F9) on the stage, and
`key_unwell` (F12) in the header. Others: queue.py, panel.py, papers.py, header.py, ui_kit.covers.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from counter_console.key_table import KEYS
from counter_console.screens.header import HEIGHT, ConsoleHeader
from counter_console.screens.panel import Panel
from counter_console.screens.papers import PapersPanel
from counter_console.screens.queue import WIDTH, Queue
from counter_console.screens.stage import LEFT, Stage
from counter_console.views import ConsoleView
from ui_kit.covers.over import Covers
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.reading_order import texts_in
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

DESIGN_WIDTH, DESIGN_HEIGHT = 728.0, 409.5
_KEY_HEIGHT, _KEY_STEP, _KEY_GAP = 47.0, 60.0, 9.0
_KEYS_ABOVE_FOOT = 144.0
_UNWELL_X, _UNWELL_WIDTH, _UNWELL_HEIGHT = 330.0, 132.0, 18.0
_FIRST_FUNCTION_KEY = int(Qt.Key.Key_F1)


class Line(KitWidget):
    """The line at the foot: a hint, or what must be read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("console_line")
        self._hint = self._notice = ""

    def show_words(self, hint: str, notice: str) -> None:
        """Show a hint, or a notice in its place."""
        if (hint, notice) != (self._hint, self._notice):
            self._hint, self._notice = hint, notice
            self.setAccessibleName(notice or hint)
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return what is shown."""
        shown = self._notice or self._hint
        return (shown,) if shown else ()

    def paint(self, painter: QPainter) -> None:
        """Draw the words."""
        ink, theme = Ink(painter, self.theme), self.theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        width, height = theme.panel.mm(self.width()), theme.panel.mm(self.height())
        if self._notice:
            ink.notice(self._notice, "info", ink.rect(LEFT, 1.5, width - LEFT, height - 3), 11.5)
        else:
            ink.second(self._hint, LEFT, height / 2, 9.2, room=width - LEFT)


class ConsoleWindow(StaffWindow):
    """Everything a clerk sees; one size of design, scaled to the window."""

    def __init__(self, theme: Theme, title: str, pressed: Pressed) -> None:
        super().__init__(theme, "console", title, DESIGN_WIDTH, DESIGN_HEIGHT)
        self._pressed = pressed
        self._view: ConsoleView | None = None
        self.header = ConsoleHeader(self.theme, pressed, self)
        self.stage = Stage(self.theme, pressed, self)
        self._keys: list[WiredKey] = []
        self.line = Line(self.theme, self)
        self.queue = Queue(self.theme, pressed, self)
        self.panel = Panel(self.theme, pressed, self)
        self.panel.hide()
        self.papers = PapersPanel(self.theme, pressed, self)
        self.papers.hide()
        self._unwell: WiredKey | None = None
        self.covers = Covers(self, pressed, HEIGHT)
        self.resize(theme.panel.width_px, theme.panel.height_px)

    def show_view(self, view: ConsoleView) -> None:
        """Show a view; parts that did not change are not painted again."""
        if view == self._view:
            return
        self._view = view
        self.header.show_view(view.header)
        self.stage.show_view(view.stage)
        self.queue.show_view(view.queue)
        self.panel.show_view(view.panel)
        self.papers.show_view(view.papers)
        self.line.show_words("" if self._asks else view.hint, view.notice)
        if not self._keys:
            self._keys = [
                WiredKey(self.theme, key, self._pressed, self, em=12.5, left=True, inside=11.0)
                for key in view.keys
            ]
            self._lay_keys()
        for key, shown in zip(self._keys, view.keys, strict=True):
            key.show_view(shown)
            key.setVisible(not self._asks)
        if self._unwell is None:
            self._unwell = WiredKey(
                self.theme, view.unwell, self._pressed, self, em=9.7, inside=4.0,
                style=KeyStyle.EMERGENCY,
            )  # fmt: skip
            self._unwell.show()
            self._lay_unwell()
        self._unwell.show_view(view.unwell)
        self.panel.raise_()
        self.papers.raise_()
        self.line.raise_()
        self.covers.show_view(view.covers)

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        covering = self.covers.texts()
        if covering is not None:
            return covering
        over = self.papers if self._view is not None and self._view.papers else self.panel
        middle: list[KitWidget] = [over] if self._asks else [self.stage, *self._keys]
        folded = not self.covers.strip.isHidden()
        top: KitWidget = self.covers.strip if folded else self.header
        parts: list[KitWidget] = [top, *middle, self.line, self.queue]
        return [text for part in parts for text in texts_in(part)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F1 to F8 press their keys, and Escape go back."""
        number = event.key() - _FIRST_FUNCTION_KEY
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_F12:
            self._pressed("unwell", "")
            return
        if self.covers.type(event):
            return
        if 0 <= number < len(KEYS):
            self._pressed(KEYS[number], "")
        elif number == len(KEYS):
            self._pressed("papers", "")
        elif event.key() == Qt.Key.Key_Escape and self._view is not None:
            asks = self._view.papers or self._view.panel
            back = asks.back if asks else None
            if back is not None:
                self._pressed(back.action, back.argument)
        else:
            super().keyPressEvent(event)

    def lay_out(self) -> None:
        """Lay the parts for the window's present size."""
        width, height = self.theme.panel.width_mm, self.theme.panel.height_mm
        left = width - WIDTH
        place(self.header, 0, 0, width, HEIGHT)
        keys_top = height - _KEYS_ABOVE_FOOT
        place(self.stage, 0, HEIGHT, left, keys_top - 14 - HEIGHT)
        place(self.queue, left, HEIGHT, WIDTH, height - HEIGHT)
        place(self.panel, 0, HEIGHT, left, height - HEIGHT)
        place(self.papers, 0, HEIGHT, left, height - HEIGHT)
        place(self.line, 0, height - 28, left - 15, 25)
        self._lay_keys()
        self.header.lay_out()
        self.queue.lay_out()
        self.stage.lay_out()
        self.panel.lay_out()
        self.papers.lay_out()
        self._lay_unwell()
        self.covers.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground and draw the rule over the keys."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.theme.colour("paper"))
        ink, panel = Ink(painter, self.theme), self.theme.panel
        y = panel.height_mm - _KEYS_ABOVE_FOOT - 12
        ink.block(ink.rect(LEFT, y, panel.width_mm - WIDTH - LEFT - 15, 0.8), "rule")
        painter.end()

    @property
    def _asks(self) -> bool:
        view = self._view
        return view is not None and (view.panel is not None or view.papers is not None)

    def _lay_unwell(self) -> None:
        if self._unwell is not None:
            place(self._unwell, _UNWELL_X, 4.0, _UNWELL_WIDTH, _UNWELL_HEIGHT)

    def _lay_keys(self) -> None:
        panel = self.theme.panel
        room = panel.width_mm - WIDTH - LEFT - 15
        width = (room - 3 * _KEY_GAP) / 4
        top = panel.height_mm - _KEYS_ABOVE_FOOT
        for index, key in enumerate(self._keys):
            row, column = divmod(index, 4)
            x = LEFT + column * (width + _KEY_GAP)
            place(key, x, top + row * _KEY_STEP, width, _KEY_HEIGHT)
