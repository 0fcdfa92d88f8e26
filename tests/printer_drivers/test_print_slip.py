"""One slip from the command line, driver and simulator taken from the catalog."""

from __future__ import annotations

import json

from devices.catalog import shipped_catalog
from devices.ports import Fault, PrintOutcome
from devices.transport import open_transport
from printer_drivers.print_slip import outcome_line, print_one
from tests.printer_drivers import desk


def test_one_slip_is_printed_kept_and_told_in_one_line(tmp_path):
    catalog = shipped_catalog()
    options = {"folder": tmp_path, "real_time": False}
    machine = catalog.load("simulator", "escpos")(options)
    build = catalog.load("slip_printer", "escpos")
    printer = build(
        lambda: open_transport("sim://printer", {"printer": machine}),
        {"profile": "80mm", "fonts": str(desk.FONTS)},
    )
    line = outcome_line(print_one(printer, desk.slip()))
    assert json.loads(line) == {"outcome": "printed", "status": "ready"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["slip-001.bin", "slip-001.png"]


def test_a_fault_is_named_in_the_line():
    line = outcome_line(PrintOutcome("not_printed", Fault("cutter")))
    assert json.loads(line) == {"outcome": "not_printed", "status": "fault", "detail": "cutter"}
