"""The door to every cable: a small byte protocol, and `open_transport` picks the link by URL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import SplitResult, parse_qsl, urlsplit


class LinkLost(Exception):
    """The link is gone, and that is the world's fault: cable, power or address."""


class WriteTimedOut(LinkLost):
    """The other side did not take all bytes in time; how many it took is not known."""


class BadAddress(ValueError):
    """A transport URL that cannot be meant; the message says what to write instead."""


class Transport(Protocol):
    """A two-way stream of bytes to one device."""

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Return 1 to `max_bytes` bytes as soon as there are any, b"" on time-out.

        Raises LinkLost when the device is gone.
        """
        ...

    def write(self, data: bytes, timeout_s: float) -> None:
        """Hand all of `data` to the device. Raises LinkLost or WriteTimedOut."""
        ...

    def drain(self) -> None:
        """Throw away whatever has arrived and was not read. Raises LinkLost."""
        ...

    def close(self) -> None:
        """Give the link back; may be called twice and never raises."""
        ...


class Simulator(Protocol):
    """A device that exists only in this process and speaks the real protocol at the wire."""

    def connect(self) -> Transport:
        """Open the link to the simulated device. Raises LinkLost while it is unplugged."""
        ...

    def control(self, word: str, **arguments: object) -> None:
        """Make it behave as the word says. Raises ValueError with a sentence if it cannot."""
        ...

    def words(self) -> tuple[str, ...]:
        """Return the words it knows."""
        ...


def open_transport(url: str, simulators: Mapping[str, Simulator]) -> Transport:
    """Open the link a URL names.

    serial:///dev/ttyUSB0?baud=115200, serial://1a86:7523 and serial://?id=NAME (by-id name),
    socket://host:port and tcp://host:port, usb://0400:c35a, file:///path (append only),
    sim://NAME. Raises BadAddress for a URL that cannot be meant, LinkLost when nobody is there.
    """
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    match parts.scheme:
        case "sim":
            return _simulated(parts, simulators)
        case "serial":
            return _serial(parts, options)
        case "tcp" | "socket":
            return _tcp(parts, options)
        case "usb":
            return _usb(parts, options)
        case "file":
            return _file(parts)
        case _:
            raise BadAddress(
                f"'{url}' is no transport: write serial://, socket://, tcp://, usb://, file:// "
                "or sim://"
            )


def _simulated(parts: SplitResult, simulators: Mapping[str, Simulator]) -> Transport:
    simulator = simulators.get(parts.netloc)
    if simulator is None:
        known = ", ".join(sorted(simulators)) or "none"
        raise BadAddress(f"no simulator is called '{parts.netloc}'; there are: {known}")
    return simulator.connect()


def _serial(parts: SplitResult, options: dict[str, str]) -> Transport:
    from devices.serial_link import open_serial

    target = options.get("id") or parts.netloc or parts.path
    if not target:
        raise BadAddress("serial:// needs a port, for instance serial:///dev/ttyUSB0?baud=115200")
    return open_serial(target, _whole_number(options, "baud", 115_200))


def _tcp(parts: SplitResult, options: dict[str, str]) -> Transport:
    from devices.tcp_link import open_tcp

    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port:
        raise BadAddress(f"{parts.scheme}:// needs host and port, for instance tcp://10.0.0.9:9100")
    return open_tcp(host, port, connect_timeout_s=_whole_number(options, "connect_s", 3))


def _usb(parts: SplitResult, options: dict[str, str]) -> Transport:
    from devices.usb_link import open_usb

    vendor, _, product = parts.netloc.partition(":")
    try:
        ids = int(vendor, 16), int(product, 16)
    except ValueError:
        raise BadAddress(
            "usb:// needs vendor:product in hex, for instance usb://0400:c35a"
        ) from None
    return open_usb(*ids, interface=_whole_number(options, "interface", 0))


def _file(parts: SplitResult) -> Transport:
    from devices.file_link import open_file

    if parts.netloc or not parts.path:
        raise BadAddress("file:// needs a full path, for instance file:///dev/usb/lp0")
    return open_file(parts.path)


def _whole_number(options: dict[str, str], name: str, otherwise: int) -> int:
    text = options.get(name)
    if text is None:
        return otherwise
    if not text.isdecimal() or int(text) == 0:
        raise BadAddress(f"'{name}={text}' must be a whole number above zero")
    return int(text)
