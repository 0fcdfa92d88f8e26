"""The studio's window: one size of design, scaled to the window.

objectNames: `voice_studio` (window), `studio_header`, `studio_stage`, `meter`, `studio_side`,
`studio_hint`, and the keys `key_begin`, `key_record`, `key_finished`, `key_halt`, `key_next`,
`key_listen`, `key_hush`, `key_back`, `key_skip`, `key_fill`, `key_sample`, `key_check`,
`key_close` where the page has them. Space presses the large key, the arrows their own.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import MEDIUM
from ui_kit.ink import Ink
from ui_kit.reading_order import texts_in
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey
from voice_studio.screens.header import HEIGHT, StudioHeader
from voice_studio.screens.meter import LevelMeter
from voice_studio.screens.side import WIDTH as SIDE_WIDTH
from voice_studio.screens.side import StudioSide
from voice_studio.screens.stage import LEFT, RIGHT, Stage
from voice_studio.views import StudioView

DESIGN_WIDTH, DESIGN_HEIGHT = 728.0, 409.5
_METER_HEIGHT, _KEY_HEIGHT, _KEY_GAP = 38.0, 56.0, 10.0
# Above the foot of the window: a taller one gives all it has more to the words.
_HINT_MIDDLE, _KEYS_TOP, _METER_TOP, _STAGE_ENDS = 17.5, 100.5, 156.5, 112.5
_LARGE_SHARE = 0.42
_ARROWS = {Qt.Key.Key_Left: "key_back", Qt.Key.Key_Right: "key_skip"}
_LARGE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HintLine(KitWidget):
    """The line at the foot."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("studio_hint")
        self._words = ""

    def show_words(self, words: str) -> None:
        """Show a hint."""
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
            self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the hint."""
        return (self._words,) if self._words else ()

    def paint(self, painter: QPainter) -> None:
        """Draw the hint."""
        ink, height = Ink(painter, self.theme), self.theme.panel.mm(self.height())
        room = self.theme.panel.mm(self.width())
        ink.line(self._words, 0, height / 2, 9.6, colour="ink2", weight=MEDIUM, room=room)


class StudioWindow(StaffWindow):
    """Everything the reader sees."""

    def __init__(self, theme: Theme, title: str, pressed: Pressed) -> None:
        super().__init__(theme, "voice_studio", title, DESIGN_WIDTH, DESIGN_HEIGHT)
        self._pressed = pressed
        self._view: StudioView | None = None
        self.header = StudioHeader(self.theme, self)
        self.stage = Stage(self.theme, self)
        self.meter = LevelMeter(self.theme, self)
        self.side = StudioSide(self.theme, self)
        self.hint = HintLine(self.theme, self)
        self._keys: list[WiredKey] = []
        self.resize(theme.panel.width_px, theme.panel.height_px)

    def show_view(self, view: StudioView) -> None:
        """Show a view; parts that did not change are not painted again."""
        before, self._view = self._view, view
        if view == before:
            return
        self.header.show_view(view.header)
        self.stage.show_view(view.page)
        self.meter.show_view(view.meter)
        self.side.show_view(view.side)
        self.hint.show_words(view.hint)
        if before is None or view.keys != before.keys:
            self._show_keys(view)

    def texts(self) -> list[str]:
        """Return the words shown, in reading order."""
        keys = [key for key in self._keys if key.isVisibleTo(self)]
        parts: list[KitWidget] = [self.header, self.stage, self.meter, *keys, self.hint, self.side]
        return [text for part in parts if part.isVisibleTo(self) for text in texts_in(part)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let space press the large key and the arrows theirs."""
        keys = {key.objectName(): key for key in self._keys if key.isVisibleTo(self)}
        pressed = keys.get(_ARROWS.get(Qt.Key(event.key()), ""))
        if event.key() in _LARGE and self._keys:
            pressed = self._keys[0]
        if pressed is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            pressed.press()

    def lay_out(self) -> None:
        """Lay the parts for the window's present size."""
        width, height = self.theme.panel.width_mm, self.theme.panel.height_mm
        left = width - SIDE_WIDTH
        room = left - LEFT - RIGHT
        place(self.header, 0, 0, width, HEIGHT)
        place(self.stage, 0, HEIGHT, left, height - _STAGE_ENDS - HEIGHT)
        place(self.meter, LEFT, height - _METER_TOP, room, _METER_HEIGHT)
        place(self.side, left, HEIGHT, SIDE_WIDTH, height - HEIGHT)
        place(self.hint, LEFT, height - _HINT_MIDDLE - 9, room, 18)
        self._lay_keys()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))

    def _show_keys(self, view: StudioView) -> None:
        """Keys stay where they are; a key that means something else waits out a hasty finger."""
        was = self._keys[0].objectName() if self._keys else ""
        for place_, shown in enumerate(view.keys):
            if place_ == len(self._keys):
                em = 17.0 if place_ == 0 else 11.5
                key = WiredKey(self.theme, shown, self._pressed, self, em=em, inside=5.0)
                key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                self._keys.append(key)
            self._keys[place_].show_view(shown)
            self._keys[place_].setObjectName(shown.name)
            self._keys[place_].show()
        for key in self._keys[len(view.keys) :]:
            key.hide()
            key.setObjectName("")
        if self._keys[0].objectName() != was:
            self.theme.guard.page_shown()
        self._lay_keys()

    def _lay_keys(self) -> None:
        shown = len(self._view.keys) if self._view is not None else 0
        if shown == 0:
            return
        room = self.theme.panel.width_mm - SIDE_WIDTH - LEFT - RIGHT
        large = room * _LARGE_SHARE
        small = (room - large - 3 * _KEY_GAP) / 3
        top = self.theme.panel.height_mm - _KEYS_TOP
        place(self._keys[0], LEFT, top, large, _KEY_HEIGHT)
        for index, key in enumerate(self._keys[1:shown]):
            x = LEFT + large + _KEY_GAP + index * (small + _KEY_GAP)
            place(key, x, top, small, _KEY_HEIGHT)
