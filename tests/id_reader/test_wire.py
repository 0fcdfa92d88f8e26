"""The simulator against the published frame, and 50 spoilt answers over a real serial port."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from devices.ports import CardSeen, CardTaken, CardUnreadable, Offline, Ready
from devices.pty_server import PtyServer
from devices.simulated_wire import instant_pace
from id_reader.sdt.sam_link import Timings
from id_reader.simulator import SdtSimulator, build_simulator
from tests.id_reader.desk import (
    RESIDENT,
    Desk,
    desk,
    quick_simulator,
    two_visitors_with_a_late_answer,
)

FRAME_BITS = len(RESIDENT) * 8
SAMPLE = random.Random(467)  # noqa: S311 - a repeatable sample
CUTS = sorted(SAMPLE.sample(range(len(RESIDENT)), 25))
FLIPS = sorted(SAMPLE.sample(range(8, FRAME_BITS), 25))


def resident_fields() -> dict[str, str]:
    """The person of the published example, as texts."""
    text = RESIDENT[14:270].decode("utf-16-le")
    places = {
        "name": (0, 15),
        "sex": (15, 16),
        "ethnicity": (16, 18),
        "birth_date": (18, 26),
        "address": (26, 61),
        "id_number": (61, 79),
        "issued_by": (79, 94),
        "valid_from": (94, 102),
        "valid_to": (102, 110),
    }
    return {name: text[a:b].rstrip() for name, (a, b) in places.items()}


def ask(link, request: str) -> bytes:
    link.write(bytes.fromhex(request), 1.0)
    reply = bytearray()
    while data := link.read(4096, 0.05):
        reply += data
    return bytes(reply)


def test_the_simulator_lays_out_the_published_frame_byte_by_byte():
    simulator = build_simulator({"pace": instant_pace})
    photo = RESIDENT[270:1294].hex()
    simulator.control("present_card", photo=photo, **resident_fields())
    link = simulator.connect()

    assert ask(link, "AAAAAA9669000311FFED").hex() == "aaaaaa96690004000090" + "94"
    assert ask(link, "AAAAAA96690003300330").hex() == "aaaaaa96690004000041" + "45"
    assert ask(link, "AAAAAA96690003200122").hex() == "aaaaaa9669000800009f0000000097"
    assert ask(link, "AAAAAA96690003200221").hex() == "aaaaaa9669000c000090" + "00" * 8 + "9c"
    assert ask(link, "AAAAAA96690003300132") == RESIDENT
    assert ask(link, "AAAAAA96690003300330").hex() == "aaaaaa96690004000091" + "95"
    assert ask(link, "AAAAAA96690003200122").hex() == "aaaaaa96690004000080" + "84"
    assert ask(link, "AAAAAA96690003200123").hex() == "aaaaaa96690004000010" + "14"
    link.close()


def test_a_read_takes_as_long_as_with_a_real_module():
    """0.69 s of work, the request and 1295 bytes at 115200 baud, counted on a clock of our own."""
    now = [100.0]
    simulator = SdtSimulator(lambda seconds: seconds, clock=lambda: now[0])
    simulator.control("present_card")
    link = simulator.connect()
    for request in ("AAAAAA96690003200122", "AAAAAA96690003200221"):
        link.write(bytes.fromhex(request), 1.0)
        now[0] += 0.02
        assert link.read(4096, 0.0)
    link.write(bytes.fromhex("AAAAAA96690003300132"), 1.0)
    now[0] += 0.69
    assert link.read(4096, 0.0) == b""
    now[0] += 0.05
    part = link.read(4096, 0.0)
    assert 0 < len(part) < len(RESIDENT)
    now[0] += 0.07
    assert len(part + link.read(4096, 0.0)) == len(RESIDENT)


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    simulator = quick_simulator()
    server = PtyServer(simulator, tmp_path_factory.mktemp("dev") / "reader")
    server.start()
    with desk(simulator, url=server.url, timings=Timings().scaled(0.08)) as here:
        here.report.until_status(Ready)
        yield here
    server.stop()


def good_then_gone(here: Desk, specimen: str) -> None:
    """The next visitor's card is read, and nobody else's."""
    here.reader.new_session()
    before = len(here.report.cards)
    here.do("present_card", specimen=specimen)
    here.report.until(lambda: any(isinstance(e, CardSeen) for e in here.report.cards[before:]))
    here.do("take_card")
    here.report.until(lambda: isinstance(here.report.cards[-1], CardTaken))


def spoil(here: Desk, word: str, **arguments: int) -> None:
    """A visitor's answer arrives spoilt, then the next visitor comes."""
    here.report.cards.clear()
    here.do("speak")
    here.do(word, **arguments)
    here.do("present_card", specimen="elder_85")
    here.report.until_count(CardUnreadable)
    here.do("take_card")
    here.report.until_count(CardTaken)
    good_then_gone(here, "elder_66")

    assert here.report.names() == ["张秀珍"]


@pytest.mark.parametrize("length", CUTS)
def test_a_cut_answer_on_the_serial_port_is_nobodys_card(port, length):
    spoil(port, "cut_at", count=length)


@pytest.mark.parametrize("position", FLIPS)
def test_a_flipped_bit_on_the_serial_port_is_nobodys_card(port, position):
    spoil(port, "flip_bit", position=position)


@pytest.mark.parametrize("late_s", [0.1, 0.3, 0.5, 0.7])
def test_a_late_answer_on_the_serial_port_is_never_the_next_visitors(port, late_s):
    port.do("speak")
    two_visitors_with_a_late_answer(port, late_s)


def test_a_reader_that_comes_back_under_another_port_name_is_found(tmp_path: Path):
    """The name by id stays; the port behind it is another one after the plug was pulled."""
    before, after = quick_simulator(), quick_simulator()
    servers = [
        PtyServer(before, tmp_path / "ttyUSB0"),
        PtyServer(after, tmp_path / "ttyUSB1"),
    ]
    for server in servers:
        server.start()
    by_id = tmp_path / "usb-reader-if00"
    by_id.symlink_to((tmp_path / "ttyUSB0").readlink())
    with desk(before, url=f"serial://{by_id}", timings=Timings().scaled(0.1)) as here:
        here.report.until_status(Ready)
        here.do("unplug")
        here.report.until_status(Offline)
        by_id.unlink()
        by_id.symlink_to((tmp_path / "ttyUSB1").readlink())
        here.report.until_status(Ready)
        after.control("present_card")
        here.report.until_count(CardSeen)
    for server in servers:
        server.stop()

    assert here.report.names() == ["王桂兰"]
