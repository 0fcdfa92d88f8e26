"""Keys of a keypad that mean something wherever the focus is: the one event filter of a station."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hall.kernel.errors import BugError
from ui_kit.key_names import MODIFIERS, Chord, chord_of
from ui_kit.key_pace import SCAN_GAP_MS, KeyPace

_INSTALLED = "silverhall_hot_keys"
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_HELD = sum(MODIFIERS.values())


class HotKeys(QObject):
    """Turns configured keys into deeds and keeps them from whatever has the focus.

    `table` maps the name of a key to a deed; `clock_ms` never runs backward. One for a whole
    application: a filter on every widget would hear each press several times.
    """

    def __init__(
        self, table: Mapping[str, str], act: Callable[[str], None], clock_ms: Callable[[], float]
    ) -> None:
        super().__init__()
        self._deeds = dict(table)
        self._chords = {name: chord_of(name) for name in table}
        self._act, self._clock_ms = act, clock_ms
        self._pace = KeyPace()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setTimerType(Qt.TimerType.PreciseTimer)
        self._settling.setInterval(int(SCAN_GAP_MS))
        self._settling.timeout.connect(self._settled)

    def install(self, application: QApplication) -> None:
        """Begin to listen. Raises BugError where another table listens already."""
        if application.property(_INSTALLED):
            raise BugError("an application has one table of keys")
        application.setProperty(_INSTALLED, True)
        application.installEventFilter(self)

    def remove(self, application: QApplication) -> None:
        """Listen no more."""
        self._settling.stop()
        application.setProperty(_INSTALLED, None)
        application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys of the table out; let everything else pass."""
        del watched
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        name = self._name_of(event)
        if event.type() == QEvent.Type.KeyPress:
            if name is not None:
                self._pressed(name, event)
            elif event.text():
                self._pace.other_typed(self._clock_ms())
        if name is not None and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else a shortcut would take the key before it is a press
        return name is not None

    def _pressed(self, name: str, event: QKeyEvent) -> None:
        chord = self._chords[name]
        typed = chord is not None and chord.typed
        verdict = self._pace.pressed(name, self._clock_ms(), typed=typed, held=event.isAutoRepeat())
        if verdict == "fires":
            self._act(self._deeds[name])
        elif verdict == "waits":
            self._settling.start()

    def _settled(self) -> None:
        name = self._pace.settled(self._clock_ms())
        if name is not None:
            self._act(self._deeds[name])

    def _name_of(self, event: QKeyEvent) -> str | None:
        held = event.modifiers().value & _HELD
        for name, chord in self._chords.items():
            if chord is not None and _is(chord, event, held):
                return name
        return None


def _is(chord: Chord, event: QKeyEvent, held: int) -> bool:
    if held != chord.modifiers:
        return False
    by_machine = chord.scan_code and event.nativeScanCode() == chord.scan_code
    return event.key() == chord.key or bool(by_machine)
