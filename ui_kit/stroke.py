"""From a trembling finger to a steady line. Plain Python; lengths are millimetres.

The pen hangs on a short string behind the finger, so that a tremor smaller than the string does
not move it, and the line is averaged over a few millimetres of its way. Corners stay where they
are, less than a pen's width rounded; both ends lie where the finger was put down and lifted.
"""

from __future__ import annotations

import math

Point = tuple[float, float]

STRING_MM = 1.2
STEP_MM = 0.8
REACH = 4
"""Samples that are averaged on either side."""


class Stroke:
    """One stroke as it grows: the finger's way goes in, the pen's line comes out."""

    def __init__(self, x: float, y: float) -> None:
        self._pen = (x, y)
        self._samples: list[Point] = [(x, y)]

    def move(self, x: float, y: float) -> None:
        """The finger is here now."""
        far = math.dist(self._pen, (x, y))
        if far > STRING_MM:
            self._pull(x, y, far - STRING_MM)

    def end(self, x: float, y: float) -> None:
        """The finger was lifted here. One that hardly moved has made a dot."""
        self.move(x, y)
        far = math.dist(self._pen, (x, y))
        if len(self._samples) > 1 and far > 0:
            self._pull(x, y, far)
            self._samples.append(self._pen)

    def line(self, start: int = 0) -> list[Point]:
        """Return the steady line from a sample on; what lies before the last few never changes."""
        return [self._smooth(index) for index in range(max(0, start), len(self._samples))]

    def __len__(self) -> int:
        return len(self._samples)

    def _pull(self, x: float, y: float, length: float) -> None:
        """Draw the pen towards a point and take a sample every step."""
        px, py = self._pen
        far = math.dist(self._pen, (x, y))
        self._pen = (px + (x - px) * length / far, py + (y - py) * length / far)
        while (left := math.dist(self._samples[-1], self._pen)) >= STEP_MM:
            sx, sy = self._samples[-1]
            share = STEP_MM / left
            self._samples.append(
                (sx + (self._pen[0] - sx) * share, sy + (self._pen[1] - sy) * share)
            )

    def _smooth(self, index: int) -> Point:
        """Average around a sample, nearer ones more; at the ends over as much as there is."""
        reach = min(REACH, index, len(self._samples) - 1 - index)
        weights = [reach + 1 - abs(offset) for offset in range(-reach, reach + 1)]
        near = self._samples[index - reach : index + reach + 1]
        total = sum(weights)
        x = sum(weight * point[0] for weight, point in zip(weights, near, strict=True))
        y = sum(weight * point[1] for weight, point in zip(weights, near, strict=True))
        return (x / total, y / total)
