"""A PaperPrinter that writes PDF files into a folder: the demo, and halls that print elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from devices.ports import DeviceStatus, Fault, PaperJob, PrintOutcome, Ready
from devices.transport import Transport

_OWNER_ONLY = 0o600


class PdfFolderPrinter:
    """Writes 001-one_time_notice.pdf, … readable by its own user only; copies are one file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pdf-papers")

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Make the folder and report Ready, or the fault that forbids it."""
        self._thread.submit(lambda: on_status(self._status()))

    def print(self, job: PaperJob, on_done: Callable[[PrintOutcome], None]) -> None:
        """Write one file; it is there whole before `on_done` is called."""
        self._thread.submit(lambda: on_done(self._write(job)))

    def stop(self) -> None:
        """Write what is queued and return."""
        self._thread.shutdown(wait=True)

    def _status(self) -> DeviceStatus:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return Fault(f"{self._folder}: {error.strerror}")
        return Ready()

    def _write(self, job: PaperJob) -> PrintOutcome:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            number = 1 + len(list(self._folder.glob("*.pdf")))
            unfinished = self._folder / "paper.part"
            unfinished.unlink(missing_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            with os.fdopen(os.open(unfinished, flags, _OWNER_ONLY), "wb") as file:
                file.write(job.pdf)
            unfinished.rename(self._folder / f"{number:03d}-{job.name}.pdf")
        except OSError as error:
            return PrintOutcome("not_printed", Fault(f"{self._folder}: {error.strerror}"))
        return PrintOutcome("printed", Ready())


def build(
    _open_link: Callable[[], Transport] | None, options: Mapping[str, object]
) -> PdfFolderPrinter:
    """Build the driver. Option: `folder` for the files.

    Raises ValueError with a sentence for an option that does not exist.
    """
    unknown = set(options) - {"folder"}
    if unknown:
        raise ValueError(f"the pdf_folder driver has no option '{min(unknown)}'")
    return PdfFolderPrinter(Path(str(options.get("folder", "papers"))))
