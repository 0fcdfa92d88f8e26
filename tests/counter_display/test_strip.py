"""One line above the window: what it says and when it would mislead."""

from __future__ import annotations

import pytest

from counter_display.counter.presenter import CounterPresenter
from counter_display.counter.strip import strip_text
from devices.ports import StripText
from led_strip.onbon.area import Motion, area_for
from led_strip.wording import strip_bytes
from tests.counter_display.boards import LOCAL, counter_board, ticket, words


def said(board=None, lost: bool = False) -> StripText:
    presenter = CounterPresenter(words())
    if board is not None:
        presenter.board_changed(board)
    if lost:
        presenter.link_lost(0.0)
    return strip_text(presenter.view(9.0, LOCAL), words())


@pytest.mark.parametrize(
    ("board", "line"),
    [
        (None, "请稍等"),
        (counter_board(), "欢迎 请坐"),
        (counter_board(ticket("老012")), "请 老012 到3号窗口"),
        (counter_board(ticket("老012", "serving")), "正在办理 老012"),
        (counter_board(state="paused"), "暂停 请稍等"),
        (counter_board(state="closed"), "这个窗口没开"),
        (counter_board(day_id=None), "今天办完了"),
    ],
)
def test_every_state_of_a_counter_has_its_line(board, line):
    assert said(board).text == line


def test_a_call_names_number_and_window_besides():
    assert said(counter_board(ticket("老012"), counter_id="c12")) == StripText(
        "请 老012 到12号窗口", "老012", "12"
    )


def test_without_the_hall_whoever_was_called_stays_and_nobody_else_is_welcomed():
    assert said(counter_board(ticket("老012")), lost=True).text == "请 老012 到3号窗口"
    assert said(counter_board(), lost=True).text == "请听广播叫号"


def test_every_line_can_be_written_and_a_call_stands_still_on_a_usual_strip():
    for key in ("idle", "paused", "closed", "day_closed", "starting", "stale"):
        line = words().get(f"strip_{key}")
        assert strip_bytes(StripText(line), "gb2312", 200).decode("gb2312") == line
    call = said(counter_board(ticket("老012"), counter_id="c12"))
    written = strip_bytes(call, "gb2312", 200)
    assert area_for(written, 192, 16, 16, 60).motion is Motion.STATIC
