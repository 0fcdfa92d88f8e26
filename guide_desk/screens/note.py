"""Draws a note as it was written, as large as the middle of the page allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from hall.kernel.handwriting import Handwriting
from ui_kit.ink import Ink
from ui_kit.pen import draw_stroke, points_of
from ui_kit.theme import Theme


def draw_note(ink: Ink, theme: Theme, area: QRectF, sheet: Handwriting) -> None:
    """Draw a sheet and its strokes into an area of pixels."""
    scale = min(theme.panel.mm(area.width()) / sheet.width_mm,
                theme.panel.mm(area.height()) / sheet.height_mm)  # fmt: skip
    size = (theme.px(sheet.width_mm * scale), theme.px(sheet.height_mm * scale))
    paper = QRectF(area.left(), area.top(), *size)
    ink.block(paper, "sheet", 3.0, border="edge", border_width=0.8)
    ink.painter.save()
    ink.painter.translate(paper.topLeft())
    for stroke in sheet.strokes:
        draw_stroke(ink.painter, theme, points_of(stroke), sheet.pen_mm, scale)
    ink.painter.restore()
