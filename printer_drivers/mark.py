"""The mark of the hall for one-colour print: two people arm in arm under a roof, in a seal.

Same geometry as look/mark_mono.svg of the design, on a square of 120 units.
"""

from __future__ import annotations

from dataclasses import dataclass

SIDE = 120.0
SEAL_INSET = 2.0
SEAL_RADIUS = 22.0
FRAME_INSET = 8.5
FRAME_RADIUS = 16.0
FRAME_STROKE = 2.6

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """A white line with round ends: its points and its width."""

    points: tuple[Point, ...]
    width: float


@dataclass(frozen=True)
class Disc:
    """A white disc."""

    centre: Point
    radius: float


def discs() -> tuple[Disc, ...]:
    """Return the two heads."""
    return (Disc((47.5, 66.5), 7.6), Disc((72.5, 65.5), 7.6))


def strokes() -> tuple[Stroke, ...]:
    """Return the roof, the two bodies, the arms and the cane, curves as short chords."""
    return (
        Stroke(_curve((60, 19), (56, 35), (42, 48.5), (21.5, 55.5)), 9.5),
        Stroke(_curve((62.5, 33), (69, 44), (82, 52), (98.5, 55.5)), 9.5),
        Stroke(_curve((49, 81), (45, 87), (44, 92), (44, 99)), 9.5),
        Stroke(_curve((49, 80), (55, 88), (65, 88), (71, 79)), 8.0),
        Stroke(((73, 78), (75, 99)), 9.5),
        Stroke(((31, 86), (31, 99)), 6.5),
        Stroke(_curve((31, 86), (35, 88), (42, 86), (47, 82)), 6.5),
    )


def _curve(a: Point, b: Point, c: Point, d: Point, chords: int = 16) -> tuple[Point, ...]:
    points = []
    for step in range(chords + 1):
        t = step / chords
        s = 1 - t
        w = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
        points.append(
            (
                w[0] * a[0] + w[1] * b[0] + w[2] * c[0] + w[3] * d[0],
                w[0] * a[1] + w[1] * b[1] + w[2] * c[1] + w[3] * d[1],
            )
        )
    return tuple(points)
