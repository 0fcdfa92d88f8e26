"""Where the keys of the dock lie; the same rectangles on every page. Plain Python."""

from __future__ import annotations

from ui_kit.panel import Panel, RectMm

SMALL_KEYS = ("back", "again", "slower", "louder", "larger", "lower")
HELP, EMERGENCY = "help", "emergency"
DOCK_KEYS = (*SMALL_KEYS, HELP, EMERGENCY)

_BEZEL, _SMALL_W, _SMALL_H = 9.93, 36.0, 43.7
_HELP_W, _EMERGENCY_W, _ROW_H = 128.8, 99.25, 31.76
_PORTRAIT_MM, _LANDSCAPE_MM = 103.0, 60.0
_GAP, _DANGER_GAP = 6.45, 20.0


def dock_height_mm(panel: Panel) -> float:
    """Return how much of the panel's foot the dock takes."""
    return _PORTRAIT_MM if panel.portrait else _LANDSCAPE_MM


def dock_rects(panel: Panel) -> dict[str, RectMm]:
    """Return each key's face from the upper left corner of the dock.

    Upright: six small keys over the two large ones. Lying: one row of eight.
    """
    return _portrait(panel) if panel.portrait else _landscape(panel)


def _portrait(panel: Panel) -> dict[str, RectMm]:
    width = panel.width_mm
    pitch = (width - 2 * _BEZEL - _SMALL_W) / (len(SMALL_KEYS) - 1)
    rects = {
        name: RectMm(_BEZEL + index * pitch, 7.4, _SMALL_W, _SMALL_H)
        for index, name in enumerate(SMALL_KEYS)
    }
    row_y = _PORTRAIT_MM - 42.05
    rects[HELP] = RectMm(_BEZEL, row_y, _HELP_W, _ROW_H)
    rects[EMERGENCY] = RectMm(width - _BEZEL - _EMERGENCY_W, row_y, _EMERGENCY_W, _ROW_H)
    return rects


def _landscape(panel: Panel) -> dict[str, RectMm]:
    y = _LANDSCAPE_MM - _SMALL_H - _BEZEL
    rects = {
        name: RectMm(_BEZEL + index * (_SMALL_W + _GAP), y, _SMALL_W, _SMALL_H)
        for index, name in enumerate(SMALL_KEYS)
    }
    x = rects[SMALL_KEYS[-1]].right + _GAP
    wide = (panel.width_mm - _BEZEL - x - _DANGER_GAP) / 2
    rects[HELP] = RectMm(x, y, wide, _SMALL_H)
    rects[EMERGENCY] = RectMm(panel.width_mm - _BEZEL - wide, y, wide, _SMALL_H)
    return rects
