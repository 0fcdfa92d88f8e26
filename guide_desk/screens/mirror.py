"""The second screen of the desk, for the elder: the papers in large type, what comes next.

objectNames: `guide_mirror` (window), `mirror_page`. Nothing on it can be pressed, nothing names
anybody. The design is a panel of 15 inches, one unit a millimetre: words are 10 mm and more.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.cases.mirror_views import MirrorLine, MirrorView, Tone
from ui_kit.fonts import BLACK, BOLD
from ui_kit.header import draw_mark
from ui_kit.ink import Ink
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


class MirrorPage(KitWidget):
    """Title, one line for each paper, and the sentence of what comes next."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("mirror_page")
        self.shown: MirrorView | None = None

    def show_view(self, view: MirrorView) -> None:
        """Show a view."""
        self.shown = view
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words, in reading order."""
        view = self.shown
        if view is None:
            return ()
        lines = (text for line in view.lines for text in (line.plain, line.word))
        return tuple(text for text in (view.title, *lines, view.next) if text)

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        view, ink, mm = self.shown, Ink(painter, self.theme), self.theme.panel.mm
        if view is None:
            return
        wide, high = mm(self.width()), mm(self.height())
        if not view.lines:
            self._draw_quiet(ink, view, wide, high)
            return
        area = ink.rect(_PAD, 4, wide - 2 * _PAD, _TITLE - 4)
        ink.words(view.title, area, _TITLE_EM, floor=_LEAST, weight=BLACK, lines=1)
        step = min((high - _TITLE - _FOOT) / _LINES, 22.0)
        for index, line in enumerate(view.lines):
            self._draw_line(ink, line, _TITLE + index * step, wide, step)
        ink.block(ink.rect(0, high - _FOOT, wide, _FOOT), "green_soft")
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

    def _draw_line(self, ink: Ink, line: MirrorLine, top: float, wide: float, step: float) -> None:
        middle = top + step / 2
        if line.here:
            area = ink.rect(_PAD - 6, top + 0.8, wide - 2 * _PAD + 12, step - 1.6)
            ink.block(area, "sheet", 3.0, border="ink", border_width=1.0)
        draw_sign(ink, line.tone, line.icon, _PAD, middle, _SIGN)
        left = _PAD + _SIGN + 6
        weight = BOLD if line.tone == "ok" else BLACK
        room = wide - _PAD - _WORD_ROOM - left
        ink.line(line.plain, left, middle, _EM + 1.2, weight=weight, room=room)
        colour = "green" if line.tone == "ok" else "ink"
        area = ink.rect(wide - _PAD - _WORD_ROOM, top, _WORD_ROOM, step)
        ink.words(line.word, area, _EM, floor=_LEAST, colour=colour, align=Align.RIGHT, lines=1)


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

    def texts(self) -> list[str]:
        """Return the words shown."""
        return list(self.page.texts())

    def lay_out(self) -> None:
        """Lay the page over the whole window."""
        panel = self.theme.panel
        place(self.page, 0, 0, panel.width_mm, panel.height_mm)


def draw_sign(ink: Ink, tone: Tone, icon: str, x: float, middle: float, side: float) -> None:
    """Draw how a paper stands as a shape: a filled square, a square on amber, an outline, a ring.

    `x` is its left edge; every tone has a shape, so that nothing is lost without colours.
    """
    area = ink.rect(x, middle - side / 2, side, side)
    inner, pad = side * 0.66, side * 0.17
    if tone == "ok":
        ink.block(area, "green", side * 0.2)
        ink.icon(icon, x + pad, middle, inner, "sheet")
    elif tone == "other":
        ink.block(area, "amber", side / 2, border="ink", border_width=side * 0.06)
        ink.icon(icon, x + pad, middle, inner, "ink")
    elif tone == "missing":
        ink.block(area, "sheet", side * 0.2, border="red_line", border_width=side * 0.09)
        ink.icon(icon, x + pad, middle, inner, "ink")
    else:
        ink.block(area, "sheet", side / 2, border="ink2", border_width=side * 0.07)
