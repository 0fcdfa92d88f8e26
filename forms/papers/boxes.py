"""What is ticked, signed or written in by hand, as rows."""

from __future__ import annotations

from devices.papers import PaperBox, PaperPiece, PaperRule, PaperText
from forms.breaks import width_em
from forms.papers.form import Choices, Signatures, Writing
from forms.papers.lines import stacked, text_row
from forms.papers.measures import (
    FIELD_MIN_MM,
    FINGERPRINT_MM,
    LEFT_MM,
    SIGNATURE_MM,
    TICK_MM,
    WIDTH_MM,
    baseline_mm,
    line_mm,
)
from forms.papers.rows import Row, held
from forms.papers.setting import HEADING_GAP_MM, INDENT_MM, PARAGRAPH_GAP_MM, Setting

_BOX_GAP_MM = 8.0
_CAP_MIDDLE_EM = 0.37


def choices_rows(block: Choices, setting: Setting) -> tuple[Row, ...]:
    """Return one row a choice, all on one page."""
    chosen = setting.facts[block.key]
    style = setting.style(setting.sizes.body)
    rows: list[Row] = []
    for choice in block.choices:
        text = text_row(choice.text, style, LEFT_MM + INDENT_MM, WIDTH_MM - INDENT_MM)
        y_mm = (line_mm(style.em_mm) - TICK_MM) / 2
        ticked = choice.value == chosen
        box = PaperBox(LEFT_MM, y_mm, TICK_MM, TICK_MM, "tick", 0.5, 0.6, ticked)
        rows.append(Row(text.height_mm, (box, *text.pieces), PARAGRAPH_GAP_MM * setting.sizes.gap))
    return held(rows)


def signatures_row(block: Signatures, setting: Setting, beside: tuple[str, ...] = ()) -> Row:
    """Return the boxes to sign in beside each other, each with its date, and texts at the right."""
    em_mm = setting.sizes.small
    width_mm, height_mm = SIGNATURE_MM
    label_mm, tall_mm = line_mm(em_mm), FINGERPRINT_MM if block.fingerprint else height_mm
    pieces: list[PaperPiece] = []
    x_mm = LEFT_MM
    for label in block.labels:
        pieces.append(PaperText(label, x_mm, baseline_mm(em_mm), em_mm, width_mm, "label"))
        pieces.append(PaperBox(x_mm, label_mm, width_mm, height_mm, "signature", 0.5, 1.0))
        date_mm = label_mm + height_mm + baseline_mm(em_mm)
        shown = setting.signed_as if label == block.labels[0] else ""
        if shown:
            pieces.append(_shown(shown, x_mm + width_mm / 2, label_mm + height_mm / 2, setting))
        day = str(setting.facts["date"])
        if not shown or width_em(day) * em_mm > width_mm:
            day = setting.words.date_by_hand
        date = PaperText(day, x_mm + width_mm, date_mm, em_mm, width_mm, align="right")
        pieces.append(date)
        x_mm += width_mm + _BOX_GAP_MM
    if block.fingerprint:
        name = PaperText(
            block.fingerprint, x_mm, baseline_mm(em_mm), em_mm, FINGERPRINT_MM, "label"
        )
        box = PaperBox(x_mm, label_mm, FINGERPRINT_MM, FINGERPRINT_MM, "fingerprint", 0.5, 1.0)
        pieces += [name, box]
        x_mm += FINGERPRINT_MM + _BOX_GAP_MM
    bottom_mm = label_mm + max(tall_mm, height_mm + line_mm(em_mm))
    style = setting.style(em_mm)
    notes = [text_row(text, style, x_mm, LEFT_MM + WIDTH_MM - x_mm) for text in beside]
    at_right = stacked(notes, gap_mm=0.0)
    gap_mm = HEADING_GAP_MM * setting.sizes.gap
    return Row(max(bottom_mm, at_right.height_mm), (*pieces, *at_right.pieces), gap_mm)


def _shown(name: str, x_mm: float, middle_mm: float, setting: Setting) -> PaperText:
    """Return a name in the middle of a box to sign in, where a sample shows how."""
    em_mm = setting.sizes.body
    baseline_mm = middle_mm + em_mm * _CAP_MIDDLE_EM
    return PaperText(name, x_mm, baseline_mm, em_mm, SIGNATURE_MM[0], align="centre")


def writing_rows(block: Writing, setting: Setting) -> tuple[Row, ...]:
    """Return lines to write on, under their label."""
    style = setting.style(setting.sizes.body, strong=True)
    label = text_row(
        block.label, style, LEFT_MM, WIDTH_MM, gap_mm=PARAGRAPH_GAP_MM * setting.sizes.gap
    )
    line = PaperRule(LEFT_MM, FIELD_MIN_MM, LEFT_MM + WIDTH_MM, FIELD_MIN_MM)
    return held([label, *(Row(FIELD_MIN_MM, (line,)) for _ in range(block.lines))])
