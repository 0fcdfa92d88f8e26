"""Where the keys of the guide's window lie on the busiest day, in every window, on every page."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from guide_desk.areas.table import MOST_ON_RAIL
from guide_desk.shell_views import RailKeyView, RailView
from hall.help.messages import ReportDevice
from hall.tickets.messages import ReportPrint
from tests.helpers.facts import FACTS
from tests.screens.test_guide_desk import TABLET, Guide, guide, open_guide
from ui_kit.press import KeyBase
from ui_kit.staff_views import KeyView
from ui_kit.widget import KitWidget

__all__ = ["guide", "open_guide"]


def face_of(key: KeyBase, window: QWidget) -> QRect:
    return key.face_rect().toRect().translated(key.mapTo(window, QPoint(0, 0)))


def busy(guide: Guide) -> None:
    for number in range(1, 7):
        guide.asks("help", f"kiosk-{number}")
        guide.story.says(
            ReportDevice, station_id=f"kiosk-{number}", device_id="printer", status="paper_out"
        )
        ticket = guide.story.ticket("m-card", surname="欧阳", needs=("hearing", "wheelchair"))
        guide.story.says(
            ReportPrint, ticket_id=ticket.id, station_id="kiosk-1", outcome="not_printed", status=""
        )
    guide.shows("没小票")
    guide.qtbot.waitUntil(lambda: guide.app.texts().count("6") == 2, timeout=4000)


PAGES: dict[str, tuple[str, ...]] = {
    "take": (),
    "marks": ("marks", "mark_hearing"),
    "matters": ("exact", "group_other"),
    "given": ("band_80_plus", "group_other"),
    "arrivals": ("area_arrivals",),
    "tasks": ("area_tasks",),
}


def turn_to(guide: Guide, page: str) -> None:
    for name in PAGES[page]:
        guide.touch(name)
    if page == "given":
        guide.shows("小票出来了")
    guide.seconds[0] += 1.0


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1200), (1366, 768), (1024, 768)])
@pytest.mark.parametrize("page", PAGES)
def test_on_the_busiest_day_every_key_lies_whole_in_the_window_and_on_no_other(guide, size, page):
    busy(guide)
    guide.window.resize(*size)
    turn_to(guide, page)
    faces = {one.objectName(): face_of(one, guide.window) for one in guide.keys_shown()}
    for name, face in faces.items():
        assert guide.window.rect().contains(face), name
        assert not [other for other, place in faces.items() if other != name
                    and place.intersects(face)], name  # fmt: skip


def test_the_red_key_keeps_its_distance(guide):
    busy(guide)
    red = face_of(guide.key("unwell"), guide.window)
    for one in guide.keys_shown():
        if one.objectName() != "unwell":
            gap = red.top() - face_of(one, guide.window).bottom()
            assert gap >= TABLET.px(8) or face_of(one, guide.window).right() < red.left()


@pytest.mark.parametrize("page", PAGES)
def test_a_finger_finds_every_key(guide, page):
    busy(guide)
    turn_to(guide, page)
    for one in guide.keys_shown():
        face = one.face_rect()
        assert TABLET.mm(min(face.height(), face.width())) >= 20, one.objectName()


@pytest.mark.parametrize("page", PAGES)
def test_the_red_key_lies_at_one_place_on_every_page(guide, page):
    before = face_of(guide.key("unwell"), guide.window)
    turn_to(guide, page)
    assert face_of(guide.key("unwell"), guide.window) == before


def test_a_rail_of_six_areas_keeps_keys_of_twenty_millimetres_six_apart(guide):
    window = guide.app.window
    rail = window.rail
    keys = tuple(
        RailKeyView(
            KeyView(f"area_{n}", "area", "三个字", str(n), icon="info", second="没小票"), "6"
        )
        for n in range(MOST_ON_RAIL)
    )
    rail.show_view(RailView(keys, KeyView("unwell", "unwell", "身体不舒服", icon="heartbeat")))
    rail.lay_out()
    faces = [face_of(guide.key(f"area_{n}"), window) for n in range(MOST_ON_RAIL)]
    assert min(TABLET.mm(face.width()) for face in faces) >= 20
    assert (
        min(TABLET.mm(right.left() - left.right() - 1) for left, right in itertools.pairwise(faces))
        >= 6
    )
    assert TABLET.mm(face_of(guide.key("unwell"), window).left() - faces[-1].right()) >= 6


def test_every_number_has_its_seal_on_every_part_of_the_page(guide):
    busy(guide)
    guide.touch("area_arrivals")
    shown = {text for part in guide.window.findChildren(KitWidget) for text in part.texts()}
    assert {f"老00{n}" for n in (1, 2, 3)} <= shown
    assert FACTS.series_of("age_60").prefix == "老"
