"""USB bulk endpoints as a link, over a bus below pyusb."""

from __future__ import annotations

import pytest

from devices.plugged import UsbDevice, usb_devices
from devices.simulated_wire import instant_pace
from devices.transport import LinkLost, WriteTimedOut
from devices.usb_link import open_usb
from id_reader.simulator import SdtSimulator
from tests.devices.usb_bus import BULK_IN, BULK_OUT, UsbBus, UsbStick
from tests.id_reader.desk import RESIDENT, desk

STATUS = bytes.fromhex("AAAAAA9669000311FFED")


def test_bytes_go_both_ways_whatever_size_is_asked_for():
    heard: list[bytes] = []
    stick = UsbStick(take=heard.append)
    link = open_usb(0x0400, 0xC35A, backend=UsbBus(stick))
    assert stick.claimed
    link.write(STATUS, 1.0)
    stick.give(RESIDENT)
    received = bytearray()
    while len(received) < len(RESIDENT):
        received += link.read(7, 1.0)

    assert (heard, bytes(received)) == ([STATUS], RESIDENT)
    assert link.read(100, 0.0) == b""


def test_drained_bytes_are_gone_also_those_of_a_packet_read_in_part():
    stick = UsbStick()
    link = open_usb(0x0400, 0xC35A, backend=UsbBus(stick))
    stick.give(bytes(range(40)))
    stick.give(bytes(range(30)))
    assert link.read(3, 1.0) == bytes(range(3))
    link.drain()

    assert link.read(100, 0.01) == b""


def test_a_pulled_plug_is_a_lost_link_and_closing_is_harmless():
    stick = UsbStick()
    link = open_usb(0x0400, 0xC35A, backend=UsbBus(stick))
    stick.plugged = False
    for use in (lambda: link.read(1, 1.0), lambda: link.write(STATUS, 1.0), link.drain):
        with pytest.raises(LinkLost):
            use()
    link.close()
    link.close()
    with pytest.raises(LinkLost, match="no USB device 0400:c35a"):
        open_usb(0x0400, 0xC35A, backend=UsbBus(stick))


def test_a_device_that_takes_nothing_does_not_hold_us_for_ever():
    stick = UsbStick()
    link = open_usb(0x0400, 0xC35A, backend=UsbBus(stick))
    stick.deaf = True
    with pytest.raises(WriteTimedOut):
        link.write(STATUS, 0.0)


@pytest.mark.parametrize(
    "endpoints", [(BULK_OUT,), (BULK_IN,), (BULK_OUT, (0x06, 2), BULK_IN, (0x85, 2))]
)
def test_a_device_without_exactly_one_bulk_pair_is_refused(endpoints):
    with pytest.raises(LinkLost, match="exactly one bulk pair"):
        open_usb(0x0400, 0xC35A, backend=UsbBus(UsbStick(endpoints=endpoints)))


def test_a_card_is_read_over_usb():
    """The whole driver over the simulated module, joined by a cable of USB packets."""
    module = SdtSimulator(instant_pace)
    module.control("present_card", frame=RESIDENT.hex())
    wire = module.connect()
    stick = UsbStick()

    def take(data: bytes) -> None:
        wire.write(data, 1.0)
        while reply := wire.read(4096, 0.0):
            stick.give(reply)

    stick.take = take
    with desk(open_link=lambda: open_usb(0x0400, 0xC35A, backend=UsbBus(stick))) as here:
        here.report.until(here.report.names)

    assert here.report.names() == ["测试甲"]


def test_the_bus_is_looked_over_with_what_each_device_is_for():
    bus = UsbBus(UsbStick(), UsbStick(0x0483, 0x5743, interface_class=7))
    assert usb_devices(bus) == (
        UsbDevice(0x0400, 0xC35A, frozenset({0xFF})),
        UsbDevice(0x0483, 0x5743, frozenset({7})),
    )
