"""A strip that keeps in memory what it shows, for tests of screens and stations."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import DeviceStatus, Fault, Offline, Ready, StripText


class MemoryCallStrip:
    """Shows at once in the caller's thread; `texts` are all it has shown, oldest first."""

    def __init__(self, status: DeviceStatus | None = None) -> None:
        self.texts: list[StripText] = []
        self._status: DeviceStatus = status or Ready()
        self._wanted: StripText | None = None
        self._on_status: Callable[[DeviceStatus], None] | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report the present status and show what was wanted before."""
        self._on_status = on_status
        on_status(self._status)
        self._light()

    def set_status(self, status: DeviceStatus) -> None:
        """Become Ready, Offline, … from now on; a strip that is back shows the newest text."""
        self._status = status
        if self._on_status is not None:
            self._on_status(status)
        self._light()

    def show(self, text: StripText) -> None:
        """Show a text, unless the status forbids it."""
        self._wanted = text
        self._light()

    def stop(self) -> None:
        """Say nothing more."""
        self._on_status = None

    def _light(self) -> None:
        dark = self._on_status is None or isinstance(self._status, Offline | Fault)
        if dark or self._wanted is None or self.texts[-1:] == [self._wanted]:
            return
        self.texts.append(self._wanted)
