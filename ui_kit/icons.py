"""Icons and drawings from SVG files, rendered once per size and colour."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui_kit.pictures import Pictures


class UnknownPicture(KeyError):
    """No such file among the icons or drawings."""


class Icons:
    """Tinted icons and full-colour drawings by name (the file name without `.svg`)."""

    def __init__(self, icons_dir: Path, drawings_dir: Path, pictures: Pictures) -> None:
        self._icons_dir = icons_dir
        self._drawings_dir = drawings_dir
        self._pictures = pictures
        self._renderers: dict[Path, QSvgRenderer] = {}

    def icon(self, name: str, side_px: int, colour: QColor) -> QPixmap:
        """Return a square icon in one colour."""

        def render(painter: QPainter) -> None:
            area = QRectF(0, 0, side_px, side_px)
            self._renderer(self._icons_dir, name).render(painter, area)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(area, colour)

        key = ("icon", name, side_px, colour.rgba())
        return self._pictures.get(key, QSize(side_px, side_px), render)

    def lay_drawing(self, painter: QPainter, at: QPointF, name: str, size: QSize) -> None:
        """Draw a drawing fitted into a size whose corner is `at`, its proportions kept."""

        def render(painter: QPainter) -> None:
            renderer = self._renderer(self._drawings_dir, name)
            renderer.render(painter, QRectF(0, 0, size.width(), size.height()))

        key = ("drawing", name, size.width(), size.height())
        self._pictures.lay(painter, at, key, size, render)

    def has_drawing(self, name: str) -> bool:
        """Tell whether a drawing of that name is there."""
        return (self._drawings_dir / f"{name}.svg").is_file()

    def proportion(self, name: str) -> float:
        """Return width over height of a drawing."""
        box = self._renderer(self._drawings_dir, name).viewBoxF()
        return box.width() / box.height()

    def _renderer(self, directory: Path, name: str) -> QSvgRenderer:
        path = directory / f"{name}.svg"
        if path not in self._renderers:
            if not path.is_file():
                raise UnknownPicture(f"no {directory.name} file {name}.svg")
            renderer = QSvgRenderer(str(path))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            self._renderers[path] = renderer
        return self._renderers[path]
