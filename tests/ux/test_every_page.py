"""Every page keeps every rule of docs/proof.md, whatever panel, colours, size and language."""

from __future__ import annotations

import pytest

from kiosk.flow import PAGES
from launch.ux_report.conditions import KIOSK_GLASS, Surface
from launch.ux_report.findings import Findings, distinct, violation_line
from launch.ux_report.rules import RULES

pytestmark = pytest.mark.timeout(600)  # the pages are looked at once, for all of these tests


@pytest.mark.parametrize("rule", RULES)
def test_no_page_breaks_the_rule(findings: Findings, rule: str):
    broken = [found for found in findings.violations if found.measure.rule == rule]
    assert [violation_line(found) for found in distinct(broken)] == []


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_was_measured_at_all(findings: Findings, rule: str):
    measured = {found.measure.rule for found in findings.worst_of_all()}
    assert rule in measured


def test_every_page_of_the_kiosk_was_looked_at(findings: Findings):
    """A page that is new in the flow is shown as it begins, without anybody adding it here."""
    seen = {name for name in findings.pages if name.startswith("kiosk.")}
    for page in PAGES:
        assert any(name.startswith(f"kiosk.{page.replace('_', '-')}") or page in name
                   for name in seen), page  # fmt: skip


def test_pages_were_looked_at_on_every_panel_in_both_sizes_and_positions(findings: Findings):
    home = findings.pages["kiosk.home"]
    assert home.looked_at >= len(KIOSK_GLASS) * 2 * 4
    assert {page.page.surface for page in findings.pages.values()} == set(Surface)
