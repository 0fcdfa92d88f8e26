"""Every kind of link: opening, time-outs, and that a lost one is always called lost."""

from __future__ import annotations

import os
import socket
import threading
import tty
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.serial_link import find_port
from devices.simulated_wire import instant_pace
from devices.transport import BadAddress, LinkLost, WriteTimedOut, open_transport
from id_reader.simulator import SdtSimulator

STATUS = bytes.fromhex("AAAAAA9669000311FFED")
DONE = bytes.fromhex("AAAAAA969000049094")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("/dev/ttyUSB0", "is no transport"),
        ("com3://x", "is no transport"),
        ("serial://", "needs a port"),
        ("serial:///dev/ttyUSB0?baud=fast", "whole number"),
        ("tcp://printer", "host and port"),
        ("tcp://printer:99999", "host and port"),
        ("socket://:9100", "host and port"),
        ("usb://epson", "vendor:product"),
        ("file://relative/path", "full path"),
        ("sim://redaer", "there are: reader"),
    ],
)
def test_an_address_that_cannot_be_meant_is_refused_with_a_sentence(url, sentence):
    with pytest.raises(BadAddress, match=sentence):
        open_transport(url, {"reader": SdtSimulator(instant_pace)})


@pytest.mark.parametrize(
    "url",
    ["serial:///dev/no-such-port", "serial:///dev/no-such*", "serial://1a86:7523",
     "serial://?id=usb-no-such", "usb://0400:c35a", "file:///no/such/folder/file"],
)  # fmt: skip
def test_nobody_there_is_a_lost_link(url):
    with pytest.raises(LinkLost):
        open_transport(url, {})


def test_a_port_that_does_not_open_says_why(tmp_path: Path):
    with pytest.raises(LinkLost, match="ttyUSB0 is not plugged in"):
        open_transport(f"serial://{tmp_path}/ttyUSB0", {})
    far, near = os.openpty()
    first = open_transport(f"serial://{os.ttyname(near)}", {})
    with pytest.raises(LinkLost, match="another program uses"):
        open_transport(f"serial://{os.ttyname(near)}", {})
    first.close()
    os.close(near)
    os.close(far)


def test_a_port_nobody_listens_on_is_a_lost_link():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(LinkLost):
            open_transport(f"tcp://127.0.0.1:{port}?connect_s=1", {})


@dataclass
class Port:
    device: str
    vid: int | None
    pid: int | None


def test_a_reader_is_found_by_vendor_and_product_under_any_port_name():
    ports = [Port("/dev/ttyS0", None, None), Port("/dev/ttyUSB3", 0x1A86, 0x7523)]

    assert find_port("1a86:7523", lambda: ports) == "/dev/ttyUSB3"
    assert find_port("1A86:7523", lambda: ports) == "/dev/ttyUSB3"
    with pytest.raises(LinkLost):
        find_port("10c4:ea60", lambda: ports)


def test_a_reader_is_found_by_its_name_or_a_pattern(tmp_path: Path):
    (tmp_path / "usb-1a86_USB_Serial-if00-port0").touch()

    found = str(tmp_path / "usb-1a86_USB_Serial-if00-port0")
    assert find_port("usb-1a86_USB_Serial", list, tmp_path) == found
    assert find_port(f"{tmp_path}/usb-1a86*", list) == found
    assert find_port("/dev/ttyUSB0", list) == "/dev/ttyUSB0"


@pytest.fixture
def pair(request):
    """A link of each kind and the other side's descriptor: (link, descriptor, hang up)."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def serial_pair():
    far, near = os.openpty()
    tty.setraw(near)
    link = open_transport(f"serial://{os.ttyname(near)}?baud=9600", {})
    os.close(near)
    open_ends = [far]

    def hang_up() -> None:
        while open_ends:
            os.close(open_ends.pop())

    yield link, far, hang_up
    link.close()
    hang_up()


@pytest.fixture
def tcp_pair():
    with socket.create_server(("127.0.0.1", 0)) as server:
        link = open_transport(f"socket://127.0.0.1:{server.getsockname()[1]}", {})
        far, _ = server.accept()
    yield link, far.fileno(), far.close
    link.close()
    far.close()


both = pytest.mark.parametrize("pair", ["serial_pair", "tcp_pair"], indirect=True)


@both
def test_bytes_go_both_ways_and_a_time_out_is_empty(pair):
    link, far, _ = pair
    link.write(STATUS, 1.0)
    assert os.read(far, 100) == STATUS
    assert link.read(100, 0.01) == b""
    os.write(far, DONE)
    assert link.read(4, 1.0) == DONE[:4]
    assert link.read(100, 1.0) == DONE[4:]


@both
def test_drained_bytes_are_gone(pair):
    link, far, _ = pair
    os.write(far, DONE)
    assert link.read(1, 1.0)
    link.drain()
    assert link.read(100, 0.01) == b""


@both
def test_a_pulled_plug_is_a_lost_link_and_closing_twice_is_harmless(pair):
    link, _, hang_up = pair
    hang_up()
    with pytest.raises(LinkLost):
        link.read(100, 1.0)
    link.close()
    link.close()
    with pytest.raises(LinkLost):
        link.read(100, 0.01)
    with pytest.raises(LinkLost):
        link.write(STATUS, 0.1)


@both
def test_a_device_that_takes_nothing_does_not_hold_us_for_ever(pair):
    link, _, _ = pair
    with pytest.raises(WriteTimedOut):
        link.write(bytes(50_000_000), 0.05)


def test_closing_ends_a_read_that_waits_in_another_thread(tcp_pair):
    link, _, _ = tcp_pair
    ended = threading.Event()

    def wait_for_ever() -> None:
        with pytest.raises(LinkLost):
            link.read(1, 60.0)
        ended.set()

    thread = threading.Thread(target=wait_for_ever)
    thread.start()
    link.close()
    assert ended.wait(5.0)
    thread.join()


def test_a_file_only_grows(tmp_path: Path):
    path = tmp_path / "slips.bin"
    for part in (b"one", b"two"):
        link = open_transport(f"file://{path}", {})
        link.write(part, 1.0)
        link.drain()
        assert link.read(1, 0.001) == b""
        link.close()
        link.close()
        with pytest.raises(LinkLost):
            link.write(part, 1.0)

    assert path.read_bytes() == b"onetwo"


def test_a_device_node_that_takes_nothing_times_out(tmp_path: Path):
    fifo = tmp_path / "lp0"
    os.mkfifo(fifo)
    reader = os.open(fifo, os.O_RDONLY | os.O_NONBLOCK)
    link = open_transport(f"file://{fifo}", {})
    with pytest.raises(WriteTimedOut):
        link.write(bytes(10_000_000), 0.05)
    os.close(reader)
    with pytest.raises(LinkLost):
        link.write(b"x", 0.05)
    link.close()


def test_a_simulated_cable_is_a_link_like_any_other():
    simulator = SdtSimulator(instant_pace)
    link = open_transport("sim://reader", {"reader": simulator})
    link.write(STATUS, 1.0)
    assert link.read(100, 1.0)[-1:] == b"\x94"
    simulator.control("unplug")
    for use in (lambda: link.read(1, 1.0), link.drain, lambda: link.write(STATUS, 1.0)):
        with pytest.raises(LinkLost):
            use()
    with pytest.raises(LinkLost):
        open_transport("sim://reader", {"reader": simulator})
    simulator.control("plug")
    open_transport("sim://reader", {"reader": simulator}).close()
