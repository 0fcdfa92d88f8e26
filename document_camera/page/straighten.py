"""From a picture and a paper's corners to the page itself: flat, upright, at a known size."""

from __future__ import annotations

import cv2
import numpy as np

from document_camera.messages import Head
from document_camera.page.scale import A4_MM, MM_PER_INCH, px_per_mm, sides_px

TURNS: dict[Head, int] = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""Quarters clockwise by which the picture is turned so that a page can be read."""
MOST_DPI = 300
STRIP_MM = 0.4
"""How much along each side may be desk: corners are known to a thousandth of the page's width."""


def flat(picture: np.ndarray, corners: np.ndarray, head: Head) -> tuple[np.ndarray, int]:
    """Return the page and its dots per inch; 0 where the paper's size is not known.

    `corners` is 4 x 2, clockwise, the upper left one of the picture first, in its pixels.
    """
    ordered = np.roll(corners, TURNS[head], axis=0)
    across, down = sides_px(ordered)
    scale = px_per_mm(ordered, max(picture.shape[:2]))
    dpi = 0
    if scale is not None:
        dpi = min(MOST_DPI, round(scale * MM_PER_INCH))
        short, long = (round(mm / MM_PER_INCH * dpi) for mm in A4_MM)
        across, down = (short, long) if down > across else (long, short)
    width, height = max(1, round(across)), max(1, round(down))
    page = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    half = np.float32(0.5)
    from_picture = cv2.getPerspectiveTransform(ordered.astype(np.float32) - half, page - half)
    straight = cv2.warpPerspective(
        picture,
        from_picture,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return _without_desk(np.asarray(straight), dpi), dpi


def _without_desk(page: np.ndarray, dpi: int) -> np.ndarray:
    """Return the page with its outermost strip painted like what is next to it."""
    strip = round(STRIP_MM * dpi / MM_PER_INCH)
    if not strip:
        return page
    inner = page[strip:-strip, strip:-strip]
    return np.asarray(cv2.copyMakeBorder(inner, strip, strip, strip, strip, cv2.BORDER_REPLICATE))


def turned(picture: np.ndarray, head: Head) -> np.ndarray:
    """Return the picture as the reader sees it."""
    return np.ascontiguousarray(np.rot90(picture, -TURNS[head]))


def turned_corners(corners: np.ndarray, size: tuple[int, int], head: Head) -> np.ndarray:
    """Return corners as shares of the turned picture, the page's upper left one first.

    `corners` is in pixels of a picture of `size` width and height that is not turned yet.
    """
    shares = corners / np.array(size)
    x, y = shares[:, 0], shares[:, 1]
    match head:
        case "left":
            shares = np.stack([1 - y, x], axis=1)
        case "bottom":
            shares = np.stack([1 - x, 1 - y], axis=1)
        case "right":
            shares = np.stack([y, 1 - x], axis=1)
        case "top":
            pass
    return np.asarray(np.clip(np.roll(shares, TURNS[head], axis=0), 0.0, 1.0))
