"""Where a sheet of paper lies in a picture: its four corners, to a fraction of a pixel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from document_camera.page.cut import along_border, cut_paper
from document_camera.page.masks import masks_of
from document_camera.page.sides import Sides, sides_of

WORKING_PX = 816
"""Width pages are looked for at: a quarter of 8 MP, where a side is known to a tenth of a pixel."""
LEAST_AREA = 0.12
"""A smaller share of the picture is no page: A4 at 200 dpi takes half of 8 MP."""
MOST_AREA = 0.985
LEAST_SUPPORT = 0.55
"""Share of a side at which the picture really changes; below it the line was made up."""
MEAN_SUPPORT = 0.78
OUTSIDE_PX = 1.0
"""A corner as close as that to the picture's border counts as outside."""
HUGS_BORDER_PX = 9.0
"""A side that runs as close along the border is the border: beyond it the paper goes on."""
FIRST_FIT_PX, SECOND_FIT_PX = 9, 4
"""How far a side is looked for from the first guess, then from the first fit."""
STRETCHES = (0.015, 0.025, 0.04, 0.06)


@dataclass(frozen=True)
class Outline:
    """A paper in a picture. `corners` is 4 x 2 in pixels, clockwise; `cut`: part of it is outside.

    The first pixel's middle is at (0.5, 0.5). The corners of a cut paper are a guess.
    """

    corners: np.ndarray
    cut: bool
    support: float


def outline_of(picture: np.ndarray) -> Outline | None:
    """Return the outline of the largest paper; None where there is none.

    The picture is height x width x 3, 8 bit; about 800 px wide is fast enough for every look.
    """
    lab = cv2.cvtColor(cv2.medianBlur(picture, 5), cv2.COLOR_BGR2LAB)
    best: tuple[float, Outline] | None = None
    for guess in _guesses(lab):
        found = _judged(lab, guess)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    if best is not None:
        return best[1]
    beyond = cut_paper(lab, LEAST_AREA / 2)
    return None if beyond is None else Outline(_clockwise(beyond), True, 0.0)


def _judged(lab: np.ndarray, guess: np.ndarray) -> tuple[float, Outline] | None:
    height, width = lab.shape[:2]
    first = sides_of(lab, guess, FIRST_FIT_PX)
    if first is None:
        return None
    sides = sides_of(lab, first.corners, SECOND_FIT_PX) or first
    area = abs(float(cv2.contourArea(sides.corners.astype(np.float32)))) / (width * height)
    if not LEAST_AREA <= area <= MOST_AREA or not _like_a_page(sides.corners):
        return None
    cut, support = _is_cut(sides, width, height), _support(sides, width, height)
    if support is None:
        return None
    return support * area**0.25, Outline(_clockwise(sides.corners) + 0.5, cut, support)


def _support(sides: Sides, width: int, height: int) -> float | None:
    """Return how much of the sides inside the picture is real; None when it is too little."""
    inside = [
        share
        for share, (start, end) in zip(sides.support, sides.ends(), strict=True)
        if not along_border(start, end, width, height)
    ]
    if len(inside) < 2 or min(inside) < LEAST_SUPPORT:  # a corner needs two sides
        return None
    mean = sum(inside) / len(inside)
    return mean if mean >= MEAN_SUPPORT else None


def _is_cut(sides: Sides, width: int, height: int) -> bool:
    corners = sides.corners
    low, high = corners.min(axis=0), corners.max(axis=0)
    outside = (
        (low < OUTSIDE_PX).any()
        or high[0] > width - 1 - OUTSIDE_PX
        or high[1] > height - 1 - OUTSIDE_PX
    )
    return bool(outside) or any(
        along_border(start, end, width, height, HUGS_BORDER_PX) for start, end in sides.ends()
    )


def _like_a_page(corners: np.ndarray) -> bool:
    """Say whether a flat sheet can look like that from above: no needle, no kite."""
    lengths = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    across, down = (lengths[0] + lengths[2]) / 2, (lengths[1] + lengths[3]) / 2
    if min(across, down) < 0.3 * max(across, down):  # a receipt is longer than that
        return False
    opposite = [
        abs(lengths[0] - lengths[2]) / max(lengths[0], lengths[2], 1),
        abs(lengths[1] - lengths[3]) / max(lengths[1], lengths[3], 1),
    ]
    return bool(max(opposite) < 0.45)  # a lean that no camera above a desk has


def _guesses(lab: np.ndarray) -> Iterator[np.ndarray]:
    """Yield the corners of the largest things that are shaped like a sheet."""
    for mask in masks_of(lab):
        contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:2]:
            if cv2.contourArea(contour) < 0.6 * LEAST_AREA * mask.size:
                break
            corners = _four_corners(contour)
            if corners is not None:
                yield corners


def _four_corners(contour: np.ndarray) -> np.ndarray | None:
    """Return the four corners a contour has when it is drawn with fewer and fewer points."""
    hull = cv2.convexHull(contour)
    around = cv2.arcLength(hull, True)
    for stretch in STRETCHES:
        points = cv2.approxPolyDP(hull, stretch * around, True)
        if len(points) == 4:  # a sheet
            return np.asarray(points[:, 0, :], np.float64)
        if len(points) < 4:
            break
    return None


def _clockwise(corners: np.ndarray) -> np.ndarray:
    """Return the corners clockwise as they are seen, the upper left one first."""
    middle = corners.mean(axis=0)
    angles = np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0])
    ordered = corners[np.argsort(angles)]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)
