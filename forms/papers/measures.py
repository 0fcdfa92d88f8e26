"""The measures of a large-print paper, in millimetres (docs/proof.md, paper)."""

from __future__ import annotations

from dataclasses import dataclass

from devices.papers import A4_HEIGHT_MM, A4_WIDTH_MM, MM_PER_PT

LEFT_MM = 20.0
RIGHT_MM = A4_WIDTH_MM - 18.0
WIDTH_MM = RIGHT_MM - LEFT_MM
TOP_MM = 13.0
BODY_END_MM = A4_HEIGHT_MM - 29.0
FOOT_MM = A4_HEIGHT_MM - 27.0

LINE_SPACING = 1.5
FIELD_MIN_MM = 12.0
TICK_MM = 6.5
SIGNATURE_MM = (62.0, 22.0)
FINGERPRINT_MM = 30.0
MARK_MM = 15.0
CODE_MM = 27.0
SMALLEST_PT = 16.0
HEADING_PT = 24.0
BODY_SIZES_PT = (18.0, 17.0, 16.0)
"""Tried in this order until a form fits the pages it may have."""

# Of an em, from the top of a Han character to the base line.
_ASCENT_EM = 0.88


@dataclass(frozen=True)
class Sizes:
    """Em heights in millimetres of one paper; `gap` is the part of the full gaps between blocks."""

    body: float
    small: float
    heading: float
    title: float
    gap: float


def sizes(body_pt: float) -> Sizes:
    """Return the sizes that go with a body size in points: tighter as it gets smaller."""
    tightened = BODY_SIZES_PT.index(body_pt)
    return Sizes(
        body=body_pt * MM_PER_PT,
        small=SMALLEST_PT * MM_PER_PT,
        heading=HEADING_PT * MM_PER_PT,
        title=30.0 * MM_PER_PT,
        gap=1.0 - 0.2 * tightened,
    )


def line_mm(em_mm: float) -> float:
    """Return the height of a line of text."""
    return em_mm * LINE_SPACING


def baseline_mm(em_mm: float, spacing: float = LINE_SPACING) -> float:
    """Return how far below the top of its line a text stands."""
    return em_mm * (spacing - 1.0) / 2.0 + em_mm * _ASCENT_EM
