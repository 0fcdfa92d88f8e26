"""USB bulk endpoints as a Transport, through pyusb, which is loaded only here."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from devices.transport import LinkLost, WriteTimedOut


def open_usb(vendor: int, product: int, interface: int = 0, backend: object = None) -> UsbLink:
    """Claim an interface of the first such device and find its bulk endpoints.

    Readers with one bulk pair carry whole frames; the older kind with separate header and body
    pipes does not fit a byte stream and is refused. `backend` is another USB bus than that of
    the machine, for tests. Raises LinkLost.
    """
    core, util = _usb()
    try:
        device = core.find(idVendor=vendor, idProduct=product, backend=backend)
        if device is None:
            raise LinkLost(f"no USB device {vendor:04x}:{product:04x} is plugged in")
        if device.is_kernel_driver_active(interface):
            device.detach_kernel_driver(interface)
        util.claim_interface(device, interface)
        endpoints = list(device.get_active_configuration()[(interface, 0)])
    except (core.USBError, core.NoBackendError, NotImplementedError) as error:
        raise LinkLost(f"USB device {vendor:04x}:{product:04x} does not open") from error
    return UsbLink(device, interface, *_bulk_pair(endpoints))


def _bulk_pair(endpoints: list[Any]) -> tuple[Any, Any]:
    _, util = _usb()
    bulk = [
        end for end in endpoints if util.endpoint_type(end.bmAttributes) == util.ENDPOINT_TYPE_BULK
    ]
    inward = [
        end for end in bulk if util.endpoint_direction(end.bEndpointAddress) == util.ENDPOINT_IN
    ]
    outward = [end for end in bulk if end not in inward]
    if len(inward) != 1 or len(outward) != 1:
        raise LinkLost("the USB interface does not have exactly one bulk pair")
    return inward[0], outward[0]


class UsbLink:
    """Bytes to and from one pair of bulk endpoints."""

    def __init__(self, device: Any, interface: int, inward: Any, outward: Any) -> None:  # noqa: ANN401 - pyusb is untyped
        self._device = device
        self._interface = interface
        self._inward = inward
        self._outward = outward
        self._kept = b""

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        """Return what has come, at least one byte, or b"" on time-out. Raises LinkLost."""
        core, _ = _usb()
        if not self._kept:
            # libusb reads whole packets: a smaller buffer than the endpoint's packet overflows.
            size = max(max_bytes, 64) // self._inward.wMaxPacketSize + 1
            try:
                self._kept = bytes(
                    self._inward.read(size * self._inward.wMaxPacketSize, _milliseconds(timeout_s))
                )
            except core.USBTimeoutError:
                return b""
            except core.USBError as error:
                raise LinkLost("the USB device is gone") from error
        data, self._kept = self._kept[:max_bytes], self._kept[max_bytes:]
        return data

    def write(self, data: bytes, timeout_s: float) -> None:
        """Send all of `data`. Raises LinkLost or WriteTimedOut."""
        core, _ = _usb()
        try:
            sent = self._outward.write(data, _milliseconds(timeout_s))
        except core.USBTimeoutError as error:
            raise WriteTimedOut("the USB device takes no bytes") from error
        except core.USBError as error:
            raise LinkLost("the USB device is gone") from error
        if sent != len(data):
            raise WriteTimedOut("the USB device took only a part")

    def drain(self) -> None:
        """Throw away what has arrived. Raises LinkLost."""
        self._kept = b""
        while self.read(4096, 0.001):
            self._kept = b""

    def close(self) -> None:
        """Give the interface back."""
        core, util = _usb()
        try:
            util.release_interface(self._device, self._interface)
            util.dispose_resources(self._device)
        except core.USBError:
            return


def _usb() -> tuple[Any, Any]:
    return import_module("usb.core"), import_module("usb.util")


def _milliseconds(timeout_s: float) -> int:
    """Return whole milliseconds, at least 1: zero means for ever to libusb."""
    return max(1, round(timeout_s * 1000))
