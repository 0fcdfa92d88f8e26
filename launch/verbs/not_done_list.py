"""./run not-done-list."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from launch.cli import Misused
from launch.paths import CONFIG, default_state

if TYPE_CHECKING:
    from hall.kernel.facts import HallFacts

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--month", required=True, type=month, metavar="YYYY-MM")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder to write to")
    parser.add_argument("--state", type=Path, default=None, help="state directory of the hall")
    parser.add_argument(
        "--config", type=Path, default=CONFIG, help="folder with hall.toml; default: config"
    )
    parser.epilog = (
        "Writes what could not be done in a month as a large-print PDF and as a workbook with"
        " columns for what the departments make of it. Nobody is named in either."
    )


def month(text: str) -> str:
    """Read a month, for argparse."""
    if not _MONTH.fullmatch(text):
        raise argparse.ArgumentTypeError(f"'{text}' is no month such as 2026-11")
    return text


def run(options: argparse.Namespace) -> int:
    """Write both files and name them."""
    from forms.not_done_sheet import workbook_of
    from forms.papers.compose import compose
    from forms.papers.not_done import month_of
    from forms.papers.values import PaperHead
    from hall.care.not_done.monthly import monthly_of
    from hall.care.not_done.rows import entries_of_month
    from hall.store.engine import open_engine, sqlite_url
    from launch.papers import form_book, paper_renderer

    state: Path = options.state or default_state()
    if not (state / "hall.db").is_file():
        raise Misused(f"there is no hall in {state}; name its directory with --state")
    facts = _facts(options.config)
    engine = open_engine(sqlite_url(state))
    with engine.connect() as connection:
        entries = entries_of_month(connection, facts.hall_id, options.month)
    engine.dispose()

    book = form_book()
    words = book.common()
    head = PaperHead(facts.name, facts.zone_name, facts.phone, options.month)
    made = month_of(monthly_of(options.month, entries), facts, words, head)
    paper = compose(book, "not_done_list", made)
    options.out.mkdir(parents=True, exist_ok=True)
    stem = words.not_done.file.format(month=options.month)
    files = {
        options.out / f"{stem}.pdf": paper_renderer()(paper),
        options.out / f"{stem}.xlsx": workbook_of(made, words.not_done),
    }
    for path, data in files.items():
        path.write_bytes(data)
        print(path)
    return 0


def _facts(config: Path) -> HallFacts:
    from launch.facts import facts_of
    from launch.settings import ConfigErrors, load_hall

    try:
        hall = load_hall(config)
    except ConfigErrors as fault:
        raise Misused(str(fault.findings[0])) from fault
    return facts_of(hall.settings, hall.matters)
