"""./run kiosk, display, console and guide."""

from __future__ import annotations

import argparse
from pathlib import Path

from launch.cli import Misused
from launch.paths import CONFIG, default_state

KINDS = {
    "kiosk": ("kiosk",),
    "display": ("display", "board"),
    "console": ("console",),
    "guide": ("guide",),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--station", type=Path, help="the station's TOML file")
    parser.add_argument("--state", type=Path, default=None, help="state directory")
    parser.add_argument("--control", type=Path, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--clock-shift-s", type=float, default=0.0, help=argparse.SUPPRESS)
    parser.add_argument("--scale", type=float, default=1.0, help=argparse.SUPPRESS)
    parser.add_argument("--at", type=_corner, default=None, help=argparse.SUPPRESS)
    parser.add_argument("--exit-after-first-paint", action="store_true", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Run one station."""
    from launch.check_config import known_drivers
    from launch.devices import options_fault
    from launch.settings import ConfigErrors, load_station
    from launch.stations import StationRun, run_station, station_config

    kinds = KINDS[options.verb]
    file = options.station or CONFIG / f"station-{kinds[0]}.toml"
    try:
        settings = load_station(file, known_drivers(), options_fault)
    except ConfigErrors as fault:
        raise Misused(str(fault)) from fault
    if settings.kind not in kinds:
        raise Misused(f"{file} is a {settings.kind}, not a {' or '.join(kinds)}")
    return run_station(
        StationRun(
            settings=settings,
            config=station_config(file),
            state=options.state or default_state(),
            control=options.control,
            shift_s=options.clock_shift_s,
            scale=options.scale,
            at_px=options.at,
            until_painted=options.exit_after_first_paint,
        )
    )


def _corner(text: str) -> tuple[int, int]:
    x_px, y_px = text.split(",")
    return int(x_px), int(y_px)
