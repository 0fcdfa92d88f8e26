"""A paper as a PDF: names right in print and in copied text, nothing of a person beside."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from devices.papers import (
    A4_HEIGHT_MM,
    A4_WIDTH_MM,
    Paper,
    PaperBox,
    PaperCode,
    PaperMark,
    PaperNotMade,
    PaperPage,
    PaperPiece,
    PaperRule,
    PaperText,
)
from printer_drivers.fonts import GETA, FontBook, FontMissing, Weight
from printer_drivers.pdf_canvas import PT_PER_MM, paint_mark, registered
from printer_drivers.pdf_unicode import searchable_beyond_the_first_plane

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CREATOR = "Silverhall"
_INK = 0.0
_WEIGHTS: tuple[Weight, ...] = ("body", "label")
_TICK = ((0.2, 0.52), (0.42, 0.76), (0.84, 0.24))
_DASH_MM = (1.6, 1.4)


@dataclass(frozen=True)
class PaperRenderer:
    """Turns papers into PDF bytes; the same paper always gives the same bytes.

    May be called from any thread; two papers are made one after the other.
    """

    book: FontBook

    def __call__(self, paper: Paper) -> bytes:
        """Return the PDF of a paper. Raises PaperNotMade."""
        try:
            return self._rendered(paper)
        except FontMissing as missing:
            raise PaperNotMade(str(missing)) from missing

    def _rendered(self, paper: Paper) -> bytes:
        from reportlab.pdfgen.canvas import Canvas

        out = BytesIO()
        canvas = Canvas(
            out,
            pagesize=(A4_WIDTH_MM * PT_PER_MM, A4_HEIGHT_MM * PT_PER_MM),
            invariant=1,
            pageCompression=1,
        )
        canvas.setTitle(paper.title)
        canvas.setAuthor("")
        canvas.setSubject("")
        canvas.setCreator(CREATOR)
        with searchable_beyond_the_first_plane():
            for page in paper.pages:
                self._paint(canvas, page)
                canvas.showPage()
            canvas.save()
        return out.getvalue()

    def warm_up(self) -> None:
        """Open what every paper needs; the face of rare characters waits for the first of them.

        Raises PaperNotMade.
        """
        try:
            runs = [run for weight in _WEIGHTS for run in self.book.runs("0" + GETA, weight)]
        except FontMissing as missing:
            raise PaperNotMade(str(missing)) from missing
        with searchable_beyond_the_first_plane():
            for run in runs:
                registered(run.face)

    def width_mm(self, text: PaperText) -> float:
        """Return how wide a text stands in its typeface."""
        return sum(run.advance_em for run in self.book.runs(text.text, text.weight)) * text.em_mm

    def _paint(self, canvas: Canvas, page: PaperPage) -> None:
        canvas.scale(PT_PER_MM, PT_PER_MM)
        canvas.translate(0, A4_HEIGHT_MM)
        canvas.setFillGray(_INK)
        canvas.setStrokeGray(_INK)
        for piece in page.pieces:
            self._paint_piece(canvas, piece)

    def _paint_piece(self, canvas: Canvas, piece: PaperPiece) -> None:
        if isinstance(piece, PaperText):
            self._paint_text(canvas, piece)
        elif isinstance(piece, PaperRule):
            _paint_rule(canvas, piece)
        elif isinstance(piece, PaperBox):
            _paint_box(canvas, piece)
        elif isinstance(piece, PaperMark):
            paint_mark(canvas, piece.x_mm, piece.y_mm, piece.side_mm)
        else:
            _paint_code(canvas, piece)

    def _paint_text(self, canvas: Canvas, text: PaperText) -> None:
        width_mm = self.width_mm(text)
        squeeze = min(1.0, text.room_mm / width_mm) if width_mm else 1.0
        part = {"left": 0.0, "centre": 0.5, "right": 1.0}[text.align]
        x_mm = text.x_mm - width_mm * squeeze * part
        line = canvas.beginText(x_mm, -text.baseline_mm)
        line.setHorizScale(100 * squeeze)
        for run in self.book.runs(text.text, text.weight):
            line.setFont(registered(run.face), text.em_mm)
            line.textOut(run.text)
        canvas.drawText(line)


def _paint_rule(canvas: Canvas, rule: PaperRule) -> None:
    canvas.setLineWidth(rule.stroke_mm)
    canvas.setDash(_DASH_MM if rule.dashed else ())
    canvas.line(rule.x_mm, -rule.y_mm, rule.to_x_mm, -rule.to_y_mm)
    canvas.setDash(())


def _paint_box(canvas: Canvas, box: PaperBox) -> None:
    canvas.setLineWidth(box.stroke_mm)
    canvas.roundRect(
        box.x_mm,
        -box.y_mm - box.height_mm,
        box.width_mm,
        box.height_mm,
        box.radius_mm,
        stroke=1,
        fill=0,
    )
    if box.ticked:
        canvas.setLineWidth(box.height_mm / 7)
        path = canvas.beginPath()
        points = [(box.x_mm + x * box.width_mm, -box.y_mm - y * box.height_mm) for x, y in _TICK]
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path, stroke=1, fill=0)


def _paint_code(canvas: Canvas, code: PaperCode) -> None:
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.renderPDF import draw
    from reportlab.graphics.shapes import Drawing

    drawing = Drawing(code.side_mm, code.side_mm)
    side = code.side_mm
    drawing.add(QrCodeWidget(code.token, barWidth=side, barHeight=side, barBorder=0, barLevel="M"))
    draw(drawing, canvas, code.x_mm, -code.y_mm - side)
