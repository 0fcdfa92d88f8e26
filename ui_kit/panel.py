"""The glass a station is shown on: millimetres to pixels. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RectMm:
    """A rectangle on the glass, millimetres from its upper left corner."""

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


@dataclass(frozen=True)
class Panel:
    """One panel: its size in millimetres and pixels, how high it hangs, from how far it is read.

    `mount_mm` is the height of the panel's lower edge above the floor.
    """

    width_mm: float
    height_mm: float
    width_px: int
    height_px: int
    mount_mm: float = 780.0
    view_mm: float = 550.0

    @property
    def px_per_mm(self) -> float:
        """Pixels per millimetre along the width."""
        return self.width_px / self.width_mm

    @property
    def portrait(self) -> bool:
        """Whether the panel stands upright."""
        return self.height_px > self.width_px

    def px(self, mm: float) -> float:
        """Return a length in pixels, not rounded."""
        return mm * self.px_per_mm

    def whole_px(self, mm: float) -> int:
        """Return a length in whole pixels."""
        return round(mm * self.px_per_mm)

    def mm(self, px: float) -> float:
        """Return a length in millimetres."""
        return px / self.px_per_mm
