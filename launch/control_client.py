"""Speaks to the control socket of a station: the tour and the developer's dock use it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

LOOK_EVERY_S = 0.05


class ControlRefused(RuntimeError):
    """The station did not do what was asked; the message says why."""


class StationControl:
    """One connection to one station's control socket.

    `alive` tells whether the station's process still runs; without it nobody waits in vain.
    """

    def __init__(
        self, path: Path, alive: Callable[[], bool], started_within_s: float = 30.0
    ) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._socket = _connect(path, alive, started_within_s)
        self._lines = self._socket.makefile("rb")

    def ask(self, do: str, **wish: object) -> dict[str, Any]:
        """Send one wish and return the answer. Raises ControlRefused."""
        with self._lock:
            self._socket.sendall(json.dumps({"do": do, **wish}).encode() + b"\n")
            line = self._lines.readline()
        if not line:
            raise ControlRefused(f"the station behind {self._path.name} has gone")
        answer: dict[str, Any] = json.loads(line)
        if not answer["ok"]:
            raise ControlRefused(f"{self._path.stem}: {do} {wish}: {answer.get('say', '')}")
        return answer

    def close(self) -> None:
        """Close the connection."""
        self._lines.close()
        self._socket.close()


def _connect(path: Path, alive: Callable[[], bool], within_s: float) -> socket.socket:
    waiting = threading.Event()
    for _ in range(int(within_s / LOOK_EVERY_S)):
        if not alive():
            break
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
        except OSError:
            connection.close()
            waiting.wait(LOOK_EVERY_S)
            continue
        connection.settimeout(60.0)
        return connection
    raise ControlRefused(f"the station behind {path.name} did not start")
