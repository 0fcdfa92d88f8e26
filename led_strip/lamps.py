"""What a strip looks like from below, each lamp a dot; drawn for the papers of a tour."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

LAMP_PX = 7
FRAME_LAMPS = 2
OFF, LIT, CASE = (44, 16, 16), (255, 56, 40), (18, 14, 14)
FULL, HALF = 16, 8
_HALF_EM = 14


def picture(text: str, width_lamps: int, font_file: Path) -> Image.Image:
    """Return one line of 16 lamps' height: in the middle, or its beginning where it is too long."""
    dots = _dots(text, width_lamps, font_file)
    side = LAMP_PX
    size = ((width_lamps + 2 * FRAME_LAMPS) * side, (FULL + 2 * FRAME_LAMPS) * side)
    shown = Image.new("RGB", size, CASE)
    draw = ImageDraw.Draw(shown)
    for y in range(FULL):
        for x in range(width_lamps):
            left, top = (x + FRAME_LAMPS) * side, (y + FRAME_LAMPS) * side
            colour = LIT if dots.getpixel((x, y)) else OFF
            draw.ellipse((left + 1, top + 1, left + side - 2, top + side - 2), fill=colour)
    return shown


def _dots(text: str, width_lamps: int, font_file: Path) -> Image.Image:
    full = ImageFont.truetype(str(font_file), FULL)
    half = ImageFont.truetype(str(font_file), _HALF_EM)
    widths = [HALF if character.isascii() else FULL for character in text]
    dots = Image.new("1", (width_lamps, FULL))
    draw = ImageDraw.Draw(dots)
    draw.fontmode = "1"
    x = max(0, (width_lamps - sum(widths)) // 2)
    for character, width in zip(text, widths, strict=True):
        font = half if width == HALF else full
        draw.text((x + width / 2, FULL - 2), character, fill=1, font=font, anchor="ms")
        x += width
    return dots
