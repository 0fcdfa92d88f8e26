"""How a view of a key becomes a key, and how its presses are reported."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui_kit.key_look import KeyStyle
from ui_kit.staff_key import StaffFace, StaffKey
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme

Pressed = Callable[[str, str], None]
"""Told the action and the argument of a key that was pressed."""


class WiredKey(StaffKey):
    """A key that shows a `KeyView`; the view may change, the widget stays.

    A press counts only when the key means at its end what it meant when the finger came down:
    what the hall brings in between never moves under a finger.
    """

    def __init__(
        self, theme: Theme, view: KeyView, pressed: Pressed, parent: QWidget, *,
        em: float = 12.0, left: bool = False, inside: float = 6.0,
        style: KeyStyle = KeyStyle.KEY,
    ) -> None:  # fmt: skip
        self._em, self._left, self._margin = em, left, inside
        self._rest = style
        self._shown: KeyView | None = None
        self._touched: KeyView | None = None
        super().__init__(theme, view.name, StaffFace(""), self._rest, parent)
        self.went_down.connect(self._remember)
        self.pressed_once.connect(self._report)
        self._pressed = pressed
        self.show_view(view)

    @property
    def shown(self) -> KeyView | None:
        """What the key shows."""
        return self._shown

    def show_view(self, view: KeyView) -> None:
        """Show a view; the same one again costs nothing."""
        if view == self._shown:
            return
        self._shown = view
        self.setObjectName(view.name)
        self.set_content(
            StaffFace(
                view.label, view.icon, view.second, view.tag, self._em, self._left, self._margin
            )
        )
        self.setEnabled(view.mode in ("next", "can", "chosen"))
        self.set_style(KeyStyle.PRIMARY if view.mode == "next" else self._rest)
        self.set_switched_on(view.mode == "chosen")
        self.set_flat(view.mode == "under_way")

    def set_rest_style(self, style: KeyStyle) -> None:
        """Change what the key looks like while it is not the next step."""
        self._rest = style
        next_step = self._shown is not None and self._shown.mode == "next"
        self.set_style(KeyStyle.PRIMARY if next_step else style)

    def _remember(self) -> None:
        self._touched = self._shown

    def _report(self) -> None:
        touched, self._touched = self._touched or self._shown, None
        shown = self._shown
        if touched is None or shown is None:
            return
        if (touched.action, touched.argument) == (shown.action, shown.argument):
            self._pressed(shown.action, shown.argument)
