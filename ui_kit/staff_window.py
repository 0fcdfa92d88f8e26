"""A window of a staff screen: drawn in units of its design, scaled to whatever size it has."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui_kit.fitting import panel_of_design, theme_of_design
from ui_kit.press import KeyBase
from ui_kit.theme import Theme


class StaffWindow(QWidget):
    """A window whose `theme` counts in units of a design of `width` by `height`.

    Subclasses lay their parts in `lay_out`, which is called for every new size.
    """

    def __init__(self, theme: Theme, name: str, title: str, width: float, height: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWindowTitle(title)
        # The window keeps the focus: else Qt hands it to some key when another one is hidden.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._outer = theme
        self._design = (width, height)
        self.theme = theme_of_design(theme, width, height)
        theme.changed.connect(self._mode_changed)

    def key(self, name: str) -> KeyBase:
        """Return the key of that name. Raises LookupError naming those that are there."""
        keys = {one.objectName(): one for one in self.findChildren(KeyBase)}
        if name not in keys:
            raise LookupError(f"no key {name!r}; there are {sorted(keys)}")
        return keys[name]

    def lay_out(self) -> None:
        """Lay the parts for the window's present size."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the design anew for the window's size."""
        super().resizeEvent(event)
        self.theme.panel = panel_of_design(*self._design, self.width(), self.height())
        self.lay_out()

    def _mode_changed(self) -> None:
        self.theme.set_mode(self._outer.mode)
        self.update()
