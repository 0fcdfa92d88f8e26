"""./run print-slip."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from launch.cli import Misused
from launch.paths import ASSETS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--transport", required=True, help="usb://…, tcp://…, serial://…, file://…")
    parser.add_argument("--profile", default="80mm", help="printer model of profiles.toml")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--sample", action="store_true", help="an invented ticket")
    what.add_argument("--ticket", type=Path, help="a JSON file with the slip's fields")


def run(options: argparse.Namespace) -> int:
    """Compose and print one slip; the last line is the outcome."""
    from devices.transport import BadAddress, LinkLost, open_transport
    from forms.slip import compose
    from forms.slip_sample import BadTicketFile, read_ticket, sample_ticket
    from launch.words import table_of
    from printer_drivers.escpos.driver import build
    from printer_drivers.escpos.profile import UnknownProfile
    from printer_drivers.print_slip import outcome_line, print_one

    words = table_of("slip")
    try:
        ticket = (
            read_ticket(options.ticket.read_bytes()) if options.ticket else sample_ticket(words)
        )
        printer = build(
            partial(open_transport, options.transport, {}),
            {"profile": options.profile, "fonts": str(ASSETS / "fonts")},
        )
        try:
            open_transport(options.transport, {}).close()
        except LinkLost as gone:
            print(f"the printer does not answer: {gone}")
    except (BadTicketFile, UnknownProfile, BadAddress) as fault:
        raise Misused(str(fault)) from fault
    outcome = print_one(printer, compose(ticket, words))
    print(outcome_line(outcome))
    return 0 if outcome.outcome == "printed" else 1
