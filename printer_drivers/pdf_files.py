"""A folder of numbered PDF files, each there whole or not at all, readable by its user only."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from devices.ports import DeviceStatus, Fault, PrintOutcome, Ready
from printer_drivers.fonts import FontMissing

_OWNER_ONLY = 0o600


class PdfFiles:
    """Writes one file after another in a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf-files")

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Make the folder and report Ready, or the fault that forbids it."""
        self._thread.submit(lambda: on_status(self._status()))

    def write(
        self,
        name: Callable[[int], str],
        render: Callable[[], bytes],
        on_done: Callable[[PrintOutcome], None],
    ) -> None:
        """Write one file, named by how many there are with it; it is whole before `on_done`."""
        self._thread.submit(lambda: on_done(self._write(name, render)))

    def stop(self) -> None:
        """Write what is queued and return."""
        self._thread.shutdown(wait=True)

    def _status(self) -> DeviceStatus:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return Fault(f"{self._folder}: {error.strerror}")
        return Ready()

    def _write(self, name: Callable[[int], str], render: Callable[[], bytes]) -> PrintOutcome:
        try:
            pdf = render()
            self._folder.mkdir(parents=True, exist_ok=True)
            number = 1 + len(list(self._folder.glob("*.pdf")))
            unfinished = self._folder / "unfinished.part"
            unfinished.unlink(missing_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            with os.fdopen(os.open(unfinished, flags, _OWNER_ONLY), "wb") as file:
                file.write(pdf)
            unfinished.rename(self._folder / name(number))
        except OSError as error:
            return PrintOutcome("not_printed", Fault(f"{self._folder}: {error.strerror}"))
        except FontMissing as missing:
            return PrintOutcome("not_printed", Fault(str(missing)))
        return PrintOutcome("printed", Ready())
