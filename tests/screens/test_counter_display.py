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
from hall.calls.messages import TicketCalled
from hall.kernel.facts import CardFact
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


def called(number: str, counter_id: str) -> TicketCalled:
    event = call_event(number, counter_id, 9).event
    assert isinstance(event, TicketCalled)
    return event


def test_a_call_that_must_be_seen_takes_the_whole_board_below_the_header(qtbot):
    presenter = HallBoardPresenter(words())
    presenter.board_changed(hall_board([*FOUR, ("老016", "c4")]))
    presenter.called(called("老016", "c4"), 0.0, "flash")
    screen = HallBoardScreen(theme_for(BOARD_55), "")
    shown(qtbot, screen, presenter.view(0.1, LOCAL), BOARD_55)
    band = screen.band.geometry()
    assert (band.left(), band.width()) == (0, screen.width())
    assert (band.top(), band.bottom()) == (screen.header.height(), screen.height() - 1)
    assert screen.texts() == ["老年人服务专区", "上午", "9:40", "老016", "请到", "4", "号窗口"]
    mark = digits_mark(screen.band)
    assert band.height() > glyph_rect(screen.band, mark).height() > 0.4 * band.height()
    screen.show_view(presenter.view(5.0, LOCAL))
    assert screen.band.geometry().height() == band.height() // 2
    assert "老012" in screen.texts()


@pytest.mark.parametrize("number", ["老012", "老1000"])
def test_a_counter_screen_that_must_be_seen_is_green_all_over(qtbot, number):
    presenter = CounterPresenter(words())
    board = counter_board(ticket(number), seq=7)
    seen = msgspec.structs.replace(board, attention={f"t-{number}": "flash"})
    presenter.board_changed(seen, 0.0)
    screen = CounterScreen(theme_for(COUNTER_32), "")
    shown(qtbot, screen, presenter.view(60.0, LOCAL), COUNTER_32)
    image, green = screen.grab().toImage(), screen.plate.theme.colour("green_top")
    for x in (20, screen.width() // 2, screen.width() - 20):
        assert abs(image.pixelColor(x, 12).lightness() - green.lightness()) < 12
    assert screen.texts()[:5] == ["3", "号窗口", "请", number, "到这里来，请坐"]


def test_a_card_stands_under_the_rows_and_they_keep_their_height_and_places(qtbot):
    card = CardFact(title="现金、银行卡都行", text="您怎么方便怎么来")
    plain = hall_board(FOUR[:2])
    with_card = msgspec.structs.replace(
        plain, facts=msgspec.structs.replace(plain.facts, cards=(card,))
    )
    before, after = board_screen(qtbot, plain), board_screen(qtbot, with_card)
    assert [row.geometry() for row in after.rows[:2]] == [row.geometry() for row in before.rows[:2]]
    assert not after.card.isHidden()
    assert [row.isHidden() for row in after.rows] == [False, False, True, True]
    assert after.card.geometry().top() == after.rows[1].geometry().bottom() + 1
    assert after.card.geometry().right() == after.rows[1].geometry().right()
    assert after.card.texts() == ("现金、银行卡都行", "您怎么方便怎么来")


def test_where_nobody_is_called_a_card_has_the_place_of_the_welcome(qtbot):
    card = CardFact(title="走不动，我们上门办", text="80岁以上、生病走不动，都可以")
    facts = msgspec.structs.replace(hall_board([]).facts, cards=(card,))
    presenter = HallBoardPresenter(words())
    presenter.board_changed(msgspec.structs.replace(hall_board([]), facts=facts))
    screen = HallBoardScreen(theme_for(BOARD_55), "")
    shown(qtbot, screen, presenter.view(0.0, LOCAL), BOARD_55)
    place = screen.message.geometry()
    screen.show_view(presenter.view(40.0, LOCAL))
    assert screen.message.isHidden()
    assert screen.card.geometry() == place
    assert screen.card.texts()[:2] == ("走不动，", "我们上门办")
    presenter.board_changed(msgspec.structs.replace(hall_board(FOUR[:1]), facts=facts))
    presenter.called(called("老013", "c2"), 41.0)
    screen.show_view(presenter.view(41.0, LOCAL))
    assert screen.card.isHidden()
