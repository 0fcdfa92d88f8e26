"""The middle of the page: a number in two touches, the exact matters, the number in the hand.

objectNames: `middle`, `band_80_plus`, `band_60_79`, `band_under_60`, `group_<id>`, `exact`,
`matter_<id>`, `back`; with a number in the hand `given_done`, `given_seen`, `given_written`,
`given_again`, `given_leave`, `given_undo`; with a note open `note_done`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.group_key import GroupKey
from guide_desk.screens.note import draw_note
from guide_desk.views import GivenView, MattersView, MiddleView, NoteView, TakeView, WordsView
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.ticket import SEAL_FAR, TicketLook, draw_ticket
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

PAD = 7.0
_TITLE_Y, _TITLE_EM, _HINT_EM = 10.0, 7.6, 5.7
_TOP, _GAP = 19.0, 6.0
_BAND_HEIGHT, _GROUP_HEIGHT, _GROUP_STEP = 23.0, 35.0, 44.0
_EXACT_WIDTH, _EXACT_HEIGHT = 78.0, 15.5
_KEYS_ABOVE_FOOT, _KEY_HEIGHT = 38.0, 25.0
_NUMBER_TOP, _NUMBER_CAP = 25.5, 42.0
_DONE_WIDTH = 78.0


class Middle(KitWidget):
    """Shows one of the five views; its keys are made anew when the page turns."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("middle")
        self._pressed = pressed
        self._view: MiddleView | None = None
        self._notice = ""
        self._keys: dict[str, WiredKey] = {}

    def show_view(self, view: MiddleView, notice: str) -> None:
        """Show a view, and over its title the line that must be read."""
        if (view, notice) == (self._view, self._notice):
            return
        before, self._view, self._notice = self._view, view, notice
        if before is not None and type(before) is not type(view):
            self.theme.guard.page_shown()
        self._show_keys(_keys_of(view))
        self.setAccessibleName(" ".join(self.texts()))
        self.lay_out()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words; keys have their own."""
        view = self._view
        words: tuple[str, ...]
        match view:
            case None:
                words = ()
            case WordsView():
                words = (view.title, view.note)
            case TakeView():
                words = (view.title, view.hint)
            case MattersView():
                words = (view.title,)
            case GivenView():
                number = view.number.label if view.number else ""
                words = (view.state, number, view.matter, view.facts, view.note)
            case NoteView():
                words = (view.title, view.waiting)
        return tuple(text for text in (self._notice, *words) if text)

    def lay_out(self) -> None:
        """Lay the keys of the view."""
        match self._view:
            case TakeView() as view:
                self._lay_take(view)
            case MattersView() as view:
                self._lay_matters(view)
            case GivenView() as view:
                self._lay_given(view)
            case NoteView() as view:
                top = self._height - _KEYS_ABOVE_FOOT
                place(self._keys[view.done.name], PAD, top, _DONE_WIDTH, _KEY_HEIGHT)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground and the words of the view."""
        ink = Ink(painter, self.theme)
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        match self._view:
            case WordsView() as view:
                self._paint_words(ink, view)
            case TakeView() as view:
                self._paint_title(ink, view.title, view.hint)
            case MattersView() as view:
                self._paint_title(ink, view.title, "")
            case GivenView() as view:
                self._paint_given(ink, view)
            case NoteView() as view:
                self._paint_note(ink, view)
        if self._notice:
            ink.notice(self._notice, "info", ink.rect(PAD, 2.4, self._room, 14.4), 6.2)

    @property
    def _width(self) -> float:
        return self.theme.panel.mm(self.width())

    @property
    def _height(self) -> float:
        return self.theme.panel.mm(self.height())

    @property
    def _room(self) -> float:
        return self._width - 2 * PAD

    def _paint_title(self, ink: Ink, title: str, hint: str) -> None:
        if not self._notice:
            taken = ink.line(title, PAD, _TITLE_Y, _TITLE_EM, weight=BLACK, room=self._room)
            x = PAD + taken + 6
            ink.second(hint, x, _TITLE_Y + 0.6, _HINT_EM, room=self._width - PAD - x)

    def _paint_words(self, ink: Ink, view: WordsView) -> None:
        middle, side = self._height * 0.42, 34.0
        ink.block(ink.rect(PAD, middle - side / 2, side, side), "tray", side / 2)
        ink.icon(view.icon, PAD + side / 4, middle, side / 2, "green")
        x = PAD + side + 9
        room = self._width - x - PAD
        ink.line(view.title, x, middle - 7, 15, weight=BLACK, room=room)
        ink.second(view.note, x, middle + 10, 6.8, room=room)

    def _paint_given(self, ink: Ink, view: GivenView) -> None:
        undo = 44.0 if view.undo else 0.0
        if not self._notice:
            x = PAD
            if view.number is not None:
                ink.icon(view.icon, PAD, _TITLE_Y, 8.6, "green")
                x += 11.5
            room = self._width - PAD - x - undo
            ink.line(view.state, x, _TITLE_Y, _TITLE_EM, weight=BLACK, room=room)
        y = _NUMBER_TOP + _NUMBER_CAP / 2
        if view.number is not None:
            look = TicketLook(_NUMBER_CAP, SEAL_FAR, align=Align.LEFT)
            area = ink.rect(PAD, _NUMBER_TOP, self._room, _NUMBER_CAP)
            number = view.number
            draw_ticket(ink.painter, self.theme, area, number.seal, number.digits, look)
        else:
            ink.block(ink.rect(PAD, y - 17, 34, 34), "tray", 17)
            ink.icon(view.icon, PAD + 9, y, 16, "green")
        under = _NUMBER_TOP + _NUMBER_CAP
        ink.line(view.matter, PAD, under + 12.5, 9.6, weight=BLACK, room=self._room)
        ink.line(view.facts, PAD, under + 24, 6.4, room=self._room)
        if view.note:
            ink.notice(view.note, "info", ink.rect(PAD, under + 30, self._room, 12), 5.6, "amber")

    def _paint_note(self, ink: Ink, view: NoteView) -> None:
        self._paint_title(ink, view.title, view.waiting)
        if view.sheet is not None:
            high = self._height - _KEYS_ABOVE_FOOT - _TOP - _GAP
            draw_note(ink, self.theme, ink.rect(PAD, _TOP, self._room, high), view.sheet)

    def _lay_take(self, view: TakeView) -> None:
        width = (self._room - 2 * _GAP) / 3
        for index, key in enumerate(view.bands):
            x = PAD + index * (width + _GAP)
            place(self._keys[key.name], x, _TOP, width, _BAND_HEIGHT)
        top = _TOP + _BAND_HEIGHT + 10.5
        for index, key in enumerate(view.groups):
            row, column = divmod(index, 3)
            x = PAD + column * (width + _GAP)
            place(self._keys[key.name], x, top + row * _GROUP_STEP, width, _GROUP_HEIGHT)
        rows = -(-len(view.groups) // 3)
        y = top + rows * _GROUP_STEP
        place(self._keys[view.exact.name], PAD, y, _EXACT_WIDTH, _EXACT_HEIGHT)

    def _lay_matters(self, view: MattersView) -> None:
        foot = self._height - 7 - 17
        rows = max(1, -(-len(view.matters) // 2))
        step = min(38.0, (foot - 8 - _TOP) / rows)
        width = (self._room - _GAP) / 2
        for index, key in enumerate(view.matters):
            row, column = divmod(index, 2)
            x = PAD + column * (width + _GAP)
            place(self._keys[key.name], x, _TOP + row * step, width, step - 8.5)
        place(self._keys[view.back.name], PAD, foot, 52, 17)

    def _lay_given(self, view: GivenView) -> None:
        top = self._height - _KEYS_ABOVE_FOOT
        first = 78.0 if len(view.keys) < 3 else 60.0
        rest = (self._room - first) / max(1, len(view.keys) - 1) - _GAP
        x = PAD
        for index, key in enumerate(view.keys):
            width = first if index == 0 else rest
            place(self._keys[key.name], x, top, width, _KEY_HEIGHT)
            x += width + _GAP
        if view.undo is not None:
            place(self._keys[view.undo.name], self._width - PAD - 41, 3.2, 41, 13)

    def _show_keys(self, views: Sequence[KeyView]) -> None:
        names = {view.name for view in views}
        for name in [name for name in self._keys if name not in names]:
            key = self._keys.pop(name)
            key.setObjectName("")
            key.hide()
            key.deleteLater()
        for view in views:
            if view.name not in self._keys:
                self._keys[view.name] = self._make(view)
                self._keys[view.name].show()
            self._keys[view.name].show_view(view)

    def _make(self, view: KeyView) -> WiredKey:
        if view.action == "group":
            return GroupKey(self.theme, view, self._pressed, self)
        return WiredKey(
            self.theme, view, self._pressed, self, em=_EMS.get(view.action, 7.2), inside=3.5,
            style=KeyStyle.SMALL if view.action in _SMALL else KeyStyle.KEY,
        )  # fmt: skip


_EMS = {"band": 9.0, "matter": 6.2, "exact": 6.4, "given_undo": 6.2, "back": 6.6}
"""Ems of the keys by what they do, where they are not those of a plain key."""
_SMALL = ("exact", "given_undo", "back")


def _keys_of(view: MiddleView) -> tuple[KeyView, ...]:
    match view:
        case TakeView():
            return (*view.bands, *view.groups, view.exact)
        case MattersView():
            return (*view.matters, view.back)
        case GivenView():
            return (*((view.undo,) if view.undo else ()), *view.keys)
        case NoteView():
            return (view.done,)
        case WordsView():
            return ()
