"""Which key of a keyboard is which press. Any HID keypad is a keyboard to the machine.

Number blocks of a keyboard, telephone pads, pads with arrows: what one of them lacks another way
leads to. A number block whose NumLock is off sends arrows; on its digits they are digits.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.keypad import Press

_KEY = Qt.Key
_PRESS_OF: Mapping[Qt.Key, Press] = {
    _KEY.Key_1: "1", _KEY.Key_2: "2", _KEY.Key_3: "3", _KEY.Key_4: "4",
    _KEY.Key_5: "5", _KEY.Key_6: "6", _KEY.Key_7: "7", _KEY.Key_8: "8",
    _KEY.Key_0: "again", _KEY.Key_9: "help", _KEY.Key_Slash: "help", _KEY.Key_Help: "help",
    _KEY.Key_F1: "help",
    _KEY.Key_Asterisk: "back", _KEY.Key_Backspace: "back", _KEY.Key_Escape: "back",
    _KEY.Key_NumberSign: "enter", _KEY.Key_Enter: "enter", _KEY.Key_Return: "enter",
    _KEY.Key_Space: "enter", _KEY.Key_Select: "enter",
    _KEY.Key_Down: "next", _KEY.Key_Right: "next", _KEY.Key_Tab: "next",
    _KEY.Key_Up: "previous", _KEY.Key_Left: "previous", _KEY.Key_Backtab: "previous",
    _KEY.Key_Plus: "louder", _KEY.Key_Minus: "softer",
    _KEY.Key_VolumeUp: "louder", _KEY.Key_VolumeDown: "softer",
    _KEY.Key_Period: "headphones", _KEY.Key_Comma: "headphones",
}  # fmt: skip
_WITHOUT_NUM_LOCK: Mapping[Qt.Key, Press] = {
    _KEY.Key_End: "1", _KEY.Key_Down: "2", _KEY.Key_PageDown: "3", _KEY.Key_Left: "4",
    _KEY.Key_Clear: "5", _KEY.Key_Right: "6", _KEY.Key_Home: "7", _KEY.Key_Up: "8",
    _KEY.Key_PageUp: "help", _KEY.Key_Insert: "again", _KEY.Key_Delete: "headphones",
}  # fmt: skip
_NOT_OURS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def press_of(event: QEvent) -> Press | None:
    """Return what a key event presses; None for one that means nothing, or repeats by itself."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
        return None
    if event.isAutoRepeat() or event.modifiers() & _NOT_OURS:
        return None
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and key in _WITHOUT_NUM_LOCK:
        return _WITHOUT_NUM_LOCK[key]
    return _PRESS_OF.get(key)
