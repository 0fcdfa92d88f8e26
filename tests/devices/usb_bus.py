"""A USB bus that exists only here, below pyusb: devices with endpoints, a plug, and time-outs."""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import usb.core
from usb.backend import IBackend

BULK_OUT, BULK_IN, INTERRUPT_IN = (0x02, 2), (0x81, 2), (0x83, 3)
PACKET_BYTES = 64


class UsbStick:
    """One device with one interface; `take` gets what is written, `give` makes packets to read."""

    def __init__(
        self,
        vendor: int = 0x0400,
        product: int = 0xC35A,
        *,
        interface_class: int = 0xFF,
        endpoints: tuple[tuple[int, int], ...] = (BULK_OUT, BULK_IN, INTERRUPT_IN),
        take: Callable[[bytes], None] = lambda _data: None,
    ) -> None:
        self.vendor, self.product = vendor, product
        self.interface_class, self.endpoints = interface_class, endpoints
        self.take = take
        self.plugged = True
        self.deaf = False
        self.claimed = False
        self.kernel_driver = True
        self._packets: deque[bytes] = deque()

    def give(self, data: bytes) -> None:
        """Make bytes readable."""
        for at in range(0, len(data), PACKET_BYTES):
            self._packets.append(data[at : at + PACKET_BYTES])

    def read_into(self, buffer: array[int]) -> int:
        """Fill a transfer as a host controller does: whole packets, ended by a short one."""
        if not self._packets:
            raise usb.core.USBTimeoutError("nothing to read")
        if len(buffer) < PACKET_BYTES:
            raise usb.core.USBError("overflow")
        used = 0
        while self._packets and used + PACKET_BYTES <= len(buffer):
            packet = self._packets.popleft()
            buffer[used : used + len(packet)] = array("B", packet)
            used += len(packet)
            if len(packet) < PACKET_BYTES:
                break
        return used


class UsbBus(IBackend):
    """What pyusb asks of an operating system."""

    def __init__(self, *sticks: UsbStick) -> None:
        super().__init__()
        self._sticks = sticks

    def enumerate_devices(self) -> Iterator[UsbStick]:
        return iter([stick for stick in self._sticks if stick.plugged])

    def get_device_descriptor(self, stick: UsbStick) -> Any:
        return SimpleNamespace(
            bLength=18, bDescriptorType=1, bcdUSB=0x0200, bDeviceClass=0, bDeviceSubClass=0,
            bDeviceProtocol=0, bMaxPacketSize0=64, idVendor=stick.vendor, idProduct=stick.product,
            bcdDevice=0, iManufacturer=0, iProduct=0, iSerialNumber=0, bNumConfigurations=1,
            address=1, bus=1, port_number=1, port_numbers=(1,), speed=2,
        )  # fmt: skip

    def get_configuration_descriptor(self, stick: UsbStick, config: int) -> Any:
        if config:
            raise IndexError(config)
        return SimpleNamespace(
            bLength=9, bDescriptorType=2, wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1,
            iConfiguration=0, bmAttributes=0x80, bMaxPower=50, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, stick: UsbStick, intf: int, alt: int, config: int) -> Any:
        if intf or alt or config:
            raise IndexError(intf)
        return SimpleNamespace(
            bLength=9, bDescriptorType=4, bInterfaceNumber=0, bAlternateSetting=0,
            bNumEndpoints=len(stick.endpoints), bInterfaceClass=stick.interface_class,
            bInterfaceSubClass=0, bInterfaceProtocol=0, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(
        self, stick: UsbStick, ep: int, intf: int, alt: int, config: int
    ) -> Any:
        address, attributes = stick.endpoints[ep]
        return SimpleNamespace(
            bLength=7, bDescriptorType=5, bEndpointAddress=address, bmAttributes=attributes,
            wMaxPacketSize=PACKET_BYTES, bInterval=0, bRefresh=0, bSynchAddress=0,
            extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, stick: UsbStick) -> UsbStick:
        return stick

    def close_device(self, stick: UsbStick) -> None:
        stick.claimed = False

    def get_configuration(self, stick: UsbStick) -> int:
        return 1

    def claim_interface(self, stick: UsbStick, intf: int) -> None:
        if stick.kernel_driver:
            raise usb.core.USBError("busy")
        stick.claimed = True

    def release_interface(self, stick: UsbStick, intf: int) -> None:
        stick.claimed = False

    def is_kernel_driver_active(self, stick: UsbStick, intf: int) -> bool:
        return stick.kernel_driver

    def detach_kernel_driver(self, stick: UsbStick, intf: int) -> None:
        stick.kernel_driver = False

    def bulk_write(self, stick: UsbStick, ep: int, intf: int, data: Any, timeout: int) -> int:
        self._demand(stick, timeout)
        if stick.deaf:
            raise usb.core.USBTimeoutError("takes nothing")
        stick.take(bytes(data))
        return len(data)

    def bulk_read(self, stick: UsbStick, ep: int, intf: int, buff: Any, timeout: int) -> int:
        self._demand(stick, timeout)
        return stick.read_into(buff)

    def _demand(self, stick: UsbStick, timeout: int) -> None:
        assert timeout > 0, "zero waits for ever"
        if not stick.plugged:
            raise usb.core.USBError("no such device")
