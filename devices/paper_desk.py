"""Makes and prints papers beside a window: rendering takes tenths of a second, a touch must not."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from devices.camera_port import PageTaken
from devices.papers import Paper, PaperNotMade
from devices.ports import DeviceStatus, Fault, Offline, PaperJob, PaperPrinter, PrintOutcome

NO_PRINTER = Offline("no_printer")
COPY = "copy"
"""The name of such a job: all a queue or a log may show of it."""

log = logging.getLogger(__name__)


class Renderer(Protocol):
    """Turns a paper into a PDF; both may be called from any thread and raise PaperNotMade."""

    def __call__(self, paper: Paper) -> bytes:
        """Return the PDF."""
        ...

    def warm_up(self) -> None:
        """Open what every paper needs."""
        ...


class PaperDesk:
    """Renders in a thread of its own, then prints; all callbacks come from other threads.

    Without a printer papers can still be made, for a preview, the record, or another printer.
    `copy_of` makes the PDF of a page from under a camera; it raises PaperNotMade. `warm` opens at
    the start what every paper needs, 50 MB; else the first paper does.
    """

    def __init__(
        self,
        render: Renderer,
        printer: PaperPrinter | None,
        copy_of: Callable[[PageTaken], bytes] | None = None,
        *,
        warm: bool = True,
    ) -> None:
        self._render, self._copy_of = render, copy_of
        self._printer, self._warm = printer, warm
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Warm up where that is wanted, and look for the printer."""
        if self._warm:
            self._thread.submit(self._warm_up)
        if self._printer is None:
            on_status(NO_PRINTER)
        else:
            self._printer.start(on_status)

    def make(self, paper: Paper, on_made: Callable[[bytes | None], None]) -> None:
        """Render a paper; None when it cannot be made."""
        self._thread.submit(lambda: on_made(self._rendered(paper)))

    def print(
        self,
        paper: Paper,
        on_made: Callable[[bytes], None],
        on_done: Callable[[PrintOutcome], None],
    ) -> None:
        """Render and print a paper; `on_made` gets the very bytes that are printed, for the record.

        `on_done` is called once. A paper that cannot be made, or has no printer, is `not_printed`.
        """
        self._thread.submit(self._print, paper, on_made, on_done)

    def copy(self, page: PageTaken, on_done: Callable[[PrintOutcome], None]) -> None:
        """Print a page from under a camera; nobody gets its bytes but the printer."""
        self._thread.submit(self._copy, page, on_done)

    def stop(self) -> None:
        """Finish what is being made, let the printer go."""
        self._thread.shutdown(wait=True)
        if self._printer is not None:
            self._printer.stop()

    def _print(
        self,
        paper: Paper,
        on_made: Callable[[bytes], None],
        on_done: Callable[[PrintOutcome], None],
    ) -> None:
        pdf = self._rendered(paper)
        if pdf is None:
            on_done(PrintOutcome("not_printed", Fault("paper_not_made")))
            return
        on_made(pdf)
        if self._printer is None:
            on_done(PrintOutcome("not_printed", NO_PRINTER))
            return
        self._printer.print(PaperJob(paper.name, pdf, paper.copies), on_done)

    def _copy(self, page: PageTaken, on_done: Callable[[PrintOutcome], None]) -> None:
        if self._printer is None or self._copy_of is None:
            on_done(PrintOutcome("not_printed", NO_PRINTER))
            return
        try:
            pdf = self._copy_of(page)
        except PaperNotMade:
            log.warning("a copy cannot be made")
            on_done(PrintOutcome("not_printed", Fault("paper_not_made")))
            return
        self._printer.print(PaperJob(COPY, pdf), on_done)

    def _rendered(self, paper: Paper) -> bytes | None:
        try:
            return self._render(paper)
        except PaperNotMade as fault:
            log.warning("the paper %s cannot be made: %s", paper.name, fault)
            return None

    def _warm_up(self) -> None:
        try:
            self._render.warm_up()
        except PaperNotMade as fault:
            log.warning("papers cannot be made: %s", fault)
