"""The ticket at the counter, large. objectNames: `stage`, `key_papers`."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from counter_console.views import StageView
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink
from ui_kit.staff_views import ChipView, KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

LEFT = 13.5
_NUMBER_CAP, _NUMBER_WIDTH = 70.0, 262.0
_CHIP_HEIGHT, _CHIP_EM = 19.5, 10.0
_PAPERS_TOP, _PAPERS_WIDE, _PAPERS_HIGH = 166.0, 132.0, 40.0


class Stage(KitWidget):
    """State, number, form of address, matter and what to mind; or a sentence."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("stage")
        self._pressed = pressed
        self._view: StageView | None = None
        self._papers: WiredKey | None = None

    def show_view(self, view: StageView) -> None:
        """Show a view."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(" ".join(self.texts()))
            self._show_papers(view.papers)
            self.update()

    def lay_out(self) -> None:
        """Lay the key of the papers at the right, beside what to mind."""
        if self._papers is not None:
            x = self._width - 15 - _PAPERS_WIDE
            place(self._papers, x, _PAPERS_TOP, _PAPERS_WIDE, _PAPERS_HIGH)

    def _show_papers(self, view: KeyView | None) -> None:
        if view is None:
            if self._papers is not None:
                self._papers.setObjectName("")
                self._papers.hide()
                self._papers.deleteLater()
                self._papers = None
            return
        if self._papers is None:
            self._papers = WiredKey(
                self.theme, view, self._pressed, self, em=11.5, left=True, inside=6.0
            )
            self._papers.show()
            self.lay_out()
        self._papers.show_view(view)

    def texts(self) -> tuple[str, ...]:
        """Return the words, in reading order."""
        view = self._view
        if view is None:
            return ()
        number = view.number.label if view.number else ""
        chips = tuple(chip.text for chip in view.chips)
        words = (
            view.title, view.note, view.state, view.elapsed_word, view.elapsed, number,
            view.address, view.age, view.matter, *chips, view.warning,
        )  # fmt: skip
        return tuple(text for text in words if text)

    def paint(self, painter: QPainter) -> None:
        """Draw the view."""
        view, ink = self._view, Ink(painter, self.theme)
        if view is None:
            return
        if view.number is None:
            self._paint_sentence(ink, view)
        else:
            self._paint_ticket(ink, view)

    @property
    def _width(self) -> float:
        return self.theme.panel.mm(self.width())

    @property
    def _height(self) -> float:
        return self.theme.panel.mm(self.height())

    def _paint_sentence(self, ink: Ink, view: StageView) -> None:
        middle, side = self._height / 2, 68.0
        ink.block(ink.rect(LEFT, middle - side / 2, side, side), "tray", side / 2)
        ink.icon(view.icon, LEFT + side * 0.25, middle, side / 2, "green")
        x = LEFT + side + 20
        room = self._width - x - 15
        if view.note:
            ink.line(view.title, x, middle - 15, 36, weight=BLACK, room=room)
            ink.line(view.note, x, middle + 23, 14, colour="ink2", weight=MEDIUM, room=room)
        else:
            ink.line(view.title, x, middle, 36, weight=BLACK, room=room)

    def _paint_ticket(self, ink: Ink, view: StageView) -> None:
        right = self._width - 15
        ink.icon(view.icon, LEFT, 21.5, 15, "green")
        ink.line(view.state, LEFT + 23, 21.5, 12, colour="green")
        taken = ink.line(view.elapsed, right, 21, 19, align=Align.RIGHT)
        ink.line(
            view.elapsed_word, right - taken - 7, 22, 10.5, colour="ink2", weight=MEDIUM,
            align=Align.RIGHT,
        )  # fmt: skip
        if view.warning:
            warned = ink.width(view.state, 12) + LEFT + 34
            ink.notice(view.warning, "speaker-slash", ink.rect(warned, 11, 260, 21), 11, "amber")
        if view.number is not None:
            look = TicketLook(_NUMBER_CAP, SEAL_FAR, align=Align.LEFT)
            area = ink.rect(LEFT, 42, _NUMBER_WIDTH, 71)
            number = view.number
            draw_ticket(ink.painter, self.theme, area, number.seal, number.digits, look)
        if view.address:
            self._paint_person(ink, view, right)
        ink.line(view.matter, LEFT, 144.5, 23.5, weight=BLACK, room=right - LEFT)
        beside = _PAPERS_WIDE + 10 if view.papers else 0.0
        self._paint_chips(ink, view.chips, right - beside)

    def _paint_person(self, ink: Ink, view: StageView, right: float) -> None:
        ink.block(ink.rect(290, 52, 1.2, 50), "rule")
        room = right - 309
        if view.age:
            ink.line(view.address, 309, 70, 27.5, weight=BLACK, room=room)
            ink.line(view.age, 309, 95, 12.5, colour="ink2", weight=MEDIUM, room=room)
        else:
            ink.line(view.address, 309, 77, 24, weight=BLACK, room=room)

    def _paint_chips(self, ink: Ink, chips: tuple[ChipView, ...], right: float) -> None:
        x, y = LEFT, 166.5
        for chip in chips:
            width = ink.width(chip.text, _CHIP_EM) + 30
            if x + width > right and x > LEFT:
                x, y = LEFT, y + _CHIP_HEIGHT + 5
            area: QRectF = ink.rect(x, y, width, _CHIP_HEIGHT)
            ink.block(area, "sheet", _CHIP_HEIGHT / 2, border="ink", border_width=1.0)
            ink.icon(chip.icon, x + 8, y + _CHIP_HEIGHT / 2, 11)
            ink.line(chip.text, x + 22, y + _CHIP_HEIGHT / 2, _CHIP_EM)
            x += width + 6
