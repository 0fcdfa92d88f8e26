"""The left column: who just arrived, and who has no paper.

objectNames: `arrivals`, `arrived_<number>` (read only), `reprint_<number>`, `more_unprinted`.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.arrivals import ROWS
from guide_desk.views import ArrivalsView, ArrivedRow, UnprintedView
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, TicketScheme, draw_ticket
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

WIDTH = 84.0
_LEFT, _TOP, _ROW = 6.0, 19.0, 26.0
_CARD_HEIGHT, _CARD_STEP, _FOOT = 20.5, 27.6, 6.0
_NUMBER_CAP = 7.8


class Arrived(KitWidget):
    """Somebody who waits; flat, because there is nothing to press."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._view: ArrivedRow | None = None

    def show_view(self, view: ArrivedRow) -> None:
        """Show somebody."""
        if view == self._view:
            return
        self._view = view
        self.setObjectName(view.name)
        self.setAccessibleName(" ".join(self.texts()))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return number, how long, matter and who it is."""
        view = self._view
        if view is None:
            return ()
        words = (view.number.label, view.minutes, view.matter, view.second)
        return tuple(text for text in words if text)

    def paint(self, painter: QPainter) -> None:
        """Draw three lines and the rule under them."""
        view, ink = self._view, Ink(painter, self.theme)
        if view is None:
            return
        right = WIDTH - _LEFT
        ink.block(ink.rect(_LEFT, _ROW - 0.5, right - _LEFT, 0.5), "rule")
        look = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, align=Align.LEFT)
        area = ink.rect(_LEFT, 2.2, 44, 9.4)
        draw_ticket(painter, self.theme, area, view.number.seal, view.number.digits, look)
        taken = ink.line(
            view.minutes, right, 7.0, 5.2, colour="ink2", weight=MEDIUM, align=Align.RIGHT
        )
        for index, icon in enumerate(reversed(view.icons)):
            ink.icon(icon, right - taken - 9.5 - 8.2 * index, 7.0, 7.4)
        ink.line(view.matter, _LEFT, 15.7, 5.7, room=right - _LEFT)
        ink.second(view.second, _LEFT, 22.5, 4.9, room=right - _LEFT)


class PaperKey(WiredKey):
    """A number without paper; a touch prints it here."""

    def __init__(
        self, theme: Theme, view: UnprintedView, pressed: Pressed, parent: QWidget
    ) -> None:
        self._paper = view
        super().__init__(theme, view.key, pressed, parent, em=5.6, style=KeyStyle.SMALL)

    def show_paper(self, view: UnprintedView) -> None:
        """Show another number."""
        if view != self._paper:
            self._paper = view
            self.show_view(view.key)
            self.setAccessibleName(" ".join(self.texts()))
            self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return number, what to do and the matter."""
        view = self._paper
        return (view.number.label, view.key.label, view.second)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw the number, the matter under it, and what a touch does."""
        del look  # words and seal have colours of their own
        painter.translate(face.topLeft())
        view, ink = self._paper, Ink(painter, self.theme)
        width = self.theme.panel.mm(face.width())
        scheme = TicketScheme.DARK_ON_LIGHT if self.isEnabled() else TicketScheme.SECOND
        number = TicketLook(_NUMBER_CAP, SEAL_FAR * 1.14, scheme, Align.LEFT)
        area = ink.rect(3.5, 2.4, 40, 9.4)
        draw_ticket(painter, self.theme, area, view.number.seal, view.number.digits, number)
        taken = ink.line(view.key.label, width - 3.5, 7.2, 5.6, align=Align.RIGHT)
        ink.icon(view.key.icon, width - 3.5 - taken - 8.2, 7.2, 6.6)
        ink.second(view.second, 3.5, 16, 4.9, room=width - 7)


class Arrivals(KitWidget):
    """The whole column."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("arrivals")
        self._pressed = pressed
        self._view: ArrivalsView | None = None
        self._rows = [Arrived(theme, self) for _ in range(ROWS)]
        self._papers: list[PaperKey] = []
        self._more: WiredKey | None = None
        for row in self._rows:
            row.hide()

    def show_view(self, view: ArrivalsView) -> None:
        """Show the column."""
        if view == self._view:
            return
        self._view = view
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(view.rows))
            if index < len(view.rows):
                row.show_view(view.rows[index])
        self._show_papers(view)
        self.setAccessibleName(" ".join(self.texts()))
        self.lay_out()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the column itself; rows and keys have their own."""
        view = self._view
        if view is None:
            return ()
        words = ("".join(view.heading), view.note, view.nobody, view.more, view.unprinted_title)
        return tuple(text for text in words if text)

    def lay_out(self) -> None:
        """Lay rows from the top, numbers without paper from the foot."""
        for index, row in enumerate(self._rows):
            place(row, 0, _TOP + index * _ROW, WIDTH, _ROW)
        for index, key in enumerate(self._papers):
            y = self._papers_top() + index * _CARD_STEP
            place(key, _LEFT, y, WIDTH - 2 * _LEFT, _CARD_HEIGHT)
        if self._more is not None:
            place(self._more, WIDTH - _LEFT - 22, self._papers_top() - 13.6, 22, 9.2)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground and the lines of words."""
        view, ink = self._view, Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("tray"))
        ink.block(ink.rect(WIDTH - 0.7, 0, 0.7, self.theme.panel.mm(self.height())), "rule")
        if view is None:
            return
        before, count, after = view.heading
        right = WIDTH - _LEFT
        x = _LEFT + ink.line(before, _LEFT, 10, 7.2) + 3
        x += ink.line(count, x, 9.6, 10.5) + 2
        ink.line(after, x, 10, 6.4)
        ink.line(view.note, right, 10.4, 4.9, colour="ink2", weight=MEDIUM, align=Align.RIGHT)
        if count:
            ink.block(ink.rect(_LEFT, _TOP - 1.2, right - _LEFT, 0.8), "ink")
        if view.nobody:
            ink.second(view.nobody, _LEFT, _TOP + 12, 6.2)
        if view.more:
            ink.second(view.more, _LEFT, _TOP + len(view.rows) * _ROW + 4.6, 4.9)
        if view.unprinted_title:
            y = self._papers_top() - 7.2
            ink.icon("receipt", _LEFT, y, 6.6, "green")
            room = right - _LEFT - 8.2 - (25 if view.unprinted_more else 0)
            ink.line(view.unprinted_title, _LEFT + 8.2, y, 5.7, room=room)

    def _papers_top(self) -> float:
        height = self.theme.panel.mm(self.height())
        return height - _FOOT - _CARD_HEIGHT - (len(self._papers) - 1) * _CARD_STEP

    def _show_papers(self, view: ArrivalsView) -> None:
        while len(self._papers) > len(view.unprinted):
            key = self._papers.pop()
            key.setObjectName("")
            key.hide()
            key.deleteLater()
        for index, paper in enumerate(view.unprinted):
            if index == len(self._papers):
                made = PaperKey(self.theme, paper, self._pressed, self)
                made.show()
                self._papers.append(made)
            self._papers[index].show_paper(paper)
        more = view.unprinted_more
        if more is not None and self._more is None:
            self._more = WiredKey(
                self.theme, more, self._pressed, self, em=4.7, style=KeyStyle.SMALL, inside=1.5
            )
        if self._more is not None:
            self._more.setVisible(more is not None)
            if more is not None:
                self._more.show_view(more)
