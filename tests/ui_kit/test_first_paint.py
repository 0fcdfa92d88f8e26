"""What a station begins once its first picture can be seen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter

from ui_kit.first_paint import LONGEST_MS, FirstPaint
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget


class Page(KitWidget):
    """A window that notes when it is painted."""

    def __init__(self, theme: Theme, story: list[str]) -> None:
        super().__init__(theme)
        self._story = story

    def paint(self, painter: QPainter) -> None:
        del painter
        self._story.append("painted")


def test_devices_are_opened_when_the_first_page_is_on_the_screen_and_only_once(qtbot, theme):
    story: list[str] = []
    page = Page(theme, story)
    qtbot.addWidget(page)
    FirstPaint(page, lambda: story.append("opened"))
    assert story == []
    page.show()
    qtbot.waitUntil(lambda: "opened" in story)
    assert story[:2] == ["painted", "opened"]
    page.repaint()
    qtbot.waitUntil(lambda: story.count("painted") > 1)
    later = QTimer(page, interval=LONGEST_MS + 100, singleShot=True)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert story.count("opened") == 1


def test_a_station_whose_window_nobody_sees_works_all_the_same(qtbot, theme):
    story: list[str] = []
    page = Page(theme, story)
    qtbot.addWidget(page)
    FirstPaint(page, lambda: story.append("opened"))
    qtbot.waitUntil(lambda: story == ["opened"])
