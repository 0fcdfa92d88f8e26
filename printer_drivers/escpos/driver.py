"""A SlipPrinter over ESC/POS: one supervised worker, one slip at a time, no slip printed twice."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from devices.host import Backoff, Life, Worker
from devices.ports import DeviceStatus, Fault, Offline, PrintOutcome, Slip
from devices.transport import LinkLost, Transport
from printer_drivers.escpos.profile import Profile, profile_named
from printer_drivers.escpos.session import Session
from printer_drivers.fonts import FontBook, FontMissing
from printer_drivers.raster import Rasteriser

STATUS_EVERY_S = 3.0

OnDone = Callable[[PrintOutcome], None]


class _Job:
    """One slip that waits; it is answered once, whoever is first."""

    def __init__(self, slip: Slip, on_done: OnDone) -> None:
        self.slip = slip
        self._on_done = on_done
        self._answered = False
        self._lock = threading.Lock()

    def answer(self, outcome: PrintOutcome) -> None:
        with self._lock:
            if self._answered:
                return
            self._answered = True
        self._on_done(outcome)


class _PrinterWork:
    """What the supervised worker does, life after life."""

    def __init__(
        self, open_link: Callable[[], Transport], profile: Profile, book: FontBook
    ) -> None:
        self._open_link = open_link
        self._profile = profile
        self._book = book
        self._rasteriser = Rasteriser(book)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._accepting = True
        self._stopping = False
        self._link: Transport | None = None
        self._current: _Job | None = None
        self._broken_off = False
        self._why_not: DeviceStatus = Offline("not started")

    def take(self, job: _Job) -> None:
        with self._lock:
            if self._accepting:
                self._jobs.put(job)
                return
            outcome = PrintOutcome("not_printed", self._why_not)
        # Between two lives there is no worker's thread to answer from.
        threading.Thread(target=job.answer, args=(outcome,), daemon=True).start()

    def finish_soon(self) -> None:
        self._stopping = True
        self._jobs.put(None)

    def set_up(self, life: Life) -> None:
        with self._lock:
            self._accepting = True
            self._why_not = Offline("not connected")
        try:
            self._link = self._open_link()
        except LinkLost as lost:
            self._why_not = Offline(str(lost))
            raise
        self._book.warm_up()
        life.beat()

    def run(self, life: Life) -> None:
        link = self._link
        if link is None:
            raise LinkLost("the link was closed")
        session = Session(link, self._profile, life.wait, broken_off=self._broken_off)
        while not (life.ending or self._stopping):
            life.report(self._remember(session.ask_status()))
            life.settled()
            job = self._next_job()
            if job is not None:
                self._print(life, session, job)

    def tear_down(self) -> None:
        self._close(self._why_not)

    def break_off(self) -> None:
        current = self._current
        if current is not None:
            current.answer(PrintOutcome("unknown", Fault("does_not_answer")))
        self._close(Fault("does_not_answer"))

    def _next_job(self) -> _Job | None:
        try:
            return self._jobs.get(timeout=STATUS_EVERY_S)
        except queue.Empty:
            return None

    def _print(self, life: Life, session: Session, job: _Job) -> None:
        self._current = job
        try:
            bitmap = self._rasteriser.bitmap(job.slip, self._profile.width_dots)
            outcome = session.print(bitmap)
        except FontMissing as missing:
            job.answer(PrintOutcome("not_printed", Fault(str(missing))))
            return
        except BaseException:
            job.answer(PrintOutcome("unknown", Fault("internal")))
            raise
        finally:
            self._broken_off = session.broken_off
        job.answer(outcome)
        self._current = None
        life.report(self._remember(outcome.status))
        if isinstance(outcome.status, Offline):
            raise LinkLost(outcome.status.why)

    def _remember(self, status: DeviceStatus) -> DeviceStatus:
        self._why_not = status
        return status

    def _close(self, why: DeviceStatus) -> None:
        with self._lock:
            self._accepting = False
            link, self._link = self._link, None
            self._why_not = why if isinstance(why, Offline | Fault) else Offline("link lost")
            left = self._waiting_jobs()
        if link is not None:
            link.close()
        for job in left:
            job.answer(PrintOutcome("not_printed", self._why_not))

    def _waiting_jobs(self) -> list[_Job]:
        jobs: list[_Job] = []
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return jobs
            if job is not None:
                jobs.append(job)


class EscposPrinter:
    """SlipPrinter for one ESC/POS printer."""

    def __init__(
        self, open_link: Callable[[], Transport], profile: Profile, book: FontBook
    ) -> None:
        self._work = _PrinterWork(open_link, profile, book)
        self._paper_mm = float(profile.paper_mm)
        self._worker: Worker | None = None

    @property
    def paper_mm(self) -> float:
        """Width of the paper this model takes."""
        return self._paper_mm

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open the link; an unplugged printer is looked for again every 4 s at the latest."""
        self._worker = Worker(
            "slip-printer", self._work, on_status, backoff=Backoff(first_s=1.0, longest_s=4.0)
        )
        self._worker.start()

    def print(self, slip: Slip, on_done: OnDone) -> None:
        """Queue one slip. Without a link it is answered at once as not printed."""
        self._work.take(_Job(slip, on_done))

    def stop(self) -> None:
        """Finish the slip being printed; those still waiting are answered as not printed."""
        self._work.finish_soon()
        if self._worker is not None:
            self._worker.stop()


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> EscposPrinter:
    """Build the driver. Options: `profile` (profiles.toml), `fonts` (folder of the fonts).

    Raises UnknownProfile, ValueError with a sentence for an option that does not exist.
    """
    unknown = set(options) - {"profile", "fonts"}
    if unknown:
        raise ValueError(f"the escpos driver has no option '{min(unknown)}'")
    profile = profile_named(str(options.get("profile", "80mm")))
    fonts = Path(str(options.get("fonts", "assets/fonts")))
    return EscposPrinter(open_link, profile, FontBook(fonts))
