"""Rough ideas of where a paper lies: what is lighter, has less colour, or is enclosed by lines."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np


def masks_of(lab: np.ndarray) -> Iterator[np.ndarray]:
    """Yield masks of a picture in Lab, 255 where the paper may be; the likeliest come first."""
    light, colour = lab[:, :, 0], _colourfulness(lab)
    for channel, kind in ((light, cv2.THRESH_BINARY), (colour, cv2.THRESH_BINARY_INV)):
        level, mask = cv2.threshold(channel, 0, 255, kind + cv2.THRESH_OTSU)
        yield _opened(mask)
        if kind == cv2.THRESH_BINARY:
            # A shadow over part of a page pulls the level up; half-way to the dark it is whole.
            dark = float(np.median(light[light <= level])) if (light <= level).any() else 0.0
            yield _opened(cv2.threshold(channel, (level + 2 * dark) / 3, 255, kind)[1])
    for low, high in ((18, 50), (45, 120)):
        lines = cv2.bitwise_or(cv2.Canny(light, low, high), cv2.Canny(colour, low, high))
        closed = cv2.dilate(lines, np.ones((5, 5), np.uint8))
        yield closed
        yield _filled(closed)


def _filled(lines: np.ndarray) -> np.ndarray:
    """Return what the lines and the border of the picture enclose, without the desk around."""
    free = cv2.copyMakeBorder(255 - lines, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(free, connectivity=4)
    areas = stats[1:, cv2.CC_STAT_AREA]
    if not len(areas):
        return np.zeros_like(lines)
    largest = 1 + int(np.argmax(areas))
    mask = ((labels == largest) * 255).astype(np.uint8)[1:-1, 1:-1]
    return cv2.dilate(mask, np.ones((5, 5), np.uint8))


def _colourfulness(lab: np.ndarray) -> np.ndarray:
    away = cv2.absdiff(lab[:, :, 1:], np.full_like(lab[:, :, 1:], 128))
    return cv2.add(away[:, :, 0], away[:, :, 1])


def _opened(mask: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)))
