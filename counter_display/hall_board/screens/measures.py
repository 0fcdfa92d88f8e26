"""Lengths of the hall board in units of the 1920 by 1080 design, and how many rows are readable."""

from __future__ import annotations

from counter_display.screens.area import DESIGN_HEIGHT
from ui_kit.panel import Panel

HEADER_HEIGHT = 108.0
TRAY_WIDTH = 459.0
LEFT = 48.0
NOTICE_EM = 55.5
"""Smallest em of a sentence on the board: 35 mm on a 55-inch panel."""
CAP_OF_ROW = 191.0 / 243.0
"""Height of the digits for a row height of one (LOOK: 121 mm in four rows of a 55-inch panel)."""
READABLE = 82.0
"""Distance over digit height at 0.7 degrees (EN 301 549)."""


def rows_readable(panel: Panel) -> int:
    """Return how many rows, 4 to 2, are still read from the panel's viewing distance."""
    body_mm = panel.height_mm * (DESIGN_HEIGHT - HEADER_HEIGHT) / DESIGN_HEIGHT
    for rows in (4, 3):
        if body_mm / rows * CAP_OF_ROW >= panel.view_mm / READABLE:
            return rows
    return 2
