"""Labelled fields as a ruled table: a label, and a cell that is written in or filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from devices.papers import PaperBox, PaperPiece
from forms.breaks import width_em
from forms.papers.form import CommonWords, Field, Fields
from forms.papers.lines import Style, stacked, text_row
from forms.papers.measures import FIELD_MIN_MM, LEFT_MM, WIDTH_MM, Sizes
from forms.papers.rows import Row, moved

_PAD_MM = 2.0
_WIDEST_LABEL_MM = 62.0
_GAP_MM = 3.0
_SLACK_MM = 0.5


@dataclass(frozen=True)
class _Cell:
    """One field with its place across the page."""

    field: Field
    value: str
    x_mm: float
    width_mm: float
    label_mm: float


def field_rows(
    block: Fields, facts: Mapping[str, object], sizes: Sizes, words: CommonWords
) -> tuple[Row, ...]:
    """Return one row a line of the table; values too long for a line make it higher."""
    label = Style(sizes.small, "label", words.wrap_rules)
    value = Style(sizes.body, "body", words.wrap_rules)
    if block.stacked:
        return tuple(
            _stacked_row(one, _value(one, facts), label, value, first=index == 0)
            for index, one in enumerate(block.fields)
        )
    shown = [one for one in block.fields if not one.optional or _value(one, facts)]
    lines = list(_lines(shown))
    rows = []
    for index, line in enumerate(lines):
        cells = _cells(line, facts, shown, sizes.small)
        row = _row(cells, label, value)
        rows.append(Row(row.height_mm, row.pieces, _GAP_MM if index == 0 else 0.0))
    return tuple(rows)


def _value(field: Field, facts: Mapping[str, object]) -> str:
    return "" if field.source == "hand" else str(facts[field.key])


def _lines(fields: Sequence[Field]) -> Iterator[tuple[Field, ...]]:
    """Pair half fields that follow each other."""
    waiting: Field | None = None
    for one in fields:
        if one.half and waiting is not None:
            yield (waiting, one)
            waiting = None
        elif one.half:
            waiting = one
        else:
            if waiting is not None:
                yield (waiting,)
                waiting = None
            yield (one,)
    if waiting is not None:
        yield (waiting,)


def _cells(
    line: Sequence[Field], facts: Mapping[str, object], every: Sequence[Field], em_mm: float
) -> list[_Cell]:
    width_mm = WIDTH_MM / len(line)
    cells = []
    for index, one in enumerate(line):
        column = [f for f in every if f.half] if index else list(every)
        widest_em = max(width_em(f.label) for f in column)
        label_mm = min(_WIDEST_LABEL_MM, widest_em * em_mm + 2 * _PAD_MM + _SLACK_MM)
        cells.append(_Cell(one, _value(one, facts), LEFT_MM + index * width_mm, width_mm, label_mm))
    return cells


def _row(cells: Sequence[_Cell], label: Style, value: Style) -> Row:
    labels = [
        text_row(c.field.label, label, c.x_mm + _PAD_MM, c.label_mm - 2 * _PAD_MM) for c in cells
    ]
    values = [
        text_row(
            cell.value,
            value,
            cell.x_mm + cell.label_mm + _PAD_MM,
            cell.width_mm - cell.label_mm - 2 * _PAD_MM,
        )
        for cell in cells
    ]
    height_mm = max(
        *(FIELD_MIN_MM * c.field.lines for c in cells),
        *(row.height_mm + 1.0 for row in (*labels, *values)),
    )
    pieces: list[PaperPiece] = []
    for cell, name, text in zip(cells, labels, values, strict=True):
        pieces.append(PaperBox(cell.x_mm, 0.0, cell.label_mm, height_mm, "frame", 0.3))
        pieces += _centred(name, height_mm)
        filled_mm = cell.width_mm - cell.label_mm
        pieces.append(PaperBox(cell.x_mm + cell.label_mm, 0.0, filled_mm, height_mm, "field", 0.3))
        if cell.value:
            pieces += _in_cell(text, cell.field, height_mm)
    return Row(height_mm, tuple(pieces))


def _in_cell(row: Row, field: Field, height_mm: float) -> list[PaperPiece]:
    """Place a value in the middle of its cell, or at the top of one for several lines."""
    return _centred(row, row.height_mm + 2.0 if field.lines > 1 else height_mm)


def _centred(row: Row, height_mm: float) -> list[PaperPiece]:
    down_mm = (height_mm - row.height_mm) / 2
    return [moved(piece, 0.0, down_mm) for piece in row.pieces]


def _stacked_row(field: Field, text: str, label: Style, value: Style, *, first: bool) -> Row:
    name = text_row(field.label, label, LEFT_MM, WIDTH_MM)
    answer = text_row(text, value, LEFT_MM + _PAD_MM, WIDTH_MM - 2 * _PAD_MM)
    height_mm = max(FIELD_MIN_MM * field.lines, answer.height_mm + 1.0)
    box = PaperBox(LEFT_MM, 0.0, WIDTH_MM, height_mm, "field", 0.3)
    written = _in_cell(answer, field, height_mm) if text else []
    whole = stacked([name, Row(height_mm, (box, *written))], gap_mm=_GAP_MM)
    return Row(whole.height_mm, whole.pieces, _GAP_MM if first else 2.0)
