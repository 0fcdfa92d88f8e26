"""A drawing or an icon on a page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.theme import Theme
from ui_kit.widget import KitWidget


class Drawing(KitWidget):
    """A drawing fitted into its rectangle; in high contrast its own variant where one exists.

    `described` is its accessible name, empty for one that only accompanies words.
    """

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, drawing: str, described: str, name: str = "drawing",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self.setAccessibleName(described)
        self._drawing = drawing

    def set_drawing(self, drawing: str) -> None:
        """Show another drawing."""
        self._drawing = drawing
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        face, icons = self.face_rect(), self.theme.icons
        name = self.theme.drawing_name(self._drawing)
        wide = min(face.width(), face.height() * icons.proportion(name))
        size = QSize(round(wide), round(wide / icons.proportion(name)))
        half = QPointF(size.width() / 2, size.height() / 2)
        corner = QPointF((face.center() - half).toPoint())
        icons.lay_drawing(painter, corner, name, size)


class Icon(KitWidget):
    """An icon beside its word, in one colour; the word speaks for it."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(
        self, theme: Theme, icon: str, colour: str = "green", name: str = "icon",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._icon, self._colour = icon, colour

    def paint(self, painter: QPainter) -> None:
        """Draw it as large as its rectangle allows."""
        face = self.face_rect()
        side = round(min(face.width(), face.height()))
        picture = self.theme.icons.icon(self._icon, side, self.theme.colour(self._colour))
        painter.drawPixmap(face.center() - QPointF(side / 2, side / 2), picture)
