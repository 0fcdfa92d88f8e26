"""Rows 14 to 21 of the failure table, brought about only by the words of the simulator."""

from __future__ import annotations

import pytest

from devices.ports import (
    CoverOpen,
    DeviceStatus,
    Fault,
    Offline,
    PaperLow,
    PaperOut,
    PrintOutcome,
    Ready,
    Unknown,
)
from devices.sim_control import apply
from printer_drivers.escpos.driver import EscposPrinter
from printer_drivers.escpos.profile import profile_named
from printer_drivers.fonts import FontBook
from tests.printer_drivers import desk, eyes

BOOK = FontBook(desk.FONTS)


@pytest.fixture
def machine():
    return desk.simulator()


@pytest.fixture
def statuses():
    return desk.Statuses()


@pytest.fixture
def printer(machine, statuses):
    made = EscposPrinter(machine.connect, profile_named("80mm"), BOOK)
    made.start(statuses)
    yield made
    made.stop()


def said(outcome: PrintOutcome) -> tuple[str, DeviceStatus]:
    return outcome.outcome, outcome.status


def test_row_14_the_roll_is_empty_before_the_slip(machine, printer):
    apply(machine, "paper_out", {})
    assert said(desk.print_and_wait(printer, desk.slip())) == ("not_printed", PaperOut())
    apply(machine, "paper_in", {})
    assert machine.uncut_lines == 0, "nothing may print by itself after a new roll"
    assert desk.print_and_wait(printer, desk.slip()).outcome == "printed"


@pytest.mark.parametrize("bytes_left", [1, 2, 5, 9, 10, 700, 4094, 4100, 20_000, 40_000, 54_000])
def test_row_15_the_roll_ends_in_the_middle_and_the_next_slip_is_whole(
    machine, printer, bytes_left
):
    apply(machine, "out_after", {"count": bytes_left})
    assert said(desk.print_and_wait(printer, desk.slip())) == ("unknown", PaperOut())
    assert machine.slips == ()
    apply(machine, "paper_in", {})
    assert desk.print_and_wait(printer, desk.slip("345")).outcome == "printed"
    assert eyes.read_number(machine.slips[-1].picture()) == "345"
    assert machine.unknown == b""


def test_row_16_the_slip_is_out_but_the_printer_falls_silent(machine, printer, statuses):
    statuses.wait_for(Ready())
    apply(machine, "silent", {})
    outcome = desk.print_and_wait(printer, desk.slip())
    assert said(outcome) == ("unknown", Unknown())
    assert len(machine.slips) == 1, "one paper, and never a second by itself"


def test_row_17_the_cover_is_open(machine, printer, statuses):
    apply(machine, "cover_open", {})
    assert said(desk.print_and_wait(printer, desk.slip())) == ("not_printed", CoverOpen())
    statuses.wait_for(CoverOpen())
    apply(machine, "cover_closed", {})
    assert desk.print_and_wait(printer, desk.slip()).outcome == "printed"


def test_row_18_the_knife_sticks(machine, printer):
    apply(machine, "cutter_jam", {})
    assert said(desk.print_and_wait(printer, desk.slip())) == ("unknown", Fault("cutter"))
    assert said(desk.print_and_wait(printer, desk.slip())) == ("not_printed", Fault("cutter"))
    apply(machine, "cutter_free", {})
    assert len(machine.slips) == 1


def test_row_19_the_cable_is_pulled_and_put_back(machine, printer, statuses):
    statuses.wait_for(Ready())
    apply(machine, "unplug", {})
    outcome = desk.print_and_wait(printer, desk.slip())
    assert outcome.outcome == "not_printed"
    assert isinstance(outcome.status, Offline)
    statuses.seen.clear()
    apply(machine, "plug", {})
    statuses.wait_for(Ready())
    assert desk.print_and_wait(printer, desk.slip()).outcome == "printed"


def test_row_20_the_roll_is_near_its_end(machine, printer, statuses):
    apply(machine, "paper_low", {})
    assert said(desk.print_and_wait(printer, desk.slip())) == ("printed", PaperLow())


@pytest.mark.parametrize(
    ("word", "arguments"), [("nonsense", {}), ("silent", {}), ("late", {"seconds": 0.7})]
)
def test_row_21_nonsense_silence_or_a_late_answer_prints_anyway(machine, word, arguments):
    statuses = desk.Statuses()
    apply(machine, word, arguments)
    printer = EscposPrinter(machine.connect, profile_named("80mm"), BOOK)
    printer.start(statuses)
    statuses.wait_for(Unknown())
    outcome = desk.print_and_wait(printer, desk.slip())
    printer.stop()
    assert len(machine.slips) == 1
    assert said(outcome) == (("printed", Ready()) if word == "late" else ("unknown", Unknown()))
