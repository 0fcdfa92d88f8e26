"""Draws a number that was given: on the slip that came out, or giant, to be kept in mind."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import GAP, grid_cell, halves, key_rects, keys_height, room
from kiosk.views import SlipView
from ui_kit.line_break import in_one_line
from ui_kit.panel import RectMm
from ui_kit.sheets import NumberCard
from ui_kit.slip_view import SlipView as SlipPicture
from ui_kit.text import DISPLAY_SPACING, TEXT_SPACING, Align
from ui_kit.words import TextLook

_LINE_H, _FACT_H, _PICTURE_H, _SENTENCE_H, _STEP = 28.0, 35.0, 62.0, 20.0, 7.0
_MOST_CARD_H = 205.0
_NOTE_EM, _TWO_LINES_H = 11.9, 38.0


@dataclass(frozen=True)
class _Places:
    """Where the parts of the page lie."""

    title: RectMm
    card: RectMm
    facts: RectMm
    beside: RectMm


def draw_number(canvas: Canvas, body: SlipView) -> None:
    """Title, number, how many are before, what comes next, keys."""
    parts = room(
        canvas.content, canvas.theme.panel.height_mm, keys_height(body.keys, "stack"),
        low=canvas.low,
    )  # fmt: skip
    if canvas.lying:
        places = _lying(canvas, body, parts.about, parts.keys)
    else:
        places = _upright(body, parts.about)
    align = Align.CENTRE if body.on_paper else Align.LEFT
    look = TextLook(24.8, 900, align=align, floor_mm=13.4, scales=False)
    canvas.words(body.title, places.title, look, "title")
    _card(canvas, body, places.card)
    for index, fact in enumerate(body.facts):
        canvas.fact(fact, grid_cell(places.facts, len(body.facts), 1, index), f"fact.{index}")
    _beside(canvas, body, places.beside)
    for view, at in zip(body.keys, key_rects(body.keys, "stack", parts.keys), strict=True):
        canvas.key(view, at)


def _title_h(body: SlipView) -> float:
    return _LINE_H + (body.title.count("\n") * _LINE_H * 1.2) + 4


def _upright(body: SlipView, about: RectMm) -> _Places:
    title = RectMm(about.x, about.y + 1, about.w, _title_h(body))
    top = title.bottom + 3
    said_h = _PICTURE_H if body.drawing else (_SENTENCE_H if body.sentence else 0.0)
    rest = about.bottom - top
    card = RectMm(about.x, top, about.w, min(_MOST_CARD_H, rest - _FACT_H - said_h - 2 * _STEP))
    facts = RectMm(about.x, card.bottom + _STEP, about.w, _FACT_H)
    below = facts.bottom + _STEP - 1
    return _Places(title, card, facts, RectMm(about.x, below, about.w, about.bottom - below))


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
    return _Places(title, card, facts, RectMm(right.x, below, right.w, right.bottom - below))


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
