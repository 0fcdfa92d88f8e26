"""The same slip as a PDF page: for halls without a slip printer, and to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from devices.ports import PrintOutcome, Slip
from devices.transport import Transport
from printer_drivers.fonts import FontBook
from printer_drivers.layout import Box, Page, Text, lay_out
from printer_drivers.pdf_canvas import PT_PER_MM, paint_mark, registered
from printer_drivers.pdf_files import PdfFiles
from printer_drivers.pdf_unicode import searchable_beyond_the_first_plane

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_PRINTABLE_MM = {80.0: 72.0, 58.0: 48.0}


def render_pdf(slip: Slip, book: FontBook) -> bytes:
    """Return one PDF page as wide as the paper and as long as the slip. Raises FontMissing."""
    from reportlab.pdfgen.canvas import Canvas

    printable_mm = _PRINTABLE_MM.get(slip.width_mm, slip.width_mm)
    page = lay_out(slip, book, printable_mm)
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(slip.width_mm * PT_PER_MM, page.height_mm * PT_PER_MM),
        invariant=1,
        pageCompression=1,
    )
    _paint(canvas, page, left_mm=(slip.width_mm - printable_mm) / 2)
    with searchable_beyond_the_first_plane():
        canvas.save()
    return out.getvalue()


def _paint(canvas: Canvas, page: Page, left_mm: float) -> None:
    canvas.scale(PT_PER_MM, PT_PER_MM)
    canvas.translate(left_mm, page.height_mm)
    for piece in page.pieces:
        if isinstance(piece, Box):
            _paint_box(canvas, piece)
        elif isinstance(piece, Text):
            _paint_text(canvas, piece)
        else:
            paint_mark(canvas, piece.x_mm, piece.y_mm, piece.side_mm)


def _paint_text(canvas: Canvas, text: Text) -> None:
    line = canvas.beginText(text.x_mm, -text.baseline_mm)
    line.setFont(registered(text.run.face), text.em_mm)
    line.setHorizScale(100 * text.stretch)
    line.setFillGray(1 if text.white else 0)
    line.textOut(text.run.text)
    canvas.drawText(line)


def _paint_box(canvas: Canvas, box: Box) -> None:
    canvas.setFillGray(0)
    canvas.setStrokeGray(0)
    inset_mm = box.outline_mm / 2
    canvas.setLineWidth(box.outline_mm)
    canvas.roundRect(
        box.x_mm + inset_mm,
        -box.y_mm - box.height_mm + inset_mm,
        box.width_mm - 2 * inset_mm,
        box.height_mm - 2 * inset_mm,
        box.radius_mm,
        stroke=1 if box.outline_mm else 0,
        fill=0 if box.outline_mm else 1,
    )


class PdfSlipPrinter:
    """SlipPrinter that writes slip-001.pdf, slip-002.pdf, … into a folder."""

    paper_mm = 80.0

    def __init__(self, folder: Path, book: FontBook) -> None:
        self._book = book
        self._files = PdfFiles(folder)
        self.start, self.stop = self._files.start, self._files.stop

    def print(self, slip: Slip, on_done: Callable[[PrintOutcome], None]) -> None:
        """Write one file; it is there whole before `on_done` is called."""
        self._files.write(
            lambda number: f"slip-{number:03d}.pdf", lambda: render_pdf(slip, self._book), on_done
        )


def build(
    _open_link: Callable[[], Transport] | None, options: Mapping[str, object]
) -> PdfSlipPrinter:
    """Build the driver. Options: `folder` for the files, `fonts` (folder of the fonts).

    Raises ValueError with a sentence for an option that does not exist.
    """
    unknown = set(options) - {"folder", "fonts"}
    if unknown:
        raise ValueError(f"the pdf driver has no option '{min(unknown)}'")
    folder = Path(str(options.get("folder", "prints")))
    return PdfSlipPrinter(folder, FontBook(Path(str(options.get("fonts", "assets/fonts")))))
