"""Draws the body of each page.

Object names: `key.<action>` or `key.<action>.<argument>` for keys; `title`, `sentence`, `note`,
`matter`, `drawing`, `fact.0`, `number_card`, `slip` for what is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kiosk.screens.bringing import draw_bring
from kiosk.screens.canvas import Canvas
from kiosk.screens.given import draw_number
from kiosk.screens.home import draw_home
from kiosk.screens.layout import (
    GAP,
    LOW_SHARE,
    grid_cell,
    halves,
    key_rects,
    keys_height,
    room,
)
from kiosk.views import (
    BringView,
    ChoiceView,
    HomeView,
    KeyView,
    MessageView,
    QuestionView,
    ReadBody,
    SlipView,
)
from ui_kit.face_key import FaceKey
from ui_kit.keys import BigKey, KeyFace
from ui_kit.line_break import in_han, in_one_line
from ui_kit.panel import RectMm
from ui_kit.round_key import RoundKey
from ui_kit.text import TEXT_SPACING, Align
from ui_kit.tiles import CategoryTile, ListRow
from ui_kit.words import TextLook, title

_TITLE_H = 30.0
_ROW_H, _ROW_LARGE_H, _ROW_GAP = 39.0, 59.0, 9.2
_TWO_ROWS_H = 70.0
_CELL_GAP = 6.5
_WIDE_NUMBER = 90.0
_ROW_SHARE = 0.8
"""How much of the width of an answer its longest word takes."""
_TALL = 1.3
"""How many times as wide as it is high an answer is that has room for its icon beside its word."""
_NO_GREEN_KEY = 1.0
"""Lists have no green key, whose lip is a millimetre higher."""
_RING = 26.0
_PICTURE_AIR = 10.0


def draw(canvas: Canvas, body: ReadBody) -> RoundKey | None:
    """Fill a page; return the round key when there is one, whose ticks go out."""
    if isinstance(body, QuestionView):
        return _question(canvas, body)
    if isinstance(body, HomeView):
        draw_home(canvas, body)
    elif isinstance(body, ChoiceView):
        _choice(canvas, body)
    elif isinstance(body, BringView):
        draw_bring(canvas, body)
    elif isinstance(body, SlipView):
        draw_number(canvas, body)
    else:
        _message(canvas, body)
    return None


def _message(canvas: Canvas, body: MessageView) -> None:
    wanted = keys_height(body.keys, body.arrangement)
    parts = room(canvas.content, canvas.theme.panel.height_mm, wanted, low=canvas.low)
    about = parts.about
    if not body.keys:
        whole = canvas.content
        about = RectMm(about.x, about.y, whole.w, whole.bottom - about.y - 8)
    if body.lead:
        _asked(canvas, body, about)
    else:
        _told(canvas, body, about, parts.keys)
    rects = key_rects(body.keys, body.arrangement, parts.keys)
    for view, at in zip(body.keys, rects, strict=True):
        em_mm = 43.7 if view.action == "yes" and at.h > 50 else 0.0
        if body.arrangement == "rows":
            fits = min(23.8, at.h * 0.5, at.w * _ROW_SHARE / _longest(body.keys))
            em_mm = max(13.4, fits) if "\n" in body.keys[-1].label else fits
        narrow = body.arrangement == "rows" and bool(view.icon) and at.w < at.h * _TALL
        canvas.key(view, at, em_mm=em_mm, stacked=narrow)


def _longest(keys: Sequence[KeyView]) -> float:
    """Return how many Han the longest answer is as long as; five at least."""
    return max(5.0, *(in_han(in_one_line(key.label)) for key in keys))


def _told(canvas: Canvas, body: MessageView, about: RectMm, keys: RectMm) -> None:
    """Title at the top, sentence and note at the foot, the drawing between or at the right.

    On a lying glass it stands over the keys where it can be larger there.
    """
    picture = RectMm(0, 0, 0, 0)
    lines = body.title.count("\n") + 1
    sentence_h = 21.0 * (body.sentence.count("\n") + 1) if body.sentence else 0.0
    foot_h = sentence_h + (17.0 if body.note else 0.0)
    title_h = body.title_em_mm * (1 + (lines - 1) * 1.3) + 8
    beside = _wide(about)
    if beside and body.drawing:
        about, picture = halves(about, 0.56)
    elif body.keys and keys.x > about.x:
        over_keys = RectMm(keys.x, about.y + 4, keys.w, keys.y - about.y - 12)
        if over_keys.h > about.h - title_h - foot_h - _PICTURE_AIR:
            beside, picture = True, over_keys
    title_h = about.h - foot_h - 4 if beside else min(title_h, about.h * 0.55)
    look = TextLook(body.title_em_mm, 900, floor_mm=13.4, max_lines=2, scales=False)
    canvas.words(body.title, RectMm(about.x, about.y + 2, about.w, title_h), look, "title")
    y = about.bottom - foot_h
    if not beside:
        room_h = y - about.y - title_h - _PICTURE_AIR
        picture = RectMm(about.x, about.y + title_h + 6, about.w, room_h)
    canvas.picture(body.drawing, picture)
    align = Align.LEFT if beside and body.drawing else Align.CENTRE
    if body.sentence:
        label = TextLook(15.9, align=align)
        canvas.words(body.sentence, RectMm(about.x, y, about.w, sentence_h - 1), label, "sentence")
        y += sentence_h
    if body.note:
        second = TextLook(12.0, 500, "ink2", align, spacing=TEXT_SPACING)
        canvas.words(body.note, RectMm(about.x, y, about.w, 16), second, "note")


def _wide(area: RectMm) -> bool:
    return area.w > area.h * 1.7


def _asked(canvas: Canvas, body: MessageView, about: RectMm) -> None:
    """A big name between two small words, then what is known of the queue."""
    notes = bool(body.note)
    fact_h = 35.0 if body.facts else 0.0
    facts = RectMm(about.x, about.bottom - fact_h, about.w, fact_h)
    foot = facts.y - (GAP if fact_h else 0)
    if _wide(about):
        about, right = halves(about, 0.62)
        facts, foot = RectMm(right.x, right.bottom - fact_h - 4, right.w, fact_h), about.bottom
    small_h = 24.0 if about.h > 130 else 19.0
    small = TextLook(20.8, 700, "ink2", scales=False)
    canvas.words(body.lead, RectMm(about.x, about.y + 2, about.w, small_h), small, "lead")
    tail_y = foot - small_h - 2 - (17 if notes else 0)
    name_y = about.y + small_h + 4
    name = RectMm(about.x, name_y, about.w, max(20.0, tail_y - name_y))
    canvas.words(body.title, name, TextLook(39.7, 900, floor_mm=13.4, scales=False), "matter")
    canvas.words(body.tail, RectMm(about.x, tail_y, about.w, small_h), small, "tail")
    if notes:
        second = TextLook(12.0, 700, "green")
        canvas.words(body.note, RectMm(about.x, tail_y + small_h, about.w, 16), second, "note")
    for index, fact in enumerate(body.facts):
        canvas.fact(fact, facts, f"fact.{index}")


def _choice(canvas: Canvas, body: ChoiceView) -> None:
    content = canvas.content
    if body.arrangement == "stack":
        _numbers(canvas, body)
        return
    parts = room(content, canvas.theme.panel.height_mm, content.h - _TITLE_H - 8, low=canvas.low)
    about, keys = parts.about, parts.keys
    if canvas.lying and not canvas.low:
        about = RectMm(content.x, content.y + 2, content.w, _TITLE_H)
        keys = RectMm(content.x, about.bottom + 4, content.w, content.bottom - about.bottom - 10)
    heading = title(canvas.theme, body.title)
    canvas.lay(heading, RectMm(about.x, about.y + 2, about.w, min(about.h, 60.0) - 2))
    if canvas.low:
        canvas.picture("pencil_note", _below_title(about))
    if body.arrangement in ("tiles", "faces"):
        _tiles(canvas, body, keys)
    elif canvas.low or canvas.lying:
        _cells(canvas, body, keys)
    else:
        _rows(canvas, body, keys)


def _below_title(about: RectMm) -> RectMm:
    """Where a drawing stands on a lowered page: under the title, or right of it."""
    if _wide(about):
        return halves(about, 0.6)[1]
    return RectMm(about.x, about.y + 66, about.w, about.bottom - about.y - 72)


def _tiles(canvas: Canvas, body: ChoiceView, keys: RectMm) -> None:
    columns = 3 if canvas.low or canvas.lying else 2
    if canvas.low and keys.h < _TWO_ROWS_H:
        columns = max(1, len(body.keys))
    rows = max(1, -(-len(body.keys) // columns))
    tall = min(keys.h, rows * 81.0 + (rows - 1) * 11.0)
    area = RectMm(keys.x, keys.y + (keys.h - tall) * 0.35, keys.w, tall)
    for index, view in enumerate(body.keys):
        cell = grid_cell(area, columns, rows, index)
        if body.arrangement == "faces":
            em_mm = canvas.theme.em_mm("note" if canvas.low else "key")
            face_key = FaceKey(
                canvas.theme, int(view.argument), view.label, em_mm, name=view.name
            )  # fmt: skip
            canvas.wired(face_key, view, cell)
            continue
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
    look = TextLook(12.4, 700, "ink2", Align.CENTRE, scales=False, spacing=TEXT_SPACING)
    canvas.words(body.page_line, RectMm(at.x, at.y, line_w, at.h), look, "page_line")
    area = RectMm(at.x + line_w + 6, at.y, at.w - line_w - 6, at.h)
    for index, view in enumerate(body.paging):
        canvas.key(view, grid_cell(area, len(body.paging), 1, index), em_mm=14.9)


def _cells(canvas: Canvas, body: ChoiceView, keys: RectMm) -> None:
    """Rows as cells of two columns, where the height is small; in one row where it is smaller."""
    slots = len(body.keys) + (1 if body.paging else 0)
    keys = RectMm(keys.x, keys.y, keys.w, keys.h + _NO_GREEN_KEY)
    columns = 2 if keys.h >= _TWO_ROWS_H else 4
    rows = max(2 if columns == 2 else 1, -(-slots // columns))
    for index, view in enumerate(body.keys):
        row = ListRow(canvas.theme, str(index + 1), view.label, view.name)
        canvas.wired(row, view, grid_cell(keys, columns, rows, index, _CELL_GAP))
    if body.paging:
        cell = grid_cell(keys, columns, rows, columns * rows - 1, _CELL_GAP)
        for index, view in enumerate(body.paging):
            plain = KeyView(view.action, view.label)
            canvas.key(plain, grid_cell(cell, len(body.paging), 1, index, 6.5), em_mm=12.4)


def _numbers(canvas: Canvas, body: ChoiceView) -> None:
    """Numbers without paper: two a row, and a way on."""
    turning = 47.0 if body.paging and not canvas.low else 0.0
    wanted = keys_height(body.keys, "stack") + turning
    parts = room(canvas.content, canvas.theme.panel.height_mm, wanted, low=canvas.low)
    _numbers_title(canvas, body, parts.about)
    keys, views = parts.keys, body.keys
    if canvas.low:
        views = (*body.keys, *body.paging)
    elif body.paging:
        _turning(canvas, body, RectMm(keys.x, keys.bottom - 38, keys.w, 38))
        keys = RectMm(keys.x, keys.y, keys.w, keys.h - turning)
    for view, at in zip(views, key_rects(views, "stack", keys), strict=True):
        mine = view.action == "print_mine"
        em_mm = 20.8 if mine and at.w > _WIDE_NUMBER else 13.4
        canvas.key(view, at, em_mm=em_mm, max_lines=1 if mine else 2)


def _numbers_title(canvas: Canvas, body: ChoiceView, about: RectMm) -> None:
    look = TextLook(27.8, 900, floor_mm=13.4)
    words = RectMm(about.x, about.y + 4, about.w, 78)
    picture = RectMm(about.x, about.y + 90, about.w, about.h - 98)
    if _wide(about):
        words, picture = halves(about, 0.62)
    if canvas.low and body.paging:
        line = TextLook(12.4, 700, "ink2", max_lines=1)
        at = RectMm(words.x, about.bottom - 20, words.w, 18)
        canvas.words(in_one_line(body.page_line), at, line, "page_line")
        words = RectMm(words.x, words.y, words.w, min(words.h, at.y - words.y - 2))
        picture = RectMm(picture.x, picture.y, picture.w, about.bottom - 22 - picture.y)
    canvas.words(body.title, words, look, "title")
    if picture.h > 50:
        canvas.picture("pencil_note", picture)


def _question(canvas: Canvas, body: QuestionView) -> RoundKey | None:
    """Is anybody there? A round key in a ring of seconds.

    Lying and lowered there is no height for a ring: the key is as wide as the glass.
    """
    if canvas.lying and canvas.low:
        _wide_question(canvas, body)
        return None
    content, low = canvas.content, canvas.low
    key = RoundKey(canvas.theme, body.key.label, body.under_key, body.key.name)
    if canvas.lying:
        side = min(content.h - 60, 150.0)
        left, right = halves(content, 0.45)
        _question_words(canvas, body, RectMm(left.x, left.y + 20, left.w, 60), left.y + 90)
        x = right.x + (right.w - side) / 2
        at = RectMm(x, content.y + (content.h - side) / 2, side, side)
    else:
        bottom, height = content.bottom, canvas.theme.panel.height_mm
        lowest = height * LOW_SHARE - (height - bottom) - _RING - 0.5
        side = 166.0 if not low else min(110.0, lowest)
        y = bottom - side - _RING - (0 if low else 24)
        title_at = RectMm(content.x, content.y + 8, content.w, 48)
        _question_words(canvas, body, title_at, content.y + 60 if low else bottom - 22)
        at = RectMm(content.x + (content.w - side) / 2, y, side, side)
    canvas.wired(key, body.key, at)
    key.set_ticks_left(body.ticks_left)
    return key


def _wide_question(canvas: Canvas, body: QuestionView) -> None:
    parts = room(canvas.content, canvas.theme.panel.height_mm, 46.0, low=True)
    about = parts.about
    title_at = RectMm(about.x, about.y + 8, about.w, 56)
    _question_words(canvas, body, title_at, about.bottom - 28)
    canvas.key(replace(body.key, second=body.under_key), parts.keys, em_mm=23.8)


def _question_words(canvas: Canvas, body: QuestionView, at: RectMm, below: float) -> None:
    look = TextLook(37.2, 900, align=Align.CENTRE, max_lines=1, scales=False, floor_mm=13.4)
    canvas.words(body.title, at, look, "title")
    label = TextLook(15.9, align=Align.CENTRE)
    canvas.words(body.sentence, RectMm(at.x, below, at.w, 21), label, "sentence")
