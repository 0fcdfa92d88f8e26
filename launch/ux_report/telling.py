"""The report as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from launch.ux_report.findings import Findings, Found, PageFindings, distinct, violation_line
from launch.ux_report.rules import RULES

COLUMNS = ("T1", "T2", "B5", "X1", "X7a", "X7b", "X8", "C1", "C3", "C2", "F2", "P1a", "P3", "H1")
"""Rules whose worst measure every page's line shows."""


def table(findings: Findings) -> Iterator[str]:
    """Yield a line for each page with its worst measures, then one for each rule."""
    width = max(map(len, findings.pages), default=10)
    yield f"{'page':<{width}}  " + " ".join(f"{rule:>7}" for rule in COLUMNS) + "  ok"
    for name, page in findings.pages.items():
        cells = " ".join(f"{_cell(page, rule):>7}" for rule in COLUMNS)
        yield f"{name:<{width}}  {cells}  {'yes' if page.ok else 'NO'}"
    yield ""
    for found in findings.worst_of_all():
        yield _rule_line(found)


def violations(findings: Findings) -> list[str]:
    """Return a line for each violation: rule, page, panel, measured and required value."""
    return [violation_line(found) for found in distinct(findings.violations)]


def as_json(findings: Findings, qt_version: str) -> bytes:
    """Return everything as one JSON object."""
    told = {
        "qt": qt_version,
        "rules": [
            {"id": rule.id, "asks": rule.asks, "unit": rule.unit, "at_most": rule.at_most}
            for rule in RULES.values()
        ],
        "pages": [
            {
                "page": name,
                "surface": page.page.surface.value,
                "looked_at": page.looked_at,
                "ok": page.ok,
                "worst": [_found(one) for one in page.worst.values()],
            }
            for name, page in findings.pages.items()
        ],
        "beside": [_found(one) for one in findings.beside.values()],
        "violations": [_found(one) for one in distinct(findings.violations)],
    }
    return msgspec.json.encode(told)


def _cell(page: PageFindings, rule: str) -> str:
    found = page.worst.get(rule)
    return f"{found.measure.value:.1f}" if found is not None else "-"


def _rule_line(found: Found) -> str:
    measure, rule = found.measure, RULES[found.measure.rule]
    sign = "<=" if rule.at_most else ">="
    value = f"{measure.value:.2f} {sign} {measure.required:g} {rule.unit}"
    mark = "  " if measure.ok else "NO"
    return f"{mark} {rule.id:<4} {rule.asks}: worst {value} ({measure.what}; {found.where})"


def _found(found: Found) -> dict[str, object]:
    measure, box = found.measure, found.measure.box
    return {
        "rule": measure.rule,
        "value": round(measure.value, 3),
        "required": measure.required,
        "unit": RULES[measure.rule].unit,
        "ok": measure.ok,
        "what": measure.what,
        "where": found.where,
        "box_px": [round(box.x), round(box.y), round(box.w), round(box.h)] if box else None,
    }
