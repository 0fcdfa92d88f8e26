"""A paper as the camera sees it, or the page that was taken, as large as its place allows.

objectName: given by whoever shows it. Nothing is worked out here: what is live comes small from the
camera's worker, and a page is decoded at the size it is drawn at.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from devices.camera_port import Corner, Seen
from ui_kit.ink import Ink
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

_OUTLINE = 1.6
_FRAME = 0.8
_SIGN_SHARE = 0.3


class PagePicture(KitWidget):
    """One picture on a quiet ground; a quiet sign while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, sign: str = "camera") -> None:
        super().__init__(theme, parent)
        self._sign = sign
        self._seen: Seen | None = None
        self._jpeg: bytes | None = None
        self._live = False
        self._page: QPixmap | None = None

    def expect(self, *, live: bool, jpeg: bytes | None) -> None:
        """Say what is shown from now on: what the camera sees, or a page; None is on its way."""
        if (live, jpeg) == (self._live, self._jpeg):
            return
        self._live, self._jpeg, self._page = live, jpeg, None
        if not live:
            self._seen = None
        self.update()

    def look(self, seen: Seen) -> None:
        """Show what the camera sees now."""
        if self._live:
            self._seen = seen
            self.update()

    def forget(self) -> None:
        """Keep nothing of what was shown."""
        self.expect(live=False, jpeg=None)

    def look_changed(self) -> None:
        """Decode a page anew for another size."""
        self._page = None
        super().look_changed()

    def paint(self, painter: QPainter) -> None:
        """Draw the ground and what lies on it."""
        ink = Ink(painter, self.theme)
        face = self.face_rect()
        ink.block(face, "tray", 3.0, border="edge", border_width=_FRAME)
        inside = face.adjusted(*(self.theme.px(2.0) * side for side in (1, 1, -1, -1)))
        if self._live and self._seen is not None:
            self._draw_live(painter, inside, self._seen)
        elif self._jpeg:
            self._draw_page(painter, inside, self._jpeg)
        else:
            mm = self.theme.panel.mm
            side = mm(face.height()) * _SIGN_SHARE
            middle = mm(face.top() + face.height() / 2)
            ink.icon(self._sign, mm(face.center().x()) - side / 2, middle, side, "edge")

    def _draw_live(self, painter: QPainter, inside: QRectF, seen: Seen) -> None:
        picture = seen.picture
        image = QImage(
            picture.rgb, picture.width_px, picture.height_px, 3 * picture.width_px,
            QImage.Format.Format_RGB888,
        )  # fmt: skip
        area = fitted(QSize(picture.width_px, picture.height_px), inside)
        painter.drawImage(area, image)
        if seen.corners:
            good = seen.verdict == "good"
            self._draw_edge(painter, area, seen.corners, good=good)

    def _draw_edge(
        self, painter: QPainter, area: QRectF, corners: tuple[Corner, ...], *, good: bool
    ) -> None:
        """Draw the edge of the paper: whole where it is good, dashed where it is not."""
        colour = self.theme.colour("green" if good else "amber")
        pen = QPen(colour, self.theme.px(_OUTLINE))
        pen.setStyle(Qt.PenStyle.SolidLine if good else Qt.PenStyle.DashLine)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [
            QPointF(area.left() + x * area.width(), area.top() + y * area.height())
            for x, y in corners
        ]
        painter.drawPolygon(QPolygonF(points))

    def _draw_page(self, painter: QPainter, inside: QRectF, jpeg: bytes) -> None:
        if self._page is None:
            self._page = decoded(jpeg, inside)
        page = self._page
        if page.isNull():
            return
        area = fitted(page.size(), inside)
        painter.drawPixmap(area, page, QRectF(page.rect()))
        painter.setPen(QPen(self.theme.colour("edge"), self.theme.px(_FRAME)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)


def fitted(size: QSize, room: QRectF) -> QRectF:
    """Return the largest rectangle of the same shape in the middle of a room."""
    scale = min(room.width() / max(1, size.width()), room.height() / max(1, size.height()))
    wide, high = size.width() * scale, size.height() * scale
    return QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)


def decoded(jpeg: bytes, room: QRectF) -> QPixmap:
    """Return a page at the size it is drawn at; an empty picture of what is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(fitted(size, room).size().toSize())
    return QPixmap.fromImage(reader.read())
