from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from counter_display.counter.presenter import CounterPresenter
from counter_display.counter.screens.page import CounterScreen
from counter_display.hall_board.presenter import HallBoardPresenter
from counter_display.hall_board.screens.measures import READABLE
from counter_display.hall_board.screens.page import HallBoardScreen
from counter_display.screens.area import Area
from counter_display.screens.marks import Words, scaled
from tests.counter_display.boards import (
    BOARD_55,
    COUNTER_32,
    LOCAL,
    call_event,
    counter_board,
    hall_board,
    theme_for,
    ticket,
    words,
)
from tests.helpers.facts import FACTS
from ui_kit.fonts import Face
from ui_kit.panel import Panel

FACTS_SPOKEN = msgspec.structs.replace(
    FACTS,
    series=tuple(msgspec.structs.replace(one, reading=one.prefix) for one in FACTS.series),
)
FOUR = [("老013", "c2"), ("老009", "c5"), ("老011", "c1"), ("老012", "c3")]


def counter_screen(qtbot, board, panel: Panel = COUNTER_32, lost: bool = False):
    presenter = CounterPresenter(words())
    if board is not None:
        presenter.board_changed(board)
    if lost:
        presenter.link_lost(0.0)
    return shown(qtbot, CounterScreen(theme_for(panel), ""), presenter.view(9.0, LOCAL), panel)


def board_screen(qtbot, board, events=(), panel: Panel = BOARD_55, now_s: float = 9.0):
    presenter = HallBoardPresenter(words())
    presenter.board_changed(board)
    for event in events:
        presenter.called(event.event, 0.0)
    return shown(qtbot, HallBoardScreen(theme_for(panel), ""), presenter.view(now_s, LOCAL), panel)


def shown(qtbot, screen, view, panel: Panel):
    qtbot.addWidget(screen)
    screen.resize(panel.width_px, panel.height_px)
    screen.show_view(view)
    screen.show()
    qtbot.waitExposed(screen)
    return screen


def digits_mark(area: Area[Any]) -> Words:
    return max(
        (one for one in area.marks() if isinstance(one, Words) and one.text.isdigit()),
        key=lambda one: one.em,
    )


def glyph_rect(area: Area[Any], mark: Words) -> QRectF:
    """The ink of a mark in pixels of its area, from the font's outlines."""
    em_px = mark.em * area.scale
    box = area.theme.fonts.metrics(Face.DIGITS, mark.weight, em_px).tightBoundingRect(mark.text)
    return box.translated(mark.x * area.scale, mark.baseline * area.scale)


def end_of(area: Area[Any], mark: Words) -> float:
    return mark.x + area.theme.fonts.width(mark.text, mark.weight, mark.em)


def ink_height_px(image: QImage, rect: QRectF, ground: str) -> int:
    """The height of what differs from the ground in a part of a picture."""
    paper, inked = QColor(ground), []
    for y in range(int(rect.top()), int(rect.bottom())):
        colours = (image.pixelColor(x, y) for x in range(int(rect.left()), int(rect.right()), 3))
        if any(abs(one.lightness() - paper.lightness()) > 60 for one in colours):
            inked.append(y)
    return inked[-1] - inked[0] + 1


@pytest.mark.parametrize(
    ("board", "expected"),
    [
        (counter_board(ticket("老012")), ["3", "号窗口", "请", "老012", "到这里来，请坐"]),
        (
            counter_board(ticket("尊003", "serving")),
            ["3", "号窗口", "正在为", "尊003", "办理", "不着急，慢慢说"],
        ),
        (counter_board(), ["3", "号窗口", "欢迎，", "请坐", "叫到您，", "这里有您的号"]),
        (
            counter_board(state="paused"),
            ["3", "号窗口", "请稍等", "一会儿", "请您坐下等，", "号给您留着"],
        ),
        (
            counter_board(state="closed"),
            ["3", "号窗口", "这个窗口", "没开", "请坐，", "听广播叫号"],
        ),
    ],
)
def test_each_state_of_the_counter_screen_says_its_words(qtbot, board, expected):
    assert counter_screen(qtbot, board).texts() == [*expected, "老年人服务专区", "上午", "9:40"]


def test_the_counter_screen_says_that_it_may_be_old(qtbot):
    screen = counter_screen(qtbot, counter_board(ticket("老012")), lost=True)
    assert "画面可能不是最新，请听广播" in screen.texts()
    assert "老012" in screen.texts()


