"""Five faces side by side, as they stand on the paper. objectNames: `feel_face_<score>`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from guide_desk.feelings.views import FacesView
from guide_desk.screens.measure import LABEL, PAD, TEXT, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.face_key import draw_feeling
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.wired_key import WiredKey

_INSIDE = 2.0
_SHARE = 2
"""The faces take the upper two of three rows: taller they would only be emptier."""


class WiredFace(WiredKey):
    """A key of the desk with a face on it; its argument is the score."""

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the face and its word."""
        view = self.shown
        if view is None:
            return
        inside, em_px = self.theme.px(_INSIDE), self.theme.px(TEXT)
        area = face.adjusted(inside, inside, -inside, -inside)
        score = int(view.argument)
        draw_feeling(painter, self.theme, area, score, view.label, em_px, look.text)


class FacesScreen(PageScreen[FacesView]):
    """The faces in one row, the way back beside them."""

    def keys_of(self, page: FacesView) -> Sequence[KeyView]:
        """Return all of them."""
        return (*page.faces, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a face, or a key beside them."""
        if view.action == "feel_face":
            return WiredFace(self.theme, view, self.pressed, self)
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=2.0, style=KeyStyle.SMALL
        )

    def lay(self, page: FacesView) -> None:
        """Lay the faces side by side."""
        rows = self.rows()
        top, (last, high) = rows[0][0], rows[_SHARE - 1]
        for view, (x, wide) in zip(
            page.faces, across(PAD, self.main_room, len(page.faces)), strict=True
        ):
            self.lay_key(view, x, top, wide, last + high - top)
        self.lay_beside(page.beside)
