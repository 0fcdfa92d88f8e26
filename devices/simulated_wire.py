"""The simulated cable: bytes that become readable at their time, a plug, and one end to hold."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable

from devices.transport import LinkLost

CHUNK_BYTES = 64
Pace = Callable[[float], float]


def real_pace(seconds: float) -> float:
    """Let the device take as long as a real one."""
    return seconds


def instant_pace(seconds: float) -> float:  # noqa: ARG001 - the form of a pace
    """Let the device take no time at all."""
    return 0.0


class SimulatedWire:
    """Carries bytes both ways. `pace` turns the device's seconds into seconds of this process."""

    def __init__(
        self, on_bytes: Callable[[bytes], None], pace: Pace, clock: Callable[[], float]
    ) -> None:
        self._on_bytes = on_bytes
        self._pace = pace
        self._clock = clock
        self._changed = threading.Condition()
        self._coming: list[tuple[float, int, bytes | None]] = []  # None: the cable is pulled
        self._sent = 0
        self._plugged = True
        self._end: WireEnd | None = None

    def connect(self) -> WireEnd:
        """Hand out the host's end; an end handed out before goes dead. Raises LinkLost."""
        with self._changed:
            if not self._plugged:
                raise LinkLost("the simulated cable is pulled")
            self._take_due(1 << 20)  # nobody held the end: what had arrived is gone
            self._end = WireEnd(self)
            self._changed.notify_all()
            return self._end

    def send(
        self,
        data: bytes,
        after_s: float,
        byte_s: float,
        extra_s: float = 0.0,
        *,
        then_pulled: bool = False,
    ) -> None:
        """Send to the host: the first byte after `after_s`, then one each `byte_s`, both paced.

        `extra_s` is added as it is. `then_pulled` pulls the cable when the last byte has gone.
        """
        with self._changed:
            start = self._clock() + extra_s
            for at in range(0, len(data), CHUNK_BYTES):
                chunk = data[at : at + CHUNK_BYTES]
                self._come(start + self._pace(after_s + byte_s * (at + len(chunk))), chunk)
            if then_pulled:
                self._come(start + self._pace(after_s + byte_s * len(data)), None)
            self._changed.notify_all()

    def set_plugged(self, *, plugged: bool) -> None:
        """Pull or put back the cable; pulling loses what is under way."""
        with self._changed:
            self._plugged = plugged
            if not plugged:
                self._coming.clear()
                self._end = None
            self._changed.notify_all()

    def read(self, end: WireEnd, max_bytes: int, timeout_s: float) -> bytes:
        """Return due bytes for `end`, b"" on time-out. Raises LinkLost."""
        deadline = self._clock() + timeout_s
        with self._changed:
            while True:
                self._demand(end)
                data = self._take_due(max_bytes)
                now = self._clock()
                if data or now >= deadline:
                    return data
                until = min(deadline, self._coming[0][0]) if self._coming else deadline
                self._changed.wait(max(0.0, until - now))

    def write(self, end: WireEnd, data: bytes) -> None:
        """Take bytes from the host. Raises LinkLost."""
        with self._changed:
            self._demand(end)
        self._on_bytes(data)

    def drop(self, end: WireEnd) -> None:
        """Throw away what is due. Raises LinkLost."""
        with self._changed:
            self._demand(end)
            self._take_due(1 << 20)

    def release(self, end: WireEnd) -> None:
        """Forget the end."""
        with self._changed:
            if self._end is end:
                self._end = None
            self._changed.notify_all()

    def _come(self, ready: float, chunk: bytes | None) -> None:
        self._sent += 1
        heapq.heappush(self._coming, (ready, self._sent, chunk))

    def _demand(self, end: WireEnd) -> None:
        if self._end is not end:
            raise LinkLost("the simulated cable is pulled")

    def _take_due(self, max_bytes: int) -> bytes:
        """Return due bytes; pulls the cable when its time has come. Raises LinkLost then."""
        now = self._clock()
        taken = bytearray()
        while self._coming and self._coming[0][0] <= now and len(taken) < max_bytes:
            if self._coming[0][2] is None and taken:
                break
            ready, order, chunk = heapq.heappop(self._coming)
            if chunk is None:
                self.set_plugged(plugged=False)
                raise LinkLost("the simulated cable is pulled")
            room = max_bytes - len(taken)
            taken += chunk[:room]
            if len(chunk) > room:
                heapq.heappush(self._coming, (ready, order, chunk[room:]))
        return bytes(taken)


class WireEnd:
    """The host's end of a simulated cable: a Transport."""

    def __init__(self, wire: SimulatedWire) -> None:
        self._wire = wire

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Return what has come, b"" on time-out. Raises LinkLost."""
        return self._wire.read(self, max_bytes, timeout_s)

    def write(self, data: bytes, timeout_s: float) -> None:  # noqa: ARG002 - a cable takes all
        """Send bytes to the simulated device. Raises LinkLost."""
        self._wire.write(self, data)

    def drain(self) -> None:
        """Throw away what has arrived. Raises LinkLost."""
        self._wire.drop(self)

    def close(self) -> None:
        """Let go of the cable."""
        self._wire.release(self)
