"""The upper and the lower edge of a page: who we are, which paper, whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from devices.papers import PaperCode, PaperMark, PaperPiece, PaperRule, PaperText
from forms.breaks import width_em
from forms.papers.facts import filled
from forms.papers.form import CommonWords, Form
from forms.papers.lines import Style, text_row
from forms.papers.measures import (
    CODE_MM,
    FOOT_MM,
    LEFT_MM,
    MARK_MM,
    RIGHT_MM,
    TOP_MM,
    WIDTH_MM,
    Sizes,
    baseline_mm,
    line_mm,
)
from forms.papers.rows import moved

_BESIDE_MARK_MM = MARK_MM + 4.0
_RULE_GAP_MM = 3.0
_THICK_MM = 0.8
_THIN_MM = 0.3
_TITLE_GAP_MM = 3.0
_TITLE_SPACING = 1.25
_BESIDE_CODE_MM = 8.0
_APART = "   "


@dataclass(frozen=True)
class Edge:
    """Pieces at the top of a page, and where the text below begins."""

    pieces: tuple[PaperPiece, ...]
    ends_mm: float


def first_head(form: Form, words: CommonWords, facts: Mapping[str, object], sizes: Sizes) -> Edge:
    """Return the head of the first page: mark, hall, zone, code, title, number and date."""
    token = str(facts["token"]) if form.code else ""
    room_mm = WIDTH_MM - (CODE_MM + _BESIDE_CODE_MM if token else 0.0)
    pieces: list[PaperPiece] = [
        PaperMark(LEFT_MM, TOP_MM, MARK_MM),
        _line(str(facts["zone"]), TOP_MM - 1.4, sizes.body, "label", room_mm),
        _line(str(facts["hall"]), TOP_MM + 7.2, sizes.small, "body", room_mm),
    ]
    y_mm = TOP_MM + MARK_MM + _TITLE_GAP_MM
    title = text_row(
        form.title, Style(sizes.title, "label"), LEFT_MM, room_mm, spacing=_TITLE_SPACING
    )
    pieces += [moved(piece, 0.0, y_mm) for piece in title.pieces]
    y_mm += title.height_mm
    for text in (_numbered(words, facts, room_mm / sizes.small), filled(form.lead, facts)):
        if text:
            row = text_row(text, Style(sizes.small, "body", words.wrap_rules), LEFT_MM, room_mm)
            pieces += [moved(piece, 0.0, y_mm) for piece in row.pieces]
            y_mm += row.height_mm
    if token:
        pieces += _code(token, sizes)
        y_mm = max(y_mm, TOP_MM + CODE_MM + line_mm(sizes.small))
    y_mm += _RULE_GAP_MM
    pieces.append(PaperRule(LEFT_MM, y_mm, RIGHT_MM, y_mm, _THICK_MM))
    return Edge(tuple(pieces), y_mm + _RULE_GAP_MM)


def later_head(form: Form, words: CommonWords, facts: Mapping[str, object], sizes: Sizes) -> Edge:
    """Return the head of a further page: which paper this is a page of."""
    style, room_mm = Style(sizes.small, "label"), WIDTH_MM / 2
    title = text_row(form.title, style, LEFT_MM, room_mm).pieces
    pieces = [moved(piece, 0.0, TOP_MM - 4.0) for piece in title]
    number = str(facts["number"])
    if number:
        text = words.number.format(number=number)
        baseline = TOP_MM - 4.0 + baseline_mm(sizes.small)
        pieces.append(PaperText(text, RIGHT_MM, baseline, sizes.small, room_mm, align="right"))
    y_mm = TOP_MM - 4.0 + line_mm(sizes.small) * max(1, len(title)) + 1.0
    pieces.append(PaperRule(LEFT_MM, y_mm, RIGHT_MM, y_mm, _THIN_MM))
    return Edge(tuple(pieces), y_mm + _RULE_GAP_MM)


def foot(
    words: CommonWords, facts: Mapping[str, object], sizes: Sizes, page: int, pages: int
) -> tuple[PaperPiece, ...]:
    """Return the foot of a page: whom to ask, where to complain, which page."""
    em_mm = sizes.small
    first_mm = FOOT_MM + 1.0 + baseline_mm(em_mm)
    second_mm = first_mm + line_mm(em_mm)
    ask = words.ask.format(phone=facts["phone"])
    number = words.page.format(page=page, pages=pages)
    return (
        PaperRule(LEFT_MM, FOOT_MM, RIGHT_MM, FOOT_MM, _THIN_MM),
        PaperText(ask, LEFT_MM, first_mm, em_mm, WIDTH_MM, "label"),
        PaperText(words.complain, LEFT_MM, second_mm, em_mm, WIDTH_MM * 0.7),
        PaperText(number, RIGHT_MM, second_mm, em_mm, WIDTH_MM * 0.3, align="right"),
    )


def _line(text: str, y_mm: float, em_mm: float, weight: str, room_mm: float) -> PaperText:
    return PaperText(
        text,
        LEFT_MM + _BESIDE_MARK_MM,
        y_mm + baseline_mm(em_mm),
        em_mm,
        room_mm - _BESIDE_MARK_MM,
        "label" if weight == "label" else "body",
    )


def _numbered(words: CommonWords, facts: Mapping[str, object], line_em: float) -> str:
    number, date = str(facts["number"]), str(facts["date"])
    parts = [words.number.format(number=number), date] if number else [date]
    in_one_line = _APART.join(parts)
    return in_one_line if width_em(in_one_line) <= line_em else "\n".join(parts)


def _code(token: str, sizes: Sizes) -> tuple[PaperPiece, ...]:
    baseline = TOP_MM + CODE_MM + baseline_mm(sizes.small)
    middle_mm = RIGHT_MM - CODE_MM / 2
    return (
        PaperCode(token, RIGHT_MM - CODE_MM, TOP_MM, CODE_MM),
        PaperText(token, middle_mm, baseline, sizes.small, CODE_MM + 12.0, "label", "centre"),
    )
