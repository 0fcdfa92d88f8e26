"""The right column: who waits, whose number was set aside.

objectNames: `queue`, `row_<number>` (can be clicked while the counter is free),
`aside_<number>`, `aside_more`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from counter_console.queue_view import ROWS
from counter_console.views import QueueView, WaitingRow
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

WIDTH = 244.0
_LEFT, _RIGHT, _TOP, _ROW = 14.5, 15.0, 40.5, 43.5
_KEY_WIDTH, _KEY_HEIGHT, _KEY_STEP = 102.0, 17.0, 23.5


class Row(KitWidget):
    """Somebody who waits; a click asks to call this one first."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._view: WaitingRow | None = None
        self._pointed = False

    @property
    def view(self) -> WaitingRow | None:
        """Who is shown."""
        return self._view

    def show_view(self, view: WaitingRow, unit: str) -> None:
        """Show somebody."""
        if view == self._view:
            return
        self._view, self._unit = view, unit
        self.setObjectName(view.name)
        self.setAccessibleName(" ".join(self.texts()))
        self.setEnabled(view.can_call)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if view.can_call else arrow)
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return number, matter, who it is and how long."""
        view = self._view
        if view is None:
            return ()
        minutes = view.minutes + self._unit
        matter = view.matter.replace("\n", "")
        return (view.number.label, matter, *((view.second,) if view.second else ()), minutes)

    def paint(self, painter: QPainter) -> None:
        """Draw the row and the line under it."""
        view, theme, ink = self._view, self.theme, Ink(painter, self.theme)
        if view is None:
            return
        width = theme.panel.mm(self.width())
        if self._pointed and self.isEnabled():
            ink.block(ink.rect(0, 1, width, _ROW - 3), "sheet", 4, border="edge")
        ink.block(ink.rect(_LEFT, _ROW - 0.8, width - _LEFT - _RIGHT, 0.8), "rule")
        middle, right = _ROW / 2, width - _RIGHT
        look = TicketLook(17.0, SEAL_FAR * 1.18, align=Align.LEFT)
        number = view.number
        area = ink.rect(_LEFT, middle - 11, 69, 22)
        draw_ticket(painter, theme, area, number.seal, number.digits, look)
        ink.line(self._unit, right, middle + 4, 9, colour="ink2", align=Align.RIGHT)
        ink.line(view.minutes, right - 11, middle, 20, align=Align.RIGHT)
        self._paint_matter(ink, view, right - 14 - ink.width(view.minutes, 20))

    def _paint_matter(self, ink: Ink, view: WaitingRow, right: float) -> None:
        x, second = _LEFT + 77, bool(view.second or view.icons)
        area = ink.rect(x, 3, right - x - 4, 24 if second else _ROW - 6)
        tall = ink.words(view.matter, area, 10.5, floor=8.6, middle=0.5)
        if not second:
            return
        y = max(32.0, 3 + 12 + tall / 2 + 7.5)
        taken = ink.second(view.second, x, y, 9, room=right - x - 4 - 13 * len(view.icons))
        for index, icon in enumerate(view.icons):
            ink.icon(icon, x + taken + 5 + 13 * index, y, 10)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that a click means something."""
        self._pointed = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Lie flat again."""
        self._pointed = False
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act when the button comes up inside."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class Queue(KitWidget):
    """The whole column."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("queue")
        self._pressed = pressed
        self._view: QueueView | None = None
        self._rows = [Row(theme, self) for _ in range(ROWS)]
        self._keys: list[WiredKey] = []
        for row in self._rows:
            row.hide()
            row.clicked.connect(self._row_clicked)

    def show_view(self, view: QueueView) -> None:
        """Show the column."""
        if view == self._view:
            return
        self._view = view
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(view.rows))
            if index < len(view.rows):
                row.show_view(view.rows[index], view.minutes_unit)
        self._show_keys(view.aside)
        self.setAccessibleName(" ".join(self.texts()))
        self.lay_out()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the column itself; rows and keys have their own."""
        view = self._view
        if view is None:
            return ()
        minutes_word = view.minutes_word if view.rows else ""
        words = ("".join(view.heading), minutes_word, view.nobody, view.more, view.aside_title)
        return tuple(text for text in words if text)

    def lay_out(self) -> None:
        """Lay rows and keys for the window's size."""
        for index, row in enumerate(self._rows):
            place(row, 0, _TOP + index * _ROW, WIDTH, _ROW)
        for index, key in enumerate(self._keys):
            x = _LEFT + (index % 2) * (WIDTH - _LEFT - _RIGHT - _KEY_WIDTH)
            place(key, x, self._keys_y() + index // 2 * _KEY_STEP, _KEY_WIDTH, _KEY_HEIGHT)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground, the heading and the lines of words."""
        view, ink = self._view, Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("tray"))
        ink.block(ink.rect(0, 0, 1, self.theme.panel.mm(self.height())), "rule")
        if view is None:
            return
        before, count, after = view.heading
        right = WIDTH - _RIGHT
        x = _LEFT + ink.line(before, _LEFT, 23.5, 13) + 7
        x += ink.line(count, x, 23, 22) + 4
        ink.line(after, x, 23.5, 11)
        ink.block(ink.rect(_LEFT, _TOP - 1.5, right - _LEFT, 1.5), "ink")
        if view.rows:
            ink.line(
                view.minutes_word, right, 24, 9.5, colour="ink2", weight=MEDIUM, align=Align.RIGHT
            )
        if view.nobody:
            ink.second(view.nobody, _LEFT, _TOP + 24, 12)
        if view.more:
            ink.second(view.more, _LEFT, _TOP + ROWS * _ROW + 8, 9)
        if view.aside_title:
            ink.second(view.aside_title, _LEFT, self._keys_y() - 7.5, 8.8)

    def _show_keys(self, views: tuple[KeyView, ...]) -> None:
        while len(self._keys) > len(views):
            key = self._keys.pop()
            key.hide()
            key.deleteLater()
        for index, view in enumerate(views):
            if index == len(self._keys):
                made = WiredKey(
                    self.theme, view, self._pressed, self, em=9.5, left=True, style=KeyStyle.SMALL
                )
                made.show()
                self._keys.append(made)
            self._keys[index].show_view(view)

    def _keys_y(self) -> float:
        lines = (len(self._keys) + 1) // 2
        return self.theme.panel.mm(self.height()) - 8.5 - _KEY_HEIGHT - (lines - 1) * _KEY_STEP

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, Row) and row.view is not None:
            self._pressed("row", row.view.ticket_id)
