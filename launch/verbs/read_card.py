"""./run read-card."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from launch.cli import Misused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("--transport", required=True, help="serial://…, usb://…, tcp://…")
    parser.add_argument("--driver", default="sdt", help="name of docs/devices.md")
    parser.add_argument("--count", type=int, default=1, help="cards to read")


def run(options: argparse.Namespace) -> int:
    """Read cards; one JSON object a line, faults on stderr."""
    from devices.catalog import UnknownDriver, shipped_catalog
    from devices.transport import BadAddress, open_transport
    from id_reader.read_card import read_cards
    from launch.words import table_of

    try:
        _try_address(options.transport)
        build = shipped_catalog().load("card_reader", options.driver)
    except (UnknownDriver, BadAddress) as fault:
        raise Misused(str(fault)) from fault
    return read_cards(
        lambda: build(partial(open_transport, options.transport, {}), {}),
        options.count,
        partial(print, flush=True),
        partial(print, file=sys.stderr, flush=True),
        table_of("devices"),
    )


def _try_address(url: str) -> None:
    """Refuse an address that cannot be meant; one that nobody answers is the reader's to report."""
    from devices.transport import LinkLost, open_transport

    try:
        open_transport(url, {}).close()
    except LinkLost:
        return
