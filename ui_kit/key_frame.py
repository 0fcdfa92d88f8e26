"""The frame of a key as a shared picture: its two ends and a piece of its middle.

Between its ends a frame is the same all along, so a key of any width is laid from one small
picture, and keys of one height share it.
"""

from __future__ import annotations

import math
from collections.abc import Hashable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from ui_kit.key_look import KeyLook
from ui_kit.key_paint import draw_key
from ui_kit.theme import Theme

_PIECE_PX = 96
_SLACK_MM = 1.0


def draw_frame(
    painter: QPainter, theme: Theme, name: Hashable, size: QSize, rest: QRectF, look: KeyLook
) -> QRectF:
    """Draw shadow, lip and face of a key in a widget of `size`; return where the face lies now.

    `name` tells looks of the same height apart.
    """
    end = math.ceil(rest.left() + theme.px(look.radius_mm + _SLACK_MM))
    left_out = size.width() - 2 * end - _PIECE_PX
    if left_out <= 0 or look.dashed:
        left_out = 0
    made = QSize(size.width() - left_out, size.height())
    face = rest.adjusted(0, 0, -left_out, 0)
    key = (
        "key", name, theme.mode, theme.panel.px_per_mm, made.width(), made.height(),
        face.width(), face.height(),
    )  # fmt: skip
    frame = theme.pictures.get(key, made, lambda page: draw_key(page, theme, face, look))
    if left_out:
        _lay(painter, frame, size.width(), end)
    else:
        painter.drawPixmap(0, 0, frame)
    return rest.translated(0, theme.px(look.down_mm))


def _lay(painter: QPainter, frame: QPixmap, width: int, end: int) -> None:
    height = frame.height()
    painter.drawPixmap(0, 0, frame, 0, 0, end, height)
    for x in range(end, width - end, _PIECE_PX):
        piece = min(_PIECE_PX, width - end - x)
        painter.drawPixmap(x, 0, frame, end, 0, piece, height)
    painter.drawPixmap(width - end, 0, frame, frame.width() - end, 0, end, height)
