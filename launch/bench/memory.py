"""Resident memory of the hall and of the kiosk, each a process of its own, after some work."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator

from launch.bench.figure import Figure, of_size
from launch.bench.first_page import kiosk_command, offscreen
from launch.bench.site import hall_process, local_site, new_state, resident_mb
from launch.control_client import StationControl
from launch.paths import PROJECT

WAITING, WAITING_QUICKLY = 2_000, 200
SNAPSHOTS = 20
HALL_MB, KIOSK_MB = 150.0, 200.0
VISIT = ("done", "start", "no_card", "age.60_79", "group.pension", "matter.EL014", "yes")
"""The keys of a visit without a card, from the list of numbers without paper to the slip."""
SETTLE_S = 0.8
"""A page ignores fingers for half a second after it appears."""


def measure(quick: bool) -> Iterator[Figure]:
    """Read both after they have worked."""
    waiting = WAITING_QUICKLY if quick else WAITING
    with new_state() as state:
        with local_site(state) as site:
            site.fill(waiting)
        with hall_process(state) as hall:
            gateway = hall.gateway("display", "board-1")
            for _ in range(SNAPSHOTS):
                gateway.snapshot("hall")
            control = state / "kiosk.sock"
            with subprocess.Popen(  # noqa: S603 - our own module
                kiosk_command(state, "--control", str(control)), cwd=PROJECT, env=offscreen()
            ) as kiosk:
                try:
                    station = StationControl(control, lambda: kiosk.poll() is None)
                    _visit(station)
                    kiosk_mb = resident_mb(kiosk.pid)
                    station.close()
                finally:
                    kiosk.terminate()
            hall_mb = resident_mb(hall.pid)
    yield of_size(
        "hall_memory",
        hall_mb,
        most_mb=HALL_MB,
        includes=f"resident after {SNAPSHOTS} snapshots of {waiting} waiting, shared pages too",
    )
    yield of_size(
        "kiosk_memory",
        kiosk_mb,
        most_mb=KIOSK_MB,
        includes=(
            "resident after a visit from the home page to the printed slip at 1080 x 1920, "
            "simulated devices in the same process, shared pages too"
        ),
    )


def _visit(station: StationControl) -> None:
    waiting = threading.Event()
    for key in VISIT:
        station.ask("await", key=f"key.{key}", within_s=30)
        waiting.wait(SETTLE_S)
        station.ask("click", name=f"key.{key}")
    station.ask("await", key="key.done", within_s=30)
    waiting.wait(SETTLE_S)
