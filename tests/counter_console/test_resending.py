"""A press is one wish: sent again unchanged until answered, and over when its event is seen."""

from __future__ import annotations

from counter_console.pending import RETRY_S, SETTLE_S
from counter_console.presenter import ConsolePresenter
from hall.calls.messages import CallNext
from tests.counter_console.desk import CASE_WORDS, STAFF_WORDS, WORDS
from tests.helpers.halls import MONDAY_0940


def test_a_second_press_while_the_first_is_under_way_asks_nothing(desk):
    desk.others.takes()
    desk.sits()
    desk.cut()
    for _ in range(3):
        desk.press("call")
    assert len(desk.of(CallNext)) == 1
    assert desk.key("key_call").mode == "under_way"
    assert "next" not in {key.mode for key in desk.view.keys}


def test_the_same_command_goes_again_until_the_hall_answers(desk):
    for _ in range(2):
        desk.others.takes()
    desk.sits()
    desk.cut()
    desk.press("call")
    assert desk.view.notice == "大厅没回话，正在再试一次"
    desk.waits(RETRY_S / 2)
    assert len(desk.of(CallNext)) == 1
    desk.waits(RETRY_S)
    desk.waits(RETRY_S)
    desk.mend()
    desk.waits(RETRY_S)
    ids = {command.command_id for command in desk.of(CallNext)}
    assert (len(desk.of(CallNext)), len(ids)) == (4, 1)
    assert desk.on.situation == "called"
    assert desk.view.stage.number.label == "老001"


def test_a_call_whose_answer_was_lost_is_not_made_twice(desk):
    for _ in range(2):
        desk.others.takes()
    desk.sits()
    desk.lose_replies = 1
    desk.press("call")
    desk.waits(RETRY_S)
    board = desk.look()
    assert board.stage.number.label == "老001"
    waiting = desk.gateway.snapshot("console", "c1").board.floor.tickets.values()
    assert [one.number for one in waiting if one.state == "waiting"] == ["老002"]


def test_the_key_comes_back_with_the_event_not_with_the_answer(desk):
    desk.others.takes()
    desk.sits()
    desk.shows_events = False
    desk.press("call")
    assert desk.key("key_call").mode == "under_way"
    desk.shows_events = True
    desk.look()
    assert desk.on.situation == "called"


def test_an_event_that_came_as_a_snapshot_is_not_waited_for_in_vain(desk):
    desk.others.takes()
    desk.sits()
    desk.shows_events = False
    desk.press("call")
    desk.look()
    desk.waits(SETTLE_S / 2)
    assert "under_way" in {key.mode for key in desk.view.keys}
    desk.waits(SETTLE_S)
    assert desk.key("key_start").mode == "next"


def test_a_lost_link_is_marked_and_its_return_too(desk):
    assert (desk.view.header.link, desk.view.header.linked) == ("大厅已连上", True)
    desk.cut()
    assert (desk.view.header.link, desk.view.header.linked) == (
        "连不上大厅，画面可能不是最新",
        False,
    )
    desk.mend()
    assert desk.view.header.linked


def test_before_the_hall_has_answered_nothing_claims_that_it_has():
    on = ConsolePresenter(WORDS, STAFF_WORDS, CASE_WORDS, "c1", lambda: "id")
    assert on.view(MONDAY_0940).header.link == ""
    assert on.view(MONDAY_0940).stage.title == "正在连大厅"
    on.link_changed(linked=False)
    assert not on.view(MONDAY_0940).header.linked
    on.press("call")
    assert on.drain() == []
