"""A PaperPrinter over CUPS: hands the PDF to lp, reads back what became of it, tells the truth."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Mapping

from devices.host import Backoff, Life, Worker
from devices.ports import (
    CoverOpen,
    DeviceStatus,
    Fault,
    Offline,
    PaperJob,
    PaperOut,
    PrintOutcome,
    Unknown,
    UserError,
)
from devices.transport import Transport
from printer_drivers.cups import Cups, CupsFault

STATUS_EVERY_S = 5.0
LOOK_EVERY_S = 0.5
DONE_WITHIN_S = 60.0
"""Longest time from handing over to the end of printing; then the job is taken back."""

_CANNOT_PRINT = PaperOut | CoverOpen | Offline | Fault | UserError

OnDone = Callable[[PrintOutcome], None]


class _Waiting:
    """One paper that waits; it is answered once, whoever is first."""

    def __init__(self, job: PaperJob, on_done: OnDone) -> None:
        self.job = job
        self._on_done = on_done
        self._lock = threading.Lock()
        self._answered = False

    def answer(self, outcome: PrintOutcome) -> None:
        with self._lock:
            if self._answered:
                return
            self._answered = True
        self._on_done(outcome)


class _LpWork:
    """What the supervised worker does."""

    def __init__(
        self, cups: Cups, *, done_within_s: float, look_every_s: float, status_every_s: float
    ) -> None:
        self._cups = cups
        self._done_within_s = done_within_s
        self._look_every_s = look_every_s
        self._status_every_s = status_every_s
        self._jobs: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._current: _Waiting | None = None
        self._stopping = False

    def take(self, waiting: _Waiting) -> None:
        self._jobs.put(waiting)

    def finish_soon(self) -> None:
        self._stopping = True
        self._jobs.put(None)

    def set_up(self, life: Life) -> None:
        life.beat()

    def run(self, life: Life) -> None:
        while not (life.ending or self._stopping):
            life.report(self._status())
            life.settled()
            try:
                waiting = self._jobs.get(timeout=self._status_every_s)
            except queue.Empty:
                continue
            if waiting is not None:
                self._current = waiting
                waiting.answer(self._print(waiting.job, life))
                self._current = None

    def tear_down(self) -> None:
        self._answer_current()
        while True:
            try:
                left = self._jobs.get_nowait()
            except queue.Empty:
                return
            if left is not None:
                left.answer(PrintOutcome("not_printed", Offline("stopped")))

    def break_off(self) -> None:
        self._answer_current()

    def _answer_current(self) -> None:
        current, self._current = self._current, None
        if current is not None:
            current.answer(PrintOutcome("unknown", Fault("does_not_answer")))

    def _status(self) -> DeviceStatus:
        try:
            return self._cups.status()
        except CupsFault as fault:
            return fault.status

    def _print(self, job: PaperJob, life: Life) -> PrintOutcome:
        status = self._status()
        life.report(status)
        if isinstance(status, _CANNOT_PRINT):
            return PrintOutcome("not_printed", status)
        try:
            job_id = self._cups.send(job.name, job.pdf, job.copies)
        except CupsFault as fault:
            # A child that was killed may have handed the paper over already.
            late = isinstance(fault.status, Offline)
            return PrintOutcome("unknown" if late else "not_printed", fault.status)
        try:
            return self._follow(job_id, life)
        except CupsFault as fault:
            return PrintOutcome("unknown", fault.status)

    def _follow(self, job_id: str, life: Life) -> PrintOutcome:
        ends_s = time.monotonic() + self._done_within_s
        begun = False
        while time.monotonic() < ends_s:
            state = self._cups.job(job_id)
            begun = begun or state != "pending"
            status = self._status()
            life.report(status)
            if state == "printed":
                return PrintOutcome("printed", status)
            if state in ("stopped", "gone"):
                return PrintOutcome("unknown", status)
            if isinstance(status, _CANNOT_PRINT) and not begun:
                break
            if life.wait(self._look_every_s):
                break
        return self._take_back(job_id, begun=begun)

    def _take_back(self, job_id: str, *, begun: bool) -> PrintOutcome:
        """Cancel a job, so that it does not come out when nobody expects it any more."""
        status = self._status()
        self._cups.cancel(job_id)
        if begun:
            return PrintOutcome("unknown", status)
        told = status if isinstance(status, _CANNOT_PRINT) else Unknown()
        return PrintOutcome("not_printed", told)


class LpPrinter:
    """PaperPrinter for one queue of CUPS."""

    def __init__(
        self,
        cups: Cups,
        *,
        done_within_s: float = DONE_WITHIN_S,
        look_every_s: float = LOOK_EVERY_S,
        status_every_s: float = STATUS_EVERY_S,
    ) -> None:
        self._work = _LpWork(
            cups,
            done_within_s=done_within_s,
            look_every_s=look_every_s,
            status_every_s=status_every_s,
        )
        self._worker: Worker | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Ask the queue how it is, now and every few seconds while idle."""
        self._worker = Worker(
            "paper-printer",
            self._work,
            on_status,
            deadline_s=30.0,
            stop_within_s=6.0,
            backoff=Backoff(first_s=1.0, longest_s=4.0),
        )
        self._worker.start()

    def print(self, job: PaperJob, on_done: OnDone) -> None:
        """Queue one paper; answered when the printer has finished, failed or fallen silent."""
        self._work.take(_Waiting(job, on_done))

    def stop(self) -> None:
        """Take back what is not printed yet; what still waits is answered as not printed."""
        self._work.finish_soon()
        if self._worker is not None:
            self._worker.stop()


def build(_open_link: Callable[[], Transport] | None, options: Mapping[str, object]) -> LpPrinter:
    """Build the driver. Options: `queue`, the name `lpstat -p` shows (needed); `done_within_s`.

    Raises ValueError with a sentence for an option that is missing or does not exist.
    """
    unknown = set(options) - {"queue", "done_within_s"}
    if unknown:
        raise ValueError(f"the lp driver has no option '{min(unknown)}'")
    name = str(options.get("queue", ""))
    if not name or name.startswith("-"):
        raise ValueError("the lp driver needs the option 'queue', a name that lpstat -p shows")
    within = options.get("done_within_s", DONE_WITHIN_S)
    within_s = float(within) if isinstance(within, int | float) else 0.0
    if within_s <= 0:
        raise ValueError("the option 'done_within_s' is a number of seconds above zero")
    return LpPrinter(Cups(name), done_within_s=within_s)
