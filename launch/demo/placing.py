"""Where the demo's windows lie on one screen, so that the whole hall is seen at once. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GAP_PX, TITLE_BAR_PX = 8, 34
"""Room a window manager may take around a window."""

STRIP_PX = 60
"""Room under the console for its strip."""

# Panel sizes of config/demo in pixels: the kiosk stands at the left, the others in two columns.
_KIOSK = (1080, 1920)
_WIDE = (1920, 1080)
_DOCK_HEIGHT = 700


@dataclass(frozen=True)
class Place:
    """A window's upper left corner on the screen and its size against its panel."""

    x_px: int
    y_px: int
    scale: float


@dataclass(frozen=True)
class DemoPlaces:
    """All windows by station, and where the dock lies: x, y, width and height in pixels."""

    stations: Mapping[str, Place]
    dock_px: tuple[int, int, int, int]


def places_on(width_px: int, height_px: int) -> DemoPlaces:
    """Lay the demo's windows on a screen of that size, as large as all of them allow."""
    wide_w, wide_h = _WIDE
    scale = min(
        (width_px - 4 * GAP_PX) / (_KIOSK[0] + 2 * wide_w),
        (height_px - 3 * (GAP_PX + TITLE_BAR_PX) - STRIP_PX) / (2 * wide_h + _DOCK_HEIGHT),
    )
    first = GAP_PX
    second = first + round(_KIOSK[0] * scale) + GAP_PX
    third = second + round(wide_w * scale) + GAP_PX
    upper = TITLE_BAR_PX
    lower = upper + round(wide_h * scale) + GAP_PX + TITLE_BAR_PX
    bottom = lower + round(wide_h * scale) + STRIP_PX + GAP_PX + TITLE_BAR_PX
    return DemoPlaces(
        {
            "kiosk": Place(first, upper, scale),
            "board": Place(second, upper, scale),
            "console": Place(second, lower, scale),
            "counter": Place(third, upper, scale),
            "guide": Place(third, lower, scale),
        },
        (second, bottom, round(2 * wide_w * scale), round(_DOCK_HEIGHT * scale)),
    )
