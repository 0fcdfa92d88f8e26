"""The right column: where a person must go now.

objectNames: `tasks`, `help_1_go` to `help_4_go` (the first card is the most urgent; a card that is
only read is `help_<n>`; beside one with a note `help_<n>_note`), `more_tasks`, `unwell`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.tasks import PLACES
from guide_desk.views import TasksView, TaskTone, TaskView
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyState, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

WIDTH = 95.0
_LEFT, _TOP, _CARD_HEIGHT, _CARD_STEP = 6.0, 19.0, 29.0, 37.2
_UNWELL_HEIGHT, _FOOT = 21.0, 7.0
_NOTE_WIDTH, _NOTE_GAP, _NOTE_EM = 25.5, 5.0, 7.0

_STYLES: dict[TaskTone, KeyStyle] = {"unwell": KeyStyle.EMERGENCY, "late": KeyStyle.HELP}
_COLOURS: dict[TaskTone, tuple[str, str, str]] = {
    "plain": ("ink", "ink2", "green"),
    "late": ("ink", "ink", "ink"),
    "unwell": ("sheet", "sheet", "sheet"),
    "fetch": ("ink", "ink2", "green"),
    "going": ("ink", "ink2", "green"),
}
"""Colours of the first voice, the second voice and the icon."""


def paint_task(ink: Ink, view: TaskView, width: float, colours: tuple[str, str, str]) -> None:
    """Draw what a card says, from its upper left corner."""
    first, second, icon = colours
    room = width - 8
    ink.icon(view.icon, 4, 7.4, 9.6, icon)
    ink.line(view.title, 16.2, 7.4, 7.2, colour=first, weight=BLACK, room=room - 12.2)
    ink.line(view.place, 4, 15.6, 5.3, colour=second, weight=MEDIUM, room=room)
    if view.key is not None:
        taken = 7.4 + ink.line(view.key.label, width - 11.4, 22.6, 6.9, colour=first,
                               weight=BLACK, align=Align.RIGHT)  # fmt: skip
        ink.icon(view.key.icon, width - 10.4, 22.6, 6.6, first)
        room -= taken + 3
    ink.line(view.waited, 4, 23, 5.4, colour=second, room=room)


class TaskKey(WiredKey):
    """Somebody to go to; a touch says that the guide is on the way."""

    def __init__(
        self, theme: Theme, task: TaskView, key: KeyView, pressed: Pressed, parent: QWidget
    ) -> None:
        self._task = task
        super().__init__(theme, key, pressed, parent)

    def show_task(self, task: TaskView, key: KeyView) -> None:
        """Show another task."""
        style = _STYLES.get(task.tone, KeyStyle.KEY)
        if task == self._task and style is self.style_of_key:
            return
        self._task = task
        self.show_view(key)
        self.set_rest_style(style)
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> tuple[str, ...]:
        """Return what it is, where, how long, and what a touch says."""
        task = self._task
        label = task.key.label if task.key else ""
        return tuple(text for text in (task.title, task.place, task.waited, label) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the card."""
        del look  # the task's own colours say how urgent it is
        painter.translate(face.topLeft())
        flat = self.state() is KeyState.FLAT
        colours = _COLOURS["going" if flat else self._task.tone]
        paint_task(Ink(painter, self.theme), self._task, self.theme.panel.mm(face.width()), colours)


class TaskSheet(KitWidget):
    """A task that is only read: somebody to fetch, or where the guide said to go."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._task: TaskView | None = None

    def show_task(self, task: TaskView) -> None:
        """Show a task."""
        if task != self._task:
            self._task = task
            self.setObjectName(task.name)
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return what it is, where and how long."""
        task = self._task
        return (task.title, task.place, task.waited) if task else ()

    def paint(self, painter: QPainter) -> None:
        """Draw a flat sheet; one to fetch has an amber band at its left."""
        task, ink, mm = self._task, Ink(painter, self.theme), self.theme.panel.mm
        if task is None:
            return
        width, height = mm(self.width()), mm(self.height())
        whole = ink.rect(0, 0, width, height)
        if task.tone == "going":
            ink.block(whole, "green_soft", 5, border="green", border_width=0.9)
        else:
            ink.block(whole, "sheet", 5, border="ink", border_width=1.0)
        paint_task(ink, task, width, _COLOURS[task.tone])


