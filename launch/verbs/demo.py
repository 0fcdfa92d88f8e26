"""./run demo."""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from launch.cli import Misused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--tour",
        nargs="?",
        const="",
        default=None,
        metavar="DIR",
        help="play it by a script, without a display, and leave pictures in DIR",
    )


def run(options: argparse.Namespace) -> int:
    """Show the demo on a display, or play the tour where there is none."""
    if options.tour is None and _has_display():
        from launch.demo.live import show

        return show()
    if options.tour is None:
        print("no display here, so the demo is played as a tour")
    return _tour(options.tour or "")


def _tour(named: str) -> int:
    from launch.demo.tour import TourBroken, play

    folder = Path(named) if named else Path(tempfile.mkdtemp(prefix="silverhall-tour-"))
    print(f"the tour goes into {folder}", flush=True)
    try:
        journal = play(folder.resolve())
    except TourBroken as fault:
        raise Misused(f"{fault}; what was played so far is in {folder}") from fault
    print(f"done: {journal}")
    return 0


def _has_display() -> bool:
    offscreen = os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal"))
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) and not offscreen
