"""./run feelings."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from launch.cli import Misused
from launch.paths import CONFIG, default_state

if TYPE_CHECKING:
    from hall.kernel.facts import HallFacts

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--by", choices=("day", "month", "matter", "counter"), default="month",
        help="what the figures are grouped by; default: month",
    )  # fmt: skip
    parser.add_argument("--from", dest="first", type=_day, default=FIRST, metavar="DATE")
    parser.add_argument("--to", dest="last", type=_day, default=LAST, metavar="DATE")
    parser.add_argument("--state", type=Path, default=None, help="state directory of the hall")
    parser.add_argument("--config", type=Path, default=CONFIG, help="folder with hall.toml")
    parser.epilog = "Prints one JSON object; docs/feelings.md says what stands in it."


def run(options: argparse.Namespace) -> int:
    """Print the figures of how it was."""
    import msgspec
    from sqlalchemy import inspect

    from hall.care.feelings.figures import figures_document
    from hall.care.feelings.tallies import tallies
    from hall.store.engine import open_engine, sqlite_url

    state: Path = options.state or default_state()
    if not (state / "hall.db").is_file():
        raise Misused(f"there is no hall in {state}; name its directory with --state")
    facts = _facts(options.config)
    not_asked = [one.id for one in facts.matters if one.bereavement]
    engine = open_engine(sqlite_url(state))
    if not inspect(engine).has_table("feeling"):
        raise Misused(f"the hall in {state} is older than these figures; start it once")
    with engine.connect() as connection:
        counted = tallies(connection, facts.hall_id, not_asked)
    engine.dispose()
    told = figures_document(
        counted, options.by, options.first.isoformat(), options.last.isoformat()
    )
    print(msgspec.json.format(msgspec.json.encode(told)).decode())
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"'{text}' is no date such as 2026-11-23") from fault


def _facts(config: Path) -> HallFacts:
    from launch.facts import facts_of
    from launch.settings import ConfigErrors, load_hall

    try:
        hall = load_hall(config)
    except ConfigErrors as fault:
        raise Misused(str(fault.findings[0])) from fault
    return facts_of(hall.settings, hall.matters)
