"""Draws a paper under the camera: its picture as large as the page allows, and what is said of it.

Object names: `page_picture`, `title`, `line`, `said`.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import key_rects, keys_height, room
from kiosk.views import LayView
from ui_kit.page_picture import PagePicture
from ui_kit.panel import RectMm
from ui_kit.words import TextBlock, TextLook

_LINE_H, _TITLE_H, _SAID_H = 17.0, 32.0, 42.0
_LYING_LINE_H, _LYING_TITLE_H = 15.0, 24.0
_LINE_EM, _TITLE_EM, _SAID_EM = 11.4, 26.0, 20.8
_AIR = 3.0


@dataclass(frozen=True)
class Laid:
    """What changes on the page while it is shown."""

    picture: PagePicture
    said: TextBlock

    def say(self, text: str) -> None:
        """Say what the camera sees now."""
        self.said.set_text(text)


def draw_lay(canvas: Canvas, body: LayView) -> Laid:
    """Fill the page; words over and under the picture, on a lying glass beside it."""
    wanted = keys_height(body.keys, "stack")
    parts = room(canvas.content, canvas.theme.panel.height_mm, wanted, low=canvas.low)
    for view, at in zip(body.keys, key_rects(body.keys, "stack", parts.keys), strict=True):
        canvas.key(view, at)
    if canvas.lying and canvas.low:
        return _low_lying(canvas, body, parts.about)
    if canvas.lying:
        over = RectMm(
            parts.keys.x, parts.about.y + 2, parts.keys.w, parts.keys.y - parts.about.y - 6
        )
        return _words_beside(canvas, body, parts.about, over)
    return _standing(canvas, body, parts.about)


def _standing(canvas: Canvas, body: LayView, about: RectMm) -> Laid:
    top = _head(canvas, body, about.x, about.y, about.w)
    high = about.bottom - _SAID_H - top - _AIR
    picture = _picture(canvas, body, RectMm(about.x, top, about.w, high))
    said = _said(canvas, body, RectMm(about.x, about.bottom - _SAID_H, about.w, _SAID_H))
    return Laid(picture, said)


def _low_lying(canvas: Canvas, body: LayView, about: RectMm) -> Laid:
    """The picture at the left of the words, both over the keys."""
    wide = about.w * 0.5
    picture = _picture(canvas, body, RectMm(about.x, about.y + 2, wide, about.h - 4))
    words = RectMm(about.x + wide + 8, about.y, about.w - wide - 8, about.h)
    top = _head(canvas, body, words.x, words.y, words.w)
    said = _said(canvas, body, RectMm(words.x, top, words.w, words.bottom - top))
    return Laid(picture, said)


def _words_beside(canvas: Canvas, body: LayView, about: RectMm, words: RectMm) -> Laid:
    picture = _picture(canvas, body, RectMm(about.x, about.y + 2, about.w, about.h - 2))
    top = _head(canvas, body, words.x, words.y, words.w)
    said = _said(canvas, body, RectMm(words.x, top, words.w, words.bottom - top))
    return Laid(picture, said)


def _head(canvas: Canvas, body: LayView, x: float, y: float, wide: float) -> float:
    """Lay which paper it is; return where that ends."""
    line_h = _LYING_LINE_H if canvas.lying else _LINE_H
    title_h = _LYING_TITLE_H if canvas.lying else _TITLE_H
    line = TextLook(_LINE_EM, 500, "ink2", max_lines=1, scales=False)
    canvas.words(body.line, RectMm(x, y, wide, line_h), line, "line")
    look = TextLook(_TITLE_EM, 900, floor_mm=13.4, max_lines=1, scales=False)
    canvas.words(body.title, RectMm(x, y + line_h, wide, title_h), look, "title")
    return y + line_h + title_h + _AIR


def _picture(canvas: Canvas, body: LayView, at: RectMm) -> PagePicture:
    picture = PagePicture(canvas.theme)
    picture.setObjectName("page_picture")
    picture.expect(live=body.live, jpeg=body.jpeg)
    return canvas.lay(picture, at)


def _said(canvas: Canvas, body: LayView, at: RectMm) -> TextBlock:
    look = TextLook(_SAID_EM, 900, floor_mm=13.4, max_lines=2, scales=False)
    return canvas.lay(TextBlock(canvas.theme, body.said, look, "said"), at)
