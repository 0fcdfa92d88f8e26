"""Handwriting as it travels: strokes on a sheet, nothing recognised, nothing said of who wrote.

The project's own format is JSON in UTF-8: the sheet in millimetres, the width of the pen, and for
each stroke its points as whole tenths of a millimetre from the upper left corner, x and y in turn.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.errors import Malformed

INK_MEDIA_TYPE = "application/vnd.silverhall.ink+json"

Tenths = Annotated[int, msgspec.Meta(ge=-10_000, le=100_000)]
Stroke = Annotated[tuple[Tenths, ...], msgspec.Meta(min_length=2, max_length=20_000)]
SideMm = Annotated[float, msgspec.Meta(gt=0, le=10_000)]


class Handwriting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sheet with what was written on it. A stroke of one point is a dot."""

    version: Literal[1] = 1
    width_mm: SideMm
    height_mm: SideMm
    pen_mm: Annotated[float, msgspec.Meta(gt=0, le=100)]
    strokes: Annotated[tuple[Stroke, ...], msgspec.Meta(max_length=5_000)] = ()

    def __repr__(self) -> str:
        """Never print what was written."""
        return f"Handwriting({len(self.strokes)} strokes)"


def handwriting_bytes(sheet: Handwriting) -> bytes:
    """Return a sheet as bytes."""
    return msgspec.json.encode(sheet)


def read_handwriting(data: bytes) -> Handwriting:
    """Return the sheet in some bytes. Raises Malformed naming the field."""
    try:
        sheet = msgspec.json.decode(data, type=Handwriting)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        sentence, _, path = str(fault).partition(" - at `")
        raise Malformed(path.rstrip("`") or "$", sentence) from fault
    for number, stroke in enumerate(sheet.strokes):
        if len(stroke) % 2:
            raise Malformed(f"$.strokes[{number}]", "Expected an x and a y for every point")
    return sheet
