"""What is wrong with a page as it lies there, in one word."""

from __future__ import annotations

import cv2
import numpy as np

from devices.camera_port import PageVerdict
from document_camera.page.outline import Outline, outline_of
from document_camera.page.scale import likely_px_per_mm
from document_camera.page.sharpness import blur_px, edge_blur_px

DARKEST_PAPER = 80
"""Level of the picture's lightest twentieth. White paper under the lamp has 200 to 240; below 80
the noise of a small sensor is as strong as a pencil's line."""
DARKEST_DESK = 25
"""The same with nothing on the desk: a black plate under a lamp has 40 and more."""
CLIPPED = 250
"""From here on a sensor shows no difference any more, so what was printed there is gone."""
LEAST_GLARE = 0.0015
"""Share of the page that one clipped spot may take: a circle of 11 mm across on A4, two characters
of a form. Print under the lamp's mirror image is lost from about there."""
OVEREXPOSED = 0.4
"""Share of a page that may be clipped in all: a page of plain white under a strong lamp."""
MOST_BLUR_MM = 0.18
"""Standard deviation of the blur on the paper. The strokes of a Chinese character of 9 points lie
0.35 mm apart; at half of that two strokes become one."""
STILL_LEVELS = 20
"""By how much a smoothed spot must change to have moved: eight times the noise of a sensor."""
MOVED_SHARE = 0.01
"""Share of such spots from which something moves: a finger's width at the edge of the picture."""
GLANCE_PX = 160


def verdict_of(
    small: np.ndarray, grey: np.ndarray, outline: Outline | None, *, moving: bool
) -> PageVerdict:
    """Return the first thing that keeps the page from being taken, `good` when nothing does.

    `small` is the picture `outline` was found in, `grey` the same in full size without colour.
    """
    lightest = float(np.percentile(small[::4, ::4], 95))
    if lightest < (DARKEST_DESK if outline is None else DARKEST_PAPER):
        return "too_dark"
    if outline is None:
        return "no_paper"
    if moving:
        return "moving"
    if outline.cut:
        return "cut_corner"
    if has_glare(small, outline.corners):
        return "glare"
    scale = grey.shape[1] / small.shape[1]
    return "good" if is_sharp(grey, outline.corners * scale) else "blur"


def has_glare(small: np.ndarray, corners: np.ndarray) -> bool:
    """Say whether the lamp wipes out part of the page."""
    page = np.zeros(small.shape[:2], np.uint8)
    cv2.fillConvexPoly(page, np.round(corners).astype(np.int32), 255)
    area = float(np.count_nonzero(page))
    dark_channel = small.min(axis=2)
    clipped = ((dark_channel >= CLIPPED) * 255).astype(np.uint8) & page
    if np.count_nonzero(clipped) > OVEREXPOSED * area:
        return True
    if np.median(dark_channel[page > 0]) >= CLIPPED:
        return False
    spots = cv2.morphologyEx(clipped, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(spots)
    return bool(stats[1:, cv2.CC_STAT_AREA].max(initial=0) > LEAST_GLARE * area)


def is_sharp(grey: np.ndarray, corners: np.ndarray) -> bool:
    """Say whether small print can be read; the paper's own sides count where nothing is printed."""
    blur = blur_of(grey, corners)
    return blur is None or blur <= MOST_BLUR_MM


def blur_of(grey: np.ndarray, corners: np.ndarray) -> float | None:
    """Return the blur of a page in millimetres of paper; None where it cannot be known."""
    found = blur_px(grey, corners)
    if found is None:
        found = edge_blur_px(grey, corners)
    scale = likely_px_per_mm(corners, max(grey.shape))
    return None if found is None else found / scale


def glance(small: np.ndarray) -> np.ndarray:
    """Return what two looks are compared by: few grey pixels, smoothed."""
    height = round(small.shape[0] * GLANCE_PX / small.shape[1])
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    tiny = cv2.resize(grey, (GLANCE_PX, height), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(tiny, (0, 0), 1.0))


def has_moved(before: np.ndarray, now: np.ndarray) -> bool:
    """Say whether anything moved between two glances."""
    if before.shape != now.shape:
        return True
    changed = np.count_nonzero(cv2.absdiff(before, now) > STILL_LEVELS)
    return bool(changed > MOVED_SHARE * now.size)


def seen_in(small: np.ndarray, grey: np.ndarray) -> PageVerdict:
    """Return the verdict on a single picture, of which nobody knows whether anything moves."""
    return verdict_of(small, grey, outline_of(small), moving=False)
