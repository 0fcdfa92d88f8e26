"""./run read-card."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from launch.cli import Misused, positive

if TYPE_CHECKING:
    from devices.transport import Simulator, Transport


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--transport",
        required=True,
        help="serial://…, usb://…, tcp://…; sim://sdt for invented cards",
    )
    parser.add_argument("--driver", default="sdt", help="a card reader of docs/devices.md")
    parser.add_argument("--count", type=positive, default=1, help="cards to read; default: 1")
    parser.epilog = (
        "Each card is one JSON object on a line of standard output, each fault one on standard "
        "error. Ends with 0 when all cards were read, with 1 when the reader stays away."
    )


def run(options: argparse.Namespace) -> int:
    """Read cards; one JSON object a line, faults on stderr."""
    from devices.catalog import UnknownDriver, shipped_catalog
    from devices.transport import BadAddress, open_transport
    from id_reader.read_card import read_cards
    from launch.simulated import simulators_for
    from launch.words import table_of

    catalog = shipped_catalog()
    try:
        build = catalog.load("card_reader", options.driver)
        simulators = simulators_for(options.transport, options.driver, catalog, {})
        open_link = partial(open_transport, options.transport, simulators)
        _try_address(open_link)
    except (UnknownDriver, BadAddress) as fault:
        raise Misused(str(fault)) from fault
    write = partial(print, flush=True)
    return read_cards(
        lambda: build(open_link, {}),
        options.count,
        _with_hand(*simulators.values(), write=write) if simulators else write,
        partial(print, file=sys.stderr, flush=True),
        table_of("devices"),
    )


def _with_hand(simulator: Simulator, *, write: Callable[[str], None]) -> Callable[[str], None]:
    """Lay the invented cards on the simulated plate, the next one when a line was written."""
    from id_reader.simulated_card import load_specimens

    specimens = cycle(load_specimens())

    def lay_next() -> None:
        simulator.control("present_card", specimen=next(specimens))

    def written(line: str) -> None:
        write(line)
        lay_next()

    lay_next()
    return written


def _try_address(open_link: Callable[[], Transport]) -> None:
    """Refuse an address that cannot be meant; one that nobody answers is the reader's to report."""
    from devices.transport import LinkLost

    try:
        open_link().close()
    except LinkLost:
        return
