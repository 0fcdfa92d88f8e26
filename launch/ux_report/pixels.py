"""What is really on the glass: contrast of words, edges and icons from rendered pixels.

A page is painted whole, without its words, and without words and icons. The difference of two
pictures shows where the ink is; the picture without it shows the ground it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from launch.ux_report.boxes import Box
from launch.ux_report.colour import Colour, contrast
from launch.ux_report.drawn import Drawn, Line, Target, watching
from launch.ux_report.rules import (
    CONTRAST,
    CONTRAST_EDGE,
    CONTRAST_LENS,
    CONTRAST_RESTING,
    Measure,
)
from launch.ux_report.showing import HidingIcons
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_CHANGED = 48
"""How far apart two pixels must be to differ; what is fainter is the edge of a glyph."""
_LEAST_GROUND = 0.01
"""A colour of the ground counts from this share on."""
_LEAST_INK = 0.01
_Counts = list[tuple[int, Colour]]


@dataclass(frozen=True)
class Layers:
    """A page as it is, without its words, and without words and icons."""

    whole: Image.Image
    wordless: Image.Image
    bare: Image.Image


def picture(window: QWidget) -> QImage:
    """Paint a window as it is."""
    for widget in window.findChildren(KitWidget):
        widget.look_changed()
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image)
    return image


def layers(window: QWidget, theme: Theme) -> Layers:
    """Paint a window three times."""
    whole = as_pil(picture(window))
    with watching(theme.fonts, hides=True):
        wordless = as_pil(picture(window))
        icons = theme.icons
        if not isinstance(icons, HidingIcons):
            return Layers(whole, wordless, wordless)
        icons.hides = True
        try:
            bare = as_pil(picture(window))
        finally:
            icons.hides = False
    return Layers(whole, wordless, bare)


def as_pil(image: QImage) -> Image.Image:
    """Return a picture of Qt as one of Pillow."""
    size = (image.width(), image.height())
    stride = image.bytesPerLine()
    return Image.frombuffer("RGB", size, bytes(image.constBits()), "raw", "BGRX", stride, 1)


def measures(seen: Layers, drawn: Drawn) -> Iterator[Measure]:
    """Measure contrast of words, edges of keys and icons."""
    for line in drawn.lines:
        yield from _words(seen, line)
    for target in drawn.targets:
        if target.live:
            edge = _edge(seen.wordless, target)
            if edge is not None:
                yield Measure("C2", edge, CONTRAST_EDGE, target.name, target.face)
    resting = {target.name for target in drawn.targets if not target.live}
    for part in drawn.parts:
        if part.leaf and part.name not in resting:
            icon = _ink_on(seen.wordless, seen.bare, part.box, only_under_it=True)
            if icon is not None:
                value = _worst(*icon, aged=False)
                yield Measure("C2i", value, CONTRAST_EDGE, part.name, part.box)


def _words(seen: Layers, line: Line) -> Iterator[Measure]:
    found = _ink_on(seen.whole, seen.wordless, line.box)
    if found is None:
        return
    plain, aged = _worst(*found, aged=False), _worst(*found, aged=True)
    rules = ("C1d", "C3d") if line.resting else ("C1", "C3")
    required = CONTRAST_RESTING if line.resting else CONTRAST
    yield Measure(rules[0], plain, required, line.text, line.box)
    yield Measure(rules[1], aged, CONTRAST_LENS, line.text, line.box)


def _worst(ink: Colour, grounds: list[Colour], *, aged: bool) -> float:
    return min(contrast(ink, ground, aged=aged) for ground in grounds)


def _ink_on(
    whole: Image.Image, without: Image.Image, box: Box, *, only_under_it: bool = False
) -> tuple[Colour, list[Colour]] | None:
    """Return the colour of the ink in a box and the colours of its ground.

    The box of words holds their ground; that of a widget holds more than the ground of its icon.
    """
    area = _inside(box, whole.size)
    if area is None:
        return None
    inked, ground = whole.crop(area), without.crop(area)
    changed = ImageChops.difference(inked, ground).convert("L").point(_is_changed)
    inner = changed.getbbox()
    if inner is None:
        return None
    inked, ground, changed = inked.crop(inner), ground.crop(inner), changed.crop(inner)
    grounds = _counted(ground, changed if only_under_it else None)
    pixels = sum(count for count, _ in grounds)
    shown = [colour for count, colour in grounds if count >= pixels * _LEAST_GROUND]
    usual = max(grounds)[1]
    inks = _counted(inked, changed)
    least = max(2.0, sum(count for count, _ in inks) * _LEAST_INK)
    often = [colour for count, colour in inks if count >= least] or [max(inks)[1]]
    ink = max(often, key=lambda colour: contrast(colour, usual))
    return ink, shown or [usual]


def _is_changed(difference: int) -> int:
    return 255 if difference > _CHANGED else 0


def _counted(image: Image.Image, mask: Image.Image | None) -> _Counts:
    """Count the colours of a picture, under a mask only where it is set."""
    if mask is not None:
        nowhere = Image.new("RGBA", image.size, (0, 0, 0, 0))
        image = Image.composite(image.convert("RGBA"), nowhere, mask)
    found: _Counts = []
    for count, colour in image.getcolors(image.width * image.height) or []:
        if isinstance(colour, tuple) and (mask is None or colour[3]):
            found.append((count, colour[:3]))
    return found


def _inside(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int] | None:
    left, top = max(0, round(box.x)), max(0, round(box.y))
    right, bottom = min(size[0], round(box.right)), min(size[1], round(box.bottom))
    return (left, top, right, bottom) if right > left and bottom > top else None


def _edge(image: Image.Image, target: Target) -> float | None:
    """Return how much the weakest of three edges stands out from the ground beside it."""
    face, unit = target.face.moved(0, target.down_px), max(3.0, target.lip_px)
    middle = face.y + face.h / 2
    ways = (
        ((face.x, middle), (-1, 0)),
        ((face.right - 1, middle), (1, 0)),
        ((face.x + face.w / 2, face.y), (0, -1)),
    )
    found = [_crossing(image, at, way, unit) for at, way in ways]
    seen = [one for one in found if one is not None]
    return min(seen) if seen else None


def _crossing(
    image: Image.Image, at: tuple[float, float], way: tuple[int, int], unit: float
) -> float | None:
    """Return the strongest contrast met on the way from the ground over an edge into the face."""

    def pixel(outward: float) -> Colour | None:
        x, y = round(at[0] + way[0] * outward), round(at[1] + way[1] * outward)
        if not (0 <= x < image.width and 0 <= y < image.height):
            return None
        found = image.getpixel((x, y))
        return found[:3] if isinstance(found, tuple) else None

    ground = pixel(unit * 0.7)
    steps = [pixel(outward) for outward in range(-round(unit * 0.6), round(unit * 0.3) + 1)]
    met = [one for one in steps if one is not None]
    return max(contrast(one, ground) for one in met) if ground is not None and met else None
