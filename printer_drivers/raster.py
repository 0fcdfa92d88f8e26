"""A laid-out slip as black dots, 8 to the millimetre (203 dpi)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from devices.ports import Slip
from printer_drivers import mark
from printer_drivers.fonts import RARE_FACE, Face, FontBook
from printer_drivers.layout import Box, Mark, Page, Text, lay_out

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

DOTS_PER_MM = 8
# The mark has fine lines; it is drawn larger and brought down.
_FINE = 4
# A dot is burnt where at least a fifth of it is covered: thin strokes must hold on thermal paper.
PAPER_FROM = 205


@dataclass(frozen=True)
class Bitmap:
    """Black dots, packed 8 to a byte, left dot in the high bit, 1 = black, rows top down."""

    width_dots: int
    height_dots: int
    rows: bytes

    @property
    def row_bytes(self) -> int:
        """Bytes of one row."""
        return (self.width_dots + 7) // 8


class Rasteriser:
    """Draws slips; keeps the fonts it has opened, so it belongs to one thread at a time."""

    def __init__(self, book: FontBook) -> None:
        self._book = book
        self._fonts: dict[tuple[str, float], FreeTypeFont] = {}

    def bitmap(self, slip: Slip, width_dots: int) -> Bitmap:
        """Return the dots of a slip for a head of `width_dots`. Raises FontMissing."""
        from PIL import Image

        image = self.image(slip, width_dots)
        inverted = image.point(lambda value: 255 - value)
        return Bitmap(
            image.width, image.height, inverted.convert("1", dither=Image.Dither.NONE).tobytes()
        )

    def image(self, slip: Slip, width_dots: int) -> Image:
        """Return the slip as a grey picture of pure black and white."""
        from PIL import Image, ImageDraw

        page = lay_out(slip, self._book, width_dots / DOTS_PER_MM)
        size = (width_dots, round(page.height_mm * DOTS_PER_MM))
        picture = Image.new("L", size, 255)
        self._paint(page, picture, ImageDraw.Draw(picture))
        return picture.point(lambda value: 255 if value >= PAPER_FROM else 0)

    def _paint(self, page: Page, picture: Image, draw: ImageDraw) -> None:
        for piece in page.pieces:
            if isinstance(piece, Box):
                _paint_box(draw, piece)
            elif isinstance(piece, Mark):
                _paint_mark(picture, piece)
            elif piece.stretch < 1.0:
                self._paint_narrow(picture, piece)
            else:
                self._paint_text(draw, piece)

    def _paint_text(self, draw: ImageDraw, text: Text) -> None:
        em_dots = text.em_mm * DOTS_PER_MM
        font = self._font(text.run.face, em_dots)
        x, y = text.x_mm * DOTS_PER_MM, round(text.baseline_mm * DOTS_PER_MM)
        for character in text.run.text:
            draw.text(
                (x, y),
                character,
                font=font,
                fill=255 if text.white else 0,
                anchor="ls",
                # The thin Ming strokes of the rare characters would drop out on thermal paper.
                stroke_width=1 if text.run.face.name == RARE_FACE else 0,
            )
            x += text.run.face.advance_em(character) * em_dots

    def _paint_narrow(self, picture: Image, text: Text) -> None:
        from PIL import Image, ImageDraw

        em_dots = text.em_mm * DOTS_PER_MM
        wide = Image.new("L", (round(text.run.advance_em * em_dots), round(1.2 * em_dots)), 0)
        whole = Text(text.run, 0.0, 1.0 * text.em_mm, text.em_mm, white=True)
        self._paint_text(ImageDraw.Draw(wide), whole)
        narrow = wide.resize((round(wide.width * text.stretch), wide.height))
        at = (
            round(text.x_mm * DOTS_PER_MM),
            round(text.baseline_mm * DOTS_PER_MM) - round(em_dots),
        )
        picture.paste(255 if text.white else 0, at, narrow)

    def _font(self, face: Face, em_dots: float) -> FreeTypeFont:
        from PIL import ImageFont

        key = (face.name, em_dots)
        if key not in self._fonts:
            self._fonts[key] = ImageFont.truetype(
                str(face.path), em_dots, layout_engine=ImageFont.Layout.BASIC
            )
        return self._fonts[key]


def _paint_box(draw: ImageDraw, box: Box) -> None:
    left, top = round(box.x_mm * DOTS_PER_MM), round(box.y_mm * DOTS_PER_MM)
    right = left + round(box.width_mm * DOTS_PER_MM) - 1
    bottom = top + max(1, round(box.height_mm * DOTS_PER_MM)) - 1
    outline_dots = round(box.outline_mm * DOTS_PER_MM)
    draw.rounded_rectangle(
        (left, top, right, bottom),
        radius=box.radius_mm * DOTS_PER_MM,
        fill=None if outline_dots else 0,
        outline=0 if outline_dots else None,
        width=outline_dots,
    )


def _paint_mark(picture: Image, piece: Mark) -> None:
    from PIL import Image, ImageDraw

    side_dots = round(piece.side_mm * DOTS_PER_MM)
    scale = side_dots * _FINE / mark.SIDE
    fine = Image.new("L", (side_dots * _FINE,) * 2, 255)
    draw = ImageDraw.Draw(fine)

    def square(inset: float) -> tuple[float, float, float, float]:
        near, far = inset * scale, (mark.SIDE - inset) * scale
        return (near, near, far, far)

    def disc(centre: tuple[float, float], radius: float) -> None:
        x, y, r = centre[0] * scale, centre[1] * scale, radius * scale
        draw.ellipse((x - r, y - r, x + r, y + r), fill=255)

    draw.rounded_rectangle(square(mark.SEAL_INSET), mark.SEAL_RADIUS * scale, fill=0)
    draw.rounded_rectangle(
        square(mark.FRAME_INSET - mark.FRAME_STROKE / 2),
        mark.FRAME_RADIUS * scale,
        outline=255,
        width=round(mark.FRAME_STROKE * scale),
    )
    for stroke in mark.strokes():
        line = [(x * scale, y * scale) for x, y in stroke.points]
        draw.line(line, fill=255, width=round(stroke.width * scale), joint="curve")
        for end in (stroke.points[0], stroke.points[-1]):
            disc(end, stroke.width / 2)
    for head in mark.discs():
        disc(head.centre, head.radius)
    # The white figures are the thin part here, so the mark keeps the even threshold.
    small = fine.resize((side_dots, side_dots)).point(lambda value: 255 if value >= 145 else 0)
    picture.paste(small, (round(piece.x_mm * DOTS_PER_MM), round(piece.y_mm * DOTS_PER_MM)))
