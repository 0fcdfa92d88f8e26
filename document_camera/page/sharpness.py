"""How sharp a page is, as the blur of its sharpest print in millimetres of paper."""

from __future__ import annotations

import math

import cv2
import numpy as np

TILE_PX = 96
MOST_TILES = 80
LEAST_CONTRAST = 45.0
"""Levels between paper and ink of a tile that says anything about sharpness."""
SMOOTHING_PX = 0.7
"""What noise is smoothed with before slopes are measured; taken out of the result again."""
FEWEST_TILES = 3


def blur_px(grey: np.ndarray, corners: np.ndarray) -> float | None:
    """Return the standard deviation of the blur in pixels; None where nothing is printed.

    An edge from paper to ink of contrast C under a Gaussian blur s is nowhere steeper than
    C / (s sqrt(2 pi)); the steepest slopes of the best tiles give s. `grey` is height x width,
    8 bit, in full size; `corners` 4 x 2.
    """
    found = sorted(_blur_of(tile) for tile in _tiles(grey, corners) if _contrast(tile) is not None)
    if len(found) < FEWEST_TILES:
        return None
    best = found[: max(FEWEST_TILES, len(found) // 3)]
    return float(np.median(best))


def edge_blur_px(grey: np.ndarray, corners: np.ndarray) -> float | None:
    """Return the same from the sides of the paper, for one on which nothing is printed."""
    found: list[float] = []
    for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        for share in (0.2, 0.35, 0.5, 0.65, 0.8):
            x, y = start + share * (end - start)
            half = TILE_PX // 2
            left, top = int(x) - half, int(y) - half
            if left < 0 or top < 0:
                continue
            tile = grey[top : top + TILE_PX, left : left + TILE_PX]
            if tile.shape == (TILE_PX, TILE_PX) and _contrast(tile) is not None:
                found.append(_blur_of(tile))
    return float(np.median(found)) if len(found) >= FEWEST_TILES else None


def _tiles(grey: np.ndarray, corners: np.ndarray) -> list[np.ndarray]:
    """Return tiles spread evenly over the inside of the page."""
    side = math.isqrt(MOST_TILES)
    tiles: list[np.ndarray] = []
    upper_left, upper_right, lower_right, lower_left = corners
    for down in np.linspace(0.06, 0.94, side):
        start = upper_left + down * (lower_left - upper_left)
        end = upper_right + down * (lower_right - upper_right)
        for across in np.linspace(0.06, 0.94, side):
            x, y = (start + across * (end - start)).astype(int) - TILE_PX // 2
            if x >= 0 and y >= 0:
                tile = grey[y : y + TILE_PX, x : x + TILE_PX]
                if tile.shape == (TILE_PX, TILE_PX):
                    tiles.append(tile)
    return tiles


def _contrast(tile: np.ndarray) -> float | None:
    low, high = np.percentile(tile, (2, 98))
    contrast = float(high - low)
    return contrast if contrast >= LEAST_CONTRAST else None


def _blur_of(tile: np.ndarray) -> float:
    smooth = cv2.GaussianBlur(tile.astype(np.float32), (0, 0), SMOOTHING_PX)
    across = (smooth[1:-1, 2:] - smooth[1:-1, :-2]) / 2
    down = (smooth[2:, 1:-1] - smooth[:-2, 1:-1]) / 2
    slope = float(np.percentile(np.hypot(across, down), 99.7))
    low, high = np.percentile(smooth, (0.5, 99.5))
    seen = float(high - low) / (max(slope, 1e-3) * math.sqrt(2 * math.pi))
    return math.sqrt(max(0.0, seen**2 - SMOOTHING_PX**2))
