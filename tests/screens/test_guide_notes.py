"""A note on the guide's page: under a real finger, from a real hall."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from tests.screens.test_guide_desk import TABLET, Guide, open_guide

__all__ = ["open_guide"]

SHEET = Handwriting(width_mm=248.0, height_mm=200.0, pen_mm=3.4, strokes=((200, 1000, 2300, 1000),))


def writes(guide: Guide) -> None:
    gateway = guide.story.gateway
    assert isinstance(gateway, LocalGateway)
    blob_id = LocalGateway(gateway._hall, "kiosk-1").seal(handwriting_bytes(SHEET), "ink")
    guide.story.says(RequestHelp, station_id="kiosk-1", help_kind="help", note_blob_id=blob_id)


def ink_mm(guide: Guide) -> float:
    """How wide the ink is on the glass of the tablet, in its widest row."""
    page = guide.window.findChild(QWidget, "page")
    assert isinstance(page, QWidget)
    picture = page.grab().toImage()
    dark = max(
        sum(picture.pixelColor(x, y).lightness() < 80 for x in range(picture.width()))
        for y in range(picture.height() // 6, picture.height() * 2 // 3)
    )
    return dark * TABLET.width_mm / guide.window.width()


def test_the_guide_opens_the_note_reads_it_large_and_closes_it(open_guide):
    guide = open_guide()
    writes(guide)
    guide.touch("area_tasks")
    guide.shows("看写的字")
    guide.touch("help_1_note")
    guide.shows("1号取号机旁边的人写的")
    guide.qtbot.waitUntil(lambda: ink_mm(guide) > 70, timeout=4000)
    guide.touch("note_done")
    guide.shows("要去办 1 件")
    assert ink_mm(guide) < 70


def test_the_key_of_the_note_is_beside_the_card_and_large_enough(open_guide):
    guide = open_guide()
    writes(guide)
    guide.touch("area_tasks")
    note, card = guide.key("help_1_note"), guide.key("help_1_go")
    mm = TABLET.width_mm / guide.window.width()
    face, other = note.face_rect(), card.face_rect()
    assert face.width() * mm >= 20
    assert face.height() * mm >= 20
    left = note.mapTo(guide.window, face.topLeft().toPoint()).x()
    right = card.mapTo(guide.window, other.topRight().toPoint()).x()
    assert (left - right) * mm >= 6


def test_a_card_that_loses_its_note_has_its_whole_width_again(open_guide):
    guide = open_guide()
    writes(guide)
    guide.touch("area_tasks")
    narrow = guide.key("help_1_go").face_rect().width()
    guide.story.says(RequestHelp, station_id="kiosk-2", help_kind="unwell")
    guide.shows("身体不舒服")
    guide.qtbot.waitUntil(
        lambda: guide.key("help_1_go").face_rect().width() > narrow + 20, timeout=4000
    )
    assert guide.key("help_2_note")
