"""Draws the body of each page.

Object names: `key.<action>` or `key.<action>.<argument>` for keys; `title`, `sentence`, `note`,
`matter`, `drawing`, `fact.0`, `number_card`, `slip` for what is read.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.screens.canvas import Canvas
from kiosk.screens.layout import GAP, grid_cell, key_rects, keys_height, room
from kiosk.views import (
    Body,
    BringView,
    ChoiceView,
    HomeView,
    KeyView,
    MessageView,
    QuestionView,
    SlipView,
)
from ui_kit.drawing import Icon
from ui_kit.keys import BigKey, KeyFace
from ui_kit.panel import RectMm
from ui_kit.round_key import RoundKey
from ui_kit.sheets import NumberCard
from ui_kit.slip_view import SlipView as SlipPicture
from ui_kit.text import Align
from ui_kit.tiles import CategoryTile, HeroKey, ListRow, Tile
from ui_kit.words import CountLine, CountLook, TextLook, note, title

_TITLE_H = 30.0
_ROW_H, _ROW_LARGE_H, _ROW_GAP = 39.0, 59.0, 9.2


def draw(canvas: Canvas, body: Body) -> RoundKey | None:
    """Fill a page; return the round key when there is one, whose ticks go out."""
    if isinstance(body, QuestionView):
        return _question(canvas, body)
    if isinstance(body, HomeView):
        _home(canvas, body)
    elif isinstance(body, ChoiceView):
        _choice(canvas, body)
    elif isinstance(body, BringView):
        _bring(canvas, body)
    elif isinstance(body, SlipView):
        _number(canvas, body)
    else:
        _message(canvas, body)
    return None


def _home(canvas: Canvas, body: HomeView) -> None:
    if canvas.low:
        _home_low(canvas, body)
        return
    tiles = [*body.tiles, *([body.unprinted] if body.unprinted else [])]
    start = KeyView("start", body.headline, primary=True)
    rows = -(-len(tiles) // 2)
    parts = room(canvas.content, canvas.theme.panel.height_mm, rows * 69.0, low=False)
    about = parts.about
    if canvas.lying:
        hero = RectMm(about.x, about.y + 8, about.w, about.h - 10)
        cells = key_rects(tiles, "stack", RectMm(parts.keys.x, hero.y, parts.keys.w, hero.h))
    else:
        hero = RectMm(about.x, about.y + 9, about.w, about.h - 9)
        tile_h = 63.5 if not body.unprinted else 60.0
        top = hero.bottom + 10.0
        cells = key_rects(
            tiles, "stack", RectMm(about.x, top, about.w, rows * tile_h + (rows - 1) * GAP)
        )
    drawing = "" if body.touch_first else "card_put"
    hero_key = HeroKey(
        canvas.theme, body.headline, body.invitation, start.name, drawing=drawing or "card_put"
    )
    canvas.wired(hero_key, start, hero)
    for view, cell in zip(tiles, cells, strict=True):
        canvas.wired(Tile(canvas.theme, view.label, view.icon, view.name), view, cell)


def _home_low(canvas: Canvas, body: HomeView) -> None:
    theme = canvas.theme
    parts = room(canvas.content, theme.panel.height_mm, 80.0, low=True)
    about, keys = parts.about, parts.keys
    words = RectMm(about.x, about.y + 8, about.w, about.h * 0.42)
    look = TextLook(43.7, 900, align=Align.CENTRE, scales=False, floor_mm=13.4)
    canvas.words(body.headline, words, look, "title")
    canvas.picture(
        "card_put", RectMm(about.x, words.bottom + 4, about.w, about.bottom - words.bottom - 8)
    )
    tiles = [*body.tiles, *([body.unprinted] if body.unprinted else [])]
    start = KeyView("start", body.invitation, icon="hand-tap", primary=True)
    upper = RectMm(keys.x, keys.y, keys.w, (keys.h - GAP) / 2)
    lower = RectMm(keys.x, upper.bottom + GAP, keys.w, upper.h)
    canvas.key(start, upper, em_mm=14.9)
    for index, view in enumerate(tiles):
        cell = grid_cell(lower, len(tiles), 1, index, 6.5)
        face = KeyFace(
            view.label, view.icon, icon_at="top", em_mm=10.9, icon_mm=11, gap_mm=1.2, inside_mm=2
        )
        canvas.wired(BigKey(theme, face, view.name), view, cell)


def _message(canvas: Canvas, body: MessageView) -> None:
    wanted = keys_height(body.keys, body.arrangement)
    parts = room(canvas.content, canvas.theme.panel.height_mm, wanted, low=canvas.low)
    about = parts.about
    if not body.keys and not canvas.lying:
        about = RectMm(about.x, about.y, about.w, canvas.content.bottom - about.y - 8)
    if body.lead:
        _asked(canvas, body, about)
    else:
        _told(canvas, body, about)
    rects = key_rects(body.keys, body.arrangement, parts.keys)
    for view, at in zip(body.keys, rects, strict=True):
        em_mm = 43.7 if view.action == "yes" and at.h > 50 else 0.0
        if view.action == "age":
            em_mm = min(23.8, at.h * 0.5, at.w * 0.16)
        canvas.key(view, at, em_mm=em_mm)


def _told(canvas: Canvas, body: MessageView, about: RectMm) -> None:
    """Title at the top, sentence and note at the foot, the drawing between."""
    lines = body.title.count("\n") + 1
    title_h = min(body.title_em_mm * (1 + (lines - 1) * 1.3) + 8, about.h * 0.55)
    foot_h = (19.0 if body.sentence else 0.0) + (17.0 if body.note else 0.0)
    big = body.title_em_mm > 50
    em_mm = body.title_em_mm * (0.92 if big and body.note else 1.0)
    title_h -= 14.0 if big else 0.0
    look = TextLook(
        em_mm, 900, floor_mm=13.4, max_lines=2, scales=False, spacing=1.16 if big else 1.3
    )
    canvas.words(body.title, RectMm(about.x, about.y + 4, about.w, title_h), look, "title")
    y = about.bottom - foot_h
    picture = RectMm(about.x, about.y + title_h + 8, about.w, y - about.y - title_h - 12)
    canvas.picture(body.drawing, picture)
    if body.sentence:
        label = TextLook(15.9, align=Align.CENTRE)
        canvas.words(body.sentence, RectMm(about.x, y, about.w, 18), label, "sentence")
        y += 19
    if body.note:
        second = TextLook(11.9, 500, "ink2", Align.CENTRE, spacing=1.5)
        canvas.words(body.note, RectMm(about.x, y, about.w, 15), second, "note")


def _asked(canvas: Canvas, body: MessageView, about: RectMm) -> None:
    """A big name between two small words, then what is known of the queue."""
    notes = bool(body.note)
    fact_h = 35.0 if body.facts else 0.0
    small = TextLook(20.8, 700, "ink2", scales=False)
    canvas.words(body.lead, RectMm(about.x, about.y + 2, about.w, 24), small, "lead")
    foot = about.bottom - fact_h - (GAP if fact_h else 0)
    tail_y = foot - 26 - (16 if notes else 0)
    name_y = about.y + 28
    name = RectMm(about.x, name_y, about.w, max(20.0, tail_y - name_y))
    canvas.words(body.title, name, TextLook(39.7, 900, floor_mm=13.4, scales=False), "matter")
    canvas.words(body.tail, RectMm(about.x, tail_y, about.w, 24), small, "tail")
    if notes:
        second = TextLook(11.9, 700, "green")
        canvas.words(body.note, RectMm(about.x, tail_y + 25, about.w, 15), second, "note")
    for index, fact in enumerate(body.facts):
        at = RectMm(about.x, about.bottom - fact_h, about.w, fact_h)
        canvas.fact(fact, at, f"fact.{index}")


def _choice(canvas: Canvas, body: ChoiceView) -> None:
    content = canvas.content
    if body.arrangement == "stack":
        _numbers(canvas, body)
        return
    parts = room(content, canvas.theme.panel.height_mm, content.h - _TITLE_H - 8, low=canvas.low)
    about, keys = parts.about, parts.keys
    if canvas.lying:
        about = RectMm(content.x, content.y + 2, content.w, _TITLE_H)
        keys = RectMm(content.x, about.bottom + 4, content.w, content.bottom - about.bottom - 10)
    heading = title(canvas.theme, body.title)
    canvas.lay(heading, RectMm(about.x, about.y + 2, about.w, min(about.h, 60.0) - 2))
    if canvas.low:
        canvas.picture(
            "pencil_note", RectMm(about.x, about.y + 66, about.w, about.bottom - about.y - 72)
        )
    if body.arrangement == "tiles":
        _tiles(canvas, body, keys)
    elif canvas.low or canvas.lying:
        _cells(canvas, body, keys)
    else:
        _rows(canvas, body, keys)


def _tiles(canvas: Canvas, body: ChoiceView, keys: RectMm) -> None:
    columns = 3 if canvas.low or canvas.lying else 2
    rows = max(1, -(-len(body.keys) // columns))
    tall = min(keys.h, rows * 81.0 + (rows - 1) * 11.0)
    area = RectMm(keys.x, keys.y + (keys.h - tall) * 0.35, keys.w, tall)
    for index, view in enumerate(body.keys):
        cell = grid_cell(area, columns, rows, index)
        if canvas.low:
            face = KeyFace(view.label, view.icon, icon_at="top", em_mm=13.4, icon_mm=12, gap_mm=1)
            canvas.wired(BigKey(canvas.theme, face, view.name), view, cell)
            continue
        second = view.second if cell.h > 64 else ""
        tile = CategoryTile(canvas.theme, view.label, view.icon, second, view.name)
        canvas.wired(tile, view, cell)


def _rows(canvas: Canvas, body: ChoiceView, keys: RectMm) -> None:
    height = _ROW_LARGE_H if canvas.large else _ROW_H
    gap = 12.0 if canvas.large else _ROW_GAP
    needed = len(body.keys) + (1 if body.paging else 0)
    height = min(height, (keys.h - (needed - 1) * gap) / needed)
    y = keys.y
    for index, view in enumerate(body.keys):
        row = ListRow(canvas.theme, str(index + 1), view.label, view.name)
        canvas.wired(row, view, RectMm(keys.x, y, keys.w, height))
        y += height + gap
    if body.paging:
        turn_h = min(44.0, height)
        _turning(canvas, body, RectMm(keys.x, keys.bottom - turn_h, keys.w, turn_h))


def _turning(canvas: Canvas, body: ChoiceView, at: RectMm) -> None:
    line_w = 54.0
    look = TextLook(12.4, 700, "ink2", Align.CENTRE, scales=False)
    canvas.words(body.page_line, RectMm(at.x, at.y, line_w, at.h), look, "page_line")
    area = RectMm(at.x + line_w + 6, at.y, at.w - line_w - 6, at.h)
    for index, view in enumerate(body.paging):
        canvas.key(view, grid_cell(area, len(body.paging), 1, index), em_mm=14.9)


def _cells(canvas: Canvas, body: ChoiceView, keys: RectMm) -> None:
    """Rows as cells of two columns, where the height is small."""
    slots = len(body.keys) + (1 if body.paging else 0)
    rows = max(2, -(-slots // 2))
    for index, view in enumerate(body.keys):
        row = ListRow(canvas.theme, str(index + 1), view.label, view.name)
        canvas.wired(row, view, grid_cell(keys, 2, rows, index))
    if body.paging:
        cell = grid_cell(keys, 2, rows, 2 * rows - 1)
        for index, view in enumerate(body.paging):
            plain = KeyView(view.action, view.label)
            canvas.key(plain, grid_cell(cell, len(body.paging), 1, index, 6.5), em_mm=12.4)


def _numbers(canvas: Canvas, body: ChoiceView) -> None:
    """Numbers without paper: two a row, and a way on."""
    parts = room(
        canvas.content, canvas.theme.panel.height_mm,
        keys_height(body.keys, "stack") + (47 if body.paging else 0), low=canvas.low,
    )  # fmt: skip
    about, keys = parts.about, parts.keys
    look = TextLook(27.8, 900, floor_mm=13.4)
    canvas.words(body.title, RectMm(about.x, about.y + 4, about.w, 78), look, "title")
    if about.h > 150:
        canvas.picture("pencil_note", RectMm(about.x, about.y + 90, about.w, about.h - 98))
    if body.paging:
        _turning(canvas, body, RectMm(keys.x, keys.bottom - 38, keys.w, 38))
        keys = RectMm(keys.x, keys.y, keys.w, keys.h - 47)
    for view, at in zip(body.keys, key_rects(body.keys, "stack", keys), strict=True):
        canvas.key(view, at, em_mm=20.8 if view.action == "print_mine" else 14.9)


def _bring(canvas: Canvas, body: BringView) -> None:
    theme = canvas.theme
    parts = room(canvas.content, theme.panel.height_mm, 48.0, low=canvas.low)
    about, keys = parts.about, parts.keys
    x, y, w = about.x, about.y + 2, about.w
    matter = body.matter.replace("\n", "")
    canvas.words(matter, RectMm(x, y, w, 15), TextLook(11.9, 700, "ink2", scales=False), "matter")
    y += 17
    count_h = min(50.0, about.h * 0.2)
    sized = (min(33.0, count_h * 0.66), min(55.0, count_h * 1.1))
    look = CountLook(*sized, 900, number_colour="green", align=Align.LEFT)
    canvas.lay(CountLine(theme, body.lead, body.count, body.tail, look), RectMm(x, y, w, count_h))
    y += count_h + 4
    note_h = 16.0 * len(body.notes)
    each = min(60.0, (about.bottom - y - note_h - 4) / max(1, len(body.papers)))
    for paper in body.papers:
        icon_mm = min(24.0, each * 0.6)
        canvas.lay(
            Icon(theme, paper.icon, "ink"), RectMm(x + 2, y + (each - icon_mm) / 2, 26, icon_mm)
        )
        name = TextLook(min(20.8, each * 0.5), 900, max_lines=1, floor_mm=12.0, scales=False)
        canvas.words(paper.name, RectMm(x + 36, y + 1, w - 36, each * 0.55), name, "paper")
        second = TextLook(10.4, 500, "ink2", max_lines=1, scales=False)
        at = RectMm(x + 36, y + each * 0.57, w - 36, each * 0.36)
        canvas.words(paper.note, at, second, "paper.note")
        y += each
    y = about.bottom - note_h
    for text in body.notes:
        line = note(theme, text)
        canvas.lay(line, RectMm(x, y, w, 15))
        y += 16
    wide = keys.w * 0.63
    tall = min(keys.h, 52.0)
    top = keys.bottom - tall
    canvas.key(body.keys[0], RectMm(keys.x, top, wide, tall), em_mm=20.8)
    right = RectMm(keys.x + wide + GAP, top, keys.w - wide - GAP, tall)
    canvas.key(replace(body.keys[1], icon=""), right, em_mm=13.4)


def _number(canvas: Canvas, body: SlipView) -> None:
    theme = canvas.theme
    parts = room(
        canvas.content, theme.panel.height_mm, keys_height(body.keys, "stack"), low=canvas.low
    )
    about = parts.about
    lines = body.title.count("\n") + 1
    title_h = 28.0 * lines + 4
    align = Align.CENTRE if body.on_paper else Align.LEFT
    look = TextLook(24.8, 900, align=align, floor_mm=13.4, scales=False)
    canvas.words(body.title, RectMm(about.x, about.y + 1, about.w, title_h), look, "title")
    top = about.y + title_h + 4
    rest = about.bottom - top
    fact_h, staff_h = 35.0, 62.0 if body.drawing else (20.0 if body.sentence else 0.0)
    if canvas.lying:
        right = parts.keys
        staff_h = right.y - canvas.content.y - fact_h - 20
        facts = RectMm(right.x, canvas.content.y + 4, right.w, fact_h)
        beside = RectMm(right.x, facts.bottom + 6, right.w, staff_h)
        card = RectMm(about.x, top, about.w, rest)
    else:
        card = RectMm(about.x, top, about.w, min(150.0, rest - fact_h - staff_h - 2 * 7))
        facts = RectMm(about.x, card.bottom + 7, about.w, fact_h)
        y = facts.bottom + 6
        beside = RectMm(about.x, y, about.w, about.bottom - y)
    _number_card(canvas, body, card)
    for index, fact in enumerate(body.facts):
        canvas.fact(fact, grid_cell(facts, len(body.facts), 1, index), f"fact.{index}")
    _beside(canvas, body, beside)
    for view, at in zip(body.keys, key_rects(body.keys, "stack", parts.keys), strict=True):
        canvas.key(view, at)


def _number_card(canvas: Canvas, body: SlipView, at: RectMm) -> None:
    """The number: on the slip that came out, or giant on a card."""
    seal, digits = body.number.seal, body.number.digits
    if body.on_paper:
        matter = body.matter.replace("\n", "")
        canvas.lay(SlipPicture(canvas.theme, body.caption, seal, digits, line=matter), at)
    else:
        canvas.lay(NumberCard(canvas.theme, seal, digits), at)


def _beside(canvas: Canvas, body: SlipView, at: RectMm) -> None:
    """The sentence, beside a drawing where there is one."""
    if not body.sentence:
        return
    if not body.drawing:
        look = TextLook(15.9, align=Align.CENTRE)
        canvas.words(body.sentence.replace("\n", ""), at, look, "sentence")
        return
    half = at.w * 0.45
    canvas.picture(body.drawing, RectMm(at.x, at.y, half, at.h))
    words = RectMm(at.x + half + 8, at.y, at.w - half - 8, at.h * 0.68)
    canvas.words(body.sentence, words, TextLook(17.9, 900), "sentence")
    below = RectMm(words.x, words.bottom, words.w, at.h * 0.3)
    canvas.words(body.note, below, TextLook(11.9, 500, "ink2"), "note")


def _question(canvas: Canvas, body: QuestionView) -> RoundKey:
    content = canvas.content
    look = TextLook(37.2, 900, align=Align.CENTRE, max_lines=1, scales=False, floor_mm=13.4)
    key = RoundKey(canvas.theme, body.key.label, body.under_key, body.key.name)
    label = TextLook(15.9, align=Align.CENTRE)
    if canvas.lying:
        side = min(content.h - 60, 150.0)
        half = content.w * 0.45
        canvas.words(body.title, RectMm(content.x, content.y + 20, half, 60), look, "title")
        at = RectMm(content.x, content.y + 90, half, 40)
        canvas.words(body.sentence, at, label, "sentence")
        x = content.x + half + (content.w - half - side) / 2
        canvas.wired(key, body.key, RectMm(x, content.y + (content.h - side) / 2, side, side))
    else:
        low = canvas.low
        bottom = content.bottom
        canvas.words(body.title, RectMm(content.x, content.y + 8, content.w, 48), look, "title")
        side = 166.0 if not low else 110.0
        y = bottom - 24 - 24.5 - side if not low else bottom - side - 26
        at = RectMm(content.x + (content.w - side) / 2, y, side, side)
        canvas.wired(key, body.key, at)
        text_y = bottom - 21 if not low else content.y + 60
        at = RectMm(content.x, text_y, content.w, 19)
        canvas.words(body.sentence, at, label, "sentence")
    key.set_ticks_left(body.ticks_left)
    return key
