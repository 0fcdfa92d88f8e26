"""docs/devices.md held to the catalog: every driver graded, every simulator with all its words."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from devices.catalog import shipped_catalog
from printer_drivers.escpos.profile import load_profiles

ROOT = Path(__file__).parents[2]
GRADES = {"simulated", "bench-tested", "field-tested"}
SECTIONS = {
    "card_reader": "Card readers",
    "slip_printer": "Slip printers",
    "paper_printer": "Paper printers",
    "speaker": "Loudspeakers (`voice`)",
    "call_strip": "Call strips",
    "document_camera": "Document cameras",
    "simulator": "Simulators",
}
# Modules a simulator may load of its own room: the driver it answers is not among them.
OWN = ("simulat",)


def section(title: str) -> str:
    document = ROOT.joinpath("docs/devices.md").read_text(encoding="utf-8")
    return document.split(f"\n## {title}\n")[1].split("\n## ")[0]


def first_table(title: str) -> Mapping[str, list[str]]:
    """The cells of each row of the first table of a section, by the name in its first cell."""
    rows = [line for line in section(title).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    return {row[0].strip("`"): row[1:] for row in cells if re.fullmatch("`[a-z_-]+`", row[0])}


@pytest.mark.parametrize(
    "kind",
    ["card_reader", "slip_printer", "paper_printer", "document_camera", "speaker", "call_strip"],
)
def test_every_driver_and_no_other_is_graded(kind):
    table = {name: cells for name, cells in first_table(SECTIONS[kind]).items() if cells[-1]}
    drivers = set(shipped_catalog([]).names(kind))

    assert drivers <= set(table)
    assert {name: table[name][-1] for name in drivers if table[name][-1] not in GRADES} == {}
    assert not {name for name in table if table[name][-1] in GRADES} - drivers
    for name in drivers:
        assert f"**`{name}`**" in section(SECTIONS[kind]), f"no paragraph says what {name} does"


def test_every_simulator_says_whom_it_stands_in_for_and_what_it_was_checked_against():
    table = first_table(SECTIONS["simulator"])

    assert set(table) == set(shipped_catalog([]).names("simulator"))
    assert all(len(cells) == 2 and all(cells) for cells in table.values())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sdt", "card_reader"),
        ("escpos", "slip_printer"),
        ("onbon", "call_strip"),
        ("template", "call_strip"),
        ("uvc", "document_camera"),
    ],
)
def test_every_word_of_a_simulator_stands_in_the_section_of_its_device(name, kind):
    words = shipped_catalog([]).load("simulator", name)({}).words()
    told = section(SECTIONS[kind]).split(f"The simulator `{name}`")[1]

    assert [word for word in words if f"`{word}`" not in told] == []


def test_every_printer_model_is_named():
    told = section(SECTIONS["slip_printer"])
    assert [name for name in load_profiles() if f"`{name}`" not in told] == []


@pytest.mark.parametrize("room", ["id_reader", "printer_drivers", "led_strip", "document_camera"])
def test_a_simulator_loads_nothing_of_the_driver_it_answers(room):
    """Connected, driven and photographed, in a process that has loaded nothing else."""
    loaded = subprocess.run(  # noqa: S603 - our own interpreter and our own arguments
        [sys.executable, "-c",
         f"import sys; from {room}.simulator import build_simulator; "
         "build_simulator({}).connect().write(b'x', 1.0); "
         f"print(*[m for m in sys.modules if m.startswith('{room}.')])"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    names = [module.removeprefix(f"{room}.") for module in loaded.stdout.split()]

    assert "simulator" in names
    assert [name for name in names if not name.startswith(OWN)] == []
