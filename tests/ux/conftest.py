from __future__ import annotations

import pytest

from launch.ux_report.collecting import collect
from launch.ux_report.conditions import PIXEL_GLASS
from launch.ux_report.findings import Findings
from launch.ux_report.inspection import Plan


@pytest.fixture(scope="session")
def findings() -> Findings:
    """Every page: where things lie for all panels, pixels for the two main ones."""
    glass = tuple(one.name for one in PIXEL_GLASS)
    others = ("board-55", "counter-32", "desk-24", "tablet-10", "touch-15")
    return collect(Plan(thorough=False, pixel_glass=(*glass, *others)))
