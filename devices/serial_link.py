"""A serial port as a Transport: found by path, pattern, by-id name or USB vendor and product."""

from __future__ import annotations

import errno
import re
import select
import termios
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

import serial
from serial.tools import list_ports

from devices.transport import LinkLost, WriteTimedOut

BY_ID_FOLDER = Path("/dev/serial/by-id")
_GONE = (OSError, termios.error, ValueError, TypeError)
_VENDOR_PRODUCT = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")


class PortInfo(Protocol):
    """What the system knows of one serial port."""

    device: str
    vid: int | None
    pid: int | None


def open_serial(target: str, baud: int) -> SerialLink:
    """Open a port as 8N1 without flow control and for this process alone.

    `target` is looked up anew each time, so a reader that came back under another port name is
    found. Raises LinkLost when there is no such port or somebody else has it.
    """
    path = find_port(target, list_ports.comports)
    try:
        port = serial.Serial(path, baud, timeout=0, write_timeout=1.0, exclusive=True)
    except _GONE as error:
        raise LinkLost(_why_not(path, error)) from error
    return SerialLink(port)


def find_port(
    target: str,
    ports: Callable[[], Iterable[PortInfo]],
    by_id_folder: Path = BY_ID_FOLDER,
) -> str:
    """Return the path of the port that `target` means now.

    `target` is a path, a path with * in it, VENDOR:PRODUCT in hex, or a by-id name.
    Raises LinkLost when nothing matches.
    """
    if target.startswith("/"):
        return _first_match(target) if "*" in target else target
    ids = _VENDOR_PRODUCT.fullmatch(target)
    if ids is None:
        return _first_match(str(by_id_folder / f"{target}*"))
    vendor, product = int(ids[1], 16), int(ids[2], 16)
    for port in ports():
        if (port.vid, port.pid) == (vendor, product):
            return port.device
    raise LinkLost(f"no serial device {target} is plugged in")


def _why_not(path: str, error: Exception) -> str:
    match getattr(error, "errno", None):
        case errno.ENOENT | errno.ENXIO | errno.ENODEV:
            return f"{path} is not plugged in"
        case errno.EACCES | errno.EPERM:
            return f"this user may not open {path}; add it to the group dialout"
        case errno.EBUSY | errno.EAGAIN:
            return f"another program uses {path}"
        case _:
            return f"the serial port {path} does not open"


def _first_match(pattern: str) -> str:
    folder, name = Path(pattern).parent, Path(pattern).name
    for found in sorted(folder.glob(name)):
        return str(found)
    raise LinkLost(f"no serial port matches {pattern}")


class SerialLink:
    """Bytes to and from an open serial port."""

    def __init__(self, port: serial.Serial) -> None:
        self._port = port

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Return what has come, at least one byte, or b"" on time-out. Raises LinkLost."""
        try:
            ready, _, _ = select.select([self._port.fileno()], [], [], timeout_s)
            if not ready:
                return b""
            data: bytes = self._port.read(max(1, min(max_bytes, self._port.in_waiting)))
        except _GONE as error:
            raise LinkLost("the serial port is gone") from error
        if not data:
            raise LinkLost("the serial port is gone")
        return data

    def write(self, data: bytes, timeout_s: float) -> None:
        """Send all of `data`. Raises LinkLost or WriteTimedOut."""
        try:
            if self._port.write_timeout != timeout_s:
                self._port.write_timeout = timeout_s
            self._port.write(data)
        except serial.SerialTimeoutException as error:
            raise WriteTimedOut("the serial port takes no bytes") from error
        except _GONE as error:
            raise LinkLost("the serial port is gone") from error

    def drain(self) -> None:
        """Throw away what the system has buffered. Raises LinkLost."""
        try:
            self._port.reset_input_buffer()
        except _GONE as error:
            raise LinkLost("the serial port is gone") from error

    def close(self) -> None:
        """Give the port back."""
        try:
            self._port.close()
        except _GONE:
            return
