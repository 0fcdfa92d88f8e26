"""A PaperPrinter that writes PDF files into a folder: the demo, and halls that print elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from devices.ports import PaperJob, PrintOutcome
from devices.transport import Transport
from printer_drivers.pdf_files import PdfFiles


class PdfFolderPrinter:
    """Writes 001-one_time_notice.pdf, … into a folder; copies are one file."""

    def __init__(self, folder: Path) -> None:
        self._files = PdfFiles(folder)
        self.start, self.stop = self._files.start, self._files.stop

    def print(self, job: PaperJob, on_done: Callable[[PrintOutcome], None]) -> None:
        """Write one file; it is there whole before `on_done` is called."""
        self._files.write(lambda number: f"{number:03d}-{job.name}.pdf", lambda: job.pdf, on_done)


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
