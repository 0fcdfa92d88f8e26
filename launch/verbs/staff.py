"""./run staff."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from launch.cli import Misused
from launch.paths import CONFIG, default_state


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("deed", choices=("list", "set-pin"))
    parser.add_argument("number", nargs="?", default="", help="staff number of hall.toml")
    parser.add_argument("--config", type=Path, default=CONFIG, help="folder with hall.toml")
    parser.add_argument("--state", type=Path, default=None, help="state directory of the hall")


def run(options: argparse.Namespace) -> int:
    """List the staff and who has a PIN, or set one; a PIN is typed twice or read from a pipe."""
    from hall.staff import rows
    from hall.staff.pins import hash_of, usable
    from hall.store.engine import migrate, open_engine, sqlite_url
    from launch.settings import ConfigErrors, load_hall
    from launch.settings.findings import nearest

    try:
        settings = load_hall(options.config).settings
    except ConfigErrors as fault:
        raise Misused(str(fault)) from fault
    numbers = [member.number for member in settings.staff]
    if options.deed == "set-pin" and options.number not in numbers:
        hint = nearest(options.number, numbers)
        raise Misused(f'hall.toml has no [[staff]] with the number "{options.number}".{hint}')
    pin = ""
    if options.deed == "set-pin":
        pin = _typed_pin()
        if not usable(pin):
            raise Misused("a PIN has 6 to 12 digits, not all alike and not one after the other")
    state = options.state or default_state()
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = open_engine(sqlite_url(state))
    migrate(engine)
    if options.deed == "list":
        with engine.connect() as connection:
            for member in settings.staff:
                known = rows.pin_hash(connection, settings.hall.id, member.number)
                print(member.number, member.name, ",".join(member.roles), "PIN" if known else "-")
    else:
        with engine.execution_options(writing=True).begin() as connection:
            rows.set_pin(connection, settings.hall.id, options.number, hash_of(pin))
        print(f"{options.number} may sign in with this PIN now")
    engine.dispose()
    return 0


def _typed_pin() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    pin = getpass.getpass("PIN: ")
    if getpass.getpass("once more: ") != pin:
        raise Misused("the two are not the same; nothing was changed")
    return pin
