"""Printed papers on their way to the record: sealed first, then named to the hall. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from guide_desk.setup import GuideSetup
from guide_desk.wishes import SealPaper
from hall.kernel.errors import HallUnreachable, KnownError
from hall.kernel.messages import Command
from hall.records.messages import KeepPaper

AGAIN_S = 3.0
"""A hall that does not answer is asked again after that."""


@dataclass
class _Waiting:
    case_id: str
    paper: str
    pdf: bytes = field(repr=False)
    asked_s: float = 0.0
    under_way: bool = False


class PaperRecord:
    """Keeps a paper here only until the hall has it. Times are steady seconds."""

    def __init__(
        self,
        setup: GuideSetup,
        send: Callable[[Command], None],
        seal: Callable[[SealPaper], None],
    ) -> None:
        self._setup = setup
        self._send = send
        self._seal = seal
        self._waiting: dict[str, _Waiting] = {}

    def keep(self, job_id: str, case_id: str, paper: str, pdf: bytes, now_s: float) -> None:
        """Put a printed paper on record, once for each job."""
        self._waiting[job_id] = _Waiting(case_id, paper, pdf)
        self._ask(job_id, now_s)

    def holds(self, job_id: str) -> bool:
        """Tell whether a paper is not on record yet."""
        return job_id in self._waiting

    def sealed(self, job_id: str, blob_id: str) -> bool:
        """Take that the hall has the bytes; tells whether they were of a paper of this desk."""
        waiting = self._waiting.pop(job_id, None)
        if waiting is None:
            return False
        self._send(
            KeepPaper(
                command_id=self._setup.new_id(),
                blob_id=blob_id,
                case_id=waiting.case_id,
                paper=waiting.paper,
                station_id=self._setup.station_id,
            )
        )
        return True

    def not_sealed(self, job_id: str, error: KnownError, now_s: float) -> bool:
        """Take that the hall has them not; tells whether it never will."""
        waiting = self._waiting.get(job_id)
        if waiting is None:
            return False
        if isinstance(error, HallUnreachable):
            waiting.under_way, waiting.asked_s = False, now_s
            return False
        del self._waiting[job_id]
        return True

    def tick(self, now_s: float) -> None:
        """Ask again where no answer came."""
        for job_id, waiting in self._waiting.items():
            if not waiting.under_way and now_s - waiting.asked_s >= AGAIN_S:
                self._ask(job_id, now_s)

    def _ask(self, job_id: str, now_s: float) -> None:
        waiting = self._waiting[job_id]
        waiting.under_way, waiting.asked_s = True, now_s
        self._seal(SealPaper(job_id, waiting.pdf))
