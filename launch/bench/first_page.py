"""From the start of the kiosk's process to its painted home page, against a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from launch.bench.figure import Figure, of_ratio, of_times
from launch.bench.serving import BenchBroken
from launch.bench.site import hall_process, local_site, morning_shift_s, new_state
from launch.paths import DEMO_CONFIG, PROJECT

RUNS, RUNS_QUICKLY = 9, 3
MOST = 4.0
BARE = (sys.executable, "-m", "launch.bench.bare_window")
DRAWN, PAINTED = b"Drawing QRegion", b"Flushing"
"""What Qt's own log says of each widget it draws, and when the window is handed to the screen."""
HOME, FROM_THE_HALL = b'name="page.home"', b'name="key.language.'
"""The home page, and the key on it that is there once the hall has told its languages."""
INCLUDES = (
    "start of the process until Qt hands {page} to the screen; "
    "1080 x 1920 in software, files in the page cache, modules compiled, the hall runs already"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Start both in turn."""
    runs = RUNS_QUICKLY if quick else RUNS
    home_s, told_s, bare_s = [], [], []
    with new_state() as state:
        with local_site(state):
            pass
        with hall_process(state):
            for _ in range(1 + runs):
                bare_s += _painted_s(BARE, [b"QWidget"])
                home, told = _painted_s(kiosk_command(state), [HOME, FROM_THE_HALL])
                home_s.append(home)
                told_s.append(told)
    bare = ("a bare PySide6 window of nine buttons", bare_s[1:])
    first = INCLUDES.format(page="its first painted window, the home page,")
    yield of_ratio("kiosk_first_page", home_s[1:], bare, most=MOST, includes=first)
    yield of_times(
        "kiosk_page_with_hall",
        told_s[1:],
        ratio_to=bare,
        includes=INCLUDES.format(page="the home page with what the hall has told"),
    )


def kiosk_command(state: Path, *more: str) -> tuple[str, ...]:
    """Return the command of the demo's kiosk over a state directory; its clock shows 09:40."""
    station = str(DEMO_CONFIG / "kiosk.toml")
    command = (sys.executable, "-m", "launch", "kiosk", "--station", station)
    shift = ("--clock-shift-s", str(morning_shift_s()))
    return (*command, "--state", str(state), *shift, *more)


def offscreen(**more: str) -> dict[str, str]:
    """Return an environment in which windows are painted into memory."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}


def _painted_s(command: Sequence[str], widgets: Sequence[bytes]) -> list[float]:
    """Return when each widget had been painted; the first must be in the first painted window."""
    told = offscreen(QT_LOGGING_RULES="qt.widgets.painting=true", QT_FORCE_STDERR_LOGGING="1")
    began_s = time.perf_counter()
    painted_s: list[float] = []
    drawn = b""
    with subprocess.Popen(  # noqa: S603 - our own modules
        command, cwd=PROJECT, env=told, stderr=subprocess.PIPE
    ) as process:
        for line in process.stderr or ():
            if DRAWN in line:
                drawn += line
            if PAINTED not in line:
                continue
            while len(painted_s) < len(widgets) and widgets[len(painted_s)] in drawn:
                painted_s.append(time.perf_counter() - began_s)
            if len(painted_s) in (0, len(widgets)):
                process.kill()
                break
            drawn = b""
    if len(painted_s) < len(widgets):
        raise BenchBroken(f"{' '.join(command)} did not paint {widgets[len(painted_s)].decode()}")
    return painted_s
