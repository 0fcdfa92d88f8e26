"""The card of somebody to go to: as a key, or as a sheet that is only read."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.measure import LABEL, TEXT, TITLE
from guide_desk.views import TaskTone, TaskView
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink, InkColour
from ui_kit.key_look import KeyLook, KeyState, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget
from ui_kit.wired_key import Pressed, WiredKey

_STYLES: dict[TaskTone, KeyStyle] = {"unwell": KeyStyle.EMERGENCY, "late": KeyStyle.HELP}
_INSIDE, _ICON = 5.0, 11.0
_LINES = (8.2, 19.0, 28.0)
"""Middles of the three lines of a card."""
_GO_MIDDLE = 25.0

Colours = tuple[InkColour, InkColour, InkColour]
"""Of the first voice, the second voice and the icon."""
_ON_SHEET: Colours = ("ink", "ink2", "green")


def paint_task(ink: Ink, view: TaskView, width: float, colours: Colours) -> None:
    """Draw what a card says, from its upper left corner."""
    first, second, icon = colours
    title, place, wait = _LINES
    ink.icon(view.icon, _INSIDE, title, _ICON, icon)
    ink.line(view.title, _INSIDE + _ICON + 3.4, title, TITLE, colour=first, weight=BLACK)
    ink.line(view.place, _INSIDE, place, TEXT, colour=second, weight=MEDIUM)
    ink.line(view.waited, _INSIDE, wait, TEXT, colour=second)
    if view.key is not None:
        right = width - _INSIDE
        ink.icon(view.key.icon, right - 9.0, _GO_MIDDLE, 9.0, first)
        ink.line(view.key.label, right - 11.5, _GO_MIDDLE, LABEL, colour=first, weight=BLACK,
                 align=Align.RIGHT)  # fmt: skip


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
        """Draw the card in the colours of its key: they say how urgent it is."""
        painter.translate(face.topLeft())
        flat = self.state() is KeyState.FLAT
        colours = _ON_SHEET if flat else (look.text, look.second, look.icon)
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
        """Draw a flat sheet, green where the guide said to go."""
        task, ink, mm = self._task, Ink(painter, self.theme), self.theme.panel.mm
        if task is None:
            return
        width, height = mm(self.width()), mm(self.height())
        whole = ink.rect(0, 0, width, height)
        if task.tone == "going":
            ink.block(whole, "green_soft", 5, border="green", border_width=0.9)
        else:
            ink.block(whole, "sheet", 5, border="ink", border_width=1.0)
        paint_task(ink, task, width, _ON_SHEET)
