"""The sign of a paper: a shape and an icon, so that nothing is lost without colours."""

from __future__ import annotations

from ui_kit.ink import Ink
from ui_kit.paper_signs import Tone


def draw_sign(ink: Ink, tone: Tone, icon: str, x: float, middle: float, side: float) -> None:
    """Draw how a paper stands as a shape: a filled square, a filled disc, an outline, a ring.

    `x` is its left edge; every tone has a shape, so that nothing is lost without colours.
    """
    area = ink.rect(x, middle - side / 2, side, side)
    inner, pad = side * 0.66, side * 0.17
    if tone == "ok":
        ink.block(area, "green", side * 0.2)
        ink.icon(icon, x + pad, middle, inner, "sheet")
    elif tone == "other":
        ink.block(area, "amber", side / 2, border="ink", border_width=side * 0.06)
        ink.icon(icon, x + pad, middle, inner, ink.on_amber)
    elif tone == "missing":
        ink.block(area, "sheet", side * 0.2, border="red_line", border_width=side * 0.09)
        ink.icon(icon, x + pad, middle, inner, "ink")
    else:
        ink.block(area, "sheet", side / 2, border="ink2", border_width=side * 0.07)