class Tasks(KitWidget):
    """The whole column, and the red key at its foot."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("tasks")
        self._pressed = pressed
        self._view: TasksView | None = None
        self._keys: list[TaskKey | None] = [None] * PLACES
        self._sheets = [TaskSheet(theme, self) for _ in range(PLACES)]
        self._notes: list[WiredKey | None] = [None] * PLACES
        self._more: WiredKey | None = None
        self._unwell: WiredKey | None = None
        for sheet in self._sheets:
            sheet.hide()

    def show_view(self, view: TasksView) -> None:
        """Show the column."""
        if view == self._view:
            return
        before, self._view = self._view, view
        for index in range(PLACES):
            self._show_task(index, view.tasks[index] if index < len(view.tasks) else None)
        self._show_keys(view)
        self.setAccessibleName(" ".join(self.texts()))
        if before is None or before.heading != view.heading or before.nobody != view.nobody:
            self.update()
        self.lay_out()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the column itself; cards and keys have their own."""
        view = self._view
        if view is None:
            return ()
        return tuple(text for text in ("".join(view.heading), view.nobody) if text)

    def lay_out(self) -> None:
        """Lay the cards from the top, the red key at the foot."""
        width = WIDTH - 2 * _LEFT
        for index in range(PLACES):
            self._lay_task(index, width)
        if self._more is not None:
            place(self._more, WIDTH - _LEFT - 33, 4.4, 33, 9.8)
        if self._unwell is not None:
            y = self.theme.panel.mm(self.height()) - _FOOT - _UNWELL_HEIGHT
            place(self._unwell, _LEFT, y, width, _UNWELL_HEIGHT)

    def _lay_task(self, index: int, width: float) -> None:
        y, note = _TOP + index * _CARD_STEP, self._notes[index]
        if note is not None and not note.isHidden():
            width -= _NOTE_WIDTH + _NOTE_GAP
            place(note, _LEFT + width + _NOTE_GAP, y, _NOTE_WIDTH, _CARD_HEIGHT)
        for card in (self._keys[index], self._sheets[index]):
            if card is not None:
                place(card, _LEFT, y, width, _CARD_HEIGHT)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground, the heading, and the sentence of a quiet hall."""
        view, ink = self._view, Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("tray"))
        ink.block(ink.rect(0, 0, 0.7, self.theme.panel.mm(self.height())), "rule")
        if view is None:
            return
        before, count, after = view.heading
        x = _LEFT + ink.line(before, _LEFT, 10, 7.2) + 3
        x += ink.line(count, x, 9.6, 10.5) + 2
        ink.line(after, x, 10, 6.4)
        if view.nobody:
            ink.icon("check-circle", _LEFT, 27, 8, "green")
            ink.second(view.nobody, _LEFT + 10.5, 27, 6.2)

    def _show_task(self, index: int, task: TaskView | None) -> None:
        made, sheet = self._keys[index], self._sheets[index]
        as_key = task is not None and task.key is not None
        sheet.setVisible(task is not None and not as_key)
        if made is not None:
            made.setVisible(as_key)
        self._show_note(index, task.note if task else None)
        if task is None:
            return
        if task.key is None:
            sheet.show_task(task)
            return
        if made is None:
            made = self._keys[index] = TaskKey(self.theme, task, task.key, self._pressed, self)
            made.show()
        made.show_task(task, task.key)

    def _show_note(self, index: int, view: KeyView | None) -> None:
        made = self._notes[index]
        if made is None and view is not None:
            made = self._notes[index] = WiredKey(
                self.theme, view, self._pressed, self, em=_NOTE_EM, inside=1.5
            )
        if made is not None:
            made.setVisible(view is not None)
            if view is not None:
                made.show_view(view)

    def _show_keys(self, view: TasksView) -> None:
        if self._unwell is None:
            self._unwell = WiredKey(
                self.theme, view.unwell, self._pressed, self, em=9.4, style=KeyStyle.EMERGENCY
            )
            self._unwell.show()
        self._unwell.show_view(view.unwell)
        if view.more is not None and self._more is None:
            self._more = WiredKey(
                self.theme, view.more, self._pressed, self, em=4.9, style=KeyStyle.SMALL, inside=1.5
            )
        if self._more is not None:
            self._more.setVisible(view.more is not None)
            if view.more is not None:
                self._more.show_view(view.more)
