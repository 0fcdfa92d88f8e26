"""What slips and papers share on a reportlab canvas in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from printer_drivers import mark
from printer_drivers.fonts import Face

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PT_PER_MM = 72 / 25.4


def registered(face: Face) -> str:
    """Return the name of a face among reportlab's fonts, which it keeps for the whole process."""
    from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames, registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    if face.name not in getRegisteredFontNames():
        registerFont(TTFont(face.name, str(face.path)))
    return face.name


def paint_mark(canvas: Canvas, x_mm: float, y_mm: float, side_mm: float) -> None:
    """Draw the mark of the hall, its top left corner `y_mm` below the origin."""
    canvas.saveState()
    canvas.translate(x_mm, -y_mm)
    canvas.scale(side_mm / mark.SIDE, -side_mm / mark.SIDE)
    canvas.setFillGray(0)
    inset, side = mark.SEAL_INSET, mark.SIDE - 2 * mark.SEAL_INSET
    canvas.roundRect(inset, inset, side, side, mark.SEAL_RADIUS, stroke=0, fill=1)
    canvas.setStrokeGray(1)
    canvas.setFillGray(1)
    canvas.setLineWidth(mark.FRAME_STROKE)
    inset, side = mark.FRAME_INSET, mark.SIDE - 2 * mark.FRAME_INSET
    canvas.roundRect(inset, inset, side, side, mark.FRAME_RADIUS, stroke=1, fill=0)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for stroke in mark.strokes():
        canvas.setLineWidth(stroke.width)
        path = canvas.beginPath()
        path.moveTo(*stroke.points[0])
        for point in stroke.points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)
    for head in mark.discs():
        canvas.circle(*head.centre, head.radius, stroke=0, fill=1)
    canvas.restoreState()
