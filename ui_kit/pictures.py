"""A bounded store of rendered pictures, so that a key is drawn once and then only copied."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

_BYTES_PER_PIXEL = 4
_PANELS_HELD = 4
"""As many pixels as four whole pages: all frames and icons, and the drawings of a visit."""


class Pictures:
    """Rendered pictures by what they show; the longest unused go first.

    `limit_bytes` bounds their sum; the picture in use is kept even when it alone is larger.
    """

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        self._held: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable, size: QSize, render: Callable[[QPainter], None]) -> QPixmap:
        """Return the picture of a key, rendered on a transparent ground when it is new."""
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
            return held
        picture = QPixmap(size.expandedTo(QSize(1, 1)))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        try:
            render(painter)
        finally:
            painter.end()
        self._hold(key, picture)
        return picture

    def _hold(self, key: Hashable, picture: QPixmap) -> None:
        self._held[key] = picture
        self._bytes += _cost(picture)
        while self._bytes > self._limit_bytes and len(self._held) > 1:
            _, dropped = self._held.popitem(last=False)
            self._bytes -= _cost(dropped)


def pictures_for(width_px: int, height_px: int) -> Pictures:
    """Return a store that suits a panel."""
    return Pictures(_PANELS_HELD * width_px * height_px * _BYTES_PER_PIXEL)


def _cost(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_PER_PIXEL
