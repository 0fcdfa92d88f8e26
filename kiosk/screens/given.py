"""Draws a number that was given: on the slip that came out, or giant, to be kept in mind."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import (
    DANGER_GAP,
    GAP,
    grid_cell,
    halves,
    key_rects,
    keys_height,
    room,
)
from kiosk.views import SlipView
from ui_kit.line_break import in_one_line
from ui_kit.panel import RectMm
from ui_kit.sheets import NumberCard
from ui_kit.slip_view import SlipView as SlipPicture
from ui_kit.text import DISPLAY_SPACING, TEXT_SPACING, Align
from ui_kit.words import TextLook

_LINE_H, _FACT_H, _PICTURE_H, _SENTENCE_H, _STEP = 28.0, 35.0, 62.0, 20.0, 7.0
_MOST_CARD_H, _LEAST_CARD_H, _MATTER_EM = 205.0, 75.0, 15.9
"""Of a card with a number, and of the matter's name under it."""
_NOTE_EM, _TWO_LINES_H = 11.9, 38.0
_SMALL_KEY_EM, _NARROW_KEY_EM, _ROW_OF = 13.4, 11.9, 3
_ICON_NEEDS_W, _ICON_NEEDS_LARGE_W = 66.0, 80.0


@dataclass(frozen=True)
class _Places:
    """Where the parts of the page lie."""

    title: RectMm
    card: RectMm
    facts: RectMm
    beside: RectMm
    matter: RectMm


def draw_number(canvas: Canvas, body: SlipView) -> None:
    """Title, number, how many are before, what comes next, keys."""
    wanted = keys_height(body.keys[:2] if body.on_paper else body.keys, "stack")
    parts = room(canvas.content, canvas.theme.panel.height_mm, wanted, low=canvas.low)
    if canvas.lying:
        places = _lying(canvas, body, parts.about, parts.keys)
    else:
        places = _upright(body, parts.about)
    align = Align.CENTRE if body.on_paper else Align.LEFT
    look = TextLook(24.8, 900, align=align, floor_mm=13.4, scales=False)
    canvas.words(body.title, places.title, look, "title")
    _card(canvas, body, places.card)
    if places.matter.h:
        named = TextLook(_MATTER_EM, 700, align=Align.CENTRE, floor_mm=12.0, scales=False)
        canvas.words(body.matter, places.matter, named, "matter")
    for index, fact in enumerate(body.facts):
        canvas.fact(fact, grid_cell(places.facts, len(body.facts), 1, index), f"fact.{index}")
    _beside(canvas, body, places.beside)
    _keys(canvas, body, parts.keys)


def _keys(canvas: Canvas, body: SlipView, at: RectMm) -> None:
    """Keys of a slip stand in one row; the one that gives the number up is far from the rest."""
    if not body.on_paper or len(body.keys) < _ROW_OF - 1:
        for view, place in zip(body.keys, key_rects(body.keys, "stack", at), strict=True):
            canvas.key(view, place)
        return
    each = (at.w - GAP - DANGER_GAP) / _ROW_OF
    if len(body.keys) < _ROW_OF:
        each = (at.w - GAP) / len(body.keys)
    for view, x in zip(body.keys, (at.x, at.x + each + GAP, at.right - each), strict=False):
        narrow = each < (_ICON_NEEDS_LARGE_W if canvas.large else _ICON_NEEDS_W)
        plain = replace(view, icon="") if narrow else view
        em_mm = _NARROW_KEY_EM if each < _ICON_NEEDS_W else _SMALL_KEY_EM
        canvas.key(plain, RectMm(x, at.y, each, at.h), em_mm=em_mm)


def _title_h(body: SlipView) -> float:
    return _LINE_H + (body.title.count("\n") * _LINE_H * 1.2) + 4


