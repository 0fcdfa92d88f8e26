"""A visit at home agreed under a real finger and a real keyboard; nothing written stays there."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hall.kernel.facts import MatterSheetFact
from tests.helpers.facts import FACTS, matter
from tests.screens.test_guide_desk import open_guide

__all__ = ["open_guide"]

STREET = "12 Willow Street"
AT_HOME = matter("m-pension", "领养老金", "pension", sheet=MatterSheetFact(home_visit=True))
HALL = msgspec.structs.replace(FACTS, matters=(AT_HOME,))


@pytest.fixture
def guide_facts():
    return HALL


@pytest.fixture
def desk(open_guide):
    return open_guide()


def line_of(desk) -> QLineEdit:
    line = desk.app.window.findChild(QLineEdit, "write_line")
    assert isinstance(line, QLineEdit)
    return line


def until_address(desk) -> None:
    for name in (
        "area_books", "area_home_visits", "home_new", "home_phone", "home_group_pension",
        "home_matter_m-pension", "home_ground_mobility", "home_grounds_done", "home_slot_1",
    ):  # fmt: skip
        desk.touch(name)


def test_an_address_is_typed_and_sealed_and_gone_from_the_glass(desk):
    until_address(desk)
    desk.shows("住在哪里？")
    line = line_of(desk)
    QTest.keyClicks(line, STREET)
    desk.qtbot.waitUntil(lambda: line.text() == STREET)
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.shows("电话几号？")
    for digit in "13900004321":
        desk.touch(f"home_{digit}")
    assert line_of(desk).text() == "139 0000 4321"
    desk.touch("home_written")
    desk.touch("home_unwritten")
    desk.touch("home_book")
    desk.shows("看地址")
    assert STREET not in "\n".join(desk.app.texts())
    assert desk.app.window.findChild(QLineEdit, "write_line") is None
    desk.touch("home_read")
    desk.shows(f"住：{STREET}")
    kept = desk.story.look("guide", "guide-1").details.values()
    assert {one.detail for one in kept} == {"address", "phone"}


def test_return_on_an_empty_line_goes_nowhere(desk):
    until_address(desk)
    desk.shows("住在哪里？")
    QTest.keyClick(line_of(desk), Qt.Key.Key_Return)
    desk.shows("住在哪里？")
    QTest.keyClick(line_of(desk), Qt.Key.Key_Escape)
    desk.shows("哪天去？")
