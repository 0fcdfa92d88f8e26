"""The alarm over a whole staff screen, and the red line it leaves when folded away.

objectNames: `alarm`, `alarm_<step>`, `alarm_going`, `alarm_finish`, `alarm_take_back`,
`alarm_fold`; `alarm_strip`, `alarm_open`. Lengths are hundredths of the screen's height.
"""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.covers.views import AlarmStripView, AlarmView
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.key_look import KeyStyle
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

_EDGE = 5.0
_STEPS_TOP, _KEY_HEIGHT, _GAP, _COLUMNS = 36.0, 15.0, 7.2, 3
_KEYS_TOP = _STEPS_TOP + 2 * (_KEY_HEIGHT + _GAP)
_FOOT_TOP, _FOOT_HEIGHT = 27.4, 7.0


class AlarmPage(KitWidget):
    """Where, since when, who is coming; six steps in order; what to press next."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("alarm")
        self._pressed = pressed
        self._view: AlarmView | None = None
        self._steps: list[WiredKey] = []
        self._keys: list[WiredKey] = []

    def show_view(self, view: AlarmView | None) -> None:
        """Cover the screen with an alarm, or uncover it."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self.setVisible(view is not None)
        if view is None:
            return
        if before is None or _names(before) != _names(view):
            self._make(view)
            self.lay_out()
        for key, shown in zip([*self._steps, *self._keys], _keys(view), strict=True):
            key.show_view(shown)
        self.setAccessibleName(" ".join(self.texts()))
        self.raise_()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the page; keys have their own."""
        view = self._view
        if view is None:
            return ()
        words = (view.drill, view.place, view.title, view.clock, view.answer, view.lost, view.more)
        return tuple(text for text in words if text)

    def lay_out(self) -> None:
        """Lay steps and keys for the page's present size."""
        width, unit = self._width, self._unit
        edge, gap = _EDGE * unit, _GAP * unit
        wide = (width - 2 * edge - (_COLUMNS - 1) * gap) / _COLUMNS
        for index, key in enumerate(self._steps):
            row, column = divmod(index, _COLUMNS)
            y = (_STEPS_TOP + row * (_KEY_HEIGHT + _GAP)) * unit
            place(key, edge + column * (wide + gap), y, wide, _KEY_HEIGHT * unit)
        for index, key in enumerate(self._keys):
            x = edge + index * (wide + gap)
            place(key, x, _KEYS_TOP * unit, wide, _KEY_HEIGHT * unit)

    def paint(self, painter: QPainter) -> None:
        """Draw the red ground and the words over the steps."""
        view, ink, unit = self._view, Ink(painter, self.theme), self._unit
        painter.fillRect(self.rect(), self.theme.colour(_ground(self.theme)))
        if view is None:
            return
        left, room = _EDGE * unit, self._width - 2 * _EDGE * unit
        ink.line(view.place, left, 8.6 * unit, 9.2 * unit, colour=_words(self.theme), weight=BLACK,
                 room=room * 0.62)  # fmt: skip
        ink.line(view.clock, left + room, 8.6 * unit, 7.2 * unit, colour=_words(self.theme),
                 align=Align.RIGHT, room=room * 0.36)  # fmt: skip
        ink.line(view.title, left, 20.4 * unit, 9.2 * unit, colour=_words(self.theme), weight=BLACK,
                 room=room * 0.62)  # fmt: skip
        ink.line(view.answer, left + room, 20.4 * unit, 5.2 * unit, colour=_words(self.theme),
                 align=Align.RIGHT, room=room * 0.36)  # fmt: skip
        foot = view.lost or view.drill or view.more
        if foot:
            ink.block(
                ink.rect(left, _FOOT_TOP * unit, room, _FOOT_HEIGHT * unit), "sheet", 2 * unit
            )
            middle = (_FOOT_TOP + _FOOT_HEIGHT / 2) * unit
            ink.line(foot, left + room / 2, middle, 4.4 * unit, colour="ink",
                     align=Align.CENTRE, room=room - 6 * unit)  # fmt: skip

    @property
    def _width(self) -> float:
        return self.theme.panel.width_mm

    @property
    def _unit(self) -> float:
        return self.theme.panel.height_mm / 100

    def _make(self, view: AlarmView) -> None:
        for key in [*self._steps, *self._keys]:
            key.setObjectName("")
            key.hide()
            key.deleteLater()
        unit = self._unit
        self._steps = [self._key(step, 4.6 * unit) for step in view.steps]
        self._keys = [self._key(key, 5.2 * unit) for key in view.keys]

    def _key(self, view: KeyView, em: float) -> WiredKey:
        key = WiredKey(self.theme, view, self._pressed, self, em=em, inside=3 * self._unit)
        key.show()
        return key


class AlarmStrip(KitWidget):
    """One red line over the head of the screen: an alarm stands, and this opens it."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget, height: float) -> None:
        super().__init__(theme, parent)
        self.setObjectName("alarm_strip")
        self._pressed = pressed
        self._unit = height / 100
        self._view: AlarmStripView | None = None
        self._key: WiredKey | None = None

    def show_view(self, view: AlarmStripView | None) -> None:
        """Show the line, or none."""
        if view == self._view:
            return
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        if self._key is None:
            self._key = WiredKey(
                self.theme, view.key, self._pressed, self,
                em=self._unit * 28, inside=self._unit * 10,
                style=KeyStyle.SMALL,
            )  # fmt: skip
            self._key.show()
            self.lay_out()
        self.setAccessibleName(view.words)
        self.raise_()
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the words of the line."""
        return (self._view.words,) if self._view else ()

    def lay_out(self) -> None:
        """Lay the key at the right end."""
        if self._key is not None:
            unit, width = self._unit, self.theme.panel.width_mm
            wide = min(width * 0.3, 260 * unit)
            place(self._key, width - wide - 14 * unit, 12 * unit, wide, 70 * unit)

    def paint(self, painter: QPainter) -> None:
        """Draw the line."""
        ink, unit = Ink(painter, self.theme), self._unit
        painter.fillRect(self.rect(), self.theme.colour(_ground(self.theme)))
        if self._view is None:
            return
        width = self.theme.panel.width_mm
        ink.icon("heartbeat", 18 * unit, 50 * unit, 48 * unit, _words(self.theme))
        ink.line(
            self._view.words, 80 * unit, 50 * unit, 34 * unit, colour=_words(self.theme),
            weight=BLACK, room=width * 0.68 - 90 * unit,
        )  # fmt: skip


def _ground(theme: Theme) -> str:
    return "paper" if theme.high_contrast else "red_bottom"


def _words(theme: Theme) -> str:
    return "ink" if theme.high_contrast else "sheet"


def _keys(view: AlarmView) -> tuple[KeyView, ...]:
    return (*view.steps, *view.keys)


def _names(view: AlarmView) -> tuple[str, ...]:
    return tuple(key.name for key in (*view.steps, *view.keys))
