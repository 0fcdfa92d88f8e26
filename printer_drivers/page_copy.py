"""A page from under a camera as a PDF of one sheet of A4: a copy, as large as the paper was."""

from __future__ import annotations

from io import BytesIO

from devices.camera_port import PageTaken
from devices.papers import A4_HEIGHT_MM, A4_WIDTH_MM, MM_PER_PT, PaperNotMade

MARGIN_MM = 10.0
"""What no printer reaches."""
MM_PER_INCH = 25.4


def page_copy(page: PageTaken) -> bytes:
    """Return the PDF; the JPEG goes in as it is. Raises PaperNotMade for what is no picture."""
    # Loaded when the first copy is made: a desk starts without.
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    width_mm, height_mm = _size_mm(page)
    held = BytesIO()
    canvas = Canvas(held, pagesize=(A4_WIDTH_MM / MM_PER_PT, A4_HEIGHT_MM / MM_PER_PT))
    canvas.setTitle("copy")
    try:
        picture = ImageReader(BytesIO(page.jpeg))
        canvas.drawImage(
            picture,
            (A4_WIDTH_MM - width_mm) / 2 / MM_PER_PT,
            (A4_HEIGHT_MM - height_mm) / 2 / MM_PER_PT,
            width_mm / MM_PER_PT,
            height_mm / MM_PER_PT,
        )
    except OSError as fault:
        raise PaperNotMade("the page is no picture") from fault
    canvas.save()
    return held.getvalue()


def _size_mm(page: PageTaken) -> tuple[float, float]:
    """Return how large the paper was, made to fit the sheet; where nobody knows, fill the sheet."""
    most = (A4_WIDTH_MM - 2 * MARGIN_MM, A4_HEIGHT_MM - 2 * MARGIN_MM)
    per_px = MM_PER_INCH / page.dpi if page.dpi else float("inf")
    per_px = min(per_px, most[0] / page.width_px, most[1] / page.height_px)
    return page.width_px * per_px, page.height_px * per_px
