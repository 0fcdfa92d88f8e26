"""The one object every widget is handed: tokens, panel, typefaces, pictures and the mode."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QColor

from ui_kit.fonts import Fonts
from ui_kit.guard import TapGuard
from ui_kit.icons import Icons
from ui_kit.panel import Panel
from ui_kit.pictures import Pictures, pictures_for
from ui_kit.tokens import Tokens, load_tokens

LARGE_FACTOR = 1.3

# Where a colour of the light palette goes when the page turns to yellow on black.
_HIGH_CONTRAST = {
    "paper": "ground", "tray": "ground", "sheet": "ground", "key_top": "ground",
    "key_bottom": "ground", "off_face": "ground", "green_soft": "ground", "key_press": "ground",
    "green_top": "primary", "green_bottom": "primary", "green_press": "primary",
    "lip": "lip", "green_lip": "lip", "amber_lip": "lip", "rule": "lip",
    "red_top": "red", "red_bottom": "red", "red_press": "red",
}  # fmt: skip


class Mode(Enum):
    """The two palettes."""

    LIGHT = "light"
    HIGH_CONTRAST = "high_contrast"


class Theme(QObject):
    """What widgets draw with. `changed` tells them to draw themselves anew."""

    changed = Signal()

    def __init__(
        self, tokens: Tokens, panel: Panel, fonts: Fonts, icons: Icons,
        pictures: Pictures, guard: TapGuard,
    ) -> None:  # fmt: skip
        super().__init__()
        self.tokens = tokens
        self.panel = panel
        self.fonts = fonts
        self.icons = icons
        self.pictures = pictures
        self.guard = guard
        self._mode = Mode.LIGHT
        self._large_text = False

    @property
    def mode(self) -> Mode:
        """The palette in use."""
        return self._mode

    @property
    def high_contrast(self) -> bool:
        """Whether pages are yellow on black."""
        return self._mode is Mode.HIGH_CONTRAST

    @property
    def large_text(self) -> bool:
        """Whether titles, labels and text are drawn 1.3 times as large."""
        return self._large_text

    def set_mode(self, mode: Mode) -> None:
        """Change the palette."""
        if mode is not self._mode:
            self._mode = mode
            self.changed.emit()

    def set_large_text(self, large: bool) -> None:
        """Turn the larger text on or off."""
        if large != self._large_text:
            self._large_text = large
            self.changed.emit()

    def px(self, mm: float) -> float:
        """Return a length in pixels."""
        return self.panel.px(mm)

    def em_px(self, em_mm: float, *, scales: bool = True) -> float:
        """Return an em in pixels, enlarged when the larger text is on and `scales`."""
        return self.panel.px(em_mm * (LARGE_FACTOR if scales and self._large_text else 1.0))

    def em_mm(self, name: str) -> float:
        """Return a named em of the tokens (`title`, `label`, `note` …) in millimetres."""
        return self.tokens.type.em_mm[name]

    def colour(self, name: str) -> QColor:
        """Return a colour of the light palette, or what stands for it in high contrast."""
        if not self.high_contrast:
            return QColor(self.tokens.light[name])
        return QColor(self.tokens.high_contrast[_HIGH_CONTRAST.get(name, "text")])

    def drawing_name(self, name: str) -> str:
        """Return the drawing that suits the mode."""
        variant = f"{name}_high_contrast"
        return variant if self.high_contrast and self.icons.has_drawing(variant) else name


def elapsed_clock() -> Callable[[], float]:
    """Return a clock of milliseconds since now, for the tap guard."""
    timer = QElapsedTimer()
    timer.start()
    return lambda: float(timer.elapsed())


def build_theme(
    assets_dir: Path, panel: Panel, *, clock_ms: Callable[[], float] | None = None
) -> Theme:
    """Join the theme from the assets; needs a QGuiApplication.

    `clock_ms` feeds the second-tap guard; without one an elapsed timer does.
    """
    tokens = load_tokens(assets_dir / "theme" / "tokens.toml")
    pictures = pictures_for(panel.width_px, panel.height_px)
    guard = TapGuard(
        clock_ms or elapsed_clock(), tokens.motion.guard_key_ms, tokens.motion.guard_page_ms
    )
    return Theme(
        tokens,
        panel,
        Fonts(assets_dir / "fonts", tokens.type.numeral_features),
        Icons(assets_dir / "icons", assets_dir / "drawings", pictures),
        pictures,
        guard,
    )
