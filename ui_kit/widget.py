"""The base of everything drawn: placed in millimetres, redrawn when the theme changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui_kit.panel import RectMm
from ui_kit.theme import Theme


class KitWidget(QWidget):
    """A widget whose face lies at a rectangle in millimetres.

    The widget itself may reach beyond the face by `margins_mm` (left, top, right, bottom), for
    shadow, lip and focus ring.
    """

    margins_mm: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    accessible_role = QAccessible.Role.StaticText
    """What it is to those who hear the glass; words to be read unless a widget says otherwise."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._face_mm = RectMm(0, 0, 0, 0)
        theme.changed.connect(self.look_changed)

    @property
    def face_mm(self) -> RectMm:
        """Where the face lies on the parent, in millimetres."""
        return self._face_mm

    def set_face_mm(self, face: RectMm) -> None:
        """Lay the face at a rectangle of the parent."""
        self._face_mm = face
        left, top, right, bottom = self.margins_mm
        px = self.theme.panel.whole_px
        x, y = px(face.x - left), px(face.y - top)
        self.setGeometry(x, y, px(face.right + right) - x, px(face.bottom + bottom) - y)
        self.look_changed()

    def face_rect(self) -> QRectF:
        """Return the face in the widget's own pixels."""
        left, top, right, bottom = (self.theme.px(m) for m in self.margins_mm)
        return QRectF(self.rect()).adjusted(left, top, -right, -bottom)

    def look_changed(self) -> None:
        """Forget what was measured and draw anew; extend where there is more to forget."""
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw the widget in its own pixels; the painter is antialiased."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Make the painter and let the widget draw."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setClipRect(event.rect())
        self.paint(painter)

    def texts(self) -> Sequence[str]:
        """Return the words shown, in reading order."""
        return ()


def place(widget: KitWidget, x_mm: float, y_mm: float, w_mm: float, h_mm: float) -> None:
    """Lay a widget's face at a rectangle in millimetres."""
    widget.set_face_mm(RectMm(x_mm, y_mm, w_mm, h_mm))
