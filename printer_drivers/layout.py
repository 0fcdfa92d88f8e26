"""A slip as placed pieces in millimetres: the one layout that dots and PDF are both drawn from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from devices.ports import Slip, SlipLine, SlipNumber, SlipRule
from printer_drivers.fonts import FontBook, Run, Weight

MARGIN_MM = 1.5
FOOT_MM = 3.0
WRAP_GAP_MM = 1.4
MARK_MM = 8.8
MARK_GAP_MM = 2.2
COPY_EM_MM = 4.5
COPY_HEIGHT_MM = COPY_EM_MM + 1.6
RULE_MM = 0.6
DASH_MM, DASH_GAP_MM = 1.0, 0.7
# Smallest height of the ticket number that may be printed (ux rule R-PRN1).
NUMBER_CAP_MIN_MM = 16.0
SEAL_EM = 0.44
SEAL_GLYPH = 0.74
SEAL_GAP_EM = 0.07
# What little room is left goes between seal and digits, so that both stand on the edges.
SEAL_GAP_SPARE_MM = 4.0
CORNER = 0.16
# Han em box of Noto Sans SC: base line 0.12 em above its lower edge.
HAN_ASCENT_EM = 0.88


@dataclass(frozen=True)
class Text:
    """One run on its base line. `stretch` narrows digits that would not fit the paper."""

    run: Run
    x_mm: float
    baseline_mm: float
    em_mm: float
    white: bool = False
    stretch: float = 1.0


@dataclass(frozen=True)
class Box:
    """A black rectangle with round corners; `outline_mm` above 0 leaves the middle white."""

    x_mm: float
    y_mm: float
    width_mm: float
    height_mm: float
    radius_mm: float = 0.0
    outline_mm: float = 0.0


@dataclass(frozen=True)
class Mark:
    """The mark of the hall, a square."""

    x_mm: float
    y_mm: float
    side_mm: float


Piece = Text | Box | Mark


@dataclass(frozen=True)
class Page:
    """Pieces in drawing order on `width_mm` of printable paper; y grows downwards."""

    width_mm: float
    height_mm: float
    pieces: tuple[Piece, ...]


@dataclass
class _Sheet:
    """The paper being filled. `copy_mark` is the word not yet set, empty once it is."""

    book: FontBook
    width_mm: float
    copy_mark: str = ""
    y_mm: float = 0.0
    pieces: list[Piece] = field(default_factory=list)

    @property
    def line_mm(self) -> float:
        return self.width_mm - 2 * MARGIN_MM


def lay_out(slip: Slip, book: FontBook, printable_mm: float) -> Page:
    """Place a slip on `printable_mm` of width. A line too long for it is broken, never cut off.

    Raises FontMissing.
    """
    sheet = _Sheet(book, printable_mm, copy_mark=slip.copy_mark)
    for part in slip.parts:
        sheet.y_mm += part.gap_above_mm
        if isinstance(part, SlipLine):
            _line(sheet, part)
        elif isinstance(part, SlipNumber):
            _number(sheet, part)
        else:
            _rule(sheet, part)
    if sheet.copy_mark:
        sheet.y_mm += WRAP_GAP_MM + COPY_HEIGHT_MM
        _copy_mark(sheet, sheet.y_mm - COPY_HEIGHT_MM / 2, MARGIN_MM)
    return Page(printable_mm, sheet.y_mm + FOOT_MM, tuple(sheet.pieces))


def _line(sheet: _Sheet, line: SlipLine) -> None:
    indent_mm = MARK_MM + MARK_GAP_MM if line.mark else 0.0
    rows = _rows(sheet, line, sheet.line_mm - indent_mm)
    top_mm = sheet.y_mm
    if line.mark:
        sheet.pieces.append(Mark(MARGIN_MM, top_mm, MARK_MM))
        sheet.y_mm += max(0.0, (MARK_MM - line.em_mm * len(rows)) / 2)
    for index, row in enumerate(rows):
        sheet.y_mm += WRAP_GAP_MM if index else 0.0
        width_mm = _width_mm(row, line)
        x_mm = MARGIN_MM + indent_mm
        if line.align == "centre":
            x_mm += (sheet.line_mm - indent_mm - width_mm) / 2
        ascent_mm = max(HAN_ASCENT_EM * line.em_mm, 0.74 * _largest_em_mm(row, line))
        baseline_mm = sheet.y_mm + ascent_mm
        sheet.y_mm = baseline_mm + (1 - HAN_ASCENT_EM) * line.em_mm
        for run in row:
            em_mm = _em_mm(run, line)
            sheet.pieces.append(Text(run, x_mm, baseline_mm, em_mm))
            x_mm += run.advance_em * em_mm
        _copy_mark(sheet, baseline_mm - (HAN_ASCENT_EM - 0.5) * line.em_mm, x_mm)
    if line.mark:
        sheet.y_mm = max(sheet.y_mm, top_mm + MARK_MM)


def _copy_mark(sheet: _Sheet, middle_mm: float, after_x_mm: float) -> None:
    """Set the word in a frame at the right edge, where there is room right of `after_x_mm`."""
    runs = sheet.book.runs(sheet.copy_mark, "label")
    inner_mm = sum(run.advance_em for run in runs) * COPY_EM_MM
    x_mm = sheet.width_mm - MARGIN_MM - inner_mm - 2.0
    if not sheet.copy_mark or x_mm < after_x_mm + 1.0:
        return
    sheet.copy_mark = ""
    y_mm = middle_mm - COPY_HEIGHT_MM / 2
    sheet.pieces.append(Box(x_mm, y_mm, inner_mm + 2.0, COPY_HEIGHT_MM, 0.8, 0.5))
    x_mm += 1.0
    for run in runs:
        baseline_mm = y_mm + 0.8 + HAN_ASCENT_EM * COPY_EM_MM
        sheet.pieces.append(Text(run, x_mm, baseline_mm, COPY_EM_MM))
        x_mm += run.advance_em * COPY_EM_MM


def _number(sheet: _Sheet, number: SlipNumber) -> None:
    digits = sheet.book.runs(number.digits, "number")
    left_em, cap_em, ink_em = _ink(digits)
    seal_em = SEAL_EM + SEAL_GAP_EM if number.seal else 0.0

    fitting_cap_mm = sheet.line_mm / (seal_em + ink_em) * cap_em
    stacked = bool(number.seal) and fitting_cap_mm < NUMBER_CAP_MIN_MM
    if stacked:
        seal_em, fitting_cap_mm = 0.0, sheet.line_mm / ink_em * cap_em
    cap_mm = min(number.cap_mm, max(NUMBER_CAP_MIN_MM, fitting_cap_mm))
    em_mm = cap_mm / cap_em
    stretch = min(1.0, sheet.line_mm / (ink_em * em_mm)) if not seal_em else 1.0

    spare_mm = sheet.line_mm - (seal_em + ink_em * stretch) * em_mm
    gap_mm = min(spare_mm, SEAL_GAP_SPARE_MM) if seal_em else 0.0
    width_mm = (seal_em + ink_em * stretch) * em_mm + gap_mm
    x_mm = MARGIN_MM + (sheet.line_mm - width_mm) / 2
    side_mm = SEAL_EM * em_mm
    if stacked:
        seal_x_mm = MARGIN_MM + (sheet.line_mm - side_mm) / 2
        _seal(sheet, number.seal, seal_x_mm, sheet.y_mm, side_mm)
        _copy_mark(sheet, sheet.y_mm + side_mm / 2, seal_x_mm + side_mm)
        sheet.y_mm += side_mm + 2.0
    elif number.seal:
        _seal(sheet, number.seal, x_mm, sheet.y_mm + (cap_mm - side_mm) / 2, side_mm)
        x_mm += seal_em * em_mm + gap_mm

    sheet.y_mm += cap_mm
    x_mm -= left_em * em_mm * stretch
    for run in digits:
        sheet.pieces.append(Text(run, x_mm, sheet.y_mm, em_mm, stretch=stretch))
        x_mm += run.advance_em * em_mm * stretch


def _ink(runs: tuple[Run, ...]) -> tuple[float, float, float]:
    """Return left bearing, height of the digits and width of the ink, all in ems."""
    if not runs:
        return (0.0, 1.0, 1.0)
    first, last = runs[0], runs[-1]
    left_em = first.face.bounds_em(first.text[0])[0]
    right_em = last.face.advance_em(last.text[-1]) - last.face.bounds_em(last.text[-1])[2]
    # A flat-topped digit is the measure; the round ones reach a hair beyond it.
    cap_em = first.face.bounds_em("1" if first.text[0].isdecimal() else first.text[0])[3]
    return (left_em, cap_em, sum(run.advance_em for run in runs) - left_em - right_em)


def _seal(sheet: _Sheet, seal: str, x_mm: float, y_mm: float, side_mm: float) -> None:
    sheet.pieces.append(Box(x_mm, y_mm, side_mm, side_mm, CORNER * side_mm))
    runs = sheet.book.runs(seal, "title")
    em_mm = SEAL_GLYPH * side_mm / max(1.0, sum(run.advance_em for run in runs))
    left_mm = x_mm + (side_mm - sum(run.advance_em for run in runs) * em_mm) / 2
    baseline_mm = y_mm + side_mm / 2 + (HAN_ASCENT_EM - 0.5) * em_mm
    for run in runs:
        sheet.pieces.append(Text(run, left_mm, baseline_mm, em_mm, white=True))
        left_mm += run.advance_em * em_mm


def _rule(sheet: _Sheet, rule: SlipRule) -> None:
    step_mm = DASH_MM + DASH_GAP_MM if rule.dashed else sheet.line_mm
    dash_mm = DASH_MM if rule.dashed else sheet.line_mm
    x_mm = MARGIN_MM
    while x_mm < sheet.width_mm - MARGIN_MM - 0.1:
        width_mm = min(dash_mm, sheet.width_mm - MARGIN_MM - x_mm)
        sheet.pieces.append(Box(x_mm, sheet.y_mm, width_mm, RULE_MM))
        x_mm += step_mm
    sheet.y_mm += RULE_MM


def _em_mm(run: Run, line: SlipLine) -> float:
    large = line.digits_em_mm is not None and run.text.isdecimal()
    return line.digits_em_mm if large and line.digits_em_mm else line.em_mm


def _width_mm(row: tuple[Run, ...], line: SlipLine) -> float:
    return sum(run.advance_em * _em_mm(run, line) for run in row)


def _largest_em_mm(row: tuple[Run, ...], line: SlipLine) -> float:
    return max((_em_mm(run, line) for run in row), default=line.em_mm)


def _rows(sheet: _Sheet, line: SlipLine, room_mm: float) -> list[tuple[Run, ...]]:
    """Break a line at its line feeds, then by width: between words, never before a comma."""
    weight: Weight = line.weight

    def runs(text: str) -> tuple[Run, ...]:
        found = sheet.book.runs(text, weight)
        if line.digits_em_mm is None:
            return found
        return tuple(
            bold
            for run in found
            for bold in (sheet.book.runs(run.text, "number") if run.text.isdecimal() else (run,))
        )

    rows: list[tuple[Run, ...]] = []
    for text in line.text.split("\n"):
        row = ""
        for word in _words(text):
            if row and _width_mm(runs((row + word).rstrip()), line) > room_mm:
                rows.append(runs(row.rstrip()))
                row = word.lstrip()
            else:
                row += word
        rows.append(runs(row))
    return rows


def _words(text: str) -> list[str]:
    """Split where a line may break: Han anywhere but before closing marks, Latin at spaces."""
    words: list[str] = []
    for character in text:
        closing = unicodedata.category(character) in ("Po", "Pe", "Pf")
        joined = (
            bool(words)
            and not words[-1].endswith(" ")
            and (closing or (character.isascii() and character != " " and words[-1][-1].isascii()))
        )
        if joined:
            words[-1] += character
        else:
            words.append(character)
    return words
