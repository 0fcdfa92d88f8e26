"""The four sides of a guessed paper, each fitted to where the picture really changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

SAMPLES = 48
TRIM = 0.06
"""Share left out at both ends of a side: corners are bent, rounded, or under a thumb."""
STEP_LEVELS = 9.0
"""Levels of 255 by which paper and desk must differ on average, beside the line, in one channel.

Sensor noise left after a median is about 2 levels, a cutting mat's grain 4; white paper on a grey
desk differs by 60, on a light wooden one by 25.
"""
BESIDE_PX = (2, 6)
"""From where to where beside the line both sides are averaged: a printed line changes neither."""


@dataclass(frozen=True)
class Sides:
    """Four fitted lines. `corners[i]` is where side i-1 meets side i; `support` is of each side."""

    corners: np.ndarray
    support: tuple[float, float, float, float]

    def ends(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield the two ends of each side."""
        for index in range(4):
            yield self.corners[index], self.corners[(index + 1) % 4]


def sides_of(lab: np.ndarray, corners: np.ndarray, reach_px: int) -> Sides | None:
    """Fit each side within `reach_px` of the guess; None where two sides do not meet."""
    fitted = [
        fitted_side(lab, corners[index], corners[(index + 1) % 4], reach_px) for index in range(4)
    ]
    meeting = np.zeros((4, 2))
    for index in range(4):
        point = _meeting(fitted[index - 1][0], fitted[index][0])
        if point is None or np.linalg.norm(point - corners[index]) > 5 * reach_px:
            return None
        meeting[index] = point
    a, b, c, d = (share for _, share in fitted)
    return Sides(meeting, (a, b, c, d))


def fitted_side(
    lab: np.ndarray, start: np.ndarray, end: np.ndarray, reach_px: int
) -> tuple[np.ndarray, float]:
    """Return the line (point and direction, 4 numbers) and which share of it is a real step."""
    along = end - start
    length = float(np.linalg.norm(along))
    guess = np.array([*(along / max(length, 1e-6)), *start])
    if length < 4 * reach_px:
        return guess, 0.0
    direction = along / length
    normal = np.array([-direction[1], direction[0]])
    places = start + np.linspace(TRIM, 1 - TRIM, SAMPLES)[:, None] * along
    near, far = BESIDE_PX
    offsets = np.arange(-reach_px - far, reach_px + far + 1)
    points = places[:, None, :] + offsets[None, :, None] * normal
    values = _values_at(lab, points)
    steps = _steps(values, near, far)
    strength = np.linalg.norm(steps, axis=2)
    at = strength.argmax(axis=1)
    top = strength[np.arange(SAMPLES), at]
    real = top >= STEP_LEVELS
    if real.sum() < SAMPLES // 4:
        return guess, float(real.mean())
    fine = at + _between(strength, at)
    found = places + (fine - reach_px)[:, None] * normal
    line = cv2.fitLine(found[real].astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
    away = np.abs((found - line[2:]) @ np.array([-line[1], line[0]]))
    return line.astype(np.float64), float((real & (away < max(2.0, 0.25 * reach_px))).mean())


def _values_at(lab: np.ndarray, points: np.ndarray) -> np.ndarray:
    grid = points.astype(np.float32)
    return np.asarray(
        cv2.remap(
            lab, grid[:, :, 0], grid[:, :, 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        ),
        np.float32,
    )


def _steps(values: np.ndarray, near: int, far: int) -> np.ndarray:
    """Return by how much the means of both sides differ, for every place across the line."""
    count = values.shape[1]
    sums = np.concatenate([np.zeros_like(values[:, :1]), values.cumsum(axis=1)], axis=1)
    centre = np.arange(far, count - far)
    wide = far - near + 1
    before = (sums[:, centre - near + 1] - sums[:, centre - far]) / wide
    after = (sums[:, centre + far + 1] - sums[:, centre + near]) / wide
    return np.asarray(after - before)


def _between(strength: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Return where between its neighbours the strongest place really lies, -0.5 to 0.5."""
    rows = np.arange(len(at))
    inside = np.clip(at, 1, strength.shape[1] - 2)
    left, mid, right = (strength[rows, inside + shift] for shift in (-1, 0, 1))
    bend = left - 2 * mid + right
    shift = np.where(np.abs(bend) > 1e-6, 0.5 * (left - right) / np.where(bend == 0, 1, bend), 0.0)
    return np.where(at == inside, np.clip(shift, -0.5, 0.5), 0.0)


def _meeting(first: np.ndarray, second: np.ndarray) -> np.ndarray | None:
    """Return where two lines meet; None where they are nearly parallel."""
    matrix = np.array([[first[0], -second[0]], [first[1], -second[1]]])
    if abs(np.linalg.det(matrix)) < 0.2:  # 12 degrees: no corner of a sheet
        return None
    way = np.linalg.solve(matrix, second[2:] - first[2:])
    return np.asarray(first[2:] + way[0] * first[:2])
