"""Shares rows out over pages: nothing torn, no heading alone, a section's heading repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from devices.papers import PaperPiece
from forms.papers.edges import Edge
from forms.papers.measures import BODY_END_MM
from forms.papers.rows import Row, moved


class Pages:
    """Pages being filled from the top; `later` makes the head of each further page."""

    def __init__(self, first: Edge, later: Edge, again: Callable[[str], Row]) -> None:
        self._later = later
        self._again = again
        self._pages: list[list[PaperPiece]] = [list(first.pieces)]
        self._y_mm = first.ends_mm
        self._fresh = True

    def fill(self, rows: Sequence[Row]) -> tuple[tuple[PaperPiece, ...], ...]:
        """Place all rows and return the pieces of every page."""
        for stretch in _held_together(rows):
            self._place(stretch)
        return tuple(tuple(page) for page in self._pages)

    def _place(self, stretch: Sequence[Row]) -> None:
        if not self._fresh and self._y_mm + _height_mm(stretch) > BODY_END_MM:
            self._turn_over(stretch[0])
        for row in stretch:
            self._put(row)

    def _turn_over(self, row: Row) -> None:
        self._pages.append(list(self._later.pieces))
        self._y_mm, self._fresh = self._later.ends_mm, True
        if row.section and not row.keep_next:
            self._put(self._again(row.section))

    def _put(self, row: Row) -> None:
        if not self._fresh:
            self._y_mm += row.gap_mm
        self._pages[-1] += [moved(piece, 0.0, self._y_mm) for piece in row.pieces]
        self._y_mm += row.height_mm
        self._fresh = False


def _held_together(rows: Sequence[Row]) -> Iterator[list[Row]]:
    stretch: list[Row] = []
    for row in rows:
        stretch.append(row)
        if not row.keep_next:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _height_mm(stretch: Sequence[Row]) -> float:
    return sum(row.gap_mm + row.height_mm for row in stretch)
