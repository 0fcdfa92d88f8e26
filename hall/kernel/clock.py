"""The hall's time: wall time in UTC, and a steady time that never runs backward in a day."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

STEP_NOTICED_S = 60.0
"""A jump of the machine's clock larger than this is an event."""


@dataclass(frozen=True)
class Moment:
    """One instant: `utc` for people, `steady_s` for order and durations."""

    utc: datetime
    steady_s: float

    @property
    def iso(self) -> str:
        """UTC as ISO 8601 with milliseconds."""
        return iso(self.utc)


def iso(utc: datetime) -> str:
    """Write a UTC time as ISO 8601 with milliseconds."""
    return utc.isoformat(timespec="milliseconds")


class Clock(Protocol):
    """Where the hall takes its time from."""

    def now(self) -> Moment:
        """Return the present instant."""
        ...

    def step_s(self) -> float:
        """Return by how much the wall clock jumped since the last call, 0.0 when it did not."""
        ...


class SteadyClock:
    """The machine's clock: wall time for people, the monotonic clock for order.

    `not_before_s` is the steady time the hall had reached when it stopped, so that a restart with
    a clock that was set back does not run backward. `shift` moves the wall clock (a demo's 09:40).
    """

    def __init__(
        self,
        not_before_s: float = 0.0,
        shift: timedelta = timedelta(0),
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._shift = shift
        self._began_monotonic = monotonic()
        self._began_s = max((wall() + shift).timestamp(), not_before_s)
        self._offset_s = self._gap_s()

    def now(self) -> Moment:
        """Return the present instant."""
        return Moment(self._wall() + self._shift, self._steady_s())

    def step_s(self) -> float:
        """Return the jump of the wall clock against the steady one, 0.0 below the noticed size."""
        gap = self._gap_s()
        step = gap - self._offset_s
        if abs(step) <= STEP_NOTICED_S:
            return 0.0
        self._offset_s = gap
        return step

    def _steady_s(self) -> float:
        return self._began_s + self._monotonic() - self._began_monotonic

    def _gap_s(self) -> float:
        return (self._wall() + self._shift).timestamp() - self._steady_s()


class ManualClock:
    """A clock that stands still until it is told to go on; for tests and simulations."""

    def __init__(self, start: datetime) -> None:
        self._utc = start.astimezone(UTC)
        self._steady_s = self._utc.timestamp()
        self._step_s = 0.0

    def now(self) -> Moment:
        """Return the instant it stands at."""
        return Moment(self._utc, self._steady_s)

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self._utc += timedelta(seconds=seconds)
        self._steady_s += seconds

    def step(self, seconds: float) -> None:
        """Let the wall clock jump; steady time stays."""
        self._utc += timedelta(seconds=seconds)
        if abs(seconds) > STEP_NOTICED_S:
            self._step_s += seconds

    def step_s(self) -> float:
        """Return the jump not yet noticed."""
        step, self._step_s = self._step_s, 0.0
        return step
