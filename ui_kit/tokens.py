"""The look as values: colours, type sizes and lengths read from `tokens.toml`. Plain Python."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class TypeSizes:
    """Em sizes of the kiosk in millimetres, and the weights that go with them."""

    em_mm: Mapping[str, float]
    weights: Mapping[str, int]
    han: str
    numerals: str
    numeral_features: tuple[str, ...]
    floor_mm: float


@dataclass(frozen=True)
class ShadowLayer:
    """One flat rounded rectangle of a shadow; lengths in millimetres, colour `#RRGGBBAA`."""

    offset_y_mm: float
    grow_mm: float
    rgba: str


@dataclass(frozen=True)
class Motion:
    """How long things take, in milliseconds."""

    guard_page_ms: int
    guard_key_ms: int
    slip_out_ms: int
    ring_period_ms: int
    seconds_step_ms: int
    seconds_ticks: int


@dataclass(frozen=True)
class Tokens:
    """The whole look. Colours are `#RRGGBB`, lengths are millimetres."""

    light: Mapping[str, str]
    high_contrast: Mapping[str, str]
    type: TypeSizes
    space: Mapping[str, float]
    radius: Mapping[str, float]
    size: Mapping[str, tuple[float, ...]]
    shadow: tuple[ShadowLayer, ...]
    motion: Motion


def load_tokens(path: Path) -> Tokens:
    """Read `tokens.toml`.

    Raises KeyError naming the missing entry, tomllib.TOMLDecodeError when it is not TOML.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    kind = raw["type"]
    motion = raw["motion"]
    return Tokens(
        light=_hex(raw["color"]["light"]),
        high_contrast=_hex(raw["color"]["high_contrast"]),
        type=TypeSizes(
            em_mm={k: float(v) for k, v in kind["kiosk_em_mm"].items() if not isinstance(v, dict)},
            weights=dict(kind["weights"]),
            han=kind["han"],
            numerals=kind["numerals"],
            numeral_features=tuple(kind["numeral_features"]),
            floor_mm=float(kind["kiosk_em_mm"]["floor"]),
        ),
        space={k: float(v) for k, v in raw["space"].items()},
        radius={k: float(v) for k, v in raw["radius"].items() if isinstance(v, (int, float))},
        size={k: _lengths(v) for k, v in raw["size"].items()},
        shadow=tuple(
            ShadowLayer(float(layer["offset_y"]), float(layer["grow"]), layer["rgba"])
            for layer in raw["elevation"]["key"]
            if "rgba" in layer and "offset_y" in layer
        ),
        motion=Motion(
            guard_page_ms=motion["guard_page_ms"],
            guard_key_ms=motion["guard_key_ms"],
            slip_out_ms=motion["slip_out_ms"],
            ring_period_ms=motion["reader_ring"]["period_ms"],
            seconds_step_ms=motion["seconds_ring"]["step_ms"],
            seconds_ticks=motion["seconds_ring"]["ticks"],
        ),
    )


def _hex(table: Mapping[str, Any]) -> dict[str, str]:
    return {name: entry["hex"] for name, entry in table.items()}


def _lengths(value: float | list[float]) -> tuple[float, ...]:
    return tuple(float(v) for v in value) if isinstance(value, list) else (float(value),)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
