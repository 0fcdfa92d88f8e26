"""Everybody who is here, as keys in two columns; beside them what begins another visit.

objectNames: `visit_<number>`, `case_previous`, `case_next`, `case_new`, `case_code`, `case_due`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.cases.views import VisitRow, VisitsView
from guide_desk.screens.measure import (
    APART,
    BESIDE,
    GAP,
    HEAD,
    LABEL,
    PAD,
    TEXT,
    TITLE,
    TURN,
    across,
)
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.turn_key import TurnKey
from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.wired_key import Pressed, WiredKey

_COLUMNS = 2
_INSIDE, _CAP, _NUMBER = 3.4, 8.5, 46.0
_FIRST, _UNDER = 8.6, 14.6
"""The middle of the first line, and the top of what is below it."""


class VisitKey(WiredKey):
    """One visit: number, how it stands with whom, the matter; amber when nobody looks after it."""

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
        """Return who, how it stands, and what for."""
        row = self._row
        who = row.number.label if row.number else row.who
        matter = row.matter.replace("\n", "")
        return tuple(text for text in (who, row.standing, matter) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw number and standing in the first line, the matter in one or two below."""
        painter.translate(face.topLeft())
        row, ink, mm = self._row, Ink(painter, self.theme), self.theme.panel.mm
        wide, high = mm(face.width()), mm(face.height())
        room, right = wide - 2 * _INSIDE, wide - _INSIDE
        taken = ink.line(row.standing, right, _FIRST, TEXT, colour=look.second, weight=MEDIUM,
                         align=Align.RIGHT)  # fmt: skip
        if row.alone:
            taken += TEXT + 2.0
            ink.icon("warning-circle", right - taken, _FIRST, TEXT + 0.6, colour=look.icon)
        if row.number is not None:
            number = TicketLook(_CAP, SEAL_FAR * 1.14, align=Align.LEFT)
            area = ink.rect(_INSIDE, _FIRST - 5, max(room - taken - 2, _NUMBER), 10)
            draw_ticket(painter, self.theme, area, row.number.seal, row.number.digits, number)
        else:
            ink.line(row.who, _INSIDE, _FIRST, LABEL - 0.6, colour=look.text, room=room - taken - 2)
        area = ink.rect(_INSIDE, _UNDER, room, high - _UNDER - 2)
        ink.words(row.matter, area, LABEL - 1, floor=TEXT, lines=2)

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
        em = TITLE if view.second else LABEL
        return WiredKey(
            self.theme, view, self.pressed, self, em=em, inside=1.6, style=KeyStyle.SMALL
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
            self.lay_key(row.key, x, y, wide, high)
        for view, (y, high) in zip(page.turn, rows, strict=False):
            self.lay_key(view, PAD + room + GAP, y, TURN, high)
        self.lay_beside(page.beside)

    def draw(self, ink: Ink, page: VisitsView) -> None:
        """Draw the sentence of a quiet hall."""
        if page.nobody:
            ink.icon("check-circle", PAD, HEAD + 14, 12, "green")
            room = self.wide - PAD - BESIDE - APART - PAD - 16
            ink.second(page.nobody, PAD + 16, HEAD + 14, LABEL, room=room)
