"""Where a person must go now, and which devices need a hand.

objectNames: `help_1_go` to `help_4_go` (the first card is the most urgent; a card that is only read
is `help_<n>`; beside one with a note `help_<n>_note`), `tasks_previous`, `tasks_next`, `drill`,
`faults`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from guide_desk.screens.faults import Faults
from guide_desk.screens.measure import BESIDE, GAP, HEAD, LABEL, PAD, TURN, across
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.task_card import TaskKey, TaskSheet
from guide_desk.screens.turn_key import TurnKey
from guide_desk.tasks import PLACES
from guide_desk.views import TasksView, TaskView
from ui_kit.ink import Ink
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_COLUMNS = 2
_NOTE = 36.0


class TasksScreen(PageScreen[TasksView]):
    """Cards in two columns, faults and the keys that turn below them."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, pressed, parent)
        self.faults = Faults(theme, self)
        self._sheets = [TaskSheet(theme, self) for _ in range(PLACES)]
        for sheet in self._sheets:
            sheet.hide()

    def keys_of(self, page: TasksView) -> Sequence[KeyView]:
        """Return cards that can be pressed, notes, and what turns."""
        cards = (key for task in page.tasks for key in (task.key, task.note) if key is not None)
        return (*cards, *page.turn, *((page.drill,) if page.drill else ()))

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        tasks = self.shown.tasks if self.shown is not None else ()
        task = next((one for one in tasks if one.key == view), None)
        if task is not None:
            return TaskKey(self.theme, task, view, self.pressed, self)
        if view.action == "tasks_turn":
            return TurnKey(self.theme, view, self.pressed, self)
        return WiredKey(self.theme, view, self.pressed, self, em=LABEL, inside=1.5)

    def fill(self, page: TasksView) -> None:
        """Show what the cards say."""
        self.faults.show_view(page.faults)
        for index, sheet in enumerate(self._sheets):
            task = page.tasks[index] if index < len(page.tasks) else None
            sheet.setVisible(task is not None and task.key is None)
            if task is None:
                continue
            if task.key is None:
                sheet.show_task(task)
                continue
            card = self.key(task.key.name)
            if isinstance(card, TaskKey):
                card.show_task(task, task.key)

    def words(self, page: TasksView) -> tuple[str, ...]:
        """Return the sentence of a quiet hall."""
        return (page.nobody,)

    def lay(self, page: TasksView) -> None:
        """Lay the cards, the most urgent first; what turns them in the lowest row."""
        rows, columns = self.rows(), across(PAD, self.room, _COLUMNS)
        for index, task in enumerate(page.tasks):
            row, column = divmod(index, _COLUMNS)
            self._lay_task(index, task, columns[column], rows[row])
        y, high = rows[-1]
        right = self.wide - PAD
        for view in reversed(page.turn):
            place(self.key(view.name), right - TURN, y, TURN, high)
            right -= TURN + GAP
        place(self.faults, PAD, y, right - PAD, high + 2)
        if page.drill is not None:
            x = self.wide - PAD - BESIDE
            place(self.key(page.drill.name), x, rows[0][0], BESIDE, rows[0][1])

    def _lay_task(
        self, index: int, task: TaskView, column: tuple[float, float], row: tuple[float, float]
    ) -> None:
        (x, wide), (y, high) = column, row
        if task.note is not None:
            wide -= _NOTE + GAP
            place(self.key(task.note.name), x + wide + GAP, y, _NOTE, high)
        card = self.key(task.key.name) if task.key else self._sheets[index]
        place(card, x, y, wide, high)

    def draw(self, ink: Ink, page: TasksView) -> None:
        """Draw the sentence of a quiet hall."""
        if page.nobody:
            ink.icon("check-circle", PAD, HEAD + 14, 12, "green")
            ink.second(page.nobody, PAD + 16, HEAD + 14, LABEL)