@pytest.mark.parametrize(
    "panel",
    [
        COUNTER_32,
        Panel(708, 398, 3840, 2160),
        Panel(708, 398, 960, 540),
        Panel(531, 299, 1920, 1080),
        Panel(476, 268, 1366, 768),
    ],
)
@pytest.mark.parametrize("number", ["老012", "老1000"])
@pytest.mark.parametrize("state", ["called", "serving"])
def test_digits_on_the_counter_screen_are_sixty_millimetres_high(qtbot, panel, number, state):
    screen = counter_screen(qtbot, counter_board(ticket(number, state), counter_id="c12"), panel)
    rect = glyph_rect(screen.stage, digits_mark(screen.stage))
    mm_per_px = panel.width_mm / screen.width()
    assert rect.height() * mm_per_px >= 60
    assert QRectF(screen.stage.rect()).contains(rect)


@pytest.mark.parametrize(("state", "target_mm"), [("called", 139), ("serving", 102)])
def test_painted_digits_reach_the_height_of_the_look(qtbot, state, target_mm):
    screen = counter_screen(qtbot, counter_board(ticket("老012", state)))
    mark = digits_mark(screen.stage)
    around = glyph_rect(screen.stage, mark).adjusted(0, -12, 0, 12)
    image = screen.stage.grab().toImage()
    height_mm = ink_height_px(image, around, "#FFFCF6") * 708 / 1920
    assert height_mm == pytest.approx(target_mm, abs=6)


@pytest.mark.parametrize("number", ["老012", "老1000"])
@pytest.mark.parametrize(
    "panel",
    [
        BOARD_55,
        Panel(1210, 681, 3840, 2160, view_mm=8000),
        Panel(1210, 681, 1280, 720, view_mm=8000),
    ],
)
def test_called_numbers_are_read_from_the_last_seat(qtbot, panel, number):
    screen = board_screen(qtbot, hall_board([*FOUR, (number, "c12")]), panel=panel)
    for row in screen.rows:
        rect = glyph_rect(row, digits_mark(row))
        assert rect.height() * panel.width_mm / screen.width() >= panel.view_mm / READABLE
        assert QRectF(row.rect()).contains(rect)


@pytest.mark.parametrize("number", ["老016", "老1000"])
def test_the_band_is_larger_than_a_row_and_stays_inside(qtbot, number):
    board = hall_board([*FOUR, (number, "c12")])
    screen = board_screen(qtbot, board, [call_event(number, "c12", 5)])
    rect = glyph_rect(screen.band, digits_mark(screen.band))
    assert rect.height() * 1210 / 1920 >= 150
    for mark in screen.band.marks():
        if isinstance(mark, Words):
            assert end_of(screen.band, mark) <= screen.band.width_units
    assert screen.texts()[3:7] == [number, "请到", "12", "号窗口"]


def test_nothing_on_the_board_runs_over_its_edge(qtbot):
    screen = board_screen(
        qtbot, hall_board([*FOUR, ("普1000", "c12")], waiting=("老1015", "老1017"))
    )
    for area in (screen.header, *screen.rows, screen.tray):
        for mark in area.marks():
            if isinstance(mark, Words):
                assert end_of(area, mark) <= area.width_units, mark.text
            else:
                whole = QRectF(area.rect()).adjusted(-1, -1, 1, 1)
                assert whole.contains(scaled(mark.rect, area.scale))


def test_the_same_picture_is_not_painted_twice(qtbot):
    screen = board_screen(qtbot, hall_board(FOUR))
    areas = (screen.header, *screen.rows, screen.tray)
    painted: list[str] = []
    for area in areas:
        area.installEventFilter(PaintWatch(screen, painted))
    screen.grab()
    QApplication.processEvents()
    painted.clear()
    presenter = HallBoardPresenter(words())
    presenter.board_changed(hall_board(FOUR))
    screen.show_view(presenter.view(10.0, LOCAL))
    QApplication.processEvents()
    assert painted == []
    screen.show_view(presenter.view(10.0, LOCAL.replace(minute=41)))
    qtbot.waitUntil(lambda: bool(painted))
    assert painted == ["board_header"]


class PaintWatch(QObject):
    """Notes which area is painted."""

    def __init__(self, parent: QObject, painted: list[str]) -> None:
        super().__init__(parent)
        self._painted = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted.append(watched.objectName())
        return False
