"""Where things lie on a page, in millimetres. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.views import Arrangement, KeyView
from ui_kit.panel import RectMm

GAP, DANGER_GAP, FOOT = 9.2, 22.0, 6.0
_PRIMARY_H, _KEY_H, _ROW_H, _YES_H = 46.0, 38.0, 52.0, 78.0
_LOW_SHARE = 0.4
_LEAST_H = 40.0
_LEAST_LYING_H = 52.0
_PICTURE_SHARE = 0.56


@dataclass(frozen=True)
class Room:
    """The place for what a page is about, and the place for its keys."""

    about: RectMm
    keys: RectMm


def room(content: RectMm, panel_height_mm: float, keys_mm: float, *, low: bool) -> Room:
    """Share the content between what it is about and the keys.

    Lying panels put keys at the right; `low` puts them all into the lowest 40 % of the glass.
    """
    if content.w > content.h * 1.3:
        left = content.w * _PICTURE_SHARE
        right = RectMm(
            content.x + left + GAP, content.y + 4, content.w - left - GAP, content.h - 4 - FOOT
        )
        tall = min(right.h, max(keys_mm, _LEAST_LYING_H))
        right = RectMm(right.x, right.bottom - tall, right.w, tall)
        return Room(RectMm(content.x, content.y, left, content.h - FOOT), right)
    bottom = content.bottom - FOOT
    top = bottom - keys_mm
    if low:
        top = max(panel_height_mm * (1 - _LOW_SHARE), top)
    return Room(
        RectMm(content.x, content.y, content.w, top - content.y - 4),
        RectMm(content.x, top, content.w, bottom - top),
    )


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
    return primary + rows * _KEY_H + max(0, rows + (1 if primary else 0) - 1) * GAP


def key_rects(keys: Sequence[KeyView], arrangement: Arrangement, area: RectMm) -> list[RectMm]:
    """Return a rectangle for each key inside an area, squeezed where it is low."""
    if arrangement == "yes_no":
        return _yes_no(keys, area)
    if arrangement == "rows":
        flat = area.h < len(keys) * _LEAST_H
        return _grid(len(keys), len(keys) if flat else 1, area)
    if keys and keys[0].primary:
        if len(keys) == 1:
            return [area]
        rows = -(-(len(keys) - 1) // 2)
        share = _PRIMARY_H / (_PRIMARY_H + rows * _KEY_H)
        head_h = (area.h - rows * GAP) * share
        rest = RectMm(area.x, area.y + head_h + GAP, area.w, area.h - head_h - GAP)
        return [RectMm(area.x, area.y, area.w, head_h), *_grid(len(keys) - 1, 2, rest)]
    return _grid(len(keys), 2, area)


def grid_cell(area: RectMm, columns: int, rows: int, index: int, gap: float = GAP) -> RectMm:
    """Return one cell of a grid that fills an area."""
    w = (area.w - (columns - 1) * gap) / columns
    h = (area.h - (rows - 1) * gap) / rows
    column, row = index % columns, index // columns
    return RectMm(area.x + column * (w + gap), area.y + row * (h + gap), w, h)


def _grid(count: int, columns: int, area: RectMm) -> list[RectMm]:
    if columns == 2 and count == 1:
        columns = 1
    rows = max(1, -(-count // columns))
    rects = [grid_cell(area, columns, rows, index) for index in range(count)]
    if columns == 2 and count % 2:
        last = rects[-1]
        rects[-1] = RectMm(last.x, last.y, area.w, last.h)
    return rects


def _yes_no(keys: Sequence[KeyView], area: RectMm) -> list[RectMm]:
    if area.h < _YES_H + DANGER_GAP + 24:
        half = (area.w - DANGER_GAP) / 2
        right = RectMm(area.x + half + DANGER_GAP, area.y, half, area.h)
        return [RectMm(area.x, area.y, half, area.h), *_grid(len(keys) - 1, 1, right)]
    yes_h = (area.h - DANGER_GAP) * _YES_H / (_YES_H + _KEY_H)
    rest_y = area.y + yes_h + DANGER_GAP
    rest = RectMm(area.x, rest_y, area.w, area.bottom - rest_y)
    return [RectMm(area.x, area.y, area.w, yes_h), *_grid(len(keys) - 1, 2, rest)]
