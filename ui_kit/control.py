"""The private control socket of a station: clicks, texts, pictures, and words for simulators.

Demo and tests start a station with it; production has none. One JSON object a line, one answer
a line. `do` is one of:

    windows                                   names of the windows
    texts   [window]                          every shown text, in reading order
    keys    [window]                          object names of what can be pressed now
    click   name [window]                     a real mouse press and release on that widget
    key     text [window]                     a keyboard key, named like F1
    await   text | key [window] [within_s]    answers once the text is shown, or the key and a touch
                                              of it would count
    grab    path [window]                     a picture of the window
    sim     device word [arguments]           a word for the simulator of a device
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui_kit.press import KeyBase

Wish = dict[str, Any]
LOOK_EVERY_MS = 15
PRESS_MS = 40
"""How long a scripted finger stays down."""

Windows = Callable[[], Mapping[str, QWidget]]
Texts = Callable[[QWidget], list[str]]
SayToSimulator = Callable[[str, str, Mapping[str, object]], None]


class ControlServer(QObject):
    """Answers one line at a time on a local socket, in the station's GUI thread."""

    def __init__(
        self,
        path: str,
        windows: Windows,
        texts: Texts,
        say_to_simulator: SayToSimulator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._windows = windows
        self._texts = texts
        self._say_to_simulator = say_to_simulator
        self._deeds: dict[str, Callable[[Wish], dict[str, Any] | None]] = {
            "windows": self._list_windows,
            "texts": self._list_texts,
            "keys": self._list_keys,
            "click": self._click,
            "key": self._press_key,
            "grab": self._grab,
            "sim": self._sim,
        }
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(path)
        if not self._server.listen(path):
            raise OSError(f"the control socket cannot be opened: {self._server.errorString()}")
        self._server.newConnection.connect(self._greet)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        while socket.canReadLine():
            line = bytes(socket.readLine().data())
            try:
                wish = json.loads(line)
                if wish["do"] == "await":
                    self._await(socket, wish, time.monotonic() + float(wish.get("within_s", 10)))
                    continue
                answer: dict[str, Any] = {"ok": True, **self._do(wish)}
            except (KeyError, TypeError, ValueError, LookupError, OSError) as fault:
                answer = {"ok": False, "say": str(fault)}
            _answer(socket, answer)

    def _do(self, wish: Wish) -> dict[str, Any]:
        if wish["do"] not in self._deeds:
            raise ValueError(f"'{wish['do']}' is nothing this station can do")
        return self._deeds[wish["do"]](wish) or {}

    def _list_windows(self, _wish: Wish) -> dict[str, Any]:
        return {"windows": list(self._windows())}

    def _list_texts(self, wish: Wish) -> dict[str, Any]:
        return {"texts": self._texts(self._window(wish))}

    def _list_keys(self, wish: Wish) -> dict[str, Any]:
        return {"keys": [widget.objectName() for widget in self._pressable(wish)]}

    def _press_key(self, wish: Wish) -> None:
        QTest.keyClick(self._window(wish), Qt.Key[f"Key_{wish['text']}"])

    def _grab(self, wish: Wish) -> None:
        if not self._window(wish).grab().save(wish["path"]):
            raise OSError(f"the picture cannot be written to {wish['path']}")

    def _sim(self, wish: Wish) -> None:
        self._say_to_simulator(wish["device"], wish["word"], wish.get("arguments", {}))

    def _await(self, socket: QLocalSocket, wish: Wish, until: float) -> None:
        """Answer as soon as what is waited for is shown; the station goes on meanwhile."""
        if self._shows(wish):
            _answer(socket, {"ok": True})
        elif time.monotonic() > until:
            shown = self._texts(self._window(wish))
            _answer(socket, {"ok": False, "say": f"not shown in time; shown: {shown}"})
        else:
            QTimer.singleShot(LOOK_EVERY_MS, self, lambda: self._await(socket, wish, until))

    def _shows(self, wish: Wish) -> bool:
        try:
            if "key" in wish:
                found = [one for one in self._pressable(wish) if one.objectName() == wish["key"]]
                return any(_listens(widget) for widget in found)
            return wish["text"] in "\n".join(self._texts(self._window(wish)))
        except LookupError:
            return False

    def _window(self, wish: Wish) -> QWidget:
        windows = self._windows()
        name = wish.get("window") or next(iter(windows))
        if name not in windows:
            raise LookupError(f"there is no window '{name}'; there are: {', '.join(windows)}")
        return windows[name]

    def _pressable(self, wish: Wish) -> list[QWidget]:
        window = self._window(wish)
        return [
            widget
            for widget in window.findChildren(QWidget)
            if widget.objectName() and widget.isVisibleTo(window) and widget.isEnabled()
        ]

    def _widget(self, wish: Wish) -> QWidget:
        for widget in self._pressable(wish):
            if widget.objectName() == wish["name"]:
                return widget
        names = sorted(widget.objectName() for widget in self._pressable(wish))
        raise LookupError(f"nothing pressable is called '{wish['name']}'; there are: {names}")

    def _click(self, wish: Wish) -> None:
        widget = self._widget(wish)
        middle = widget.rect().center()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(widget, left, none, middle)
        QTimer.singleShot(PRESS_MS, widget, lambda: QTest.mouseRelease(widget, left, none, middle))
        QApplication.processEvents()


def _listens(widget: QWidget) -> bool:
    return widget.listens() if isinstance(widget, KeyBase) else True


def _answer(socket: QLocalSocket, answer: dict[str, Any]) -> None:
    socket.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    socket.flush()
