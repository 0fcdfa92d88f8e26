"""What every SlipPrinter promises, whoever prints."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import Any

import pytest

from devices.ports import CoverOpen, DeviceStatus, PaperOut, Ready, SlipLine
from devices.transport import open_transport
from printer_drivers.escpos.driver import EscposPrinter
from printer_drivers.escpos.profile import profile_named
from printer_drivers.fonts import FontBook
from printer_drivers.memory import MemorySlipPrinter
from printer_drivers.pdf import PdfSlipPrinter
from tests.printer_drivers import desk

HARDWARE_URL = "SILVERHALL_PRINTER"
PEOPLE = {
    "paper_out": "take out the roll",
    "paper_in": "put in the roll",
    "cover_open": "open the cover",
    "cover_closed": "close the cover",
}


class Bench:
    """One printer with what a test may do to it; None where it cannot be done."""

    def __init__(self, printer: Any, papers: Any, misbehave: Any = None) -> None:
        self.printer, self.papers, self.misbehave = printer, papers, misbehave


def _memory(_folder):
    printer = MemorySlipPrinter()
    states: dict[str, DeviceStatus] = {
        "paper_out": PaperOut(),
        "cover_open": CoverOpen(),
        "paper_in": Ready(),
        "cover_closed": Ready(),
    }
    yield Bench(printer, lambda: len(printer.slips), lambda word: printer.set_status(states[word]))


def _pdf(folder):
    printer = PdfSlipPrinter(folder, FontBook(desk.FONTS))
    yield Bench(printer, lambda: len(list(folder.glob("*.pdf"))))


def _escpos(_folder):
    machine = desk.simulator()
    printer = EscposPrinter(machine.connect, profile_named("80mm"), FontBook(desk.FONTS))
    yield Bench(printer, lambda: len(machine.slips), machine.control)


def _network(_folder):
    machine = desk.simulator()
    network = desk.PrinterOnTheNetwork(machine)
    url = f"tcp://127.0.0.1:{network.port}"
    printer = EscposPrinter(
        lambda: open_transport(url, {}), profile_named("80mm"), FontBook(desk.FONTS)
    )
    yield Bench(printer, lambda: len(machine.slips), machine.control)
    network.close()


def _hardware(_folder):
    """A real printer at the URL of the environment; a person does what is printed."""
    url = os.environ[HARDWARE_URL]
    printer = EscposPrinter(
        lambda: open_transport(url, {}), profile_named("80mm"), FontBook(desk.FONTS)
    )
    yield Bench(printer, None, lambda word: ask(PEOPLE[word]))


def ask(deed: str) -> None:
    """Tell the person at the printer what to do, and wait until it is done."""
    sys.stderr.write(f"\n{deed}, then press Enter\n")
    sys.stdin.readline()


STOPPABLE = [_memory, _escpos, _network, pytest.param(_hardware, marks=pytest.mark.hardware)]


@pytest.fixture(params=[*STOPPABLE, _pdf], ids=lambda build: build.__name__.strip("_"))
def bench(request, tmp_path):
    yield from _set_up(request.param, tmp_path)


@pytest.fixture(params=STOPPABLE, ids=lambda build: build.__name__.strip("_"))
def stoppable(request, tmp_path):
    """A printer with paper and a cover; a PDF has neither."""
    yield from _set_up(request.param, tmp_path)


def _set_up(build, folder):
    build = build(folder / "prints")
    made = next(build)
    made.statuses = desk.Statuses()
    made.printer.start(made.statuses)
    yield made
    made.printer.stop()
    for _ in build:
        pass


def test_a_ready_printer_says_so_and_prints_one_paper(bench):
    bench.statuses.wait_for(Ready())
    outcome = desk.print_and_wait(bench.printer, desk.slip())
    assert outcome.outcome == "printed"
    assert isinstance(outcome.status, Ready)
    assert bench.papers is None or bench.papers() == 1


def test_slips_come_out_one_for_each_print(bench):
    outcomes = [desk.print_and_wait(bench.printer, desk.slip(f"{n:03d}")) for n in (1, 2, 3)]
    assert [o.outcome for o in outcomes] == ["printed"] * 3
    assert bench.papers is None or bench.papers() == 3


@pytest.mark.parametrize(
    ("word", "status", "mended"),
    [("paper_out", PaperOut(), "paper_in"), ("cover_open", CoverOpen(), "cover_closed")],
)
def test_a_printer_that_cannot_print_says_not_printed_and_prints_nothing_later(
    stoppable, word, status, mended
):
    stoppable.misbehave(word)
    outcome = desk.print_and_wait(stoppable.printer, desk.slip())
    assert (outcome.outcome, outcome.status) == ("not_printed", status)
    stoppable.misbehave(mended)
    stoppable.statuses.wait_for_last(Ready())
    assert stoppable.papers is None or stoppable.papers() == 0


def test_a_slip_composed_for_its_paper_comes_out(bench):
    paper = desk.slip(width_mm=bench.printer.paper_mm)
    assert desk.print_and_wait(bench.printer, paper).outcome == "printed"


def test_a_text_full_of_printer_commands_is_only_text(bench):
    evil = SlipLine("\x1b@\x1dV\x00\x10\x04\x01\x1c&\x9b", 4.9)
    paper = desk.slip()
    outcome = desk.print_and_wait(bench.printer, replace(paper, parts=(*paper.parts, evil)))
    assert outcome.outcome == "printed"
    assert bench.papers is None or bench.papers() == 1
