"""Second-order filters on mono samples, in plain Python: low cut, presence, loudness weighting.

The coefficients follow the well-known "cookbook" forms by Robert Bristow-Johnson.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Biquad:
    """One second-order section, normalised so that the first feedback coefficient is one."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float

    def run(self, values: Iterable[float]) -> array[float]:
        """Return the filtered values; the filter starts at rest.

        An array holds a long sentence in a quarter of the memory of a list.
        """
        b0, b1, b2, a1, a2 = self.b0, self.b1, self.b2, self.a1, self.a2
        first = second = 0.0
        out = array("d")
        append = out.append
        for value in values:
            made = b0 * value + first
            first = b1 * value - a1 * made + second
            second = b2 * value - a2 * made
            append(made)
        return out

    def gain_db(self, frequency_hz: float, rate_hz: int) -> float:
        """Return how much a tone of a frequency is raised, in dB."""
        turn = complex(
            math.cos(2 * math.pi * frequency_hz / rate_hz),
            -math.sin(2 * math.pi * frequency_hz / rate_hz),
        )
        over = self.b0 + self.b1 * turn + self.b2 * turn * turn
        under = 1 + self.a1 * turn + self.a2 * turn * turn
        return 20 * math.log10(max(abs(over / under), 1e-9))


def low_cut(frequency_hz: float, rate_hz: int, quality: float = 0.7071) -> Biquad:
    """Return a filter that takes away what lies below a frequency: hum, rumble, breath."""
    cosine, alpha = _turn(frequency_hz, rate_hz, quality)
    edge = (1 + cosine) / 2
    return _normalised(edge, -2 * edge, edge, 1 + alpha, -2 * cosine, 1 - alpha)


def bell(frequency_hz: float, gain_db: float, quality: float, rate_hz: int) -> Biquad:
    """Return a filter that raises the neighbourhood of a frequency by so many dB."""
    cosine, alpha = _turn(frequency_hz, rate_hz, quality)
    root = 10 ** (gain_db / 40)
    return _normalised(
        1 + alpha * root, -2 * cosine, 1 - alpha * root,
        1 + alpha / root, -2 * cosine, 1 - alpha / root,
    )  # fmt: skip


def high_shelf(frequency_hz: float, gain_db: float, quality: float, rate_hz: int) -> Biquad:
    """Return a filter that raises everything above a frequency by so many dB."""
    cosine, alpha = _turn(frequency_hz, rate_hz, quality)
    root = 10 ** (gain_db / 40)
    slope = 2 * math.sqrt(root) * alpha
    plus, minus = root + 1, root - 1
    return _normalised(
        root * (plus + minus * cosine + slope),
        -2 * root * (minus + plus * cosine),
        root * (plus + minus * cosine - slope),
        plus - minus * cosine + slope,
        2 * (minus - plus * cosine),
        plus - minus * cosine - slope,
    )


def run_all(filters: Sequence[Biquad], values: Iterable[float]) -> array[float]:
    """Return the values after every filter in turn."""
    out = array("d", values)
    for one in filters:
        out = one.run(out)
    return out


def _turn(frequency_hz: float, rate_hz: int, quality: float) -> tuple[float, float]:
    angle = 2 * math.pi * frequency_hz / rate_hz
    return math.cos(angle), math.sin(angle) / (2 * quality)


def _normalised(b0: float, b1: float, b2: float, a0: float, a1: float, a2: float) -> Biquad:
    return Biquad(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0)
