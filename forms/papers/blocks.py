"""From the blocks of a form and its values to rows: paragraphs, headings, lists, frames."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from devices.papers import PaperBox, PaperPiece, PaperText
from forms.papers.boxes import choices_rows, signatures_row, writing_rows
from forms.papers.facts import filled, rows_of, says_something
from forms.papers.fields import field_rows
from forms.papers.form import Block, Choices, Fields, Frame, Heading, Items, Signatures, Text
from forms.papers.lines import stacked, text_row
from forms.papers.measures import LEFT_MM, TICK_MM, WIDTH_MM, baseline_mm, line_mm
from forms.papers.rows import Row, within_section
from forms.papers.setting import (
    HEADING_GAP_MM,
    INDENT_MM,
    ITEM_GAP_MM,
    PARAGRAPH_GAP_MM,
    Setting,
)

_FRAME_PAD_MM = 3.5


def rows_of_block(block: Block, setting: Setting, beside: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Return the rows of one block; none when the value it depends on is empty.

    `beside` are small texts that stand to the right of a single box to sign in.
    """
    if isinstance(block, Text | Heading | Items):
        return _rows_of_words(block, setting)
    if isinstance(block, Fields):
        return field_rows(block, setting.facts, setting.sizes, setting.words)
    if isinstance(block, Frame):
        return (_frame(block, setting),)
    if isinstance(block, Choices):
        return choices_rows(block, setting)
    if isinstance(block, Signatures):
        return (signatures_row(block, setting, beside),)
    return writing_rows(block, setting)


def _rows_of_words(block: Text | Heading | Items, setting: Setting) -> tuple[Row, ...]:
    if block.when and not setting.facts[block.when]:
        return ()
    if isinstance(block, Text):
        return _paragraph(block, setting)
    if isinstance(block, Heading):
        return _heading(filled(block.text, setting.facts), setting)
    return tuple(_items(block, setting))


def _paragraph(block: Text, setting: Setting) -> tuple[Row, ...]:
    em_mm = setting.sizes.small if block.style == "small" else setting.sizes.body
    style = setting.style(em_mm, strong=block.style == "strong")
    text = filled(block.text, setting.facts)
    return (text_row(text, style, LEFT_MM, WIDTH_MM, gap_mm=PARAGRAPH_GAP_MM * setting.sizes.gap),)


def _heading(text: str, setting: Setting) -> tuple[Row, ...]:
    style = setting.style(setting.sizes.heading, strong=True)
    row = text_row(
        text, style, LEFT_MM, WIDTH_MM, gap_mm=HEADING_GAP_MM * setting.sizes.gap, spacing=1.3
    )
    return (Row(row.height_mm, row.pieces, row.gap_mm, keep_next=True),)


def _items(block: Items, setting: Setting) -> Iterator[Row]:
    group = ""
    rows = rows_of(setting.facts, block.key)
    for first in range(0, len(rows), block.columns):
        side_by_side = rows[first : first + block.columns]
        row = _items_row(block, first, side_by_side, setting)
        name = str(side_by_side[0][block.group]) if block.group else ""
        if name != group:
            group = name
            yield from within_section(_heading(group, setting), group)
        yield from within_section((row,), group)


def _items_row(
    block: Items, first: int, rows: Sequence[Mapping[str, object]], setting: Setting
) -> Row:
    width_mm = WIDTH_MM / block.columns
    cells = [
        _item(block, first + index, facts, (LEFT_MM + index * width_mm, width_mm), setting)
        for index, facts in enumerate(rows)
    ]
    pieces = tuple(piece for cell in cells for piece in cell.pieces)
    return Row(max(cell.height_mm for cell in cells), pieces, cells[0].gap_mm)


def _item(
    block: Items,
    index: int,
    facts: Mapping[str, object],
    place_mm: tuple[float, float],
    setting: Setting,
) -> Row:
    small, body = setting.style(setting.sizes.small), setting.style(setting.sizes.body, strong=True)
    indent_mm = 0.0 if block.mark == "none" else INDENT_MM
    x_mm, width_mm = place_mm[0] + indent_mm, place_mm[1] - indent_mm
    lines = [line for line in block.lines if says_something(line, facts)]
    rows = [text_row(filled(block.name, facts), body, x_mm, width_mm)]
    rows += [text_row(filled(line, facts), small, x_mm, width_mm) for line in lines]
    whole = stacked(rows, gap_mm=ITEM_GAP_MM * setting.sizes.gap)
    if block.mark == "none":
        return whole
    mark = _mark(block, index, facts, place_mm[0], setting)
    return Row(whole.height_mm, (mark, *whole.pieces), whole.gap_mm)


def _mark(
    block: Items, index: int, facts: Mapping[str, object], x_mm: float, setting: Setting
) -> PaperPiece:
    em_mm = setting.sizes.body
    if block.mark == "number":
        text = f"{index + 1}."
        return PaperText(text, x_mm, baseline_mm(em_mm), em_mm, INDENT_MM, "label")
    y_mm = (line_mm(em_mm) - TICK_MM) / 2
    ticked = bool(block.tick and facts[block.tick])
    return PaperBox(x_mm, y_mm, TICK_MM, TICK_MM, "tick", 0.5, 0.6, ticked)


def _frame(block: Frame, setting: Setting) -> Row:
    x_mm, width_mm = LEFT_MM + _FRAME_PAD_MM, WIDTH_MM - 2 * _FRAME_PAD_MM
    title = filled(block.title, setting.facts)
    rows = [text_row(title, setting.style(setting.sizes.body, strong=True), x_mm, width_mm)]
    for text in block.texts:
        if says_something(text, setting.facts):
            style = setting.style(setting.sizes.body)
            rows.append(text_row(filled(text, setting.facts), style, x_mm, width_mm))
    inner = stacked(rows, gap_mm=0.0, top_mm=_FRAME_PAD_MM / 2)
    height_mm = inner.height_mm + _FRAME_PAD_MM
    box = PaperBox(LEFT_MM, 0.0, WIDTH_MM, height_mm, "frame", 0.4, 1.5)
    return Row(height_mm, (box, *inner.pieces), ITEM_GAP_MM * setting.sizes.gap)
