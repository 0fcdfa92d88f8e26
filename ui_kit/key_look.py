"""Which colours, lip and travel a key has in each style and state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor

from ui_kit.theme import Theme


class KeyStyle(Enum):
    """What a key means."""

    KEY = "key"
    PRIMARY = "primary"
    EMERGENCY = "emergency"
    HELP = "help"
    SMALL = "small"


class KeyState(Enum):
    """How a key stands."""

    REST = "rest"
    PRESSED = "pressed"
    ON = "on"
    DISABLED = "disabled"
    FLAT = "flat"


@dataclass(frozen=True)
class KeyLook:
    """Everything the painter of a key needs; lengths in millimetres."""

    top: QColor
    bottom: QColor
    text: QColor
    second: QColor
    icon: QColor
    border: QColor
    border_mm: float
    lip: QColor
    lip_mm: float
    down_mm: float
    shadow_layers: int
    radius_mm: float
    dashed: bool = False
    shade: bool = False
    inner_line: QColor | None = None


@dataclass(frozen=True)
class _StyleNames:
    top: str
    bottom: str
    press: str
    text: str
    second: str
    icon: str
    border: str
    lip: str
    lip_mm: float
    layers: int


_KEY = _StyleNames(
    "key_top", "key_bottom", "key_press", "ink", "ink2", "green", "edge", "lip", 3.0, 6
)
_STYLES = {
    KeyStyle.KEY: _KEY,
    KeyStyle.PRIMARY: _StyleNames(
        "green_top", "green_bottom", "green_press", "sheet", "sheet", "sheet",
        "green_lip", "green_lip", 4.0, 6,
    ),
    KeyStyle.EMERGENCY: _StyleNames(
        "red_top", "red_bottom", "red_press", "sheet", "sheet", "sheet", "red_lip", "red_lip",
        3.0, 6,
    ),
    KeyStyle.HELP: _StyleNames(
        "amber", "amber", "amber", "ink", "ink", "ink", "amber_lip", "amber_lip", 3.0, 6
    ),
    KeyStyle.SMALL: _StyleNames(
        "key_top", "key_bottom", "key_press", "ink", "ink2", "ink", "edge", "lip", 2.0, 3
    ),
}  # fmt: skip
_DOWN_MM = 2.2
_ON_DOWN_MM = 1.7
_PRESSED_LIP_MM = 0.75
_BORDER_MM = 0.75
_STRONG_BORDER_MM = 1.2


def key_look(theme: Theme, style: KeyStyle, state: KeyState) -> KeyLook:
    """Return the look of a key in the theme's palette."""
    if state is KeyState.DISABLED:
        return _disabled(theme, style)
    if state is KeyState.FLAT:
        return _flat(theme, style)
    if theme.high_contrast:
        look = _high_contrast(theme, style)
    else:
        look = _light(theme, style, pressed=state is KeyState.PRESSED)
    if state is KeyState.PRESSED:
        return _moved(look, _DOWN_MM, look.lip_mm - _DOWN_MM, shade=True)
    if state is KeyState.ON:
        return _switched_on(theme, look)
    return look


def _radius(theme: Theme, style: KeyStyle) -> float:
    return theme.tokens.radius["key_small" if style is KeyStyle.SMALL else "key"]


def _light(theme: Theme, style: KeyStyle, *, pressed: bool) -> KeyLook:
    names = _STYLES[style]
    colour = theme.colour
    shine = {KeyStyle.PRIMARY: 0x47, KeyStyle.EMERGENCY: 0x33, KeyStyle.HELP: 0x80}.get(style, 0xFF)
    top, bottom = colour(names.top), colour(names.bottom)
    if pressed:
        top = bottom = colour(names.press)
        if style is KeyStyle.HELP:
            top = bottom = top.darker(108)
    return KeyLook(
        top=top, bottom=bottom, text=colour(names.text), second=colour(names.second),
        icon=colour(names.icon), border=colour(names.border), border_mm=_BORDER_MM,
        lip=colour(names.lip), lip_mm=names.lip_mm, down_mm=0.0, shadow_layers=names.layers,
        radius_mm=_radius(theme, style), inner_line=QColor(255, 255, 255, shine),
    )  # fmt: skip


def _high_contrast(theme: Theme, style: KeyStyle) -> KeyLook:
    palette = theme.tokens.high_contrast
    ground, text = QColor(palette["ground"]), QColor(palette["text"])
    face, ink, border, lip = ground, text, text, QColor(palette["lip"])
    if style is KeyStyle.PRIMARY:
        face, ink = QColor(palette["primary"]), ground
    elif style is KeyStyle.EMERGENCY:
        face = QColor(palette["red"])
        ink = border = lip = QColor("#FFFFFF")
    return KeyLook(
        top=face, bottom=face, text=ink, second=ink, icon=ink, border=border,
        border_mm=_STRONG_BORDER_MM, lip=lip, lip_mm=_STYLES[style].lip_mm, down_mm=0.0,
        shadow_layers=0, radius_mm=_radius(theme, style),
    )  # fmt: skip


def _moved(look: KeyLook, down_mm: float, lip_mm: float, *, shade: bool) -> KeyLook:
    return KeyLook(
        top=look.top, bottom=look.bottom, text=look.text, second=look.second, icon=look.icon,
        border=look.border, border_mm=look.border_mm, lip=look.lip,
        lip_mm=max(lip_mm, min(_PRESSED_LIP_MM, look.lip_mm)), down_mm=down_mm, shadow_layers=0,
        radius_mm=look.radius_mm, shade=shade,
    )  # fmt: skip


def _switched_on(theme: Theme, look: KeyLook) -> KeyLook:
    green = theme.colour("green")
    tint = theme.colour("green_soft")
    return KeyLook(
        top=tint, bottom=tint, text=theme.colour("ink"), second=theme.colour("ink2"), icon=green,
        border=green, border_mm=_STRONG_BORDER_MM, lip=green, lip_mm=0.0,
        down_mm=_ON_DOWN_MM, shadow_layers=0, radius_mm=look.radius_mm, shade=True,
    )  # fmt: skip


def _disabled(theme: Theme, style: KeyStyle) -> KeyLook:
    face = theme.colour("off_face")
    text = QColor("#55574F") if not theme.high_contrast else theme.colour("lip")
    border = QColor("#85877D") if not theme.high_contrast else theme.colour("lip")
    return KeyLook(
        top=face, bottom=face, text=text, second=text, icon=text, border=border,
        border_mm=_BORDER_MM, lip=face, lip_mm=0.0, down_mm=0.0, shadow_layers=0,
        radius_mm=_radius(theme, style), dashed=True,
    )  # fmt: skip


def _flat(theme: Theme, style: KeyStyle) -> KeyLook:
    """What was pressed and is under way lies flat: read, no longer pressed."""
    green = theme.colour("green")
    face = theme.colour("green_soft")
    return KeyLook(
        top=face, bottom=face, text=theme.colour("ink"), second=theme.colour("ink2"), icon=green,
        border=green, border_mm=_STRONG_BORDER_MM, lip=face, lip_mm=0.0, down_mm=0.0,
        shadow_layers=0, radius_mm=_radius(theme, style),
    )  # fmt: skip
