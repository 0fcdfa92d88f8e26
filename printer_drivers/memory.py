"""Printers that keep slips and papers in memory, for tests of screens and stations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

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

Sheet = TypeVar("Sheet", Slip, PaperJob)


class _MemoryPrinter(Generic[Sheet]):
    """Answers at once in the caller's thread; `_kept` are the sheets that came out."""

    def __init__(self, status: DeviceStatus | None = None) -> None:
        self._kept: list[Sheet] = []
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

    def print(self, sheet: Sheet, on_done: Callable[[PrintOutcome], None], /) -> None:
        """Keep the sheet, unless the status forbids it; an unknown status prints as unknown."""
        if isinstance(self._status, PaperOut | CoverOpen | Offline | Fault | UserError):
            on_done(PrintOutcome("not_printed", self._status))
            return
        self._kept.append(sheet)
        known = isinstance(self._status, Ready | PaperLow)
        on_done(PrintOutcome("printed" if known else "unknown", self._status))

    def stop(self) -> None:
        """Say nothing more."""
        self._on_status = None


class MemorySlipPrinter(_MemoryPrinter[Slip]):
    """A slip printer of 80 mm; `slips` are those that came out."""

    paper_mm = 80.0

    @property
    def slips(self) -> list[Slip]:
        """The slips that came out."""
        return self._kept


class MemoryPaperPrinter(_MemoryPrinter[PaperJob]):
    """A printer of A4 papers; `papers` are those that came out."""

    @property
    def papers(self) -> list[PaperJob]:
        """The papers that came out."""
        return self._kept
