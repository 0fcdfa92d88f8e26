"""How every key behaves: down on press, up when the finger slides off, acting on release."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.key_frame import draw_frame
from ui_kit.key_look import KeyLook, KeyState, KeyStyle, key_look
from ui_kit.key_paint import RING_REACH_MM, draw_check_badge, draw_focus_ring
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class KeyBase(KitWidget):
    """A key that can be pressed.

    `pressed_once` is emitted on release inside, once per 700 ms; `went_down` at the moment the
    face goes down, `clicks` with it unless the guard takes it for a tremor: the click sound hangs
    on that. Subclasses draw what lies on the face.
    """

    pressed_once = Signal()
    went_down = Signal()
    clicks = Signal()
    margins_mm = (RING_REACH_MM, RING_REACH_MM, RING_REACH_MM, 8.6)
    accessible_role = QAccessible.Role.Button

    def __init__(
        self, theme: Theme, name: str, style: KeyStyle = KeyStyle.KEY,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._style = style
        self._down = False
        self._on = False
        self._flat = False
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def is_down(self) -> bool:
        """Whether a finger holds the key down now."""
        return self._down

    @property
    def is_switched_on(self) -> bool:
        """Whether the key stays down as switched on."""
        return self._on

    @property
    def style_of_key(self) -> KeyStyle:
        """What the key means."""
        return self._style

    def set_style(self, style: KeyStyle) -> None:
        """Change what the key means, for instance which one is the next step."""
        self._style = style
        self.look_changed()

    def set_switched_on(self, on: bool) -> None:
        """Let the key stay down with its check badge, or come up."""
        self._on = on
        self.look_changed()

    def set_flat(self, flat: bool) -> None:
        """Lay the key flat: what it asks for is under way, it cannot be pressed."""
        self._flat = flat
        self._down = False
        self.look_changed()

    def state(self) -> KeyState:
        """Return how the key stands."""
        if self._flat:
            return KeyState.FLAT
        if not self.isEnabled():
            return KeyState.DISABLED
        if self._down:
            return KeyState.PRESSED
        return KeyState.ON if self._on else KeyState.REST

    def hit_rect(self) -> QRectF:
        """Return where a finger counts, in the widget's pixels: the face, the lip and 3 mm."""
        extra = self.theme.px(self.theme.tokens.space["hit_extra"])
        return self.face_rect().adjusted(-extra, -extra, extra, extra)

    def press(self) -> None:
        """Act as if pressed; the second-tap guard still decides."""
        if self.can_be_pressed and self.theme.guard.lets_through(id(self)):
            self.pressed_once.emit()

    def paint(self, painter: QPainter) -> None:
        """Draw the key as it stands."""
        state = self.state()
        look = key_look(self.theme, self._style, state)
        face = self.paint_frame(painter, look)
        self.paint_content(painter, face, look)
        if state is KeyState.ON:
            draw_check_badge(painter, self.theme, face)
        if self._ring:
            self.paint_focus(painter, look)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw what lies on the face."""
        raise NotImplementedError

    def paint_frame(self, painter: QPainter, look: KeyLook) -> QRectF:
        """Draw shadow, lip and face; return the face."""
        name = (self._style, self.state())
        return draw_frame(painter, self.theme, name, self.size(), self.face_rect(), look)

    def paint_focus(self, painter: QPainter, look: KeyLook) -> None:
        """Draw the focus ring."""
        key = self.face_rect().adjusted(0, 0, 0, self.theme.px(look.lip_mm))
        draw_focus_ring(painter, self.theme, key, look.radius_mm)

    @property
    def can_be_pressed(self) -> bool:
        """Whether it stands raised: what it asks for can be asked for now."""
        return self.isEnabled() and not self._flat

    def listens(self) -> bool:
        """Tell whether a touch would count now: raised, and the second-tap guard lets it."""
        return self.can_be_pressed and self.theme.guard.listens_to(id(self))

    def _set_down(self, down: bool) -> None:
        if down != self._down:
            self._down = down
            self.repaint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go down at once; the click sounds with it."""
        if not self.can_be_pressed or not self._inside(event.position()):
            event.ignore()
            return
        self._set_down(True)
        self._tell_down()

    def _tell_down(self) -> None:
        if self.listens():
            self.clicks.emit()
        self.went_down.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a fast pair like any press."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Come up when the finger slides off; it does not go down again by sliding back."""
        if self._down and not self._inside(event.position()):
            self._set_down(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act when the finger lifts inside."""
        was_down = self._down
        self._set_down(False)
        if was_down and self._inside(event.position()):
            self.press()

    def _inside(self, position: QPointF) -> bool:
        return self.hit_rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space press the key that has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():
                self._tell_down()
                self.press()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the focus came from a keypad."""
        self._ring = event.reason() in _KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self._ring = False
        self.update()
        super().focusOutEvent(event)
