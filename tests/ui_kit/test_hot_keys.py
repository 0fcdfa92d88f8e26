"""Keys of small keypads: each press counts once, a scan never does, and nothing else hears them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hall.kernel.errors import BugError
from ui_kit.hot_keys import HotKeys
from ui_kit.key_names import KEYS, MODIFIERS, chord_of
from ui_kit.key_pace import KeyPace


class Keypad:
    """A field somebody writes in, and the keys that mean something beside it."""

    def __init__(self, qtbot, qapp, table):
        self.now_ms = 0.0
        self.done: list[str] = []
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        self.field.setFocus()
        self.keys = HotKeys(table, self.done.append, lambda: self.now_ms)
        self.keys.install(qapp)

    def presses(self, key, modifiers=Qt.KeyboardModifier.NoModifier, after_ms=1000.0):
        self.now_ms += after_ms
        QTest.keyClick(self.field, key, modifiers)


@pytest.fixture
def keypad(qtbot, qapp):
    made = []

    def make(**table):
        made.append(Keypad(qtbot, qapp, {name.replace("_", "+"): do for name, do in table.items()}))
        return made[-1]

    yield make
    for one in made:
        one.keys.remove(qapp)


def test_a_key_does_its_deed_and_writes_nothing_into_the_field(keypad):
    pad = keypad(F13="recall", Ctrl_Alt_R="call")
    pad.presses(Qt.Key.Key_F13)
    pad.presses(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert pad.done == ["recall", "call"]
    pad.presses(Qt.Key.Key_R)
    assert pad.done == ["recall", "call"], "the letter alone is only a letter"
    assert pad.field.text() == "r"


def test_a_key_fires_once_in_three_hundred_milliseconds(keypad):
    pad = keypad(F13="call")
    pad.presses(Qt.Key.Key_F13)
    pad.presses(Qt.Key.Key_F13, after_ms=299)
    assert pad.done == ["call"]
    pad.presses(Qt.Key.Key_F13, after_ms=2)
    assert pad.done == ["call", "call"]


def test_a_key_that_is_held_does_not_repeat(keypad, qapp):
    pad = keypad(F13="call")
    pad.presses(Qt.Key.Key_F13)
    for _ in range(5):
        pad.now_ms += 400
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_F13, Qt.KeyboardModifier.NoModifier, "", True
        )
        qapp.sendEvent(pad.field, held)
    assert pad.done == ["call"]


def test_a_key_a_layout_calls_otherwise_is_known_by_its_number(keypad, qapp):
    """Under X11 many layouts make a launch key of F14; the machine's own number stays."""
    pad = keypad(F14="call")
    other = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Launch5, Qt.KeyboardModifier.NoModifier, 192, 0, 0
    )
    qapp.sendEvent(pad.field, other)
    assert pad.done == ["call"]


def test_a_scanned_code_presses_nothing():
    pace = KeyPace()
    assert pace.pressed("5", 1000.0, typed=True) == "waits"
    for step in range(1, 12):
        assert pace.pressed("5", 1000.0 + 20 * step, typed=True) == "nothing"
    assert pace.settled(2000.0) is None


def test_a_key_beside_other_characters_of_a_scan_presses_nothing():
    pace = KeyPace()
    pace.pressed("5", 1000.0, typed=True)
    pace.other_typed(1020.0)
    assert pace.settled(1200.0) is None
    pace.other_typed(2000.0)
    assert pace.pressed("5", 2020.0, typed=True) == "nothing"


def test_a_finger_on_a_number_is_taken_after_a_moment_and_once():
    pace = KeyPace()
    assert pace.pressed("5", 1000.0, typed=True) == "waits"
    assert pace.settled(1079.0) is None
    assert pace.settled(1080.0) == "5"
    assert pace.settled(1090.0) is None


def test_an_application_has_one_table(keypad, qapp):
    keypad(F13="call")
    with pytest.raises(BugError):
        HotKeys({"F14": "miss"}, print, lambda: 0.0).install(qapp)


def test_every_name_is_the_key_qt_means_by_it():
    for name, number in KEYS.items():
        assert getattr(Qt.Key, f"Key_{name}") == number
    held = Qt.KeyboardModifier
    for name, bits in MODIFIERS.items():
        said = {"Ctrl": "Control"}.get(name, name)
        assert getattr(held, f"{said}Modifier").value == bits


@pytest.mark.parametrize("name", ["F25", "ctrl+R", "Ctrl+", "Hyper+R", "Ctrl+Ctrl+R", ""])
def test_a_name_no_key_has_is_none(name):
    assert chord_of(name) is None
