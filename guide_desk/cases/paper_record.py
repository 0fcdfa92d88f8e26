"""Printed papers on their way to the record: sealed first, then named to the hall. Pure."""

from __future__ import annotations

from collections.abc import Callable

from guide_desk.setup import GuideSetup
from guide_desk.wishes import SealPaper
from hall.kernel.errors import KnownError
from hall.kernel.messages import Command
from hall.records.messages import KeepPaper
from ui_kit.sealing import SealQueue


class PaperRecord:
    """Keeps a paper here only until the hall has it. Times are steady seconds."""

    def __init__(
        self,
        setup: GuideSetup,
        send: Callable[[Command], None],
        seal: Callable[[SealPaper], None],
    ) -> None:
        self._setup = setup
        self._queue = SealQueue(lambda job_id, pdf: seal(SealPaper(job_id, pdf)), send)

    def keep(self, job_id: str, case_id: str, paper: str, pdf: bytes, now_s: float) -> None:
        """Put a printed paper on record, once for each job."""

        def named(blob_id: str) -> KeepPaper:
            return KeepPaper(
                command_id=self._setup.new_id(),
                blob_id=blob_id,
                case_id=case_id,
                paper=paper,
                station_id=self._setup.station_id,
            )

        self._queue.keep(job_id, pdf, named, now_s)

    def holds(self, job_id: str) -> bool:
        """Tell whether a paper is not on record yet."""
        return self._queue.holds(job_id)

    def sealed(self, job_id: str, blob_id: str) -> bool:
        """Take that the hall has the bytes; tells whether they were of a paper of this desk."""
        return self._queue.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError, now_s: float) -> bool:
        """Take that the hall has them not; tells whether it never will."""
        return self._queue.not_sealed(job_id, error, now_s)

    def tick(self, now_s: float) -> None:
        """Ask again where no answer came."""
        self._queue.tick(now_s)
