"""The row of always-equal keys at the foot of every kiosk page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui_kit.dock_layout import (
    DOCK_KEYS,
    EMERGENCY,
    HELP,
    SMALL_KEYS,
    dock_height_mm,
    dock_rects,
)  # fmt: skip
from ui_kit.fonts import BLACK, BOLD
from ui_kit.keys import BigKey, KeyFace, KeyStyle
from ui_kit.line_break import in_one_line
from ui_kit.sheets import Well
from ui_kit.strings import Strings
from ui_kit.theme import Theme
from ui_kit.tiles import small_face
from ui_kit.widget import KitWidget

_ICONS = {
    "back": "arrow-u-up-left", "again": "repeat", "slower": "chat-centered-dots",
    "louder": "speaker-high", "larger": "text-aa", "lower": "wheelchair",
    "contrast": "circle-half", "plain": "arrow-counter-clockwise",
}  # fmt: skip
_AFTER_LARGER = ("contrast", "plain")
"""What the key for larger words offers once they are large."""


@dataclass(frozen=True)
class DockLabels:
    """The words of the dock, as lines; `name` is what the whole of it is called."""

    name: str
    back: str
    again: str
    slower: str
    louder: str
    larger: str
    contrast: str
    plain: str
    lower: str
    help: str
    help_called: str
    emergency: str

    @classmethod
    def from_strings(cls, strings: Strings) -> DockLabels:
        """Read `dock_back` … `dock_emergency`; raises MissingWords."""
        return cls(
            name=strings.get("dock_name"),
            **{name: strings.get(f"dock_{name}") for name in (*DOCK_KEYS, *_AFTER_LARGER)},
            help_called=strings.get("dock_help_called"),
        )


class Dock(KitWidget):
    """Six small keys, help and emergency. `pressed` carries the key's name (its objectName).

    `clicks` is to be heard: a key went down.
    """

    pressed = Signal(str)
    clicks = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, theme: Theme, labels: DockLabels, *, back: bool = True, name: str = "dock",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        # The tray fills it: no paper is painted under it first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName(name)
        self.setAccessibleName(labels.name)
        self._labels = labels
        self._help_called = False
        self._keys = {key: self._small(key) for key in SMALL_KEYS}
        self._keys[HELP] = BigKey(theme, self._help_face(), HELP, KeyStyle.HELP, self)
        self._keys[EMERGENCY] = BigKey(
            theme, self._face(labels.emergency, "heartbeat", 12.4, BOLD), EMERGENCY,
            KeyStyle.EMERGENCY, self,
        )  # fmt: skip
        self._well = Well(theme, "well", self)
        for key_name, key in self._keys.items():
            key.pressed_once.connect(lambda named=key_name: self.pressed.emit(named))
            key.clicks.connect(self.clicks)
        self.set_back_available(back)

    @property
    def height_mm(self) -> float:
        """How much of the page's foot the dock takes."""
        return dock_height_mm(self.theme.panel)

    def key(self, name: str) -> BigKey:
        """Return a key by name: back, again, slower, louder, larger, lower, help, emergency."""
        return self._keys[name]

    def set_back_available(self, available: bool) -> None:
        """Show the first key, or an empty well where nothing lies behind."""
        self._keys["back"].setVisible(available)
        self._well.setVisible(not available)

    def set_on(self, name: str, on: bool) -> None:
        """Let a small key stay down as switched on."""
        self._keys[name].set_switched_on(on)

    def set_larger_step(self, step: int) -> None:
        """Let the key for larger words say what it does next: 0 larger, 1 contrast, 2 as before.

        It never stays down: words that name the next step would seem to name what is on.
        """
        name, key = ("larger", *_AFTER_LARGER)[step], self._keys["larger"]
        face = small_face(getattr(self._labels, name), _ICONS[name])
        if key.content != face:
            key.set_content(face)

    def set_help_called(self, called: bool) -> None:
        """After help was called its key lies flat and says so; the same again costs nothing."""
        if called is self._help_called:
            return
        self._help_called = called
        key = self._keys[HELP]
        face = self._face(self._labels.help_called, "check-circle", 15.9, BLACK)
        key.set_content(face if called else self._help_face())
        key.set_flat(called)

    def texts(self) -> tuple[str, ...]:
        """Return the words of the keys that are there."""
        shown = (key for key in self._keys.values() if not key.isHidden())
        return tuple(text for key in shown for text in key.texts())

    def look_changed(self) -> None:
        """Lay the keys anew."""
        super().look_changed()
        if not hasattr(self, "_well"):
            return
        rects = dock_rects(self.theme.panel)
        for name, key in self._keys.items():
            key.set_face_mm(rects[name])
        self._well.set_face_mm(rects["back"])

    def _small(self, name: str) -> BigKey:
        face = small_face(getattr(self._labels, name), _ICONS[name])
        return BigKey(self.theme, face, name, KeyStyle.SMALL, self)

    def _help_face(self) -> KeyFace:
        return self._face(self._labels.help, "hand-waving", 15.9, BLACK)

    def _face(self, label: str, icon: str, em_mm: float, weight: int) -> KeyFace:
        if self.theme.panel.portrait:
            label = in_one_line(label)
        return KeyFace(
            label, icon, em_mm=em_mm, weight=weight, icon_mm=em_mm * 1.22, scales=False,
            inside_mm=4.0, gap_mm=3.4,
        )  # fmt: skip

    def paint(self, painter: QPainter) -> None:
        """Draw the tray."""
        theme = self.theme
        painter.fillRect(self.rect(), theme.colour("tray"))
        painter.setPen(QPen(theme.colour("rule"), theme.px(0.5), Qt.PenStyle.SolidLine))
        painter.drawLine(QLineF(0, 0, self.width(), 0))
