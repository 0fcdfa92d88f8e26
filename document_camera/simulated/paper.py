"""Draws a sheet of A4 as a printer would have left it: words, a table, a red seal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from document_camera.simulated.sheets import Sheet, sheets

if TYPE_CHECKING:
    import numpy as np
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

WIDTH_PX, HEIGHT_PX = 1654, 2339
"""A4 at 200 dpi."""
WHITE, INK, SEAL = (232, 231, 226), (42, 42, 46), (196, 52, 48)
MARGIN_PX = 150
FACE = "NotoSansSC-Medium.ttf"


def drawn(name: str, fonts: Path) -> np.ndarray:
    """Return a page as an array of height, width and blue, green, red. Raises KeyError."""
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    sheet = sheets()[name]
    picture = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), WHITE)
    pen = ImageDraw.Draw(picture)
    face = str(fonts / FACE)
    pen.text(
        (WIDTH_PX / 2, 2 * MARGIN_PX), sheet.title, INK, ImageFont.truetype(face, 78), anchor="mm"
    )
    _lines(pen, sheet, face)
    if sheet.seal:
        _seal(pen, sheet.seal, ImageFont.truetype(face, 44))
    return np.ascontiguousarray(np.asarray(picture)[:, :, ::-1])


def _lines(pen: ImageDraw, sheet: Sheet, face: str) -> None:
    from PIL import ImageFont

    words = ImageFont.truetype(face, 44)
    top, step = 480, 118 if sheet.table else 84
    right = WIDTH_PX - MARGIN_PX
    for row, line in enumerate(sheet.lines):
        y = top + row * step
        pen.text((MARGIN_PX + 20, y + step / 2), line, INK, words, anchor="lm")
        if sheet.table:
            pen.rectangle((MARGIN_PX, y, right, y + step), outline=INK, width=4)
    small, wide = ImageFont.truetype(face, 32), (right - MARGIN_PX) // 32
    for row, y in enumerate(range(top + len(sheet.lines) * step + 90, 1780, 52)):
        words_here = (sheet.small * 9)[row * wide : (row + 1) * wide]
        pen.text((MARGIN_PX, y), words_here, INK, small)


def _seal(pen: ImageDraw, words: str, font: FreeTypeFont) -> None:
    x, y, radius = WIDTH_PX - 420, HEIGHT_PX - 330, 165
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=SEAL, width=12)
    pen.text((x, y + 60), words, SEAL, font, anchor="mm")
    pen.regular_polygon((x, y - 20, 50), 5, fill=SEAL)
