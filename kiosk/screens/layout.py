"""Where things lie on a page, in millimetres. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.views import Arrangement, KeyView
from ui_kit.panel import RectMm

GAP, PRIMARY_GAP, DANGER_GAP, FOOT = 9.2, 10.2, 24.5, 6.0
"""From face to face: 6.2 mm under a lip of 3, or of 4 for the green key; 20 mm and more for no."""
_PRIMARY_H, _KEY_H, _ROW_H, _YES_H = 46.0, 38.0, 52.0, 78.0
LOW_SHARE = 0.4
"""How much of the glass holds all keys when the screen is lowered."""
_LEAST_H = 40.0
_LEAST_LYING_H = 52.0
_LEAST_KEY_H = 24.0
FOOT_LOW = 3.9
_WHOLE_PIXELS = 0.3
_PICTURE_SHARE = 0.56
_WIDER = 0.6
"""Of a pair of keys the first is the one most people look for."""


@dataclass(frozen=True)
class Room:
    """The place for what a page is about, and the place for its keys."""

    about: RectMm
    keys: RectMm


def room(content: RectMm, panel_height_mm: float, keys_mm: float, *, low: bool) -> Room:
    """Share the content between what it is about and the keys.

    Lying panels put keys at the right; `low` puts them all into the lowest 40 % of the glass.
    """
    lying = content.w > content.h * 1.3
    bottom = content.bottom - (FOOT_LOW if low and lying else FOOT)
    if low:
        top = max(panel_height_mm * (1 - LOW_SHARE) + _WHOLE_PIXELS, bottom - keys_mm)
    elif lying:
        return _side_by_side(content, keys_mm)
    else:
        top = bottom - keys_mm
    return Room(
        RectMm(content.x, content.y, content.w, top - content.y - 4),
        RectMm(content.x, top, content.w, bottom - top),
    )


def _side_by_side(content: RectMm, keys_mm: float) -> Room:
    left = content.w * _PICTURE_SHARE
    height = content.h - 4 - FOOT
    tall = min(height, max(keys_mm, _LEAST_LYING_H))
    x = content.x + left + GAP
    return Room(
        RectMm(content.x, content.y, left, content.h - FOOT),
        RectMm(x, content.y + 4 + height - tall, content.w - left - GAP, tall),
    )


def halves(area: RectMm, share: float = 0.5, gap: float = 2 * GAP) -> tuple[RectMm, RectMm]:
    """Return the left part, `share` of the width, and the right part of an area."""
    left = (area.w - gap) * share
    x = area.x + left + gap
    return RectMm(area.x, area.y, left, area.h), RectMm(x, area.y, area.right - x, area.h)


def keys_height(keys: Sequence[KeyView], arrangement: Arrangement) -> float:
    """Return how much height keys want."""
    if not keys:
        return 0.0
    if arrangement == "rows":
        return len(keys) * _ROW_H + (len(keys) - 1) * GAP
    if arrangement == "yes_no":
        return _YES_H + DANGER_GAP + _KEY_H
    primary = _PRIMARY_H if keys[0].primary else 0.0
    rest = len(keys) - (1 if primary else 0)
    rows = -(-rest // 2)
    gaps = max(0, rows - 1) * GAP + (PRIMARY_GAP if primary and rows else 0)
    return primary + rows * _KEY_H + gaps


def key_rects(keys: Sequence[KeyView], arrangement: Arrangement, area: RectMm) -> list[RectMm]:
    """Return a rectangle for each key inside an area, squeezed where it is low."""
    if arrangement == "yes_no":
        return _yes_no(keys, area)
    if arrangement == "pair":
        return list(halves(area, _WIDER, GAP))[: len(keys)]
    if arrangement == "rows":
        flat = area.h < len(keys) * _LEAST_H
        return _grid(len(keys), len(keys) if flat else 1, area)
    if keys and keys[0].primary:
        return _primary_first(len(keys), area)
    return _grid(len(keys), 2, area)


def _primary_first(count: int, area: RectMm) -> list[RectMm]:
    """The green key over the others, or at their left where there is no height for both."""
    if count == 1:
        return [area]
    if area.h < _PRIMARY_H + PRIMARY_GAP + _LEAST_KEY_H - GAP:
        head, rest = halves(area, 0.38, GAP)
        return [head, *_grid(count - 1, count - 1, rest)]
    rows = -(-(count - 1) // 2)
    share = _PRIMARY_H / (_PRIMARY_H + rows * _KEY_H)
    head_h = (area.h - PRIMARY_GAP - (rows - 1) * GAP) * share
    rest_y = area.y + head_h + PRIMARY_GAP
    rest = RectMm(area.x, rest_y, area.w, area.bottom - rest_y)
    return [RectMm(area.x, area.y, area.w, head_h), *_grid(count - 1, 2, rest)]


def grid_cell(area: RectMm, columns: int, rows: int, index: int, gap: float = GAP) -> RectMm:
    """Return one cell of a grid that fills an area; `gap` lies between columns."""
    w = (area.w - (columns - 1) * gap) / columns
    h = (area.h - (rows - 1) * GAP) / rows
    column, row = index % columns, index // columns
    return RectMm(area.x + column * (w + gap), area.y + row * (h + GAP), w, h)


def _grid(count: int, columns: int, area: RectMm) -> list[RectMm]:
    """Return cells row by row; more columns where rows would be too low for a finger."""
    if columns == 2 and count == 1:
        columns = 1
    rows = max(1, -(-count // columns))
    while rows > 1 and (area.h - (rows - 1) * GAP) / rows < _LEAST_KEY_H:
        columns += 1
        rows = -(-count // columns)
    rects = [grid_cell(area, columns, rows, index) for index in range(count)]
    if columns == 2 and count % 2:
        last = rects[-1]
        rects[-1] = RectMm(last.x, last.y, area.w, last.h)
    return rects


def _yes_no(keys: Sequence[KeyView], area: RectMm) -> list[RectMm]:
    """Yes over no, or beside it where there is no height; never near it."""
    if area.h < _YES_H + DANGER_GAP + _LEAST_KEY_H:
        yes, others = halves(area, 0.5, DANGER_GAP)
        return [yes, *_grid(len(keys) - 1, 1, others)]
    yes_h = (area.h - DANGER_GAP) * _YES_H / (_YES_H + _KEY_H)
    rest_y = area.y + yes_h + DANGER_GAP
    rest = RectMm(area.x, rest_y, area.w, area.bottom - rest_y)
    return [RectMm(area.x, area.y, area.w, yes_h), *_grid(len(keys) - 1, 2, rest)]
