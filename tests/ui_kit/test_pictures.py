"""Pictures are held small and laid where they belong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui_kit.pictures import Pictures, inked_rect

SIZE = QSize(120, 90)
INKED = QRect(31, 17, 40, 52)


def spot(painter: QPainter) -> None:
    """A disc whose edge fades into the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(10, 90, 60, 200))
    painter.drawEllipse(QRect(INKED))


def on_paper(lay) -> QImage:
    page = QImage(200, 160, QImage.Format.Format_RGB32)
    page.fill(QColor("#F7F3E8"))
    painter = QPainter(page)
    lay(painter)
    painter.end()
    return page


@pytest.mark.parametrize("at", [QPointF(0, 0), QPointF(13.4, 8.6), QPointF(-20, -10)])
def test_a_picture_held_without_its_margins_looks_as_the_whole_one(qapp, at: QPointF):
    pictures = Pictures(10**6)
    whole = on_paper(lambda painter: painter.drawPixmap(at, pictures.get("whole", SIZE, spot)))
    for _ in ("new", "held"):
        held = on_paper(lambda painter: pictures.lay(painter, at, "held", SIZE, spot))
        assert held == whole


def test_the_margins_of_a_picture_take_no_memory(qapp):
    pictures = Pictures(10**6)
    on_paper(lambda painter: pictures.lay(painter, QPointF(), "spot", SIZE, spot))
    assert pictures._held["spot"].size() == INKED.size()


def test_an_empty_picture_is_a_single_point(qapp):
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    assert inked_rect(image) == QRect(0, 0, 1, 1)


def test_the_longest_unused_goes_first_with_all_that_is_known_of_it(qapp):
    pictures = Pictures(2 * INKED.width() * INKED.height() * 4)

    def lay(name: str) -> None:
        on_paper(lambda painter: pictures.lay(painter, QPointF(), name, SIZE, spot))

    for name in ("first", "second", "first", "third"):
        lay(name)
    assert list(pictures._held) == ["first", "third"]
    assert set(pictures._corners) == {"first", "third"}
