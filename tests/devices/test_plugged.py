"""What an installer plugged in and forgot to write into the station's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.plugged import Plugged, UsbDevice, not_configured


@dataclass
class Port:
    device: str
    vid: int | None
    pid: int | None
    description: str = "USB Serial"


CH340 = Port("/dev/ttyUSB0", 0x1A86, 0x7523)
CP210X = Port("/dev/ttyUSB10", 0x10C4, 0xEA60)
ON_BOARD = Port("/dev/ttyS0", None, None)
READER = UsbDevice(0x0400, 0xC35A, frozenset({0xFF}))
PRINTER = UsbDevice(0x0483, 0x5743, frozenset({7}))
MOUSE = UsbDevice(0x046D, 0xC077, frozenset({3}))


def left_over(*configured: str, ports=(CH340, CP210X, ON_BOARD), usb=(), nodes=()) -> list[str]:
    return [thing.address for thing in not_configured(configured, ports, usb, nodes)]


def test_everything_that_could_be_ours_is_listed_and_nothing_else():
    found = not_configured((), [CH340, ON_BOARD], [READER, PRINTER, MOUSE], ["/dev/usb/lp0"])

    assert found == (
        Plugged("serial:///dev/ttyUSB0", "1a86:7523 USB Serial"),
        Plugged("usb://0400:c35a", "ID card module"),
        Plugged("usb://0483:5743", "printer"),
        Plugged("file:///dev/usb/lp0", "line printer"),
    )


@pytest.mark.parametrize(
    "address",
    [
        "serial:///dev/ttyUSB0?baud=115200",
        "serial:///dev/ttyUSB0",
        "serial://1a86:7523",
        "serial://1A86:7523?baud=9600",
    ],
)
def test_a_configured_port_is_left_out_however_it_is_named(address):
    assert left_over(address) == ["serial:///dev/ttyUSB10"]


def test_ttyusb1_is_not_ttyusb10():
    assert left_over("serial:///dev/ttyUSB1") == ["serial:///dev/ttyUSB0", "serial:///dev/ttyUSB10"]


def test_a_port_named_by_its_link_is_the_port_behind_it(tmp_path: Path):
    port = tmp_path / "ttyUSB4"
    port.touch()
    (tmp_path / "card-reader").symlink_to(port)
    plugged = Port(str(port), 0x1A86, 0x7523)

    assert left_over(f"serial://{tmp_path}/card-reader", ports=[plugged]) == []
    assert left_over(f"serial://{tmp_path}/card*", ports=[plugged]) == []


def test_usb_and_line_printers_are_left_out_too():
    assert left_over("usb://0400:C35A?interface=0", ports=(), usb=[READER]) == []
    assert left_over("file:///dev/usb/lp0", ports=(), nodes=["/dev/usb/lp0"]) == []


def test_addresses_of_other_kinds_do_no_harm():
    configured = (
        "sim://reader",
        "",
        "tcp://10.0.0.9:9100",
        "serial://?id=gone",
        "serial://dead:beef",
    )
    assert left_over(*configured, ports=[ON_BOARD]) == []
