"""What is plugged into this machine that could be one of our devices, and which of it is in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlsplit

from devices.serial_link import find_port
from devices.transport import LinkLost

PRINTER_CLASS = 7  # USB device class code of printers
# Readers by vendor and product; a SAM module with a bulk pair shows these.
CARD_READERS = {(0x0400, 0xC35A): "ID card module"}
LINE_PRINTERS = (Path("/dev/usb"), "lp*")


@dataclass(frozen=True)
class Plugged:
    """One thing found: the address a station file would write, and what it calls itself."""

    address: str
    what: str


class SerialPort(Protocol):
    """What the system knows of one serial port."""

    device: str
    description: str
    vid: int | None
    pid: int | None


@dataclass(frozen=True)
class UsbDevice:
    """One device on the USB bus: vendor, product, and the class codes of its interfaces."""

    vendor: int
    product: int
    classes: frozenset[int]


def look_for_unconfigured(configured: Iterable[str]) -> tuple[Plugged, ...]:
    """Return what is plugged into this machine and no address of `configured` means."""
    from serial.tools import list_ports

    nodes = sorted(str(path) for path in LINE_PRINTERS[0].glob(LINE_PRINTERS[1]))
    return not_configured(configured, list_ports.comports(), usb_devices(), nodes)


def not_configured(
    configured: Iterable[str],
    ports: Iterable[SerialPort],
    usb: Iterable[UsbDevice],
    line_printers: Iterable[str],
) -> tuple[Plugged, ...]:
    """Return what no configured address means. A by-id name or a pattern counts for its port.

    A serial port without USB numbers is soldered to the board; nobody plugged it in.
    """
    known = list(ports)
    taken = {_plain(address, lambda: known) for address in configured}
    found = [
        *(
            Plugged(f"serial://{port.device}", f"{port.vid:04x}:{port.pid:04x} {port.description}")
            for port in known
            if port.vid is not None and port.pid is not None
        ),
        *(
            Plugged(f"usb://{device.vendor:04x}:{device.product:04x}", what)
            for device in usb
            if (what := _kind_of(device))
        ),
        *(Plugged(f"file://{node}", "line printer") for node in line_printers),
    ]
    return tuple(thing for thing in found if _plain(thing.address, lambda: known) not in taken)


def _kind_of(device: UsbDevice) -> str:
    """Return what a USB device could be to us, empty for a mouse."""
    printer = "printer" if PRINTER_CLASS in device.classes else ""
    return CARD_READERS.get((device.vendor, device.product), printer)


def usb_devices(backend: object = None) -> tuple[UsbDevice, ...]:
    """Return what is on the USB bus; nothing where libusb is missing or may not look.

    `backend` is another USB bus than that of the machine, for tests.
    """
    core: Any = import_module("usb.core")
    try:
        devices = list(core.find(find_all=True, backend=backend))
    except (core.NoBackendError, core.USBError):
        return ()
    return tuple(
        UsbDevice(one.idVendor, one.idProduct, _classes(one, core.USBError)) for one in devices
    )


def _classes(device: Any, refused: type[Exception]) -> frozenset[int]:  # noqa: ANN401 - pyusb is untyped
    try:
        return frozenset(
            int(interface.bInterfaceClass)
            for configuration in device
            for interface in configuration
        )
    except refused:
        return frozenset({int(device.bDeviceClass)})


def _plain(address: str, ports: Callable[[], Iterable[SerialPort]]) -> str:
    """Return an address without its options; of a serial one the port it means now."""
    parts = urlsplit(address)
    if parts.scheme != "serial":
        return f"{parts.scheme}://{parts.netloc.lower()}{parts.path}"
    target = dict(parse_qsl(parts.query)).get("id") or parts.netloc or parts.path
    try:
        port = find_port(target, ports)
    except LinkLost:
        return address
    return f"serial://{Path(port).resolve()}"
