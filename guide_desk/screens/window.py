"""The guide's page: who arrived at the left, a number in the middle, where to go at the right.

objectNames: `guide` (window), `guide_header`, `arrivals`, `middle`, `faults`, `tasks`. Their keys:
arrivals.py, middle.py, tasks.py.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent

from guide_desk.screens.arrivals import WIDTH as ARRIVALS_WIDTH
from guide_desk.screens.arrivals import Arrivals
from guide_desk.screens.faults import HEIGHT as FAULTS_HEIGHT
from guide_desk.screens.faults import Faults
from guide_desk.screens.header import HEIGHT as HEADER_HEIGHT
from guide_desk.screens.header import GuideHeader
from guide_desk.screens.middle import Middle
from guide_desk.screens.tasks import WIDTH as TASKS_WIDTH
from guide_desk.screens.tasks import Tasks
from guide_desk.views import GuideView, MattersView, NoteView
from ui_kit.reading_order import texts_in
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed

DESIGN_WIDTH, DESIGN_HEIGHT = 352.0, 220.0


class GuideWindow(StaffWindow):
    """One page for a tablet; one size of design, scaled to the window."""

    def __init__(self, theme: Theme, title: str, pressed: Pressed) -> None:
        super().__init__(theme, "guide", title, DESIGN_WIDTH, DESIGN_HEIGHT)
        self._view: GuideView | None = None
        self.header = GuideHeader(self.theme, self)
        self.arrivals = Arrivals(self.theme, pressed, self)
        self.middle = Middle(self.theme, pressed, self)
        self.faults = Faults(self.theme, self)
        self.tasks = Tasks(self.theme, pressed, self)
        self.resize(theme.panel.width_px, theme.panel.height_px)

    def show_view(self, view: GuideView) -> None:
        """Show a view; parts that did not change are not painted again."""
        if view == self._view:
            return
        self._view = view
        self.header.show_view(view.header)
        self.arrivals.show_view(view.arrivals)
        self.faults.show_view(view.faults)
        self.faults.setVisible(not self._needs_height)
        self.tasks.show_view(view.tasks)
        self._lay_middle()
        self.middle.show_view(view.middle, view.notice)

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        parts: list[KitWidget] = [self.header, self.arrivals, self.middle, self.faults, self.tasks]
        return [text for part in parts if part.isVisibleTo(self) for text in texts_in(part)]

    def lay_out(self) -> None:
        """Lay the parts for the window's present size."""
        width, height = self.theme.panel.width_mm, self.theme.panel.height_mm
        below = height - HEADER_HEIGHT
        middle = width - ARRIVALS_WIDTH - TASKS_WIDTH
        place(self.header, 0, 0, width, HEADER_HEIGHT)
        place(self.arrivals, 0, HEADER_HEIGHT, ARRIVALS_WIDTH, below)
        place(self.faults, ARRIVALS_WIDTH, height - FAULTS_HEIGHT, middle, FAULTS_HEIGHT)
        place(self.tasks, width - TASKS_WIDTH, HEADER_HEIGHT, TASKS_WIDTH, below)
        self._lay_middle()
        self.arrivals.lay_out()
        self.tasks.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))

    @property
    def _needs_height(self) -> bool:
        return self._view is not None and isinstance(self._view.middle, MattersView | NoteView)

    def _lay_middle(self) -> None:
        panel = self.theme.panel
        foot = 0.0 if self._needs_height else FAULTS_HEIGHT
        place(
            self.middle,
            ARRIVALS_WIDTH,
            HEADER_HEIGHT,
            panel.width_mm - ARRIVALS_WIDTH - TASKS_WIDTH,
            panel.height_mm - HEADER_HEIGHT - foot,
        )
        self.middle.lay_out()
