"""The papers of whoever is at the counter, and the steps of the case.

objectNames: `papers`, `key_ask`, `key_step_receive`, `key_step_accept`, `key_step_handle`,
`key_back`.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from counter_console.screens.panel import BACK_ABOVE_FOOT, BACK_HIGH, BACK_WIDE
from counter_console.views import PaperLine, PapersView
from ui_kit.fonts import BLACK, MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.sign import draw_sign
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

_LEFT, _RIGHT = 13.5, 15.0
_TOP, _LINE, _SIGN = 62.0, 20.0, 12.0
_LIST, _APART = 292.0, 14.0
_KEYS, _KEY_HIGH, _GAP = 246.0, 47.0, 9.0
_SUM_SIGN = 20.0


class PapersPanel(KitWidget):
    """Covers the ticket and the eight keys while it is open; nothing but the steps is pressed."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("papers")
        self._pressed = pressed
        self._view: PapersView | None = None
        self._keys: dict[str, WiredKey] = {}

    def show_view(self, view: PapersView | None) -> None:
        """Show the papers, or none."""
        if view == self._view:
            return
        self._view = view
        self.setVisible(view is not None)
        views = {one.name: one for one in (*view.keys, view.back)} if view else {}
        for name in [name for name in self._keys if name not in views]:
            key = self._keys.pop(name)
            key.setObjectName("")
            key.hide()
            key.deleteLater()
        for name, one in views.items():
            if name not in self._keys:
                low = view is not None and one is view.back
                self._keys[name] = WiredKey(
                    self.theme, one, self._pressed, self, em=11.5 if low else 12.5, inside=5.0,
                    style=KeyStyle.KEY,
                )  # fmt: skip
                self._keys[name].show()
            self._keys[name].show_view(one)
        if view is not None:
            self.setAccessibleName(view.title)
            self.lay_out()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return what is read; keys have their own words."""
        view = self._view
        if view is None:
            return ()
        lines = (text for line in view.lines for text in (line.plain, line.word))
        words = (view.title, view.matter, view.stage, *lines, view.more, view.sum.plain, view.note)
        return tuple(text for text in words if text)

    def lay_out(self) -> None:
        """Lay the steps in one row, the way back below."""
        view = self._view
        if view is None:
            return
        room = self.theme.panel.mm(self.width()) - _LEFT - _RIGHT
        each = (room - (len(view.keys) - 1) * _GAP) / len(view.keys)
        for index, one in enumerate(view.keys):
            place(self._keys[one.name], _LEFT + index * (each + _GAP), _KEYS, each, _KEY_HIGH)
        bottom = self.theme.panel.mm(self.height())
        back = self._keys[view.back.name]
        place(back, _LEFT, bottom - BACK_ABOVE_FOOT - BACK_HIGH, BACK_WIDE, BACK_HIGH)

    def paint(self, painter: QPainter) -> None:
        """Draw the list at the left, what it comes to at the right."""
        ink, view = Ink(painter, self.theme), self._view
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if view is None:
            return
        right = self.theme.panel.mm(self.width()) - _RIGHT
        taken = ink.line(view.stage, right, 26, 12, colour="ink2", weight=MEDIUM, align=Align.RIGHT)
        ink.line(view.title, _LEFT, 22, 20, weight=BLACK, room=right - taken - 10 - _LEFT)
        ink.line(view.matter, _LEFT, 45, 13, weight=MEDIUM, room=right - _LEFT)
        y = _TOP
        for line in view.lines:
            self._paint_line(ink, line, y)
            y += _LINE
        if view.more:
            ink.second(view.more, _LEFT + _SIGN + 7, y + _LINE / 2 - 2, 10)
        self._paint_sum(ink, view, right)

    def _paint_line(self, ink: Ink, line: PaperLine, top: float) -> None:
        middle, plain = top + _LINE / 2, line.tone in ("ok", "other")
        draw_sign(ink, line.tone, line.icon, _LEFT, middle, _SIGN)
        weight, end = MEDIUM if plain else BLACK, _LEFT + _LIST
        taken = ink.line(line.word, end, middle, 10.5, weight=weight,
                         colour="ink2" if plain else "ink", align=Align.RIGHT)  # fmt: skip
        left = _LEFT + _SIGN + 7
        ink.line(line.plain, left, middle, 12, weight=weight, room=end - taken - 8 - left)

    def _paint_sum(self, ink: Ink, view: PapersView, right: float) -> None:
        left = _LEFT + _LIST + _APART
        area = ink.rect(left, _TOP, right - left, _LINE * 5)
        ink.block(area, "sheet", 5, border="ink", border_width=1.0)
        middle = _TOP + 10 + _SUM_SIGN / 2
        draw_sign(ink, view.sum.tone, view.sum.icon, left + 9, middle, _SUM_SIGN)
        x = left + 9 + _SUM_SIGN + 8
        ink.line(view.sum.plain, x, middle, 15, weight=BLACK, room=right - 9 - x)
        under = ink.rect(left + 9, _TOP + 40, right - left - 18, _LINE * 5 - 48)
        ink.words(view.note, under, 12, floor=10, middle=0, lines=3)
