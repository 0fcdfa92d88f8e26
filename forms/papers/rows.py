"""Rows: what a page breaker moves as one, with its pieces placed from the row's own top left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from devices.papers import (
    PaperBox,
    PaperCode,
    PaperMark,
    PaperPiece,
    PaperRule,
    PaperText,
)


@dataclass(frozen=True)
class Row:
    """A stretch of the page that is never torn apart.

    `keep_next`: the next row stands on the same page. `section` is the heading it belongs to.
    """

    height_mm: float
    pieces: tuple[PaperPiece, ...]
    gap_mm: float = 0.0
    keep_next: bool = False
    section: str = ""


def moved(piece: PaperPiece, x_mm: float, y_mm: float) -> PaperPiece:
    """Return a piece that much further to the right and down."""
    if isinstance(piece, PaperText):
        return replace(piece, x_mm=piece.x_mm + x_mm, baseline_mm=piece.baseline_mm + y_mm)
    if isinstance(piece, PaperRule):
        return replace(
            piece,
            x_mm=piece.x_mm + x_mm,
            y_mm=piece.y_mm + y_mm,
            to_x_mm=piece.to_x_mm + x_mm,
            to_y_mm=piece.to_y_mm + y_mm,
        )
    return _moved_shape(piece, x_mm, y_mm)


def _moved_shape(
    piece: PaperBox | PaperMark | PaperCode, x_mm: float, y_mm: float
) -> PaperBox | PaperMark | PaperCode:
    return replace(piece, x_mm=piece.x_mm + x_mm, y_mm=piece.y_mm + y_mm)


def held(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return rows that all stay on one page; the last is free of what follows."""
    every = tuple(rows)
    return tuple(replace(row, keep_next=index < len(every) - 1) for index, row in enumerate(every))


def within_section(rows: Iterable[Row], section: str) -> tuple[Row, ...]:
    """Return rows as belonging to a heading, so that a new page can repeat it."""
    return tuple(replace(row, section=section) for row in rows)
