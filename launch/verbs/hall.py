"""./run hall."""

from __future__ import annotations

import argparse
from pathlib import Path

from launch.cli import Misused
from launch.paths import CONFIG, default_state


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--config", type=Path, default=CONFIG, help="folder with hall.toml")
    parser.add_argument("--state", type=Path, default=None, help="state directory")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 is any free one")
    parser.add_argument("--embedded", action="store_true", help="end with the last station")
    parser.add_argument("--clock-shift-s", type=float, default=0.0, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Serve the hall until it is told to stop."""
    from launch.hall_process import StateInUse, run_hall
    from launch.messages import SecretUnusable
    from launch.settings import ConfigErrors

    try:
        run_hall(
            options.config,
            options.state or default_state(),
            options.host,
            options.port,
            options.clock_shift_s,
            embedded=options.embedded,
        )
    except (ConfigErrors, SecretUnusable, StateInUse) as fault:
        raise Misused(str(fault)) from fault
    return 0
