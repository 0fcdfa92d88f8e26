"""Bytes on their way to the hall: sealed first, then named to it by a command. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hall.kernel.errors import HallUnreachable, KnownError
from hall.kernel.messages import Command

AGAIN_S = 3.0
"""A hall that does not answer is asked again after that."""

Named = Callable[[str], Command]
"""The command that tells the hall what a sealed blob is; given the blob's id."""


@dataclass
class _Waiting:
    named: Named
    data: bytes = field(repr=False)
    asked_s: float = 0.0
    under_way: bool = False


class SealQueue:
    """Keeps bytes here only until the hall has them. Times are steady seconds.

    `seal` asks the hall to keep the bytes of a job, `send` sends a command.
    """

    def __init__(self, seal: Callable[[str, bytes], None], send: Callable[[Command], None]) -> None:
        self._seal = seal
        self._send = send
        self._waiting: dict[str, _Waiting] = {}

    def keep(self, job_id: str, data: bytes, named: Named, now_s: float) -> None:
        """Have bytes sealed and named, once for each job."""
        self._waiting[job_id] = _Waiting(named, data)
        self._ask(job_id, now_s)

    def holds(self, job_id: str) -> bool:
        """Tell whether the hall has not got it yet."""
        return job_id in self._waiting

    def sealed(self, job_id: str, blob_id: str) -> bool:
        """Take that the hall has the bytes; tells whether they were of a job of this queue."""
        waiting = self._waiting.pop(job_id, None)
        if waiting is None:
            return False
        self._send(waiting.named(blob_id))
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
        self._seal(job_id, waiting.data)
