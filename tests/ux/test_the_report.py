"""What ./run ux-report tells: a line for each page, violations by name, pictures with marks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from launch.cli import main
from launch.ux_report import telling
from launch.ux_report.boxes import Box
from launch.ux_report.conditions import PORTRAIT, Condition, Surface
from launch.ux_report.findings import Findings
from launch.ux_report.html import write_report
from launch.ux_report.inspection import PageResult
from launch.ux_report.rules import RULES, Measure
from launch.ux_report.site import load_site
from launch.ux_report.specimens import PageName
from tests.architecture.tree import ROOT


@pytest.fixture
def one_fault() -> Findings:
    good = Measure("T1", 31.8, 20.0, "help", Box(40, 1752, 519, 128))
    bad = Measure("X1", 8.0, 9.2, "太小的字", Box(100, 100, 300, 32))
    found = Findings()
    page = PageName(Surface.KIOSK, "home")
    found.add_page(PageResult(page, Condition(PORTRAIT), (good, bad), (bad,)))
    found.add_beside("sounds", [Measure("S5a", 780.0, 1000.0, "chime.wav")])
    return found


def test_a_violation_names_rule_page_panel_measured_and_required(one_fault):
    (line,) = telling.violations(one_fault)
    for said in ("X1", "kiosk.home", "21.5-portrait", "太小的字", "8.00 mm", "at least 9.2"):
        assert said in line


def test_the_table_has_a_line_for_each_page_and_each_rule_that_was_measured(one_fault):
    lines = list(telling.table(one_fault))
    assert lines[1].startswith("kiosk.home")
    assert lines[1].endswith("NO")
    assert sum("worst" in line for line in lines) == 3


def test_the_json_holds_pages_rules_and_violations(one_fault):
    told = json.loads(telling.as_json(one_fault, "6.11.1"))
    assert [page["page"] for page in told["pages"]] == ["kiosk.home"]
    assert told["violations"][0]["rule"] == "X1"
    assert {rule["id"] for rule in told["rules"]} == set(RULES)


def test_the_web_page_shows_each_page_with_its_worst_measure_marked(qapp, one_fault, tmp_path):
    index = write_report(one_fault, load_site(), tmp_path)
    text = index.read_text(encoding="utf-8")
    assert (tmp_path / "pages" / "kiosk.home.png").is_file()
    assert "1 violations" in text
    assert "太小的字: 8.00 mm, at least 9.2" in text


def test_an_unknown_screen_gets_one_sentence(capsys):
    assert main(["ux-report", "--only", "toaster"]) == 2
    assert "there is no screen 'toaster'" in capsys.readouterr().err


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule):
    document = (ROOT / "docs" / "proof.md").read_text(encoding="utf-8")
    assert f"| {rule} |" in document


def test_the_strokes_say_where_they_come_from():
    table = Path(telling.__file__).with_name("strokes.toml").read_text(encoding="utf-8")
    assert "Unihan" in table
    assert "Unicode-3.0" in table
