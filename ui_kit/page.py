"""A page of the kiosk: head, steps, what it is about, dock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui_kit.dock import Dock
from ui_kit.header import Header
from ui_kit.panel import RectMm
from ui_kit.press import KeyBase
from ui_kit.step_bar import StepBar
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_Kit = TypeVar("_Kit", bound=KitWidget)
STEPS_Y_MM, STEPS_H_MM = 28.3, 12.0
_BEZEL_MM = 9.93


@dataclass(frozen=True)
class PageParts:
    """What surrounds the content of a page; each may be missing."""

    header: Header | None = None
    steps: StepBar | None = None
    dock: Dock | None = None


class PageBase(QWidget):
    """One page on one panel. Widgets are laid by rectangles in millimetres and read in that order.

    `add` lays a widget; `texts` tells every word shown; `key` finds a key by its name.
    """

    def __init__(
        self, theme: Theme, name: str, parts: PageParts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.parts = parts
        # The paper covers the window: its ground is not painted under it first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setObjectName(name)
        self._content: list[KitWidget] = []
        panel = theme.panel
        self.resize(panel.width_px, panel.height_px)
        if parts.header is not None:
            parts.header.setParent(self)
            parts.header.set_compact(parts.steps is not None)
            parts.header.set_face_mm(RectMm(0, 0, panel.width_mm, parts.header.height_mm + 2))
        if parts.steps is not None:
            parts.steps.setParent(self)
            width_mm = panel.width_mm - 2 * _BEZEL_MM
            parts.steps.set_face_mm(RectMm(_BEZEL_MM, STEPS_Y_MM, width_mm, STEPS_H_MM))
        if parts.dock is not None:
            parts.dock.setParent(self)
            height_mm = parts.dock.height_mm
            parts.dock.set_face_mm(
                RectMm(0, panel.height_mm - height_mm, panel.width_mm, height_mm)
            )
        theme.changed.connect(self.update)

    @property
    def content_mm(self) -> RectMm:
        """The rectangle between head (and steps) and dock, inside the bezel."""
        panel, parts = self.theme.panel, self.parts
        top = parts.header.height_mm if parts.header is not None else _BEZEL_MM
        if parts.steps is not None:
            top = STEPS_Y_MM + STEPS_H_MM
        bottom = panel.height_mm - (parts.dock.height_mm if parts.dock is not None else _BEZEL_MM)
        return RectMm(_BEZEL_MM, top, panel.width_mm - 2 * _BEZEL_MM, bottom - top)

    def add(self, widget: _Kit, x_mm: float, y_mm: float, w_mm: float, h_mm: float) -> _Kit:
        """Lay a widget's face at a rectangle of the page and return it."""
        widget.setParent(self)
        widget.set_face_mm(RectMm(x_mm, y_mm, w_mm, h_mm))
        widget.show()
        self._content.append(widget)
        return widget

    def clear(self) -> None:
        """Take everything off the content area."""
        for widget in self._content:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        self._content.clear()

    def texts(self) -> tuple[str, ...]:
        """Return every text shown, in reading order."""
        return tuple(text for widget in self._in_order() for text in widget.texts())

    def key(self, name: str) -> KeyBase:
        """Return the key of that name.

        Raises LookupError naming the keys that are there.
        """
        keys = {key.objectName(): key for key in self.keys()}
        if name not in keys:
            raise LookupError(f"no key {name!r} on page {self.objectName()!r}: {sorted(keys)}")
        return keys[name]

    def keys(self) -> list[KeyBase]:
        """Return the keys that can be seen, content first, then dock."""
        return [key for key in self.findChildren(KeyBase) if not key.isHidden()]

    def _in_order(self) -> Iterator[KitWidget]:
        parts = self.parts
        ordered: list[KitWidget | None] = [parts.header, parts.steps, *self._content, parts.dock]
        for widget in ordered:
            if widget is not None and not widget.isHidden():
                yield widget

    def showEvent(self, event: QShowEvent) -> None:
        """Start the guard: a second tap of the last page must not press a key of this one."""
        self.theme.guard.page_shown()
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        QPainter(self).fillRect(event.rect(), self.theme.colour("paper"))
