"""What a sheet of A4 says before any printer language: placed pieces, in mm from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

A4_WIDTH_MM = 210.0
A4_HEIGHT_MM = 297.0
MM_PER_PT = 25.4 / 72.0


class PaperNotMade(Exception):
    """A paper cannot be rendered: the installation is incomplete. The message names nobody."""


@dataclass(frozen=True)
class PaperText:
    """One line of text; `x_mm` is its left edge, middle or right edge, as `align` says.

    `room_mm` is the width it may take. `em_mm` is the height of an em.
    """

    text: str
    x_mm: float
    baseline_mm: float
    em_mm: float
    room_mm: float
    weight: Literal["body", "label"] = "body"
    align: Literal["left", "centre", "right"] = "left"

    def __repr__(self) -> str:
        """Never print what a paper says of a person."""
        return f"PaperText({len(self.text)} characters at {self.x_mm:g}, {self.baseline_mm:g} mm)"


@dataclass(frozen=True)
class PaperRule:
    """A straight line."""

    x_mm: float
    y_mm: float
    to_x_mm: float
    to_y_mm: float
    stroke_mm: float = 0.3
    dashed: bool = False


@dataclass(frozen=True)
class PaperBox:
    """A rectangle somebody writes, signs or ticks in; `ticked` draws a tick into it.

    `use` says what it is for, so that a check knows how large it must be.
    """

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    use: Literal["frame", "tick", "field", "signature", "fingerprint"] = "frame"
    stroke_mm: float = 0.4
    radius_mm: float = 0.0
    ticked: bool = False


@dataclass(frozen=True)
class PaperMark:
    """The mark of the hall, in one colour."""

    x_mm: float
    y_mm: float
    side_mm: float


@dataclass(frozen=True)
class PaperCode:
    """A QR code. It holds a random token and nothing of a person."""

    token: str
    x_mm: float
    y_mm: float
    side_mm: float


PaperPiece = PaperText | PaperRule | PaperBox | PaperMark | PaperCode


@dataclass(frozen=True)
class PaperPage:
    """One side of A4; the pieces stand in the order they are read."""

    pieces: tuple[PaperPiece, ...]

    def texts(self) -> tuple[str, ...]:
        """Return every text of the page in reading order."""
        return tuple(piece.text for piece in self.pieces if isinstance(piece, PaperText))


@dataclass(frozen=True)
class Paper:
    """A whole paper. `name` is the form's, `title` names the form too and never a person."""

    name: str
    title: str
    pages: tuple[PaperPage, ...]
    copies: int = 1

    def texts(self) -> tuple[str, ...]:
        """Return every text in reading order, for records and tests."""
        return tuple(text for page in self.pages for text in page.texts())
