"""A bounded store of rendered pictures, so that a key is drawn once and then only copied."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

_BYTES_PER_PIXEL = 4
_PANELS_HELD = 5
"""As many pixels as five whole pages: all frames, icons and drawings of a kiosk in one mode.

Pages that come round in turn must all fit: the longest unused is always the one that comes next.
"""


class Pictures:
    """Rendered pictures by what they show; the longest unused go first.

    `limit_bytes` bounds their sum; the picture in use is kept even when it alone is larger.
    """

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._held: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._corners: dict[Hashable, QPointF] = {}
        self._bytes = 0

    def get(self, key: Hashable, size: QSize, render: Callable[[QPainter], None]) -> QPixmap:
        """Return the picture of a key, rendered on a transparent ground when it is new."""
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
            return held
        picture = QPixmap(size.expandedTo(QSize(1, 1)))
        picture.fill(Qt.GlobalColor.transparent)
        _paint(picture, render)
        self._hold(key, picture)
        return picture

    def lay(
        self, painter: QPainter, at: QPointF, key: Hashable, size: QSize,
        render: Callable[[QPainter], None],
    ) -> None:  # fmt: skip
        """Draw the picture of a key, its corner at `at`; it is held without its empty margins."""
        if key in self._held:
            self._held.move_to_end(key)
        else:
            whole = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
            whole.fill(Qt.GlobalColor.transparent)
            _paint(whole, render)
            inked = inked_rect(whole)
            self._corners[key] = QPointF(inked.topLeft())
            self._hold(key, QPixmap.fromImage(whole.copy(inked)))
        painter.drawPixmap(at + self._corners[key], self._held[key])

    def _hold(self, new: Hashable, picture: QPixmap) -> None:
        self._held[new] = picture
        self._bytes += _cost(picture)
        while self._bytes > self._limit_bytes and len(self._held) > 1:
            key, dropped = self._held.popitem(last=False)
            self._corners.pop(key, None)
            self._bytes -= _cost(dropped)


def pictures_for(width_px: int, height_px: int) -> Pictures:
    """Return a store that suits a panel."""
    return Pictures(_PANELS_HELD * width_px * height_px * _BYTES_PER_PIXEL)


def _cost(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_PER_PIXEL


def inked_rect(image: QImage) -> QRect:
    """Return the smallest rectangle that holds all that is drawn on a transparent ground."""
    row = image.width() * _BYTES_PER_PIXEL
    inked = bytes(image.constBits())
    top = (len(inked) - len(inked.lstrip(b"\0"))) // row
    bottom = -(-len(inked.rstrip(b"\0")) // row)
    rows = [inked[y * row : (y + 1) * row] for y in range(top, bottom)]
    if not rows:
        return QRect(0, 0, 1, 1)
    left = min(row - len(line.lstrip(b"\0")) for line in rows) // _BYTES_PER_PIXEL
    right = -(-max(len(line.rstrip(b"\0")) for line in rows) // _BYTES_PER_PIXEL)
    return QRect(left, top, right - left, bottom - top)


def _paint(page: QPixmap | QImage, render: Callable[[QPainter], None]) -> None:
    painter = QPainter(page)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    try:
        render(painter)
    finally:
        painter.end()
