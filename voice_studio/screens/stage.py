"""The large part at the left: the line to read, or a page of words. objectName: `studio_stage`."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BLACK, BOLD, MEDIUM
from ui_kit.ink import Ink
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget
from voice_studio.clauses import LONGEST_CLAUSE, in_clauses
from voice_studio.views import DoneView, LineView, PageView, Tone, WordsView

LEFT, RIGHT = 13.5, 15.0
_ROW_MIDDLE, _SHEET_TOP = 22.0, 42.0
_UNDER_SHEET, _HINT_HEIGHT = 6.0, 25.0
_FOOT = 53.5
"""Room for the meter, which lies on the stage's foot."""
_WORDS_EM, _WORDS_FLOOR = 112.0, 23.0
_EDGE: dict[Tone, tuple[str, float]] = {
    "rest": ("edge", 1.0),
    "recording": ("green", 3.4),
    "good": ("green", 1.6),
    "bad": ("edge", 1.0),
}


class Stage(KitWidget):
    """Shows one of the three views."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("studio_stage")
        self._view: PageView | None = None

    def show_view(self, view: PageView) -> None:
        """Show a view."""
        if view != self._view:
            self._view = view
            self.setAccessibleName(" ".join(self.texts()))
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words, in reading order."""
        words: tuple[str, ...] = ()
        match self._view:
            case LineView() as view:
                words = (view.place, view.state, view.words, view.notice or view.hint)
            case WordsView() as view:
                words = (view.title, *view.lines, view.notice)
            case DoneView() as view:
                opened = (view.open_title, *view.open_lines, view.more)
                words = (view.title, view.note, *opened, view.how, *view.setting, view.notice)
        return tuple(text for text in words if text)

    def paint(self, painter: QPainter) -> None:
        """Draw the view."""
        ink = Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        match self._view:
            case LineView() as view:
                self._paint_line(ink, view)
            case WordsView() as view:
                self._paint_words(ink, view)
            case DoneView() as view:
                self._paint_done(ink, view)

    @property
    def _room(self) -> float:
        return self.theme.panel.mm(self.width()) - LEFT - RIGHT

    def _paint_line(self, ink: Ink, view: LineView) -> None:
        right = LEFT + self._room
        colour = "ink" if view.tone in ("rest", "bad") else "green"
        taken = ink.line(view.state, right, _ROW_MIDDLE, 13, colour=colour, align=Align.RIGHT)
        ink.icon(view.icon, right - taken - 20, _ROW_MIDDLE, 15, colour)
        ink.second(view.place, LEFT, _ROW_MIDDLE, 12, room=self._room - taken - 34)
        edge, width = _EDGE[view.tone]
        hint_top = self.theme.panel.mm(self.height()) - _FOOT - _HINT_HEIGHT
        tall = hint_top - _UNDER_SHEET - _SHEET_TOP
        sheet = ink.rect(LEFT, _SHEET_TOP, self._room, tall)
        ink.block(sheet, "sheet", 7, border=edge, border_width=width)
        inside = sheet.adjusted(*(self.theme.px(inset) for inset in (14, 13, -14, -13)))
        words = in_clauses(view.words)
        ink.words(
            words, inside, _WORDS_EM, floor=_WORDS_FLOOR, weight=BLACK, align=Align.CENTRE,
            lines=4 if words == view.words and len(words) > LONGEST_CLAUSE else 1,
        )  # fmt: skip
        foot: QRectF = ink.rect(LEFT, hint_top, self._room, _HINT_HEIGHT)
        if view.notice:
            ink.notice(view.notice, "warning-circle", foot, 14, "amber")
        else:
            ink.line(
                view.hint, LEFT, hint_top + _HINT_HEIGHT / 2, 14, colour="ink2", weight=MEDIUM,
                room=self._room,
            )  # fmt: skip

    def _paint_words(self, ink: Ink, view: WordsView) -> None:
        side, top = 62.0, 24.0
        ink.block(ink.rect(LEFT, top, side, side), "tray", side / 2)
        ink.icon(view.icon, LEFT + side * 0.25, top + side / 2, side / 2, "green")
        x = LEFT + side + 18
        room = LEFT + self._room - x
        ink.line(view.title, x, top + side / 2, 30, weight=BLACK, room=room)
        y = top + side + 27
        for place, line in enumerate(view.lines, 1):
            if view.numbered:
                ink.block(ink.rect(LEFT, y - 8.5, 17, 17), "green", 8.5)
                ink.line(str(place), LEFT + 8.5, y, 11, colour="sheet", align=Align.CENTRE)
            else:
                ink.block(ink.rect(LEFT + 6, y - 2.5, 5, 5), "green", 2.5)
            ink.line(line, LEFT + 27, y, 15, weight=BOLD, room=self._room - 27)
            y += 28

    def _paint_done(self, ink: Ink, view: DoneView) -> None:
        ink.icon(view.icon, LEFT, 32, 34, "green")
        ink.line(view.title, LEFT + 46, 32, 32, weight=BLACK, room=self._room - 46)
        ink.line(view.note, LEFT, 68, 13, weight=MEDIUM, colour="ink2", room=self._room)
        if view.open_lines:
            self._paint_open(ink, view, 90.0)
        foot = self.theme.panel.mm(self.height()) - 52
        ink.second(view.how, LEFT, foot, 12, room=self._room)
        ink.block(ink.rect(LEFT, foot + 11, self._room, 34), "tray", 6)
        x = LEFT + 12
        for line in view.setting:
            x += ink.line(line, x, foot + 28, 14) + 16
        if view.notice:
            ink.notice(view.notice, "info", ink.rect(LEFT, foot - 36, self._room, 23), 12, "amber")

    def _paint_open(self, ink: Ink, view: DoneView, top: float) -> None:
        ink.line(view.open_title, LEFT, top, 12)
        y = top + 19
        for line in view.open_lines:
            ink.block(ink.rect(LEFT + 2, y - 1.8, 3.6, 3.6), "edge", 1.8)
            ink.line(line, LEFT + 13, y, 12, weight=MEDIUM, room=self._room - 13)
            y += 18
        ink.second(view.more, LEFT + 13, y, 11)
