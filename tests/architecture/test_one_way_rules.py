"""Each import contract is broken on purpose in a copy of the rooms, and the linter must say so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, pyproject, root_packages

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# contract -> the module the import is planted in, and what it imports
PLANTED = [
    ("layers", "hall.kernel.planted", "hall.tickets"),
    ("layers", "hall.kernel.planted", "hall.store"),
    ("layers", "hall.tickets.planted", "hall.calls"),
    ("layers", "hall.staff.planted", "hall.tickets"),
    ("layers", "hall.visits.planted", "hall.records"),
    ("layers", "hall.records.planted", "hall.care"),
    ("layers", "hall.help.planted", "hall.visits"),
    ("layers", "hall.visits.planted", "hall.boards"),
    ("layers", "kiosk.planted", "counter_display"),
    ("layers", "voice_studio.planted", "kiosk"),
    ("layers", "devices.planted", "launch"),
    ("layers", "id_reader.planted", "hall.kernel"),
    ("layers", "led_strip.planted", "hall.calls"),
    ("layers", "led_strip.planted", "id_reader"),
    ("layers", "document_camera.planted", "hall.kernel"),
    ("layers", "document_camera.planted", "printer_drivers"),
    ("two_stones", "hall.kernel.planted", "devices.ports"),
    ("two_stones", "devices.planted", "hall.kernel"),
    ("hall_without_drivers", "hall.help.planted", "printer_drivers"),
    ("hall_without_drivers", "hall.calls.planted", "led_strip"),
    ("hall_without_drivers", "hall.visits.planted", "document_camera"),
    ("screens_know_their_doors", "counter_console.planted", "hall.server"),
    ("screens_know_their_doors", "kiosk.planted", "id_reader"),
    ("screens_know_their_doors", "guide_desk.planted", "document_camera"),
    ("screens_know_their_doors", "counter_display.planted", "led_strip"),
    ("screens_know_their_doors", "guide_desk.planted", "httpx"),
    ("screens_know_their_doors", "counter_display.planted", "voice.pulse_sink"),
    ("screens_know_their_doors", "voice_studio.planted", "voice.pulse_source"),
    ("screens_open_no_port", "kiosk.planted", "serial"),
    ("plain_rules", "hall.tickets.model", "time"),
    ("plain_rules", "hall.calls.reactions", "sqlmodel"),
    ("plain_rules", "hall.boards.planted", "random"),
    ("plain_rules", "hall.visits.ladder", "sqlmodel"),
    ("qt_at_the_edge", "kiosk.planted", "PySide6.QtCore"),
    ("qt_at_the_edge", "voice.planted", "PySide6.QtMultimedia"),
    ("qt_at_the_edge", "led_strip.planted", "PySide6.QtCore"),
    ("qt_at_the_edge", "document_camera.planted", "PySide6.QtMultimedia"),
    ("qt_at_the_edge", "voice_studio.planted", "PySide6.QtWidgets"),
    ("no_qt_below", "forms.planted", "ui_kit.planted"),
    ("plain_thinking", "kiosk.flow", "ui_kit.planted"),
    ("camera_apart", "document_camera.driver", "document_camera.planted"),
    ("drawn_apart", "document_camera.simulated.scene", "document_camera.page.outline"),
]


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of every room and of the contracts, in which all the plantings stand at once."""
    copy = tmp_path_factory.mktemp("rooms")
    leave = shutil.ignore_patterns("__pycache__", "*.pyc")
    for room in root_packages():
        shutil.copytree(ROOT / room, copy / room, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def lint(tree: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    chosen = [word for contract in contracts for word in ("--contract", contract)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(  # noqa: S603 - our own interpreter and our own arguments
        [sys.executable, "-P", "-c", LINT, "--no-logo", "--no-cache", *chosen],
        cwd=tree,
        env={**environment, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def plant(tree: Path, module: str, imported: str) -> None:
    path = tree / Path(*module.split(".")).with_suffix(".py")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\nimport {imported}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def verdict(rooms: Path) -> str:
    """What the linter says of the copy once every violation has been planted."""
    plant(rooms, "ui_kit.planted", "PySide6.QtWidgets")
    for _, module, imported in PLANTED:
        plant(rooms, module, imported)
    broken = lint(rooms)
    assert broken.returncode == 1, broken.stdout + broken.stderr
    return broken.stdout


def section(verdict: str, contract: str) -> str:
    """The part of the linter's report that explains one broken contract."""
    name = next(c["name"] for c in contracts() if c["id"] == contract)
    lines = verdict.splitlines()
    assert any(line.startswith(f"{name} BROKEN") for line in lines)
    start = next(n for n, line in enumerate(lines) if line == name and set(lines[n + 1]) == {"-"})
    rest = lines[start + 2 :]
    end = next((n for n, line in enumerate(rest) if line and set(line) == {"-"}), len(rest))
    return "\n".join(rest[:end])


def contracts() -> list[dict[str, str]]:
    found: list[dict[str, str]] = pyproject()["tool"]["importlinter"]["contracts"]
    return found


@pytest.mark.parametrize(("contract", "module", "imported"), PLANTED)
def test_an_import_against_the_rules_is_found(verdict, contract, module, imported):
    found = section(verdict, contract)
    target = imported.split(".")[0] if imported.startswith("PySide6") else imported
    assert f"{module} -> {target}" in found


def test_the_rooms_as_they_are_keep_every_rule():
    kept = lint(ROOT)
    assert kept.returncode == 0, kept.stdout


def test_no_contract_goes_unproved():
    assert {contract["id"] for contract in contracts()} == {contract for contract, _, _ in PLANTED}
