"""Draws the papers a matter asks for: how many, which, and what need not be brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import GAP, halves, room
from kiosk.views import BringView, PaperView
from ui_kit.drawing import Icon
from ui_kit.line_break import in_one_line
from ui_kit.panel import RectMm
from ui_kit.text import TEXT_SPACING, Align, TextStyle, fit
from ui_kit.words import LONGEST_LINE_EM, CountLine, CountLook, TextLook

_MATTER_EM, _PAPER_EM, _SMALL_EM = 12.4, 20.8, 10.4
_NOTE_SIZES = ((12.0, True), (12.0, False), (9.9, False))
_PAPER_FLOOR = 12.0
_KEYS_H, _ICON_W = 48.0, 36.0
_NOTE_LINES, _LEAST_HEAD_H = 3, 55.0
_TALL_PAPER = 22.0
_THREE_KEYS, _THREE_KEYS_LARGE = (16.0, 13.4, 11.4), (13.0, 12.0, 10.4)
"""Ems in one row, before the larger text makes them larger: there its words would not fit."""
_NOTES_AIR = 0.7
"""Between two notes, in ems: more than between the lines of one."""


def draw_bring(canvas: Canvas, body: BringView) -> None:
    """Fill the page. Lying glass holds words at the left, papers at the right, keys below both."""
    low = canvas.low or canvas.lying
    parts = room(canvas.content, canvas.theme.panel.height_mm, _KEYS_H, low=low)
    if canvas.lying:
        words, papers = halves(parts.about, 0.42)
        papers = RectMm(papers.x, papers.y + 4, papers.w, papers.h - 4)
        foot = _notes(canvas, body.notes, words)
        _head(canvas, body, RectMm(words.x, words.y, words.w, foot - words.y))
    else:
        about = parts.about
        foot = _notes(canvas, body.notes, about)
        below = _head(canvas, body, RectMm(about.x, about.y, about.w, (foot - about.y) * 0.4))
        papers = RectMm(about.x, below, about.w, foot - below)
    _papers(canvas, body.papers, papers)
    _keys(canvas, body, parts.keys)


def _head(canvas: Canvas, body: BringView, at: RectMm) -> float:
    """The matter, and how many papers, in large; return where that ends."""
    matter = in_one_line(body.matter)
    lines = 1 if len(matter) <= LONGEST_LINE_EM and at.w > len(matter) * _MATTER_EM else 2
    matter_h = _MATTER_EM * (1 + (lines - 1) * TEXT_SPACING) + 3
    look = TextLook(_MATTER_EM, 700, "ink2", scales=False, spacing=TEXT_SPACING)
    text = matter if lines == 1 else body.matter
    canvas.words(text, RectMm(at.x, at.y + 2, at.w, matter_h), look, "matter")
    top = at.y + 2 + matter_h + 1
    count_h = min(50.0, at.bottom - top)
    sized = (min(33.0, count_h * 0.66), min(55.0, count_h * 1.1))
    count = CountLook(*sized, 900, number_colour="green", align=Align.LEFT)
    line = CountLine(canvas.theme, body.lead, body.count, body.tail, count)
    canvas.lay(line, RectMm(at.x, top, at.w, count_h))
    return top + count_h + 3


def _papers(canvas: Canvas, papers: Sequence[PaperView], at: RectMm) -> None:
    if not papers:
        return
    each = min(60.0, at.h / len(papers))
    names_w = _names_width(canvas, papers, each, at.w - _ICON_W)
    for index, paper in enumerate(papers):
        y = at.y + index * each
        icon_mm = min(24.0, each * 0.6)
        place = RectMm(at.x + 2, y + (each - icon_mm) / 2, _ICON_W - 10, icon_mm)
        canvas.lay(Icon(canvas.theme, paper.icon, "ink"), place)
        words = RectMm(at.x + _ICON_W, y, at.w - _ICON_W, each)
        if each >= _TALL_PAPER:
            split = words.h * 0.54
            name = RectMm(words.x, y + 0.5, words.w, split - 0.5)
            second = RectMm(words.x, y + split, words.w, words.h * 0.43)
        else:
            name = RectMm(words.x, y, names_w, each)
            second = RectMm(words.x + names_w + 6, y, words.w - names_w - 6, each)
        canvas.words(paper.name, name, _name_look(each), "paper")
        look = TextLook(_SMALL_EM, 500, "ink2", max_lines=1, scales=False)
        canvas.words(paper.note, second, look, "paper.note")


def _name_look(each: float) -> TextLook:
    em_mm = min(_PAPER_EM, each * 0.5)
    return TextLook(em_mm, 900, max_lines=1, floor_mm=_PAPER_FLOOR, scales=False)


def _names_width(canvas: Canvas, papers: Sequence[PaperView], each: float, room_mm: float) -> float:
    """Return how much of a low row the longest name takes."""
    theme, look = canvas.theme, _name_look(each)
    em_px = theme.px(look.em_mm)
    widest = max(theme.fonts.width(paper.name, look.weight, em_px) for paper in papers)
    return min(theme.panel.mm(widest) + 1, room_mm * 0.6)


def _notes(canvas: Canvas, notes: Sequence[str], at: RectMm) -> float:
    """Lay the notes at the foot, the first one highest; return where they begin.

    They grow with the larger text, and shrink to the floor, as far as the head keeps its room.
    """
    for em_mm, scales in _NOTE_SIZES:
        size_mm = canvas.theme.panel.mm(canvas.theme.em_px(em_mm, scales=scales))
        heights = [_height(canvas, text, at.w, size_mm) for text in notes]
        air = size_mm * _NOTES_AIR
        whole = sum(heights) + air * len(notes)
        if whole <= at.h - _LEAST_HEAD_H:
            break
    look = TextLook(size_mm, 500, "ink2", spacing=TEXT_SPACING, max_lines=_NOTE_LINES, scales=False)
    top = y = at.bottom - whole
    for text, height in zip(notes, heights, strict=True):
        canvas.words(text, RectMm(at.x, y, at.w, height + 0.5), look, "note")
        y += height + air
    return top


def _height(canvas: Canvas, text: str, width: float, em_mm: float) -> float:
    """Return how high a note of an em is."""
    theme, em_px = canvas.theme, canvas.theme.px(em_mm)
    style = TextStyle(em_px, em_px, 500, TEXT_SPACING, _NOTE_LINES, LONGEST_LINE_EM)
    return theme.panel.mm(fit(theme.fonts, text, style, theme.px(width), theme.px(999.0)).height_px)


def _keys(canvas: Canvas, body: BringView, at: RectMm) -> None:
    """The green key first, then what is smaller; the last is narrow and needs no icon."""
    tall = min(at.h, 52.0)
    area = RectMm(at.x, at.bottom - tall, at.w, tall)
    take, *others = body.keys[:-1]
    done = replace(body.keys[-1], icon="")
    if not others:
        first, last = halves(area, 0.6, GAP)
        canvas.key(take, first, em_mm=20.8)
        canvas.key(done, last, em_mm=13.4)
        return
    first_em, middle_em, last_em = _THREE_KEYS_LARGE if canvas.large else _THREE_KEYS
    first, rest = halves(area, 0.42, GAP)
    middle, last = halves(rest, 0.64, GAP)
    canvas.key(take, first, em_mm=first_em)
    canvas.key(others[0], middle, em_mm=middle_em)
    canvas.key(done, last, em_mm=last_em)
