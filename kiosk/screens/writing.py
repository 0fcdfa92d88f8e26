"""Draws the sheet to write on, as large as the page allows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import DANGER_GAP, FOOT, GAP, halves, room
from kiosk.views import KeyView, WriteView
from ui_kit.handwriting_pad import LEAST_HEIGHT_MM, HandwritingPad
from ui_kit.line_break import in_one_line
from ui_kit.panel import RectMm
from ui_kit.text import TEXT_SPACING
from ui_kit.words import TextLook

WIDEST_MM, HIGHEST_MM = 400.0, 200.0
"""Nobody has to reach farther to write."""

_KEYS_H, _DONE_H, _WIPE_H = 46.0, 40.0, 32.0
_TITLE_H, _SENTENCE_H, _NOTE_H = 36.0, 23.0, 19.0
_WORDS_H = _TITLE_H + _SENTENCE_H + _NOTE_H
_LOW_SHARE, _LOW_LYING_SHARE = 0.66, 0.52
_TWO_LINES_H = 36.0


@dataclass(frozen=True)
class _Places:
    """Where words, sheet and both keys lie."""

    words: RectMm
    sheet: RectMm
    done: RectMm
    wipe: RectMm


def draw_sheet(canvas: Canvas, body: WriteView) -> HandwritingPad:
    """Fill the page; return the pad, on which what was written stands again."""
    if canvas.low:
        places = _lowered(canvas)
    elif canvas.lying:
        places = _lying(canvas)
    else:
        places = _standing(canvas)
    _words(canvas, body, places.words)
    pad = canvas.lay(HandwritingPad(canvas.theme, body.hint), places.sheet)
    if body.sheet is not None:
        pad.set_sheet(body.sheet)
    _key(canvas, body.done, places.done)
    _key(canvas, body.wipe, places.wipe)
    return pad


def _standing(canvas: Canvas) -> _Places:
    """Words, sheet, keys from the top down."""
    parts = room(canvas.content, canvas.theme.panel.height_mm, _KEYS_H, low=False)
    about = parts.about
    high = min(HIGHEST_MM, about.h - _WORDS_H - 4)
    sheet = RectMm(about.x, about.bottom - high - 2, min(WIDEST_MM, about.w), high)
    spare = sheet.y - about.y - _WORDS_H
    words = RectMm(about.x, about.y + max(spare * 0.4, spare - 8), about.w, _WORDS_H)
    return _Places(words, sheet, *halves(parts.keys, 0.62, DANGER_GAP))


def _lying(canvas: Canvas) -> _Places:
    """The sheet at the left, words and keys at the right of it."""
    content = canvas.content
    bottom = content.bottom - FOOT
    left, right = halves(content, 0.6, GAP)
    high = min(HIGHEST_MM, content.h - FOOT - 4)
    sheet = RectMm(left.x, bottom - high, min(WIDEST_MM, left.w), high)
    done, wipe = _stacked(RectMm(right.x, bottom, right.w, 0), _DONE_H, _WIPE_H)
    words_h = min(_WORDS_H, done.y - sheet.y - 3)
    return _Places(RectMm(right.x, sheet.y, right.w, words_h), sheet, done, wipe)


def _lowered(canvas: Canvas) -> _Places:
    """Words above; sheet and keys side by side in the lowest part of the glass.

    A lying glass has no room for a sheet in its lowest two fifths: it begins a little higher.
    """
    parts = room(canvas.content, canvas.theme.panel.height_mm, LEAST_HEIGHT_MM, low=True)
    share = _LOW_LYING_SHARE if canvas.lying else _LOW_SHARE
    left, right = halves(parts.keys, share, GAP)
    high = max(left.h, LEAST_HEIGHT_MM + 0.5)
    sheet = RectMm(left.x, left.bottom - high, min(WIDEST_MM, left.w), high)
    about = RectMm(parts.about.x, parts.about.y, parts.about.w, sheet.y - parts.about.y - 4)
    if about.h > _WORDS_H + 60:
        top = about.y + _WORDS_H + 12
        canvas.picture("pencil_note", RectMm(about.x, top, about.w, about.bottom - top - 8))
    if canvas.lying:
        done, wipe = halves(right, 0.5, DANGER_GAP)
    else:
        done_h = (right.h - DANGER_GAP) * 0.55
        foot = RectMm(right.x, right.bottom, right.w, 0)
        done, wipe = _stacked(foot, done_h, right.h - DANGER_GAP - done_h)
    words = RectMm(about.x, about.y, about.w, min(_WORDS_H, about.h))
    return _Places(words, sheet, done, wipe)


def _stacked(foot: RectMm, done_h: float, wipe_h: float) -> tuple[RectMm, RectMm]:
    """Return the key that ends it, and below it, never near, the one that wipes."""
    wipe = RectMm(foot.x, foot.y - wipe_h, foot.w, wipe_h)
    return RectMm(foot.x, wipe.y - DANGER_GAP - done_h, foot.w, done_h), wipe


def _words(canvas: Canvas, body: WriteView, at: RectMm) -> None:
    unit = at.h / _WORDS_H
    y = at.y
    look = TextLook(canvas.theme.em_mm("title"), 900, floor_mm=13.4, max_lines=1, scales=False)
    canvas.words(body.title, RectMm(at.x, y, at.w, _TITLE_H * unit), look, "title")
    y += _TITLE_H * unit
    look = TextLook(15.9, max_lines=1)
    canvas.words(body.sentence, RectMm(at.x, y, at.w, _SENTENCE_H * unit), look, "sentence")
    y += _SENTENCE_H * unit
    look = TextLook(12.0, 500, "ink2", max_lines=1, spacing=TEXT_SPACING)
    canvas.words(body.note, RectMm(at.x, y, at.w, _NOTE_H * unit), look, "note")


def _key(canvas: Canvas, view: KeyView, at: RectMm) -> None:
    """Lay a key; its label in one line where there is no height for two."""
    flat = at.h < _TWO_LINES_H
    label = in_one_line(view.label) if flat else view.label
    em_mm = 0.0 if view.primary and at.w > 90 else 13.4
    canvas.key(replace(view, label=label), at, em_mm=em_mm)
