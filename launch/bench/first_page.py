"""From the start of the kiosk's process to its first painted page, against a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from launch.bench.figure import Figure, of_ratio
from launch.bench.serving import BenchBroken
from launch.bench.site import hall_process, local_site, new_state
from launch.paths import DEMO_CONFIG, PROJECT

RUNS, RUNS_QUICKLY = 9, 3
MOST = 4.0
BARE = (sys.executable, "-m", "launch.bench.bare_window")
PAINTED = b"Flushing"
"""What Qt's own log says when a painted window has been handed to the screen."""


def measure(quick: bool) -> Iterator[Figure]:
    """Start both in turn."""
    runs = RUNS_QUICKLY if quick else RUNS
    kiosk_s, bare_s = [], []
    with new_state() as state:
        with local_site(state):
            pass
        with hall_process(state):
            for _ in range(1 + runs):
                bare_s.append(_first_paint_s(BARE))
                kiosk_s.append(_first_paint_s(kiosk_command(state)))
    yield of_ratio(
        "kiosk_first_page",
        kiosk_s[1:],
        ("a bare PySide6 window of nine buttons", bare_s[1:]),
        most=MOST,
        includes=(
            "start of the process until Qt hands its first painted window to the screen; "
            "1080 x 1920 in software, files in the page cache, the hall runs already"
        ),
    )


def kiosk_command(state: Path, *more: str) -> tuple[str, ...]:
    """Return the command of the demo's kiosk over a state directory."""
    station = str(DEMO_CONFIG / "kiosk.toml")
    command = (sys.executable, "-m", "launch", "kiosk", "--station", station)
    return (*command, "--state", str(state), *more)


def offscreen(**more: str) -> dict[str, str]:
    """Return an environment in which windows are painted into memory."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}


def _first_paint_s(command: Sequence[str]) -> float:
    told = offscreen(QT_LOGGING_RULES="qt.widgets.painting=true", QT_FORCE_STDERR_LOGGING="1")
    began_s = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own modules
        command, cwd=PROJECT, env=told, stderr=subprocess.PIPE
    ) as process:
        for line in process.stderr or ():
            if PAINTED in line:
                painted_s = time.perf_counter() - began_s
                process.kill()
                return painted_s
    raise BenchBroken(f"{' '.join(command)} ended without painting a window")
