"""A TCP connection as a Transport: network printers and serial servers."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

from devices.transport import LinkLost, WriteTimedOut


def open_tcp(
    host: str,
    port: int,
    connect_timeout_s: float,
    clock: Callable[[], float] = time.monotonic,
) -> TcpLink:
    """Connect within `connect_timeout_s`. Raises LinkLost when nobody answers there."""
    try:
        connection = socket.create_connection((host, port), timeout=connect_timeout_s)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except OSError as error:
        raise LinkLost(f"nobody answers at {host}:{port}") from error
    return TcpLink(connection, clock)


class TcpLink:
    """Bytes to and from one connected socket."""

    def __init__(self, connection: socket.socket, clock: Callable[[], float]) -> None:
        self._connection = connection
        self._clock = clock

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Return what has come, at least one byte, or b"" on time-out. Raises LinkLost."""
        try:
            self._connection.settimeout(max(0.0, timeout_s))
            data = self._connection.recv(max_bytes)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            raise LinkLost("the connection broke") from error
        if not data:
            raise LinkLost("the other side hung up")
        return data

    def write(self, data: bytes, timeout_s: float) -> None:
        """Send all of `data` within `timeout_s`. Raises LinkLost or WriteTimedOut."""
        rest = memoryview(data)
        deadline = self._clock() + timeout_s
        try:
            while rest:
                self._connection.settimeout(max(0.0, deadline - self._clock()))
                rest = rest[self._connection.send(rest) :]
        except (TimeoutError, BlockingIOError) as error:
            raise WriteTimedOut("the other side takes no bytes") from error
        except OSError as error:
            raise LinkLost("the connection broke") from error

    def drain(self) -> None:
        """Throw away what has arrived. Raises LinkLost."""
        while self.read(4096, 0.0):
            pass

    def close(self) -> None:
        """Close the connection; a read that waits in another thread ends with LinkLost."""
        try:
            self._connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        finally:
            self._connection.close()
