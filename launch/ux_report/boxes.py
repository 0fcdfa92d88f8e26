"""Rectangles on the glass in pixels. Plain Python."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle, pixels from the upper left corner of the glass."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def middle_y(self) -> float:
        """How far down its middle lies."""
        return self.y + self.h / 2

    def moved(self, x: float, y: float) -> Box:
        """Return the box at another place."""
        return Box(self.x + x, self.y + y, self.w, self.h)

    def joined(self, other: Box) -> Box:
        """Return the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)


def distance(first: Box, second: Box) -> float:
    """Return the shortest way between two boxes, 0 when they touch."""
    across = max(first.x - second.right, second.x - first.right, 0.0)
    down = max(first.y - second.bottom, second.y - first.bottom, 0.0)
    return math.hypot(across, down)


def overlap(first: Box, second: Box) -> float:
    """Return how deep two boxes lie in each other, 0 when they do not."""
    across = min(first.right, second.right) - max(first.x, second.x)
    down = min(first.bottom, second.bottom) - max(first.y, second.y)
    return max(0.0, min(across, down))


def beyond(inner: Box, outer: Box) -> float:
    """Return by how much a box reaches over the edges of another one, 0 when it does not."""
    return max(
        outer.x - inner.x, outer.y - inner.y, inner.right - outer.right,
        inner.bottom - outer.bottom, 0.0,
    )  # fmt: skip
