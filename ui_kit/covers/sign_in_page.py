"""The question who is there, over a whole staff screen.

objectNames: `sign_in`, `digit_0` to `digit_9`, `sign_in_wipe`, `sign_in_back`, `sign_in_enter`,
`sign_in_unwell`. Lengths are hundredths of the screen's height.
"""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.covers.views import SignInView
from ui_kit.fonts import BLACK
from ui_kit.header import draw_mark
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

_EDGE = 5.0
_PAD_TOP, _KEY_HEIGHT, _GAP = 6.0, 15.4, 5.6
_PAD_SHARE = 0.48
_FIELD_HEIGHT = 11.0
_EMS = {"sign_in_wipe": 3.9, "sign_in_back": 3.9}
_ROWS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), ("back", "0", "wipe"))


class SignInPage(KitWidget):
    """A number and a PIN at the left, ten digits at the right, the red key as always."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("sign_in")
        self._pressed = pressed
        self._view: SignInView | None = None
        self._keys: dict[str, WiredKey] = {}

    def show_view(self, view: SignInView | None) -> None:
        """Ask who is there, or ask no more."""
        if view == self._view:
            return
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        shown = {key.name: key for key in view.keys}
        red = dataclasses.replace(view.unwell, name="sign_in_unwell")
        shown[red.name] = red
        if not self._keys:
            self._keys = {name: self._key(key) for name, key in shown.items()}
            self.lay_out()
        for name, key in shown.items():
            self._keys[name].show_view(key)
        self.setAccessibleName(" ".join(self.texts()))
        self.raise_()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the page; keys have their own, and a PIN has none."""
        view = self._view
        if view is None:
            return ()
        words = (view.title, view.number_word, view.number, view.pin_word, view.notice)
        return tuple(text for text in words if text)

    def type(self, event: QKeyEvent) -> None:
        """Let a keyboard type digits, Enter, Backspace and Escape."""
        text = event.text()
        if text.isascii() and text.isdigit():
            self._pressed("sign_in_digit", text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pressed("sign_in_enter", "")
        elif event.key() == Qt.Key.Key_Backspace:
            self._pressed("sign_in_wipe", "")
        elif event.key() == Qt.Key.Key_Escape:
            self._pressed("sign_in_back", "")

    def lay_out(self) -> None:
        """Lay the digits at the right, enter and the red key at the left."""
        if not self._keys:
            return
        width, unit = self._width, self._unit
        edge, gap = _EDGE * unit, _GAP * unit
        left = width * (1 - _PAD_SHARE)
        wide = (width - left - edge - 2 * gap) / 3
        for row, names in enumerate(_ROWS):
            y = (_PAD_TOP + row * (_KEY_HEIGHT + _GAP + 2.4)) * unit
            for column, name in enumerate(names):
                key = self._keys[f"digit_{name}" if name.isdigit() else f"sign_in_{name}"]
                place(key, left + column * (wide + gap), y, wide, _KEY_HEIGHT * unit)
        room = left - 2 * edge
        place(self._keys["sign_in_enter"], edge, 59 * unit, room, _KEY_HEIGHT * unit)
        place(self._keys["sign_in_unwell"], edge, 81 * unit, room, _KEY_HEIGHT * unit)

    def paint(self, painter: QPainter) -> None:
        """Draw the mark, the question, the two fields and the line to read."""
        view, ink, unit = self._view, Ink(painter, self.theme), self._unit
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if view is None:
            return
        left, room = _EDGE * unit, self._width * (1 - _PAD_SHARE) - 2 * _EDGE * unit
        side = 8.4 * unit
        draw_mark(painter, self.theme, ink.rect(left, 4 * unit, side, side))
        ink.line(view.title, left + side + 3 * unit, 8.2 * unit, 6.2 * unit, weight=BLACK,
                 room=room - side - 3 * unit)  # fmt: skip
        self._field(ink, 16, view.number_word, view.number, lit=not view.asks_pin)
        self._field(ink, 31, view.pin_word, "●" * view.pin_dots, lit=view.asks_pin)
        if view.notice:
            area = ink.rect(left, 45 * unit, room, 11 * unit)
            ink.words(view.notice, area, 3.9 * unit, floor=3.3 * unit, colour="red_line")

    def _field(self, ink: Ink, top: float, word: str, text: str, *, lit: bool) -> None:
        unit = self._unit
        left, room = _EDGE * unit, self._width * (1 - _PAD_SHARE) - 2 * _EDGE * unit
        area = ink.rect(left, top * unit, room, _FIELD_HEIGHT * unit)
        border = "green" if lit else "rule"
        ink.block(area, "sheet", 2 * unit, border=border, border_width=0.9 * unit)
        middle = (top + _FIELD_HEIGHT / 2) * unit
        ink.line(word, left + 3 * unit, middle, 4.4 * unit, colour="ink2")
        x = left + 3 * unit + ink.width(word, 4.4 * unit) + 4 * unit
        ink.line(text, x, middle, 6.2 * unit, weight=BLACK, room=left + room - x - 3 * unit)

    @property
    def _width(self) -> float:
        return self.theme.panel.width_mm

    @property
    def _unit(self) -> float:
        return self.theme.panel.height_mm / 100

    def _key(self, view: KeyView) -> WiredKey:
        style = KeyStyle.EMERGENCY if view.name == "sign_in_unwell" else KeyStyle.KEY
        unit = self._unit
        em = _EMS.get(view.name, 7.0 if view.name.startswith("digit_") else 4.6) * unit
        key = WiredKey(self.theme, view, self._pressed, self, em=em, inside=1.6 * unit, style=style)
        key.show()
        return key
