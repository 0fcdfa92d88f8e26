"""A note as it was written, as large as the page allows. objectName: `note_done`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from guide_desk.screens.measure import HEAD, LABEL, PAD
from guide_desk.screens.page_screen import PageScreen
from guide_desk.views import NoteView
from hall.kernel.handwriting import Handwriting
from ui_kit.ink import Ink
from ui_kit.pen import draw_stroke, points_of
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.wired_key import WiredKey


class NoteScreen(PageScreen[NoteView]):
    """The sheet at the left, the key that puts it away at the right."""

    def keys_of(self, page: NoteView) -> Sequence[KeyView]:
        """Return the one key."""
        return (page.done,)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make it."""
        return WiredKey(self.theme, view, self.pressed, self, em=LABEL, inside=3.0)

    def lay(self, page: NoteView) -> None:
        """Lay the key at the top of those beside a page."""
        self.lay_beside((page.done,))

    def draw(self, ink: Ink, page: NoteView) -> None:
        """Draw what was written."""
        if page.sheet is not None:
            area = ink.rect(PAD, HEAD, self.main_room, self.foot - HEAD)
            draw_note(ink, self.theme, area, page.sheet)


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
