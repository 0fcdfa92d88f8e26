"""A device that is served by a process of its own: its standard input and output are the link.

A library that hangs or crashes takes that process along and nothing else; the next life starts a
new one. When this process ends, the child's input ends and so does the child.
"""

from __future__ import annotations

import contextlib
import os
import select
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from devices.transport import LinkLost, WriteTimedOut

ENDS_WITHIN_S = 1.0


class ChildLink:
    """A Transport to a child process. Any thread may write; one at a time reads."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        environment: Mapping[str, str] | None = None,
        pass_fds: Sequence[int] = (),
    ) -> None:
        """Start the process in `folder`. Raises LinkLost."""
        try:
            self._child = subprocess.Popen(  # noqa: S603 - our own module, no shell
                command,
                cwd=folder,
                env=None if environment is None else {**os.environ, **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                pass_fds=pass_fds,
            )
        except OSError as error:
            raise LinkLost(f"the process did not start: {error.strerror}") from error
        if self._child.stdin is None or self._child.stdout is None:
            raise LinkLost("the process has no pipes")
        self._to_child, self._from_child = self._child.stdin, self._child.stdout
        os.set_blocking(self._to_child.fileno(), False)
        self._writing, self._reading = threading.Lock(), threading.Lock()
        self._closed = False

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Return what has come, b"" on time-out. Raises LinkLost when the process is gone."""
        with self._reading:
            try:
                ready, _, _ = select.select([self._from_child], [], [], timeout_s)
                if not ready:
                    return b""
                data = os.read(self._from_child.fileno(), max_bytes)
            except (OSError, ValueError) as error:
                raise LinkLost("the link to the process was closed") from error
        if not data:
            raise LinkLost("the process ended")
        return data

    def write(self, data: bytes, timeout_s: float) -> None:
        """Hand all of `data` to the process. Raises LinkLost or WriteTimedOut."""
        ends_at_s = time.monotonic() + timeout_s
        with self._writing:
            left = memoryview(data)
            while left:
                wait_s = ends_at_s - time.monotonic()
                if wait_s <= 0:
                    raise WriteTimedOut("the process takes nothing")
                try:
                    select.select([], [self._to_child], [], wait_s)
                    left = left[os.write(self._to_child.fileno(), left) :]
                except BlockingIOError:
                    continue
                except (OSError, ValueError) as error:
                    raise LinkLost("the process ended") from error

    def drain(self) -> None:
        """Throw away what has arrived. Raises LinkLost."""
        while self.read(1 << 16, 0.0):
            pass

    def close(self) -> None:
        """End the process: its input ends, and if it stays it is killed."""
        with self._writing:
            if self._closed:
                return
            self._closed = True
        with self._writing, contextlib.suppress(OSError):
            self._to_child.close()
        try:
            self._child.wait(ENDS_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        with self._reading:  # whoever reads has met the end by now; its number may be used again
            self._from_child.close()
