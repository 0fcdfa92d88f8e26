"""What goes wrong with a camera, brought about by control words only: told, and over by itself.

Whoever waits for a page is answered in every case; what the screens show is told in their tests.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from devices.camera_port import PageNotTaken
from devices.ports import Fault, Offline, Ready, UserError
from tests.document_camera.desk import simulated

SIMULATED = "document_camera.simulated.process"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def camera():
    """One camera for all stories; each puts right what it spoilt."""
    with simulated() as (person, simulator):
        yield person, simulator


@pytest.fixture
def at_work(camera):
    """A camera that looks at a page which lies well."""
    person, simulator = camera
    simulator.control("speak")
    simulator.control("put_page", name="letter")
    person.outcomes.clear()
    person.watch()
    person.until_status(Ready())
    person.until_sees_again("good")
    return camera


@pytest.mark.parametrize(
    ("word", "status", "again"),
    [
        ("unplug", Offline("no_camera"), "plug"),
        ("silent", Offline("silent"), "speak"),
        ("freeze", Fault("frozen"), "speak"),
        ("cut_at", Fault("damaged_picture"), "speak"),
    ],
)
def test_a_camera_that_fails_in_mid_stream_is_told_answers_and_comes_back(
    at_work, word, status, again
):
    person, simulator = at_work
    simulator.control("put_page", name="letter", defect="blur")
    person.until_sees("blur")
    simulator.control(word)
    person.take()
    person.until_status(status)
    person.until(lambda: bool(person.outcomes), "an answer")
    assert isinstance(person.outcomes[0], PageNotTaken)
    assert person.refused() == "no_camera"
    simulator.control(again)
    person.until_status(Ready())
    simulator.control("put_page", name="letter")
    person.until_sees("good")


def test_a_cap_on_the_lens_is_told_and_the_camera_goes_on_looking(at_work):
    person, simulator = at_work
    simulator.control("black")
    person.until_status(UserError("lens_covered"))
    person.until_sees("too_dark")
    assert person.refused() == "too_dark"
    simulator.control("speak")
    person.until_status(Ready())
    person.until_sees("good")


@pytest.mark.parametrize(
    ("word", "status"), [("busy", Offline("busy")), ("refuse", Fault("refused"))]
)
def test_a_camera_that_cannot_be_opened_is_tried_again(at_work, word, status):
    person, simulator = at_work
    simulator.control("unplug")
    person.until_status(Offline("no_camera"))
    simulator.control(word)
    simulator.control("plug")
    person.until_status(status)
    assert person.refused() == "no_camera"
    person.until_status(Ready())
    person.until_sees_again("good")


def test_a_camera_process_that_crashes_is_started_anew_and_goes_on_looking(at_work):
    person, _ = at_work
    (process,) = _children(SIMULATED)
    os.kill(process, signal.SIGKILL)
    person.until(lambda: isinstance(person.statuses[-1], Offline), "a process that is gone")
    assert person.refused() == "no_camera"
    person.until_status(Ready())
    person.until_sees_again("good")
    assert person.until_page().dpi >= 150


def test_nothing_of_a_page_reaches_a_disk_or_a_log(at_work, caplog):
    person, _ = at_work
    (process,) = _children(SIMULATED)
    before = _written_bytes(process)
    with caplog.at_level(0):
        page = person.until_page()
        person.until_sees_again("good")
    assert _written_bytes(process) - before < len(page.jpeg) // 10
    assert caplog.records == []


def test_the_station_itself_loads_neither_qt_multimedia_nor_opencv():
    code = (
        "import sys; from document_camera.driver import build;"
        "from document_camera.simulator import build_simulator;"
        "build(build_simulator({}).connect, {'address': 'sim://camera'});"
        "print([m for m in ('cv2', 'numpy', 'PIL', 'PySide6') if m in sys.modules])"
    )
    told = subprocess.run(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


def test_a_camera_that_is_stopped_leaves_no_process():
    before = _children(SIMULATED)
    with simulated() as (person, _):
        person.until_status(Ready())
        assert len(_children(SIMULATED)) == len(before) + 1
    assert _children(SIMULATED) == before


def test_a_station_that_dies_takes_its_camera_process_along():
    code = (
        "import os, threading; from tests.document_camera.desk import simulated\n"
        "with simulated() as (person, _):\n"
        "    person.until(lambda: bool(person.statuses), 'a status')\n"
        "    os.kill(os.getpid(), 9)"
    )
    station = subprocess.Popen([sys.executable, "-c", code])  # noqa: S603 - our own code
    watched: set[int] = set()
    waiting = threading.Event()
    while station.poll() is None:
        watched |= set(_children(SIMULATED, station.pid))
        waiting.wait(0.02)
    assert station.returncode == -signal.SIGKILL
    assert watched, "the station had a camera process"
    for _ in range(1500):
        if not any(Path(f"/proc/{one}").exists() for one in watched):
            return
        waiting.wait(0.02)
    raise AssertionError(f"still there: {watched}")


def _written_bytes(process: int) -> int:
    """What a process has caused to be sent to a disk so far; pipes do not count."""
    lines = Path(f"/proc/{process}/io").read_text(encoding="utf-8").splitlines()
    return int(dict(line.split(": ") for line in lines)["write_bytes"])


def _children(module: str, of: int | None = None) -> list[int]:
    """The processes of ours, or of another one, that run a module."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(status.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            command = (status.parent / "cmdline").read_text(encoding="utf-8")
        except OSError:
            continue
        if parent == (of or os.getpid()) and module in command:
            found.append(int(status.parent.name))
    return found
