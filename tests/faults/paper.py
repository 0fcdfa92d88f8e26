"""Eyes for the one word a copy must bear: the framed mark at the right edge of the first row."""

from __future__ import annotations

from PIL import Image, ImageChops
from PySide6.QtGui import QColor, QFont, QFontDatabase, QImage, QPainter

from tests.printer_drivers.eyes import FONTS, bands, ink_box

SIZE = (64, 32)
FRAME_DOTS = 8
OTHER_WORDS = ("作废", "正本", "补交", "打印")


def marked_as_copy(picture: Image.Image) -> bool:
    """Whether 补打 stands in a frame at the right edge of the first row."""
    rows = bands(picture, "y")
    if not rows:
        return False
    top, bottom = rows[0]
    row = picture.convert("L").crop((0, top, picture.width, bottom))
    left, right = bands(row, "x")[-1]
    box = row.crop((left, 0, right, row.height))
    box = box.crop(ink_box(box))
    if not _framed(box):
        return False
    inner = box.crop((FRAME_DOTS, FRAME_DOTS, box.width - FRAME_DOTS, box.height - FRAME_DOTS))
    inner = inner.crop(ink_box(inner))
    apart = {word: _apart(inner, _drawn(word)) for word in ("补打", *OTHER_WORDS)}
    return min(apart, key=lambda word: apart[word]) == "补打"


def _framed(box: Image.Image) -> bool:
    """All four edges are ink but for the round corners."""
    edges = ((1, 0, 2, box.height), (0, 1, box.width, 2))
    inks = [ImageChops.invert(box.crop(edge)).tobytes() for edge in edges]
    return all(sum(value > 127 for value in ink) > 0.6 * len(ink) for ink in inks)


def _apart(one: Image.Image, other: Image.Image) -> int:
    return sum(ImageChops.difference(one.resize(SIZE), other.resize(SIZE)).tobytes())


def _drawn(word: str) -> Image.Image:
    number = QFontDatabase.addApplicationFont(str(FONTS / "NotoSansSC-Bold.ttf"))
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setStyleName("Bold")
    font.setPixelSize(36)
    image = QImage(120, 60, QImage.Format.Format_Grayscale8)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setFont(font)
    painter.setPen(QColor("black"))
    painter.drawText(10, 45, word)
    painter.end()
    size, line = (image.width(), image.height()), image.bytesPerLine()
    drawn = Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", line, 1)
    return drawn.crop(ink_box(drawn))
