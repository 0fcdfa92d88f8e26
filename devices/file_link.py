"""A file or device node that only takes bytes, as a Transport."""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Callable

from devices.transport import LinkLost, WriteTimedOut


def open_file(path: str, clock: Callable[[], float] = time.monotonic) -> FileLink:
    """Open `path` for appending and make it if needed. Raises LinkLost when that fails."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        return FileLink(os.open(path, flags, 0o600), clock)
    except OSError as error:
        raise LinkLost(f"{path} does not open for writing") from error


class FileLink:
    """Bytes into an open file; nothing ever comes back."""

    def __init__(self, descriptor: int, clock: Callable[[], float]) -> None:
        self._descriptor: int | None = descriptor
        self._clock = clock
        self._closed = threading.Event()

    def read(self, max_bytes: int, timeout_s: float) -> bytes:  # noqa: ARG002 - the protocol's form
        """Wait for the time-out and return b"". Raises LinkLost once it is closed."""
        if self._closed.wait(timeout_s):
            raise LinkLost("the file is closed")
        return b""

    def write(self, data: bytes, timeout_s: float) -> None:
        """Append all of `data` within `timeout_s`. Raises LinkLost or WriteTimedOut."""
        rest = memoryview(data)
        deadline = self._clock() + timeout_s
        while rest:
            rest = rest[self._write_some(rest, deadline) :]

    def _write_some(self, rest: memoryview, deadline: float) -> int:
        if self._descriptor is None:
            raise LinkLost("the file is closed")
        try:
            return os.write(self._descriptor, rest)
        except BlockingIOError:
            left_s = deadline - self._clock()
            if left_s <= 0:
                raise WriteTimedOut("the device node takes no bytes") from None
            select.select([], [self._descriptor], [], left_s)
            return 0
        except OSError as error:
            raise LinkLost("the file cannot be written any more") from error

    def drain(self) -> None:
        """Do nothing: nothing ever arrives."""

    def close(self) -> None:
        """Close the file."""
        descriptor, self._descriptor = self._descriptor, None
        self._closed.set()
        if descriptor is not None:
            try:
                os.close(descriptor)
            except OSError:
                return
