"""./run print-slip."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from launch.cli import Misused
from launch.paths import ASSETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from forms.slip import SlipTicket

DRIVER = "escpos"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--transport",
        required=True,
        help="serial://…, usb://…, tcp://…, file://…; sim://escpos for a simulated printer",
    )
    parser.add_argument("--profile", default="80mm", help="printer model; default: 80mm")
    parser.add_argument(
        "--keep", type=Path, help="with sim://: folder for the bytes and the picture of the slip"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--sample", action="store_true", help="an invented ticket")
    what.add_argument("--ticket", type=Path, help="a JSON file with the slip's fields")
    parser.epilog = (
        "The last line is the outcome as JSON: printed (ends with 0), not_printed or unknown "
        "(1), with the status of the printer. Nothing is printed a second time by itself."
    )


def run(options: argparse.Namespace) -> int:
    """Compose and print one slip; the last line is the outcome."""
    from devices.catalog import shipped_catalog
    from devices.transport import BadAddress, LinkLost, open_transport
    from forms.slip import compose
    from launch.simulated import simulators_for
    from launch.words import table_of
    from printer_drivers.escpos.profile import UnknownProfile, profile_named
    from printer_drivers.print_slip import outcome_line, print_one

    if options.keep and not options.transport.startswith("sim://"):
        raise Misused("only a simulated printer keeps its slips; leave out --keep")
    words = table_of("slip")
    ticket = _ticket(options.ticket, words)
    catalog = shipped_catalog()
    try:
        head: dict[str, object] = {"width_dots": profile_named(options.profile).width_dots}
        kept = head | ({"folder": options.keep} if options.keep else {})
        simulators = simulators_for(options.transport, DRIVER, catalog, kept)
        open_link = partial(open_transport, options.transport, simulators)
        try:
            open_link().close()
        except LinkLost as gone:
            print(f"the printer does not answer: {gone}")
    except (UnknownProfile, BadAddress) as fault:
        raise Misused(str(fault)) from fault
    build = catalog.load("slip_printer", DRIVER)
    printer = build(open_link, {"profile": options.profile, "fonts": str(ASSETS / "fonts")})
    outcome = print_one(printer, compose(ticket, words, printer.paper_mm))
    print(outcome_line(outcome))
    return 0 if outcome.outcome == "printed" else 1


def _ticket(file: Path | None, words: Mapping[str, str]) -> SlipTicket:
    from forms.slip_sample import BadTicketFile, read_ticket, sample_ticket

    if file is None:
        return sample_ticket(words)
    try:
        return read_ticket(file.read_bytes())
    except BadTicketFile as fault:
        raise Misused(f"{file}: {fault}") from fault
