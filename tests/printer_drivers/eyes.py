"""Eyes that read paper: figures found in a picture and told by Qt's own drawing of the typeface.

The slip is drawn by Pillow from digits that fontTools froze into a font of their own. Here Qt draws
the same ten digits from the font file as it was delivered, with its own shaper and rasteriser, so
both would have to be wrong in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
FORMS = ("tnum", "cv01", "cv03", "cv04")
SIZE = (24, 36)
# A figure whose picture differs from every digit in more than this share is none.
ALIKE = 0.16
# The digits of a long number are narrowed to fit the paper; they stay nearest to themselves.
ALIKE_THOUGH_NARROWED = 0.3


@dataclass(frozen=True)
class Figure:
    """One stretch of ink in a row: its place in dots and the digit it is, if it is one."""

    left: int
    right: int
    height: int
    digit: str | None


def bands(picture: Image.Image, axis: str) -> list[tuple[int, int]]:
    """Return [start, end) of every stretch of rows ("y") or columns ("x") that holds ink."""
    columns, rows = ImageChops.invert(picture.convert("L")).getprojection()
    marks = [*(rows if axis == "y" else columns), 0]
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, dark in enumerate(marks):
        if dark and start is None:
            start = at
        if not dark and start is not None:
            found.append((start, at))
            start = None
    return found


def ink_box(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of all ink; fails on white paper."""
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None, "the paper is white"
    return box


def read_number(picture: Image.Image) -> str:
    """Read the ticket number back from the paper: every tall figure of the tallest row.

    A tall figure that is no digit is read as "?".
    """
    top, bottom = number_band(picture)
    row = picture.convert("L").crop((0, top, picture.width, bottom))
    tall = [f for f in figures(row, "Bold", ALIKE_THOUGH_NARROWED) if f.height > 0.9 * row.height]
    return "".join(figure.digit or "?" for figure in tall)


def number_band(picture: Image.Image) -> tuple[int, int]:
    """The tallest band of ink is the number."""
    return max(bands(picture, "y"), key=lambda band: band[1] - band[0])


def figures(picture: Image.Image, weight: str, alike: float = ALIKE) -> list[Figure]:
    """Return the stretches of ink of one row from left to right."""
    row = picture.convert("L")
    found = []
    for left, right in bands(row, "x"):
        tight = row.crop((left, 0, right, row.height))
        tight = tight.crop(ink_box(tight))
        found.append(Figure(left, right, tight.height, digit_of(tight, weight, alike)))
    return found


def digit_of(tight: Image.Image, weight: str, alike: float) -> str | None:
    """Return the digit whose picture lies nearest, None when none of the ten is near enough."""
    if not 0.3 < tight.width / tight.height < 1.0:
        return None
    apart = {digit: _apart(tight, _drawn(weight, digit)) for digit in "0123456789"}
    nearest = min(apart, key=lambda digit: apart[digit])
    return nearest if apart[nearest] <= alike else None


def digits_apart(weight: str) -> float:
    """Return how far the two digits that look most alike are apart, 0 to 1."""
    return min(
        _apart(_drawn(weight, one), _drawn(weight, other))
        for one in "0123456789"
        for other in "0123456789"
        if one != other
    )


def rows_of_text(picture: Image.Image) -> int:
    """Return how many rows of characters stand on the paper; rules are no rows.

    Parts of one character that lie above each other are less than a millimetre apart.
    """
    rows, last_end = 0, -100
    for top, bottom in bands(picture, "y"):
        if bottom - top <= 6 and top - last_end >= 8:
            continue
        rows += top - last_end >= 8
        last_end = bottom
    return rows


def longest_run_of_digits(picture: Image.Image, weights: tuple[str, ...]) -> int:
    """Return how many digits stand side by side at most, anywhere on the paper."""
    longest = 0
    for top, bottom in bands(picture, "y"):
        row = picture.convert("L").crop((0, top, picture.width, bottom))
        for weight in weights:
            run, last = 0, None
            for figure in figures(row, weight):
                near = last is not None and figure.left - last.right < 0.5 * figure.height
                run = 0 if figure.digit is None else run + 1 if near else 1
                last, longest = figure, max(longest, run)
    return longest


def _apart(one: Image.Image, other: Image.Image) -> float:
    shape = abs(one.width / one.height - other.width / other.height)
    difference = ImageChops.difference(one.resize(SIZE), other.resize(SIZE))
    return sum(difference.tobytes()) / (255 * SIZE[0] * SIZE[1]) + shape


@cache
def _application() -> Any:
    return QApplication.instance() or QApplication([])


@cache
def _drawn(weight: str, digit: str) -> Image.Image:
    _application()
    number = QFontDatabase.addApplicationFont(str(FONTS / f"Inter-{weight}.ttf"))
    assert number >= 0
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setStyleName(weight)
    font.setPixelSize(200)
    for form in FORMS:
        font.setFeature(QFont.Tag(form), 1)
    image = QImage(400, 300, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    path = QPainterPath()
    path.addText(50, 230, font, digit)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor("black"))
    painter.end()
    size = (image.width(), image.height())
    drawn = Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())
    return drawn.crop(ink_box(drawn))
