"""On which glass, in which colours, sizes, positions and languages a page is looked at."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from ui_kit.panel import Panel
from ui_kit.theme import Mode


class Surface(Enum):
    """What kind of screen it is; the rules differ by who reads it from where."""

    KIOSK = "kiosk"
    BOARD = "board"
    COUNTER = "counter"
    GUIDE = "guide"
    CONSOLE = "console"
    MIRROR = "mirror"
    TOUCH = "touch"


STAFF = (Surface.GUIDE, Surface.CONSOLE)


@dataclass(frozen=True)
class Glass:
    """A panel as it hangs; `tilt_deg` is how far its upper edge leans back."""

    name: str
    panel: Panel
    tilt_deg: float = 0.0


@dataclass(frozen=True)
class Condition:
    """One way to look at a page."""

    glass: Glass
    mode: Mode = Mode.LIGHT
    large: bool = False
    low: bool = False
    language: str = "zh-CN"

    @property
    def name(self) -> str:
        """How the report calls it."""
        words = [self.glass.name, self.mode.value, "larger" if self.large else "large"]
        words += ["lowered"] if self.low else []
        return " ".join([*words, self.language])

    @property
    def panel(self) -> Panel:
        """The panel."""
        return self.glass.panel


PORTRAIT = Glass("21.5-portrait", Panel(268.0, 476.0, 1080, 1920, mount_mm=780, view_mm=550))
LANDSCAPE = Glass("21.5-landscape", Panel(476.0, 268.0, 1920, 1080, mount_mm=780, view_mm=550))
KIOSK_GLASS: tuple[Glass, ...] = (
    PORTRAIT,
    Glass("27-portrait", Panel(336.0, 598.0, 1080, 1920, mount_mm=660, view_mm=550)),
    Glass("32-portrait", Panel(398.0, 708.0, 1080, 1920, mount_mm=560, view_mm=550)),
    LANDSCAPE,
    Glass("32-landscape-2160", Panel(708.0, 398.0, 3840, 2160, mount_mm=700, view_mm=550)),
)
"""Kiosks stand upright or lie; a larger panel hangs lower, so that every key is in reach."""
PIXEL_GLASS = (PORTRAIT, LANDSCAPE)
"""The two panels whose pixels every test run measures."""

GLASS: dict[Surface, tuple[Glass, ...]] = {
    Surface.KIOSK: KIOSK_GLASS,
    Surface.BOARD: (
        Glass("board-55", Panel(1210.0, 681.0, 1920, 1080, mount_mm=2200, view_mm=8000)),
        Glass("board-55-2160", Panel(1210.0, 681.0, 3840, 2160, mount_mm=2200, view_mm=8000)),
        Glass("board-43", Panel(952.0, 535.0, 1920, 1080, mount_mm=2200, view_mm=6000)),
    ),
    Surface.COUNTER: (
        Glass("counter-32", Panel(708.0, 398.0, 1920, 1080, mount_mm=1600, view_mm=4000)),
        Glass("counter-32-2160", Panel(708.0, 398.0, 3840, 2160, mount_mm=1600, view_mm=4000)),
    ),
    Surface.GUIDE: (
        Glass("tablet-10", Panel(217.0, 136.0, 1280, 800, mount_mm=740, view_mm=400), 60.0),
    ),
    Surface.CONSOLE: (
        Glass("desk-24", Panel(531.0, 299.0, 1920, 1080, mount_mm=850, view_mm=600)),
    ),
    Surface.MIRROR: (
        Glass("desk-15", Panel(345.0, 194.0, 1920, 1080, mount_mm=800, view_mm=500)),
    ),
    Surface.TOUCH: (
        Glass("touch-15", Panel(345.0, 194.0, 1920, 1080, mount_mm=850, view_mm=600)),
        Glass("touch-21", Panel(476.0, 268.0, 1920, 1080, mount_mm=850, view_mm=600)),
    ),
}  # fmt: skip


def conditions(
    surface: Surface, glasses: Iterable[Glass], languages: Sequence[str]
) -> Iterator[Condition]:
    """Yield every combination.

    Only a kiosk has a larger text and a lowered position; the console has the light colours.
    """
    modes = (Mode.LIGHT,) if surface is Surface.CONSOLE else (Mode.LIGHT, Mode.HIGH_CONTRAST)
    switches = (False, True) if surface is Surface.KIOSK else (False,)
    for language, glass, mode in itertools.product(languages, glasses, modes):
        for large, low in itertools.product(switches, switches):
            yield Condition(glass, mode, large, low, language)
