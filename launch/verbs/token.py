"""./run token."""

from __future__ import annotations

import argparse
from pathlib import Path

from hall.server.roles import ROLES
from launch.cli import Misused
from launch.paths import CONFIG, default_state


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--role", required=True, choices=sorted(ROLES))
    parser.add_argument("--station", required=True, help="station id; for a console its counter id")
    parser.add_argument("--config", type=Path, default=CONFIG, help="folder with hall.toml")
    parser.add_argument("--state", type=Path, default=None, help="state directory of the hall")


def run(options: argparse.Namespace) -> int:
    """Make a credential and print it; only its hash is kept."""
    from hall.kernel.clock import SteadyClock
    from hall.store.credentials import Credential, issue_token
    from hall.store.engine import migrate, open_engine, sqlite_url
    from launch.settings import ConfigErrors, load_hall
    from launch.settings.findings import nearest

    try:
        settings = load_hall(options.config).settings
    except ConfigErrors as fault:
        raise Misused(str(fault)) from fault
    counters = [counter.id for counter in settings.counters]
    if options.role == "console" and options.station not in counters:
        hint = nearest(options.station, counters)
        raise Misused(
            f'a console speaks for a counter; there is no counter "{options.station}".{hint}'
        )
    state = options.state or default_state()
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_engine(sqlite_url(state))
    migrate(engine)
    credential = Credential(options.role, options.station)
    print(issue_token(engine, settings.hall.id, credential, SteadyClock().now().iso))
    engine.dispose()
    return 0
