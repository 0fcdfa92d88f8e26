"""Text set in lines, as one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from devices.papers import PaperPiece, PaperText
from forms.papers.measures import LINE_SPACING, baseline_mm
from forms.papers.rows import Row, moved
from forms.papers.wrap import NO_RULES, WrapRules, wrapped


@dataclass(frozen=True)
class Style:
    """How a text is set."""

    em_mm: float
    weight: Literal["body", "label"] = "body"
    rules: WrapRules = NO_RULES


def text_row(
    text: str,
    style: Style,
    x_mm: float,
    width_mm: float,
    *,
    gap_mm: float = 0.0,
    spacing: float = LINE_SPACING,
) -> Row:
    """Return a text broken into lines of at most `width_mm`."""
    lines = wrapped(text, width_mm / style.em_mm, style.rules)
    step_mm = style.em_mm * spacing
    pieces = tuple(
        PaperText(
            line,
            x_mm,
            index * step_mm + baseline_mm(style.em_mm, spacing),
            style.em_mm,
            width_mm,
            style.weight,
        )
        for index, line in enumerate(lines)
    )
    return Row(len(lines) * step_mm, pieces, gap_mm)


def stacked(rows: Sequence[Row], *, gap_mm: float, top_mm: float = 0.0) -> Row:
    """Return rows one under the other as one row."""
    pieces: list[PaperPiece] = []
    y_mm = top_mm
    for row in rows:
        y_mm += row.gap_mm
        pieces += [moved(piece, 0.0, y_mm) for piece in row.pieces]
        y_mm += row.height_mm
    return Row(y_mm, tuple(pieces), gap_mm)
