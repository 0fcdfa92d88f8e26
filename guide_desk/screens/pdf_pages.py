"""The pages of a PDF as pictures: what is looked at is what is printed."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument


def pages_of(pdf: bytes, size: QSize, most: int) -> tuple[QPixmap, ...]:
    """Return the first pages on white, each of that size in pixels; none of what is no PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready:
        return ()
    pages = min(document.pageCount(), most)
    pictures = tuple(_on_white(document.render(index, size)) for index in range(pages))
    document.close()
    return pictures


def _on_white(picture: QImage) -> QPixmap:
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    ground.fill(0xFFFFFFFF)
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture)
    painter.end()
    return QPixmap.fromImage(ground)