def _upright(body: SlipView, about: RectMm) -> _Places:
    title = RectMm(about.x, about.y + 1, about.w, _title_h(body))
    top = title.bottom + 3
    said_h = _PICTURE_H if body.drawing else (_SENTENCE_H if body.sentence else 0.0)
    rest, fact_h = about.bottom - top, _FACT_H if body.facts else 0.0
    whole = RectMm(about.x, top, about.w, min(_MOST_CARD_H, rest - fact_h - said_h - 2 * _STEP))
    facts = RectMm(about.x, whole.bottom + _STEP, about.w, fact_h)
    below = facts.bottom + _STEP - 1
    beside = RectMm(about.x, below, about.w, about.bottom - below)
    card, matter = _shared(body, whole)
    return _Places(title, card, facts, beside, matter)


def _shared(body: SlipView, at: RectMm) -> tuple[RectMm, RectMm]:
    """Share a place between the card with the number and the matter under it.

    A slip bears its matter itself; where the number would lose its size it stands alone.
    """
    lines = body.matter.count("\n") + 1
    matter_h = _MATTER_EM * (1 + (lines - 1) * DISPLAY_SPACING) + 6
    if body.on_paper or not body.matter or at.h - matter_h < _LEAST_CARD_H:
        return at, RectMm(at.x, at.bottom, at.w, 0.0)
    card = RectMm(at.x, at.y, at.w, at.h - matter_h - _STEP / 2)
    return card, RectMm(at.x, at.bottom - matter_h, at.w, matter_h)


def _lying(canvas: Canvas, body: SlipView, about: RectMm, keys: RectMm) -> _Places:
    """The number at the left; facts and what comes next at the right, over the keys."""
    left = about
    right = RectMm(keys.x, canvas.content.y, keys.w, keys.y - canvas.content.y - GAP)
    if canvas.low:
        left, right = halves(about, 0.58)
    if canvas.low and body.on_paper:
        title = RectMm(right.x, right.y + 1, right.w, _title_h(body))
        facts = RectMm(right.x, title.bottom + 4, right.w, _FACT_H)
        card = left
    else:
        title = RectMm(left.x, left.y + 1, left.w, _title_h(body))
        facts = RectMm(right.x, right.y + 4, right.w, _FACT_H)
        card = RectMm(left.x, title.bottom + 3, left.w, left.bottom - title.bottom - 3)
    below = facts.bottom + _STEP - 1
    beside = RectMm(right.x, below, right.w, right.bottom - below)
    card, matter = _shared(body, card)
    return _Places(title, card, facts, beside, matter)


def _card(canvas: Canvas, body: SlipView, at: RectMm) -> None:
    seal, digits = body.number.seal, body.number.digits
    if body.on_paper:
        slip = SlipPicture(canvas.theme, body.caption, seal, digits, line=body.matter)
        canvas.lay(slip, at)
    else:
        canvas.lay(NumberCard(canvas.theme, seal, digits), at)


def _beside(canvas: Canvas, body: SlipView, at: RectMm) -> None:
    """The sentence, beside a drawing where there is one."""
    if not body.sentence:
        return
    if not body.drawing:
        look = TextLook(15.9, align=Align.CENTRE)
        canvas.words(in_one_line(body.sentence), at, look, "sentence")
        return
    picture, words = halves(at, 0.4, 8.0)
    canvas.picture(body.drawing, picture)
    note = TextLook(_NOTE_EM, 500, "ink2", spacing=TEXT_SPACING, scales=False)
    wide = canvas.theme.fonts.width(body.note, 500, canvas.theme.px(_NOTE_EM))
    lines = 1 if canvas.theme.panel.mm(wide) <= words.w else 2
    note_h = _NOTE_EM * (1 + (lines - 1) * TEXT_SPACING) + 3 if body.note else 0.0
    upper = RectMm(words.x, words.y, words.w, words.h - note_h)
    spacing = DISPLAY_SPACING if upper.h > _TWO_LINES_H else TEXT_SPACING
    canvas.words(body.sentence, upper, TextLook(17.9, 900, spacing=spacing), "sentence")
    canvas.words(body.note, RectMm(words.x, upper.bottom, words.w, note_h), note, "note")
