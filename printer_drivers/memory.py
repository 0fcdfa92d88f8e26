"""Printers that keep slips and papers in memory, for tests of screens and stations."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import (
    CoverOpen,
    DeviceStatus,
    Fault,
    Offline,
    PaperJob,
    PaperLow,
    PaperOut,
    PrintOutcome,
    Ready,
    Slip,
    UserError,
)


class MemorySlipPrinter:
    """Answers at once in the caller's thread; `slips` are those that came out."""

    paper_mm = 80.0

    def __init__(self, status: DeviceStatus | None = None) -> None:
        self.slips: list[Slip] = []
        self._status: DeviceStatus = status or Ready()
        self._on_status: Callable[[DeviceStatus], None] | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report the present status."""
        self._on_status = on_status
        on_status(self._status)

    def set_status(self, status: DeviceStatus) -> None:
        """Become Ready, PaperOut, … from now on, and say so."""
        self._status = status
        if self._on_status is not None:
            self._on_status(status)

    def print(self, slip: Slip, on_done: Callable[[PrintOutcome], None]) -> None:
        """Keep the slip, unless the status forbids it; an unknown status prints as unknown."""
        if isinstance(self._status, PaperOut | CoverOpen | Offline | Fault | UserError):
            on_done(PrintOutcome("not_printed", self._status))
            return
        self.slips.append(slip)
        known = isinstance(self._status, Ready | PaperLow)
        on_done(PrintOutcome("printed" if known else "unknown", self._status))

    def stop(self) -> None:
        """Say nothing more."""
        self._on_status = None


class MemoryPaperPrinter:
    """Answers at once in the caller's thread; `papers` are those that came out."""

    def __init__(self, status: DeviceStatus | None = None) -> None:
        self.papers: list[PaperJob] = []
        self._status: DeviceStatus = status or Ready()
        self._on_status: Callable[[DeviceStatus], None] | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report the present status."""
        self._on_status = on_status
        on_status(self._status)

    def set_status(self, status: DeviceStatus) -> None:
        """Become Ready, PaperOut, … from now on, and say so."""
        self._status = status
        if self._on_status is not None:
            self._on_status(status)

    def print(self, job: PaperJob, on_done: Callable[[PrintOutcome], None]) -> None:
        """Keep the paper, unless the status forbids it; an unknown status prints as unknown."""
        if isinstance(self._status, PaperOut | CoverOpen | Offline | Fault | UserError):
            on_done(PrintOutcome("not_printed", self._status))
            return
        self.papers.append(job)
        known = isinstance(self._status, Ready | PaperLow)
        on_done(PrintOutcome("printed" if known else "unknown", self._status))

    def stop(self) -> None:
        """Say nothing more."""
        self._on_status = None
