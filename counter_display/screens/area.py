"""One area of a screen: painted once for what it shows, then only copied."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from counter_display.screens.marks import Mark, Words, paint
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

View = TypeVar("View", bound=Hashable)

DESIGN_WIDTH, DESIGN_HEIGHT = 1920.0, 1080.0


def pixels_per_unit(width_px: int, height_px: int) -> float:
    """Return the scale at which the whole design fits a window."""
    return min(width_px / DESIGN_WIDTH, height_px / DESIGN_HEIGHT)


class Area(KitWidget, Generic[View]):
    """Shows one view value; repaints only when the value is another one.

    A subclass says in `compose` which marks the view is, in design units of this area.
    """

    ground = "paper"

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self._view: View | None = None
        self._marks: tuple[Mark, ...] = ()
        self._scale = 1.0

    def lay(self, rect: QRectF, scale: float) -> None:
        """Lay the area at a rectangle of the design."""
        self._scale = scale
        left, top = round(rect.left() * scale), round(rect.top() * scale)
        right, bottom = round(rect.right() * scale), round(rect.bottom() * scale)
        self.setGeometry(left, top, right - left, bottom - top)
        self._arrange()

    def show_view(self, view: View) -> None:
        """Show a value; the same value again costs nothing."""
        if view != self._view:
            self._view = view
            self._arrange()

    @property
    def view(self) -> View | None:
        """What is shown."""
        return self._view

    @property
    def scale(self) -> float:
        """Pixels per design unit."""
        return self._scale

    @property
    def width_units(self) -> float:
        """Width of the area in design units."""
        return self.width() / self._scale

    @property
    def height_units(self) -> float:
        """Height of the area in design units."""
        return self.height() / self._scale

    def marks(self) -> tuple[Mark, ...]:
        """Return what is painted, in design units of this area."""
        return self._marks

    def texts(self) -> Sequence[str]:
        """Return the words painted, in reading order; a seal and its digits are one word."""
        found: list[str] = []
        glued = False
        for mark in self._marks:
            if not isinstance(mark, Words):
                continue
            if mark.number and glued:
                found[-1] += mark.text
            else:
                found.append(mark.text)
            glued = mark.number and not glued
        return tuple(found)

    def compose(self, view: View) -> Sequence[Mark]:
        """Return the marks of a view."""
        raise NotImplementedError

    def look_changed(self) -> None:
        """Measure and draw anew."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture of what is shown."""
        del event
        key = (type(self).__name__, self._marks_key(), self.width(), self.height())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.theme.pictures.get(key, self.size(), self.paint))
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the ground and the marks."""
        painter.fillRect(self.rect(), self.theme.colour(self.ground))
        paint(painter, self.theme, self._marks, self._scale)

    def _marks_key(self) -> Hashable:
        return (self._view, self._scale, self.theme.mode)

    def _arrange(self) -> None:
        self._marks = () if self._view is None else tuple(self.compose(self._view))
        self.setAccessibleName(" ".join(self.texts()))
        self.update()
