"""How large a page is in its picture: from the known size of A4."""

from __future__ import annotations

import numpy as np

A4_MM = (210.0, 297.0)
A4_RATIO = A4_MM[1] / A4_MM[0]
RATIO_TOLERANCE = 0.06
"""A4 seen under a camera that leans by ten degrees still measures within 6 %."""
LEAST_SHARE = 0.5
"""A sheet of that shape whose longer side takes less of the picture may as well be A5."""
SEEN_MM = 345.0
"""What the longer side of a picture shows where A4 fills it well; a guess for other papers."""
MM_PER_INCH = 25.4


def sides_px(corners: np.ndarray) -> tuple[float, float]:
    """Return the mean length of the upper and lower side, and of the left and right one."""
    lengths = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    return float(lengths[0] + lengths[2]) / 2, float(lengths[1] + lengths[3]) / 2


def px_per_mm(corners: np.ndarray, picture_px: float) -> float | None:
    """Return the pixels of a millimetre of A4; None for a paper of another shape or size.

    `picture_px` is the longer side of the picture.
    """
    short, long = sorted(sides_px(corners))
    if abs(long / max(short, 1.0) - A4_RATIO) > RATIO_TOLERANCE * A4_RATIO:
        return None
    if long < LEAST_SHARE * picture_px:
        return None
    return (short / A4_MM[0] + long / A4_MM[1]) / 2


def likely_px_per_mm(corners: np.ndarray, picture_px: float) -> float:
    """Return the same, guessed where it is not known."""
    return px_per_mm(corners, picture_px) or picture_px / SEEN_MM
