"""How widgets present themselves to assistive technology: what they are, and how they stand."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from ui_kit.press import KeyBase
from ui_kit.widget import KitWidget


class AccessibleKit(QAccessibleWidget):
    """A drawn widget with its own role; a key tells as well whether it is switched on."""

    def __init__(self, widget: KitWidget) -> None:
        super().__init__(widget, widget.accessible_role, widget.accessibleName())

    def state(self) -> QAccessible.State:
        """Return how the widget stands."""
        state = super().state()
        widget = self.object()
        if isinstance(widget, KeyBase):
            state.checked = widget.is_switched_on
            state.pressed = widget.is_down
            state.disabled = not widget.can_be_pressed
        return state


def install_roles() -> None:
    """Have Qt ask the widgets of this kit what they are; once a process."""
    QAccessible.installFactory(_interface)


def _interface(_name: str, widget: QObject) -> QAccessibleInterface | None:
    return AccessibleKit(widget) if isinstance(widget, KitWidget) else None
