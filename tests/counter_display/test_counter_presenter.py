from __future__ import annotations

import pytest

from counter_display.counter.presenter import WITHOUT_TICKET, CounterPresenter
from tests.counter_display.boards import LOCAL, counter_board, ticket, words


def shown(board, now_s: float = 0.0):
    presenter = CounterPresenter(words())
    presenter.board_changed(board)
    return presenter.view(now_s, LOCAL)


def test_a_called_number_is_asked_to_come_here():
    view = shown(counter_board(ticket("老012")))
    assert view.state == "calling"
    assert view.number is not None
    assert (view.above, view.number.label, view.below) == ("请", "老012", "到这里来，请坐")
    assert (view.window, view.window_word) == ("3", "号窗口")


def test_while_served_the_screen_says_for_whom():
    view = shown(counter_board(ticket("老012", "serving")))
    assert (view.above, view.below, view.note) == ("正在为", "办理", "不着急，慢慢说")


def test_no_cheer_over_a_bereavement():
    view = shown(counter_board(ticket("老012", "serving", matter_id="m-death")))
    assert view.note == "您慢慢说"


@pytest.mark.parametrize(("cell", "state"), WITHOUT_TICKET.items())
def test_without_a_ticket_the_counter_speaks(cell, state):
    day_open, counter_state = cell
    view = shown(counter_board(state=counter_state, day_id="d1" if day_open else None))
    assert view.state == state
    assert view.number is None
    assert view.title


def test_a_ticket_at_a_paused_counter_stays_on_the_screen():
    view = shown(counter_board(ticket("老012", "serving"), state="paused"))
    assert view.state == "serving"


def test_before_the_first_snapshot_nothing_is_claimed():
    view = CounterPresenter(words()).view(0.0, LOCAL)
    assert (view.state, view.window, view.number) == ("starting", "", None)


def test_a_lost_link_is_said_within_three_seconds_and_the_last_picture_stays():
    presenter = CounterPresenter(words())
    presenter.board_changed(counter_board(ticket("老012")))
    presenter.link_lost(100.0)
    assert presenter.view(100.0, LOCAL).stale == ""
    assert presenter.next_change_s(100.0, LOCAL) == pytest.approx(1.0)
    view = presenter.view(103.0, LOCAL)
    assert view.stale == "画面可能不是最新，请听广播"
    assert view.number is not None
    presenter.link_back()
    assert presenter.view(104.0, LOCAL).stale == ""


def test_saying_again_that_the_link_is_lost_does_not_put_off_the_mark():
    presenter = CounterPresenter(words())
    presenter.link_lost(0.0)
    presenter.link_lost(0.9)
    assert presenter.view(1.0, LOCAL).stale


@pytest.mark.parametrize(
    ("hour", "part", "time"),
    [(6, "清晨", "6:05"), (9, "上午", "9:05"), (12, "中午", "12:05"), (14, "下午", "2:05"),
     (19, "晚上", "7:05"), (0, "夜里", "0:05")],
)  # fmt: skip
def test_the_clock_is_said_as_people_say_it(hour, part, time):
    view = CounterPresenter(words()).view(0.0, LOCAL.replace(hour=hour, minute=5))
    assert (view.clock.part, view.clock.time) == (part, time)
