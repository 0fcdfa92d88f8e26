"""./run verify."""

from __future__ import annotations

import argparse
from pathlib import Path

from launch.cli import Misused
from launch.paths import default_state


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--state", type=Path, default=None, help="state directory of the hall")


def run(options: argparse.Namespace) -> int:
    """Print every fault; 1 when there is any."""
    from hall.store.checking import faults_of
    from hall.store.engine import open_engine, sqlite_url

    state: Path = options.state or default_state()
    if not (state / "hall.db").is_file():
        raise Misused(f"there is no hall in {state}; name its directory with --state")
    engine = open_engine(sqlite_url(state))
    faults = faults_of(engine)
    engine.dispose()
    for fault in faults:
        print(fault)
    if not faults:
        print("tables and audit chain are whole")
    return 1 if faults else 0
