"""A key laid from pieces is the key drawn in one."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from ui_kit.key_frame import draw_frame
from ui_kit.key_look import KeyState, KeyStyle, key_look
from ui_kit.key_paint import draw_key
from ui_kit.theme import Mode, Theme

SIZE = QSize(900, 240)
REST = QRectF(17.3, 16.6, 865.2, 180.4)


def painted(theme: Theme, how) -> Image.Image:
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    how(painter)
    painter.end()
    return Image.frombuffer("RGBA", (900, 240), bytes(image.constBits()), "raw", "BGRA", 0, 1)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("style", KeyStyle)
@pytest.mark.parametrize("state", [KeyState.REST, KeyState.PRESSED, KeyState.ON, KeyState.DISABLED])
def test_a_frame_laid_from_pieces_is_the_frame_drawn_whole(theme: Theme, mode, style, state):
    theme.set_mode(mode)
    look = key_look(theme, style, state)
    pieces = painted(
        theme, lambda painter: draw_frame(painter, theme, (style, state), SIZE, REST, look)
    )
    whole = painted(theme, lambda painter: draw_key(painter, theme, REST, look))
    bands = ImageChops.difference(pieces, whole).split()
    most = max(level for band in bands for level, count in enumerate(band.histogram()) if count)
    assert most <= 6  # shadows are laid over each other before they are laid on the page


def test_keys_of_one_height_share_one_picture(theme: Theme):
    look = key_look(theme, KeyStyle.KEY, KeyState.REST)
    for width in (600, 700, 900):
        rest = QRectF(17.3, 16.6, width - 34.8, 180.4)
        size = QSize(width, 240)
        painted(theme, lambda p, s=size, r=rest: draw_frame(p, theme, "key", s, r, look))
    frames = [key for key in theme.pictures._held if isinstance(key, tuple) and key[0] == "key"]
    assert len(frames) == 1
