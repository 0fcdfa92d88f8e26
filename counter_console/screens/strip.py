"""The small strip over other programs. objectNames: `console_strip` (window), `strip_next`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_console.key_table import KEYS
from counter_console.views import StripView
from ui_kit.fitting import panel_of_design, theme_of_design
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

DESIGN_WIDTH, DESIGN_HEIGHT = 290.0, 44.0
_SHARE_OF_SCREEN = 0.34
_KEY_WIDTH, _KEY_HEIGHT = 78.0, 29.0


class ConsoleStrip(QWidget):
    """The number, who waits and the next step, always on top."""

    def __init__(self, theme: Theme, title: str, pressed: Pressed) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setObjectName("console_strip")
        self.setWindowTitle(title)
        self._pressed = pressed
        self.theme = theme_of_design(theme, DESIGN_WIDTH, DESIGN_HEIGHT)
        self._view: StripView | None = None
        self._key: WiredKey | None = None
        width = round(theme.panel.width_px * _SHARE_OF_SCREEN)
        self.resize(width, round(width * DESIGN_HEIGHT / DESIGN_WIDTH))

    def show_view(self, view: StripView) -> None:
        """Show a view."""
        if view == self._view:
            return
        self._view = view
        if view.key is not None and self._key is None:
            self._key = WiredKey(self.theme, view.key, self._pressed, self, em=11.5, inside=6.0)
        if self._key is not None:
            self._key.setVisible(view.key is not None)
            if view.key is not None:
                self._key.show_view(view.key)
        self._lay_out()
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> list[str]:
        """Return the words shown."""
        view = self._view
        if view is None:
            return []
        number = view.number.label if view.number else ""
        key = view.key.label if view.key else ""
        return [text for text in (number, view.state, view.waiting, key) if text]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let F1 to F8 work here too."""
        number = event.key() - int(Qt.Key.Key_F1)
        if 0 <= number < len(KEYS) and not event.isAutoRepeat():
            self._pressed(KEYS[number], "")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the design anew."""
        super().resizeEvent(event)
        self.theme.panel = panel_of_design(DESIGN_WIDTH, DESIGN_HEIGHT, self.width(), self.height())
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self.theme.colour("paper"))
        view, ink, panel = self._view, Ink(painter, self.theme), self.theme.panel
        middle, right = panel.height_mm / 2, panel.width_mm - _KEY_WIDTH - 20
        if view is not None:
            if view.number is None:
                ink.line(view.state, 11, middle, 15, weight=BLACK, room=right - 90)
            else:
                look = TicketLook(22, SEAL_FAR, align=Align.LEFT)
                area = ink.rect(11, middle - 12, 88, 24)
                draw_ticket(painter, self.theme, area, view.number.seal, view.number.digits, look)
                room = right - 175
                ink.line(view.state, 107, middle, 10.5, colour="green", room=room)
            ink.line(
                view.waiting, right, middle, 10.5, colour="ink2", weight=MEDIUM, align=Align.RIGHT
            )
        painter.end()

    def _lay_out(self) -> None:
        if self._key is not None:
            panel = self.theme.panel
            x = panel.width_mm - _KEY_WIDTH - 9
            y = (panel.height_mm - _KEY_HEIGHT) / 2 - 1.5
            place(self._key, x, y, _KEY_WIDTH, _KEY_HEIGHT)
