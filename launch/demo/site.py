"""Starts every station of the demo as a process of its own, and ends them all."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from launch.control_client import ControlRefused, StationControl
from launch.demo.clock import demo_start, shift_s
from launch.demo.morning import play_morning
from launch.demo.placing import Place
from launch.joining import Joining, find_or_start
from launch.paths import DEMO_CONFIG, PROJECT
from launch.settings import load_hall

PR_SET_PDEATHSIG = 1
"""prctl(2): a child gets a signal when its parent dies."""


IN_FULL_SIZE = Place(0, 0, 1.0)


@dataclass(frozen=True)
class DemoStation:
    """One station of the demo: its verb and its file under config/demo."""

    name: str
    verb: str
    file: str


STATIONS = (
    DemoStation("kiosk", "kiosk", "kiosk.toml"),
    DemoStation("board", "display", "board.toml"),
    DemoStation("counter", "display", "counter-3.toml"),
    DemoStation("console", "console", "console-3.toml"),
    DemoStation("guide", "guide", "guide.toml"),
)


@dataclass
class DemoSite:
    """A running demo: the state directory, the stations' processes and their control sockets."""

    state: Path
    environment: dict[str, str]
    shift_s: float
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    controls: dict[str, StationControl] = field(default_factory=dict)

    def start(self, station: DemoStation, place: Place = IN_FULL_SIZE) -> StationControl:
        """Start one station, its window at a place, and connect to its control socket."""
        socket = self.state / f"{station.name}.sock"
        socket.unlink(missing_ok=True)
        command = [sys.executable, "-m", "launch", station.verb]
        command += ["--station", str(DEMO_CONFIG / station.file), "--state", str(self.state)]
        command += ["--control", str(socket), "--clock-shift-s", str(self.shift_s)]
        command += ["--scale", str(place.scale), "--at", f"{place.x_px},{place.y_px}"]
        path = self.state / f"{station.name}.log"
        with path.open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own module
                command,
                env=self.environment,
                cwd=PROJECT,
                stderr=log,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - this process has one thread
            )
        self.processes[station.name] = process
        try:
            control = StationControl(socket, lambda: process.poll() is None)
        except ControlRefused as fault:
            last = path.read_text(encoding="utf-8").strip().rsplit("\n", 1)[-1]
            raise ControlRefused(f"{fault}; it said: {last}") from fault
        self.controls[station.name] = control
        return control

    def kill(self, name: str) -> None:
        """Pull a station's plug."""
        self.processes[name].kill()
        self.processes[name].wait()

    def kill_hall(self) -> None:
        """Pull the hall's plug; the next station that needs it starts it again."""
        os.kill(_hall_pid(self.state), signal.SIGKILL)

    def stop(self) -> None:
        """End every station; the hall ends with its last one."""
        for control in self.controls.values():
            control.close()
        for process in self.processes.values():
            process.terminate()
        for process in self.processes.values():
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        _end_hall(self.state)


@contextmanager
def demo_site(*, offscreen: bool) -> Iterator[DemoSite]:
    """Open the demo: a fresh hall with a morning behind it; stations are started by the caller."""
    state = Path(tempfile.mkdtemp(prefix="silverhall-demo-"))
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    settings = load_hall(DEMO_CONFIG).settings
    now = datetime.now(UTC)
    play_morning(DEMO_CONFIG, state, demo_start(now, settings))
    shift = shift_s(datetime.now(UTC), settings)
    find_or_start(Joining("embedded", "kiosk", "kiosk-1", state, DEMO_CONFIG, shift_s=shift))
    site = DemoSite(state, environment, shift)
    try:
        yield site
    finally:
        site.stop()
        shutil.rmtree(state, ignore_errors=True)


def _end_hall(state: Path) -> None:
    """End the hall of a state directory now instead of some seconds later."""
    try:
        os.kill(_hall_pid(state), signal.SIGTERM)
    except (OSError, ValueError, KeyError):
        return


def _hall_pid(state: Path) -> int:
    return int(json.loads((state / "hall.json").read_text(encoding="utf-8"))["pid"])


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
