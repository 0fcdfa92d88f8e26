"""Everybody who is here, as keys in two columns; beside them what begins another visit.

objectNames: `visit_<number>`, `case_previous`, `case_next`, `case_new`, `case_code`, `case_due`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.cases.views import VisitRow, VisitsView
from guide_desk.screens.measure import APART, BESIDE, GAP, HEAD, LABEL, PAD, TEXT, TURN, across
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.turn_key import TurnKey
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_COLUMNS = 2
_INSIDE, _CAP = 4.0, 7.6
_NUMBER = 40.0


class VisitKey(WiredKey):
    """One visit: number and state, the matter, who is responsible; amber when nobody is."""

    def __init__(self, theme: Theme, row: VisitRow, pressed: Pressed, parent: QWidget) -> None:
        self._row = row
        super().__init__(theme, row.key, pressed, parent)
        self._restyle()

    def show_row(self, row: VisitRow) -> None:
        """Show another visit, or the same one further on."""
        if row == self._row:
            return
        self._row = row
        self.show_view(row.key)
        self._restyle()
        self.setAccessibleName(" ".join(self.texts()))
        self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return who, how far, what for, and who is responsible."""
        row = self._row
        who = row.number.label if row.number else row.who
        return tuple(text for text in (who, row.state, row.matter, row.owner) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw three lines."""
        painter.translate(face.topLeft())
        row, ink, mm = self._row, Ink(painter, self.theme), self.theme.panel.mm
        wide, high = mm(face.width()), mm(face.height())
        first, second, third = high * 0.23, high * 0.54, high * 0.81
        room = wide - 2 * _INSIDE
        if row.number is not None:
            number = TicketLook(_CAP, SEAL_FAR, align=Align.LEFT)
            area = ink.rect(_INSIDE, first - 5, _NUMBER, 10)
            draw_ticket(painter, self.theme, area, row.number.seal, row.number.digits, number)
        else:
            ink.line(row.who, _INSIDE, first, LABEL, colour=look.text, room=room * 0.6)
        ink.line(row.state, wide - _INSIDE, first, TEXT, colour=look.second, weight=MEDIUM,
                 align=Align.RIGHT)  # fmt: skip
        area = ink.rect(_INSIDE, second - 5.4, room, 10.8)
        ink.words(row.matter, area, LABEL - 0.6, floor=TEXT, lines=1)
        icon = "warning-circle" if row.alone else "user"
        ink.icon(icon, _INSIDE, third, TEXT, colour=look.icon)
        left = _INSIDE + TEXT + 2.4
        ink.line(row.owner, left, third, TEXT, colour=look.second, weight=MEDIUM)

    def _restyle(self) -> None:
        self.set_rest_style(KeyStyle.HELP if self._row.alone else KeyStyle.KEY)


class VisitsScreen(PageScreen[VisitsView]):
    """The list of the area."""

    def keys_of(self, page: VisitsView) -> Sequence[KeyView]:
        """Return visits, what turns them, and what begins one."""
        return (*(row.key for row in page.rows), *page.turn, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key for what it does."""
        if view.action == "case_visit" and self.shown is not None:
            row = next(one for one in self.shown.rows if one.key == view)
            return VisitKey(self.theme, row, self.pressed, self)
        if view.action == "case_turn":
            return TurnKey(self.theme, view, self.pressed, self)
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=2.0, style=KeyStyle.SMALL
        )

    def fill(self, page: VisitsView) -> None:
        """Show the visits."""
        for row in page.rows:
            key = self.key(row.key.name)
            if isinstance(key, VisitKey):
                key.show_row(row)

    def words(self, page: VisitsView) -> tuple[str, ...]:
        """Return the sentence of a quiet hall."""
        return (page.nobody,)

    def lay(self, page: VisitsView) -> None:
        """Lay the visits row after row, the keys that turn them beside."""
        room = self.main_room - (TURN + GAP if page.turn else 0.0)
        rows, columns = self.rows(), across(PAD, room, _COLUMNS)
        for index, row in enumerate(page.rows):
            (y, high), (x, wide) = rows[index // _COLUMNS], columns[index % _COLUMNS]
            place(self.key(row.key.name), x, y, wide, high)
        for view, (y, high) in zip(page.turn, rows, strict=False):
            place(self.key(view.name), PAD + room + GAP, y, TURN, high)
        self.lay_beside(page.beside)

    def draw(self, ink: Ink, page: VisitsView) -> None:
        """Draw the sentence of a quiet hall."""
        if page.nobody:
            ink.icon("check-circle", PAD, HEAD + 14, 12, "green")
            room = self.wide - PAD - BESIDE - APART - PAD - 16
            ink.second(page.nobody, PAD + 16, HEAD + 14, LABEL, room=room)
