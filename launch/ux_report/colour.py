"""Contrast of two colours, as they are and through the yellowed lens of an old eye."""

from __future__ import annotations

from functools import lru_cache

Colour = tuple[int, ...]

AGED = (1.0, 0.9, 0.5)
"""How much of red, green and blue an aged lens lets through, in linear light."""
_WEIGHTS = (0.2126, 0.7152, 0.0722)
_FLARE = 0.05


@lru_cache(maxsize=1 << 16)
def luminance(colour: Colour, *, aged: bool = False) -> float:
    """Return the relative luminance (WCAG 2.2) of a colour of three times 0 to 255."""
    lens = AGED if aged else (1.0, 1.0, 1.0)
    parts = zip(colour, _WEIGHTS, lens, strict=True)
    return sum(_linear(value) * weight * passed for value, weight, passed in parts)


def contrast(first: Colour, second: Colour, *, aged: bool = False) -> float:
    """Return the contrast of two colours, 1 to 21."""
    one, other = luminance(first, aged=aged), luminance(second, aged=aged)
    return (max(one, other) + _FLARE) / (min(one, other) + _FLARE)


def _linear(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
