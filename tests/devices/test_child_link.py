"""A device that is a process of its own: its pipes are the link, its end is the link's end."""

from __future__ import annotations

import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from devices.child_link import ChildLink
from devices.transport import LinkLost, WriteTimedOut

ECHO = "import os\nwhile data := os.read(0, 65536): os.write(1, data)"
DEAF = "import threading; threading.Event().wait()"


@pytest.fixture
def start():
    links: list[ChildLink] = []

    def begin(code: str) -> ChildLink:
        links.append(ChildLink([sys.executable, "-c", code], Path.cwd()))
        return links[-1]

    yield begin
    for link in links:
        link.close()


def read_all(link: ChildLink, count: int) -> bytes:
    data = b""
    while len(data) < count:
        data += link.read(1 << 16, 10.0)
    return data


def test_what_is_written_comes_back_and_silence_is_a_time_out(start):
    link = start(ECHO)
    link.write(b"page", 5.0)
    assert read_all(link, 4) == b"page"
    assert link.read(10, 0.02) == b""


def test_more_than_a_pipe_holds_goes_through(start):
    link = start(ECHO)
    sent = os.urandom(1_000_000)
    writer = threading.Thread(target=link.write, args=(sent, 20.0))
    writer.start()
    assert read_all(link, len(sent)) == sent
    writer.join()


def test_a_process_that_ends_is_a_lost_link(start):
    link = start("raise SystemExit(3)")
    with pytest.raises(LinkLost, match="ended"):
        link.read(10, 10.0)
    with pytest.raises(LinkLost):
        link.write(bytes(1 << 20), 5.0)


def test_a_program_that_is_not_there_is_a_lost_link():
    with pytest.raises(LinkLost, match="did not start"):
        ChildLink(["/nowhere/camera"], Path.cwd())


def test_a_process_that_takes_nothing_times_out(start):
    link = start(DEAF)
    with pytest.raises(WriteTimedOut):
        link.write(bytes(1 << 20), 0.2)


def test_a_process_that_will_not_end_is_ended(start):
    link = start(DEAF)
    began_s = time.monotonic()
    link.close()
    link.close()
    assert time.monotonic() - began_s < 5.0
    with pytest.raises(LinkLost):
        link.read(1, 0.1)
    with pytest.raises(LinkLost):
        link.write(b"x", 0.1)


def test_whoever_waits_for_an_answer_is_freed_by_the_end(start):
    link = start(DEAF)
    ended = threading.Event()

    def wait() -> None:
        with suppress(LinkLost):
            while True:
                link.read(10, 0.5)
        ended.set()

    threading.Thread(target=wait, daemon=True).start()
    link.close()
    assert ended.wait(10.0)
