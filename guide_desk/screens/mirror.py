"""The second screen of the desk, for the elder: the papers in large type, what comes next.

objectNames: `guide_mirror` (window), `mirror_page`, `mirror_<place>`. Nothing on it can be pressed,
nothing names anybody. The design is a panel of 15 inches, one unit a millimetre: words are 10 mm
and more.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from devices.camera_port import Seen
from guide_desk.cases.mirror_views import MirrorLine, MirrorView
from ui_kit.fonts import BLACK, BOLD
from ui_kit.header import draw_mark
from ui_kit.ink import Ink
from ui_kit.page_picture import PagePicture
from ui_kit.reading_order import texts_in
from ui_kit.sign import draw_sign
from ui_kit.staff_window import StaffWindow
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place

DESIGN_WIDTH, DESIGN_HEIGHT = 345.0, 194.0
_PAD, _TITLE, _FOOT = 12.0, 30.0, 42.0
_LINES = 6
_EM, _TITLE_EM, _NEXT_EM, _LEAST = 10.4, 15.0, 14.0, 10.0
_SIGN = 12.0
_WORD_ROOM = 128.0
_PICTURE_TOP = 24.0


class MirrorRow(KitWidget):
    """One paper: its sign, its name, how it stands; framed while it is talked about."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._line: MirrorLine | None = None

    def show_line(self, line: MirrorLine, name: str) -> None:
        """Show a paper; the same one again costs nothing."""
        if line == self._line:
            return
        self._line = line
        self.setObjectName(name)
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return name and word."""
        return (self._line.plain, self._line.word) if self._line else ()

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        line, ink, mm = self._line, Ink(painter, self.theme), self.theme.panel.mm
        if line is None:
            return
        wide, high = mm(self.width()), mm(self.height())
        if line.here:
            area = ink.rect(_PAD - 6, 0.8, wide - 2 * _PAD + 12, high - 1.6)
            ink.block(area, "sheet", 3.0, border="ink", border_width=1.0)
        draw_sign(ink, line.tone, line.icon, _PAD, high / 2, _SIGN)
        left = _PAD + _SIGN + 6
        weight = BOLD if line.tone == "ok" else BLACK
        room = wide - _PAD - _WORD_ROOM - left
        ink.line(line.plain, left, high / 2, _EM + 1.2, weight=weight, room=room)
        colour = "green" if line.tone == "ok" else "ink"
        area = ink.rect(wide - _PAD - _WORD_ROOM, 0, _WORD_ROOM, high)
        ink.words(line.word, area, _EM, floor=_LEAST, colour=colour, align=Align.RIGHT, lines=1)


class MirrorPage(KitWidget):
    """Title, one row for each paper, and the sentence of what comes next."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("mirror_page")
        self.shown: MirrorView | None = None
        self.rows = [MirrorRow(theme, self) for _ in range(_LINES)]
        for row in self.rows:
            row.hide()
        self.picture = PagePicture(theme, self)
        self.picture.setObjectName("mirror_picture")
        self.picture.hide()

    def show_view(self, view: MirrorView) -> None:
        """Show a view; rows that did not change are not painted again."""
        before, self.shown = self.shown, view
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(view.lines))
            if index < len(view.lines):
                row.show_line(view.lines[index], f"mirror_{index + 1}")
        self.picture.setVisible(view.pictured)
        self.picture.expect(live=view.live, jpeg=view.jpeg)
        if before is None or _around(before) != _around(view):
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def lay_out(self) -> None:
        """Lay the rows for the present size."""
        wide, high = self.theme.panel.width_mm, self.theme.panel.height_mm
        step = min((high - _TITLE - _FOOT) / _LINES, 22.0)
        for index, row in enumerate(self.rows):
            place(row, 0, _TITLE + index * step, wide, step)
        place(self.picture, _PAD, _PICTURE_TOP, wide - 2 * _PAD, high - _FOOT - _PICTURE_TOP - 4)

    def texts(self) -> tuple[str, ...]:
        """Return the title, and what comes next; each row has its own words."""
        view = self.shown
        return tuple(text for text in (view.title, view.next) if text) if view else ()

    def paint(self, painter: QPainter) -> None:
        """Draw what is around the rows."""
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        view, ink, mm = self.shown, Ink(painter, self.theme), self.theme.panel.mm
        if view is None:
            return
        wide, high = mm(self.width()), mm(self.height())
        if not view.lines and not view.pictured:
            self._draw_quiet(ink, view, wide, high)
            return
        top = _PICTURE_TOP if view.pictured else _TITLE
        area = ink.rect(_PAD, 4, wide - 2 * _PAD, top - 4)
        ink.words(view.title, area, _TITLE_EM, floor=_LEAST, weight=BLACK, lines=1)
        ink.block(ink.rect(0, high - _FOOT, wide, _FOOT), "green_soft")
        ink.block(ink.rect(0, high - _FOOT, wide, 1.0), "green")
        area = ink.rect(_PAD, high - _FOOT, wide - 2 * _PAD, _FOOT)
        ink.words(view.next, area, _NEXT_EM, floor=_LEAST, weight=BLACK, lines=2)

    def _draw_quiet(self, ink: Ink, view: MirrorView, wide: float, high: float) -> None:
        """Draw the greeting while nobody's papers lie open."""
        side = 46.0
        draw_mark(ink.painter, self.theme, ink.rect(_PAD, high / 2 - side / 2, side, side))
        left = _PAD + side + 14
        area = ink.rect(left, high / 2 - 26, wide - _PAD - left, 26)
        ink.words(view.title, area, 19.0, floor=_LEAST, weight=BLACK, lines=1)
        under = ink.rect(left, high / 2 + 4, wide - _PAD - left, 18)
        ink.words(view.next, under, 12.0, floor=_LEAST, colour="ink2", lines=1)


class GuideMirror(StaffWindow):
    """The window on the panel that faces the elder."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, "guide_mirror", title, DESIGN_WIDTH, DESIGN_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._view: MirrorView | None = None
        self.page = MirrorPage(self.theme, self)
        self.resize(theme.panel.width_px, theme.panel.height_px)

    def show_view(self, view: MirrorView) -> None:
        """Show a view; the same one again costs nothing."""
        if view != self._view:
            self._view = view
            self.page.show_view(view)

    def look(self, seen: Seen) -> None:
        """Show what the camera sees now."""
        self.page.picture.look(seen)

    def texts(self) -> list[str]:
        """Return the words shown."""
        return texts_in(self.page)

    def lay_out(self) -> None:
        """Lay the page over the whole window."""
        panel = self.theme.panel
        place(self.page, 0, 0, panel.width_mm, panel.height_mm)
        self.page.lay_out()


def _around(view: MirrorView) -> tuple[str, str, bool, bool]:
    return view.title, view.next, bool(view.lines), view.pictured
