"""A line that is written: a large field, or a smaller one over the digits of a number.

objectNames: `write_line`, `<area>_0` to `<area>_9`, `<area>_erase`, `<area>_written`,
`<area>_unwritten`, `back`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from guide_desk.care.views import WriteView
from guide_desk.screens.measure import HEAD, LABEL, PAD, TEXT, across
from guide_desk.screens.page_screen import PageScreen
from ui_kit.fonts import BOLD, Face
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.theme import Theme
from ui_kit.widget import place
from ui_kit.wired_key import Pressed, WiredKey

_FIELD, _EM, _RADIUS, _INSIDE = 26.0, 10.5, 3.0, 4.0
_NUMBER_TOP, _NUMBER, _NUMBER_WIDE, _NUMBER_EM = 0.6, 13.4, 122.0, 9.6
_DIGIT_EM, _COLUMNS = 15.0, 4
_UNDER_FIELD = 8.0


class WriteScreen(PageScreen[WriteView]):
    """One line. A keyboard writes it as in any other program; its input method is the desk's."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, pressed, parent)
        self._line = QLineEdit(self)
        self._line.setObjectName("write_line")
        self._line.setFrame(False)
        self._line.textEdited.connect(self._edited)
        self._line.returnPressed.connect(self._entered)

    def keys_of(self, page: WriteView) -> Sequence[KeyView]:
        """Return digits, then the ways on."""
        return (*page.keys, *page.beside)

    def make_key(self, view: KeyView) -> WiredKey:
        """Make a key; what is typed stands large on it."""
        if view.label.isdigit():
            return WiredKey(self.theme, view, self.pressed, self, em=_DIGIT_EM, inside=2.0)
        return WiredKey(
            self.theme, view, self.pressed, self, em=LABEL, inside=1.5, style=KeyStyle.SMALL
        )

    def fill(self, page: WriteView) -> None:
        """Show the line; the place of the cursor is the writer's."""
        if self._line.text() != page.text:
            self._line.setText(page.text)
        digits = bool(page.keys)
        self._line.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly if digits else Qt.InputMethodHint.ImhNone
        )
        self._line.setAccessibleName(page.head.title)
        self._line.setFocus()

    def words(self, page: WriteView) -> tuple[str, ...]:
        """Return what stands under the line."""
        return (page.hint,)

    def lay(self, page: WriteView) -> None:
        """Lay the field, and the pad where there is one."""
        x, y, wide, high = self._field(page)
        inside = (x + _INSIDE, y, wide - 2 * _INSIDE, high)
        self._line.setGeometry(QRect(*(round(self.theme.px(one)) for one in inside)))
        em = _NUMBER_EM if page.keys else _EM
        self._line.setFont(self.theme.fonts.font(Face.HAN, BOLD, self.theme.px(em)))
        ink = self.theme.colour("ink").name()
        self._line.setStyleSheet(f"background: transparent; color: {ink};")
        if page.keys:
            self._lay_pad(page)
        self.lay_beside(page.beside)

    def leave(self) -> None:
        """Go, and keep nothing of what was written."""
        self._line.clear()
        super().leave()

    def draw(self, ink: Ink, page: WriteView) -> None:
        """Draw the field, and what stands under it."""
        ink.block(ink.rect(*self._field(page)), "sheet", _RADIUS, border="edge", border_width=1.0)
        if page.hint:
            under = ink.rect(PAD, HEAD + _FIELD + _UNDER_FIELD, self.main_room, 40)
            ink.words(page.hint, under, TEXT, floor=TEXT, colour="ink2", middle=0, lines=3)

    def _lay_pad(self, page: WriteView) -> None:
        rows, columns = self.rows(), across(PAD, self.main_room, _COLUMNS)
        for index, view in enumerate(page.keys):
            row, column = divmod(index, _COLUMNS)
            (x, wide), (y, high) = columns[column], rows[row]
            place(self.key(view.name), x, y, wide, high)

    def _field(self, page: WriteView) -> tuple[float, float, float, float]:
        """Return where the field lies: a number stands in the first line, over its pad."""
        if page.keys:
            return self.wide - PAD - _NUMBER_WIDE, _NUMBER_TOP, _NUMBER_WIDE, _NUMBER
        return PAD, HEAD, self.main_room, _FIELD

    def _entered(self) -> None:
        """Go on, as the green key does; a scanner that types ends its line so."""
        ways_on = self.shown.beside if self.shown is not None else ()
        for view in ways_on:
            if view.mode == "next":
                self.pressed(view.action, view.argument)

    def _edited(self, text: str) -> None:
        if self.shown is not None:
            self.pressed(self.shown.edited, text)
