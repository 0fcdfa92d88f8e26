"""The dock's window: keys in rows, and a line that says what the simulator answered.

Object names: `dock.<button name>`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dev_dock.buttons import DockButton, DockRow
from ui_kit.keys import BigKey, KeyFace, KeyStyle
from ui_kit.panel import RectMm
from ui_kit.strings import Strings
from ui_kit.theme import Theme
from ui_kit.words import TextBlock, TextLook

LEFT_MM, TOP_MM, TITLE_MM, KEY_W_MM, KEY_H_MM, GAP_MM = 6.0, 14.0, 26.0, 29.0, 12.0, 4.0
EM_MM = 3.9
ROWS_A_COLUMN, COLUMN_MM = 4, 264.0


class DockPanel(QWidget):
    """Every word the demo's simulators understand, as keys."""

    def __init__(
        self,
        theme: Theme,
        strings: Strings,
        rows: tuple[DockRow, ...],
        on_press: Callable[[DockButton], None],
    ) -> None:
        super().__init__()
        self.setObjectName("dev_dock")
        self.setWindowTitle(strings.get("title"))
        self.resize(theme.panel.width_px, theme.panel.height_px)
        self._theme = theme
        self._said = self._line(theme, strings.get("title"), 3.0)
        for number, row in enumerate(rows):
            column, place = divmod(number, ROWS_A_COLUMN)
            left, top = LEFT_MM + column * COLUMN_MM, TOP_MM + place * (KEY_H_MM + GAP_MM + 3)
            self._add_row(theme, strings, row, (left, top), on_press)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tray's ground."""
        QPainter(self).fillRect(event.rect(), self._theme.colour("tray"))

    def say(self, text: str) -> None:
        """Show one line."""
        self._said.set_text(text)

    def texts(self) -> list[str]:
        """Return the words shown."""
        return [text for block in self.findChildren(TextBlock) for text in block.texts()]

    def _add_row(
        self,
        theme: Theme,
        strings: Strings,
        row: DockRow,
        at_mm: tuple[float, float],
        on_press: Callable[[DockButton], None],
    ) -> None:
        left_mm, y_mm = at_mm
        look = TextLook(em_mm=EM_MM, floor_mm=EM_MM)
        title = TextBlock(theme, strings.get(f"row_{row.title}"), look, f"dock.row.{row.title}")
        title.setParent(self)
        title.set_face_mm(RectMm(left_mm, y_mm, TITLE_MM, KEY_H_MM))
        for place, button in enumerate(row.buttons):
            face = KeyFace(
                strings.get(button.words), em_mm=EM_MM, floor_mm=3.0, inside_mm=1.5, scales=False
            )
            key = BigKey(theme, face, f"dock.{button.name}", KeyStyle.SMALL, self)
            x_mm = left_mm + TITLE_MM + place * (KEY_W_MM + GAP_MM)
            key.set_face_mm(RectMm(x_mm, y_mm, KEY_W_MM, KEY_H_MM))
            key.pressed_once.connect(lambda *_, chosen=button: on_press(chosen))

    def _line(self, theme: Theme, text: str, y_mm: float) -> TextBlock:
        line = TextBlock(theme, text, TextLook(em_mm=4.6, floor_mm=3.0), "dock.said")
        line.setParent(self)
        line.set_face_mm(RectMm(LEFT_MM, y_mm, theme.panel.width_mm - 2 * LEFT_MM, 8.0))
        return line
