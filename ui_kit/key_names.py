"""What the keys of a keyboard are called in a station file, and how Qt and the machine number them.

Plain Python, so that settings are checked without a screen. A name is a key alone or with Ctrl+,
Alt+, Shift+ or Meta+ before it, as small keypads for callers and raters send it.
"""

from __future__ import annotations

from dataclasses import dataclass

_QT_ESCAPE = 0x01000000
_QT_F1 = 0x01000030
_EVDEV_F13 = 183
_XKB_OFFSET = 8
"""A key of the Linux kernel has this number more under X11 and Wayland."""

MODIFIERS = {"Shift": 0x02000000, "Ctrl": 0x04000000, "Alt": 0x08000000, "Meta": 0x10000000}
"""Qt's bits of the keys that are held with another."""

_FUNCTION = {f"F{number}": _QT_F1 + number - 1 for number in range(1, 25)}
_TYPED = {one: ord(one) for one in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_OTHER = {
    "Escape": _QT_ESCAPE,
    "Insert": 0x01000006,
    "Delete": 0x01000007,
    "Pause": 0x01000008,
    "Home": 0x01000010,
    "End": 0x01000011,
    "PageUp": 0x01000016,
    "PageDown": 0x01000017,
}
KEYS = {**_FUNCTION, **_TYPED, **_OTHER}
"""Every name, and Qt's number of the key."""


@dataclass(frozen=True)
class Chord:
    """A key with what is held beside it, in Qt's numbers.

    `scan_code` is the number of the machine for F13 to F24, 0 for all others: many layouts of Linux
    give those keys other meanings, and Qt then names them otherwise.
    """

    key: int
    modifiers: int = 0
    scan_code: int = 0

    @property
    def typed(self) -> bool:
        """Whether it writes a character where somebody writes."""
        held = self.modifiers & ~MODIFIERS["Shift"]
        return self.key < _QT_ESCAPE and not held


def chord_of(name: str) -> Chord | None:
    """Return the key a name means, None where no key is called so."""
    *held, key = name.split("+")
    if key not in KEYS or any(one not in MODIFIERS for one in held) or len(set(held)) < len(held):
        return None
    scan_code = 0
    if key in _FUNCTION and int(key[1:]) >= 13:
        scan_code = _EVDEV_F13 + int(key[1:]) - 13 + _XKB_OFFSET
    return Chord(KEYS[key], sum(MODIFIERS[one] for one in held), scan_code)
