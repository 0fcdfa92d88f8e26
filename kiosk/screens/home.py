"""Draws the home page: the one big thing, the tiles, and the keys of other languages."""

from __future__ import annotations

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import GAP, PRIMARY_GAP, grid_cell, halves, key_rects, room
from kiosk.views import HomeView, KeyView
from ui_kit.keys import BigKey, KeyFace
from ui_kit.line_break import in_one_line
from ui_kit.panel import RectMm
from ui_kit.text import Align
from ui_kit.tiles import HeroKey, Tile
from ui_kit.words import TextLook

_LANGUAGE_W, _LANGUAGE_H, _UNDER_CLOCK = 76.0, 22.0, 6.0
_LOW_LANGUAGE_W, _WORDS_IN_ONE_LINE_W = 50.0, 70.0


def draw_home(canvas: Canvas, body: HomeView) -> None:
    """Fill the home page."""
    if canvas.low:
        _home_low(canvas, body)
        return
    tiles = [*body.tiles, *([body.unprinted] if body.unprinted else [])]
    start = KeyView("start", body.headline, primary=True)
    rows = -(-len(tiles) // 2)
    parts = room(canvas.content, canvas.theme.panel.height_mm, rows * 69.0, low=False)
    about = parts.about
    spoken_h = _LANGUAGE_H + GAP if body.languages else 0.0
    if canvas.lying:
        hero = RectMm(about.x, about.y + 8, about.w, about.h - 10)
        beside = RectMm(parts.keys.x, hero.y, parts.keys.w, _LANGUAGE_H)
        _languages(canvas, body, beside)
        area = RectMm(beside.x, hero.y + spoken_h, beside.w, hero.h - spoken_h)
        cells = key_rects(tiles, "stack", area)
    else:
        _languages(canvas, body, RectMm(about.x, about.y + _UNDER_CLOCK, about.w, _LANGUAGE_H))
        above = _UNDER_CLOCK + spoken_h if body.languages else GAP
        tile_h = 63.5 if not body.unprinted else 60.0
        tall = rows * tile_h + (rows - 1) * GAP
        top = parts.keys.bottom - tall
        hero_h = top - PRIMARY_GAP - about.y - above
        hero = RectMm(about.x, about.y + above, about.w, hero_h)
        cells = key_rects(tiles, "stack", RectMm(about.x, top, about.w, tall))
    drawing = "" if body.touch_first else "card_put"
    hero_key = HeroKey(
        canvas.theme, body.headline, body.invitation, start.name, drawing=drawing or "card_put"
    )
    canvas.wired(hero_key, start, hero)
    for view, cell in zip(tiles, cells, strict=True):
        tile = Tile(canvas.theme, in_one_line(view.label), view.icon, view.name)
        canvas.wired(tile, view, cell)


def _languages(canvas: Canvas, body: HomeView, row: RectMm) -> None:
    """Small keys at the right of a row, in the words of those who look for them."""
    x = row.x + row.w - len(body.languages) * (_LANGUAGE_W + GAP) + GAP
    for index, view in enumerate(body.languages):
        at = RectMm(x + index * (_LANGUAGE_W + GAP), row.y, _LANGUAGE_W, row.h)
        canvas.key(view, at, em_mm=12.4)


def _home_low(canvas: Canvas, body: HomeView) -> None:
    theme = canvas.theme
    parts = room(canvas.content, theme.panel.height_mm, 80.0, low=True)
    about, keys = parts.about, parts.keys
    words = RectMm(about.x, about.y + 8, about.w, about.h * 0.42)
    picture = RectMm(about.x, words.bottom + 4, about.w, about.bottom - words.bottom - 8)
    if canvas.lying:
        words, picture = halves(RectMm(about.x, about.y + 4, about.w, about.h - 8))
    look = TextLook(43.7, 900, align=Align.CENTRE, scales=False, floor_mm=13.4)
    canvas.words(body.headline, words, look, "title")
    canvas.picture("card_put", picture)
    tiles = [*body.tiles, *([body.unprinted] if body.unprinted else [])]
    start = KeyView("start", body.invitation, icon="hand-tap", primary=True)
    half = (keys.h - PRIMARY_GAP) / 2
    upper = RectMm(keys.x, keys.y, keys.w, half)
    lower = RectMm(keys.x, keys.bottom - half, keys.w, half)
    if canvas.lying:
        upper, lower = halves(keys, 0.42 + 0.06 * len(body.languages), GAP)
    taken = len(body.languages) * (_LOW_LANGUAGE_W + GAP)
    canvas.key(start, RectMm(upper.x, upper.y, upper.w - taken, upper.h), em_mm=14.9)
    for index, view in enumerate(body.languages):
        x = upper.right - taken + GAP + index * (_LOW_LANGUAGE_W + GAP)
        _low_key(canvas, view, RectMm(x, upper.y, _LOW_LANGUAGE_W, upper.h))
    for index, view in enumerate(tiles):
        _low_key(canvas, view, grid_cell(lower, len(tiles), 1, index, 6.5))


def _low_key(canvas: Canvas, view: KeyView, at: RectMm) -> None:
    """A key of the lowered rows; where it is narrow its words need the height for two lines."""
    em_mm, icon_mm, gap_mm = (10.9, 11.0, 1.2) if at.w >= _WORDS_IN_ONE_LINE_W else (10.0, 8.0, 0.6)
    face = KeyFace(
        view.label, view.icon, icon_at="top", em_mm=em_mm, icon_mm=icon_mm, gap_mm=gap_mm,
        inside_mm=2, scales=at.w >= _WORDS_IN_ONE_LINE_W,
    )  # fmt: skip
    canvas.wired(BigKey(canvas.theme, face, view.name), view, at)
