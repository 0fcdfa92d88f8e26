"""A question inside the window: a title, keys in a grid, a way back.

objectNames: `panel`, `clerk_<id>`, `key_leave`, `to_counter_<id>`, `to_group_<id>`,
`to_matter_<id>`, `reason_1` to `reason_4`, `key_back`.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from counter_console.views import PanelView
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

_LEFT, _RIGHT = 13.5, 15.0
_COLUMNS, _GAP, _STEP = 3, 9.0, 12.0
_TALL, _LOW = 47.0, 37.0
BACK_WIDE, BACK_HIGH, BACK_ABOVE_FOOT = 107.0, 34.0, 32.0
"""Of the key that leads back; under it stands the line that must be read."""


class Panel(KitWidget):
    """Covers the ticket and the eight keys while a question is open."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("panel")
        self._pressed = pressed
        self._view: PanelView | None = None
        self._sections: list[tuple[str, list[WiredKey]]] = []
        self._back: WiredKey | None = None

    def show_view(self, view: PanelView | None) -> None:
        """Ask a question, or none."""
        if view == self._view:
            return
        self._view = view
        self._clear()
        self.setVisible(view is not None)
        if view is None:
            return
        small = sum(len(keys) for _, keys in view.sections) > 9
        for caption, keys in view.sections:
            made = [self._make(key, 11.0 if small else 13.0) for key in keys]
            self._sections.append((caption, made))
        if view.back is not None:
            self._back = self._make(view.back, 11.5)
        self.setAccessibleName(view.title)
        self.lay_out()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return title and captions; keys have their own words."""
        if self._view is None:
            return ()
        captions = (caption for caption, _ in self._view.sections)
        return tuple(text for text in (self._view.title, *captions) if text)

    def lay_out(self) -> None:
        """Lay the keys in a grid."""
        count = sum(len(keys) for _, keys in self._sections)
        height = _LOW if count > 9 else _TALL
        room = self.theme.panel.mm(self.width()) - _LEFT - _RIGHT
        width = (room - _GAP * (_COLUMNS - 1)) / _COLUMNS
        y = 52.0
        for caption, keys in self._sections:
            y += 19.0 if caption else 0.0
            for index, key in enumerate(keys):
                row, column = divmod(index, _COLUMNS)
                x = _LEFT + column * (width + _GAP)
                place(key, x, y + row * (height + _STEP), width, height)
            y += ((len(keys) + _COLUMNS - 1) // _COLUMNS) * (height + _STEP) + 4
        if self._back is not None:
            bottom = self.theme.panel.mm(self.height())
            place(self._back, _LEFT, bottom - BACK_ABOVE_FOOT - BACK_HIGH, BACK_WIDE, BACK_HIGH)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground, the title and the captions."""
        ink = Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if self._view is None:
            return
        room = self.theme.panel.mm(self.width()) - _LEFT - _RIGHT
        ink.line(self._view.title, _LEFT, 26, 22, weight=BLACK, room=room)
        for caption, keys in self._sections:
            if caption and keys:
                top = keys[0].face_mm.y
                ink.second(caption, _LEFT, top - 11, 11)

    def _make(self, view: KeyView, em: float) -> WiredKey:
        key = WiredKey(self.theme, view, self._pressed, self, em=em, inside=7.0)
        key.show()
        return key

    def _clear(self) -> None:
        keys = [key for _, made in self._sections for key in made]
        for key in [*keys, *([self._back] if self._back else [])]:
            key.setObjectName("")
            key.hide()
            key.deleteLater()
        self._sections, self._back = [], None
