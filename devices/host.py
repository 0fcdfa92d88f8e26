"""Keeps one device alive: a supervised worker with deadlines, backoff and numbered lives."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from devices.ports import DeviceStatus, Fault, Offline
from devices.transport import BadAddress, LinkLost

log = logging.getLogger(__name__)

OnStatus = Callable[[DeviceStatus], None]
Wait = Callable[[threading.Event, float], bool]


class TemporaryFault(Exception):
    """The device cannot work now; the host tries again. `status` is what people are told."""

    def __init__(self, status: DeviceStatus) -> None:
        super().__init__(repr(status))
        self.status = status


class PermanentFault(Exception):
    """Trying again cannot help, for instance a wrong setting. `status` is what people are told."""

    def __init__(self, status: DeviceStatus) -> None:
        super().__init__(repr(status))
        self.status = status


@dataclass(frozen=True)
class Backoff:
    """How long to wait before the next life, doubling from `first_s` to `longest_s`."""

    first_s: float = 1.0
    longest_s: float = 30.0

    def wait_s(self, failures: int) -> float:
        """Return the wait in seconds after `failures` (1 or more) lives that failed in a row."""
        return min(self.longest_s, self.first_s * 2.0 ** min(failures - 1, 30))


class LifeOver(Exception):
    """This life was abandoned because it did not beat in time; the work must not go on."""


class Life:
    """What the device's work holds of its host during one life; worthless once it is over."""

    def __init__(self, epoch: int, on_status: OnStatus, clock: Callable[[], float]) -> None:
        self.epoch = epoch
        self.went_well = False
        self.over = threading.Event()
        self._on_status = on_status
        self._clock = clock
        self._ending = threading.Event()
        self._abandoned = False
        self._last_beat = clock()

    @property
    def ending(self) -> bool:
        """True when the work should return as soon as it can."""
        return self._ending.is_set()

    def wait(self, seconds: float) -> bool:
        """Pause for some seconds; True when the work should return instead of going on."""
        self.beat()
        return self._ending.wait(seconds)

    def beat(self) -> None:
        """Say that the work is alive; due at least once per deadline. Raises LifeOver."""
        if self._abandoned:
            raise LifeOver
        self._last_beat = self._clock()

    def silent_s(self) -> float:
        """Return the seconds since the last beat."""
        return self._clock() - self._last_beat

    def ask_to_end(self, *, abandon: bool = False) -> None:
        """Ask the work to return; an abandoned work is stopped at its next beat."""
        self._abandoned = self._abandoned or abandon
        self._ending.set()

    def report(self, status: DeviceStatus) -> None:
        """Tell people how the device is. An abandoned life is no longer heard."""
        self.beat()
        self._on_status(status)

    def settled(self) -> None:
        """Say that the device works: the next failure is the first in a row again."""
        self.went_well = True


class Work(Protocol):
    """One device's work, driven by a Worker. All but `break_off` run in the worker's thread."""

    def set_up(self, life: Life) -> None:
        """Open the link and check the device. Raises LinkLost, Temporary- or PermanentFault."""
        ...

    def run(self, life: Life) -> None:
        """Work until `life.ending`. May raise what `set_up` raises."""
        ...

    def tear_down(self) -> None:
        """Close the link; called after every life, also after a `set_up` that failed."""
        ...

    def break_off(self) -> None:
        """Make a call that blocks return, from another thread: usually by closing the link."""
        ...


class Worker:
    """Runs one device's work, life after life, until it is stopped."""

    def __init__(
        self,
        name: str,
        work: Work,
        on_status: OnStatus,
        *,
        deadline_s: float = 10.0,
        stop_within_s: float = 2.0,
        backoff: Backoff | None = None,
        wait: Wait = threading.Event.wait,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`deadline_s`: longest time without a beat before a life is abandoned and replaced.

        `wait` pauses between lives and returns True when the event was set.
        """
        self._name = name
        self._work = work
        self._on_status = on_status
        self._deadline_s = deadline_s
        self._stop_within_s = stop_within_s
        self._backoff = backoff or Backoff()
        self._wait = wait
        self._clock = clock
        self._stopping = threading.Event()
        self._reporting = threading.RLock()
        self._last_status: DeviceStatus | None = None
        self._epoch = 0
        self._life: Life | None = None
        self._supervisor = threading.Thread(target=self._supervise, name=name, daemon=True)

    @property
    def epoch(self) -> int:
        """Number of the present life, from 1; 0 before the start."""
        return self._epoch

    def start(self) -> None:
        """Begin the first life."""
        self._supervisor.start()

    def stop(self) -> None:
        """End the work. Returns within twice `stop_within_s` even if a call of the work blocks."""
        self._stopping.set()
        life = self._life
        if life is not None:
            life.ask_to_end()
        if self._supervisor.is_alive() and threading.current_thread() is not self._supervisor:
            self._supervisor.join(2 * self._stop_within_s + 1.0)

    def _supervise(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            fault = self._live()
            if isinstance(fault, PermanentFault | BadAddress):
                self._stopping.wait()
                return
            if self._stopping.is_set():
                return
            failures = 1 if self._life is not None and self._life.went_well else failures + 1
            self._wait(self._stopping, self._backoff.wait_s(failures))

    def _live(self) -> Exception | None:
        """Run one life to its end; return why it failed, None when it was asked to end."""
        self._epoch += 1
        epoch = self._epoch
        life = Life(epoch, lambda status: self._report(epoch, status), self._clock)
        outcome: list[Exception] = []
        self._life = life
        if self._stopping.is_set():
            return None
        threading.Thread(
            target=self._run_work,
            args=(life, outcome),
            name=f"{self._name}-{epoch}",
            daemon=True,
        ).start()
        if self._watch(life):
            return outcome[0] if outcome else None
        return self._abandon(life)

    def _watch(self, life: Life) -> bool:
        """Return True when the life has ended, False when it must be abandoned."""
        while not life.over.is_set():
            if self._stopping.is_set():
                life.ask_to_end()
                return life.over.wait(self._stop_within_s) or self._broken_off(life)
            left_s = self._deadline_s - life.silent_s()
            if left_s <= 0:
                return False
            life.over.wait(min(left_s, 0.5))
        return True

    def _broken_off(self, life: Life) -> bool:
        self._work.break_off()
        return life.over.wait(self._stop_within_s)

    def _abandon(self, life: Life) -> Exception:
        life.ask_to_end(abandon=True)
        fault = TemporaryFault(Fault("does_not_answer"))
        self._report(life.epoch, fault.status)
        self._epoch += 1
        self._work.break_off()
        life.over.wait(self._stop_within_s)
        return fault

    def _run_work(self, life: Life, outcome: list[Exception]) -> None:
        try:
            self._work.set_up(life)
            self._work.run(life)
        except Exception as error:  # noqa: BLE001 - the one place where any fault ends a life only
            outcome.append(error)
            if not life.ending:
                self._report(life.epoch, _status_of(error))
        finally:
            if life.epoch == self._epoch:
                self._work.tear_down()
            life.over.set()

    def _report(self, epoch: int, status: DeviceStatus) -> None:
        with self._reporting:
            if epoch != self._epoch or status == self._last_status:
                return
            self._last_status = status
            self._on_status(status)


def _status_of(error: Exception) -> DeviceStatus:
    if isinstance(error, TemporaryFault | PermanentFault):
        return error.status
    if isinstance(error, LinkLost):
        return Offline(str(error))
    if isinstance(error, BadAddress):
        return Fault(str(error))
    # The name only: a message or a traceback could carry what a card says.
    log.error("a device worker met %s", type(error).__name__)
    return Fault("internal")
