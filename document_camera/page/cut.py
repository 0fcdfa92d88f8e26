"""A paper of which a part lies outside the picture."""

from __future__ import annotations

import cv2
import numpy as np

from document_camera.page.masks import masks_of
from document_camera.page.sides import fitted_side

AT_BORDER_PX = 3.0
"""As close as that to the picture's border the paper goes on beyond it."""
REACH_PX = 9
LEAST_SUPPORT = 0.6
LEAST_SIDE = 0.12
"""Share of the picture's width below which a side says nothing."""
ONE_SIDE = 0.45
"""A single side that is as long as this share is the edge of a paper that covers all the rest."""
MOST_AREA = 0.97
STRETCH = 0.02
MOST_POINTS = 6


def cut_paper(lab: np.ndarray, least_area: float) -> np.ndarray | None:
    """Return four points around the part that can be seen; None where no cut paper lies.

    Some sides of it are the picture's own border; the others must be real.
    """
    height, width = lab.shape[:2]
    for mask in masks_of(lab):
        contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        if not contours:
            continue
        hull = cv2.convexHull(max(contours, key=cv2.contourArea))
        share = cv2.contourArea(hull) / (width * height)
        points = cv2.approxPolyDP(hull, STRETCH * cv2.arcLength(hull, True), True)[:, 0, :]
        if not least_area <= share <= MOST_AREA or not 3 <= len(points) <= MOST_POINTS:
            continue
        if _runs_out(lab, points.astype(np.float64)):
            return np.asarray(cv2.boxPoints(cv2.minAreaRect(hull)), np.float64)
    return None


def along_border(
    start: np.ndarray, end: np.ndarray, width: int, height: int, near_px: float = 2 * AT_BORDER_PX
) -> bool:
    """Say whether a side lies on the border of the picture, or as near to it as that."""
    for axis, size in ((0, width), (1, height)):
        for border in (0, size - 1):
            if max(abs(start[axis] - border), abs(end[axis] - border)) <= near_px:
                return True
    return False


def _runs_out(lab: np.ndarray, points: np.ndarray) -> bool:
    """Say whether the paper goes on beyond the border, and what can be seen of its sides is real.

    Where only a corner is outside, the side that runs to the border may be drawn too short.
    """
    height, width = lab.shape[:2]
    outside, real, made_up = 0, [], 0
    for start, end in zip(points, np.roll(points, -1, axis=0), strict=True):
        length = float(np.linalg.norm(end - start))
        if along_border(start, end, width, height):
            outside += 1
        elif length < LEAST_SIDE * width:
            continue
        elif fitted_side(lab, start, end, REACH_PX)[1] >= LEAST_SUPPORT:
            real.append(length)
        elif _at_border(start, width, height) or _at_border(end, width, height):
            made_up += 1
        else:
            return False
    long_enough = len(real) > 1 or any(length > ONE_SIDE * width for length in real)
    return made_up <= 1 and outside + made_up > 0 and long_enough


def _at_border(point: np.ndarray, width: int, height: int) -> bool:
    away = min(point[0], point[1], width - 1 - point[0], height - 1 - point[1])
    return bool(away <= 2 * AT_BORDER_PX)
