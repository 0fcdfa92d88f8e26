"""Who needs a person, the most urgent first."""

from __future__ import annotations

import pytest

from guide_desk.errands import GOING_S
from guide_desk.leaves import LEAF_S
from guide_desk.refusals import refusal_line
from guide_desk.tasks import KIND_ICONS, PLACES
from hall.calls.messages import CallNext, CallSpoken, OpenCounter, RecallTicket, StartService
from hall.help.messages import REFUSALS as HELP_REFUSALS
from hall.help.messages import AcknowledgeHelp, LoanView, RequestHelp
from hall.kernel.errors import HallUnreachable, NotAllowed
from hall.tickets.messages import REFUSALS as TICKET_REFUSALS
from tests.guide_desk.desk import WORDS


def asks(desk, kind: str = "help", station_id: str = "kiosk-1", **more: object) -> str:
    said = desk.others.says(RequestHelp, station_id=station_id, help_kind=kind, **more)
    desk.look()
    return str(said.help.id)


def test_a_request_says_what_where_and_for_how_long(desk):
    asks(desk)
    desk.waits(18)
    (task,) = desk.tasks
    assert (task.title, task.place, task.waited) == ("要人帮忙", "在1号取号机旁边", "等了 0:18")
    assert (task.tone, task.key.name, task.key.label) == ("plain", "help_1_go", "我去")
    assert desk.task_page.head.title == "要去办 1 件"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("help", "要人帮忙"),
        ("unwell", "身体不舒服"),
        ("accompany", "要人陪着办"),
        ("collect", "来领证取结果"),
        ("not_done", "事情没办成"),
        ("glasses", "要花镜、放大镜"),
        ("paper", "送一张办事指南"),
    ],
)
def test_every_kind_has_its_words_and_its_sign(desk, kind, title):
    asks(desk, kind)
    assert (desk.tasks[0].title, desk.tasks[0].icon) == (title, KIND_ICONS[kind])


def test_a_request_with_a_number_names_it(desk):
    ticket = desk.others.ticket()
    asks(desk, "accompany", ticket_id=ticket.id)
    assert desk.tasks[0].place == "1号取号机 · 老001"


def test_a_request_from_a_counter_names_its_window(desk):
    asks(desk, station_id="c2")
    assert desk.tasks[0].place == "在2号窗口旁边"


def test_one_touch_says_that_the_guide_is_on_the_way(desk):
    help_id = asks(desk)
    desk.press("go", help_id)
    (command,) = desk.of(AcknowledgeHelp)
    assert (command.help_id, command.station_id) == (help_id, "guide-1")
    (task,) = desk.tasks
    assert (task.tone, task.waited, task.key) == ("going", "您去了", None)
    assert desk.task_page.head.title == "要去办 0 件"
    desk.waits(GOING_S + 1)
    assert desk.tasks == ()
    assert desk.task_page.nobody == "现在没人叫您"


def test_a_double_tap_says_it_once_and_the_key_lies_flat_meanwhile(desk):
    help_id = asks(desk)
    desk.cut()
    desk.press("go", help_id)
    desk.press("go", help_id)
    assert len(desk.of(AcknowledgeHelp)) == 1
    assert desk.tasks[0].key.mode == "under_way"
    desk.mend()
    desk.waits(1)
    ids = {command.command_id for command in desk.of(AcknowledgeHelp)}
    assert (len(desk.of(AcknowledgeHelp)), len(ids)) == (2, 1)
    assert desk.tasks[0].tone == "going"


def test_somebody_else_went_already(desk):
    help_id = asks(desk)
    desk.others.says(AcknowledgeHelp, help_id=help_id, station_id="guide-2")
    desk.press("go", help_id)
    assert desk.view.notice == "别人已经去了，您不用去"
    desk.look()
    assert desk.tasks == ()


def test_nobody_answered_in_time_and_the_card_stands_out(desk):
    asks(desk)
    desk.waits(59)
    assert desk.tasks[0].tone == "plain"
    desk.waits(2)
    assert desk.tasks[0].tone == "late"
    assert desk.tasks[0].waited == "没人应，等了 1:01"


def test_a_call_nobody_heard_asks_to_fetch_the_visitor(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = desk.others.ticket()
    desk.others.says(CallNext, counter_id="c1")
    desk.waits(19)
    assert desk.tasks == ()
    desk.waits(2)
    (task,) = desk.tasks
    assert (task.title, task.place) == ("去接 老001", "1号窗口叫他，没播出来")
    assert (task.waited, task.key, task.tone) == ("叫了 0:21", None, "fetch")
    desk.others.says(StartService, counter_id="c1", ticket_id=ticket.id)
    desk.look()
    assert desk.tasks == ()


def test_a_second_call_that_was_heard_asks_for_nobody(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = desk.others.ticket()
    desk.others.says(CallNext, counter_id="c1")
    desk.waits(21)
    desk.others.says(RecallTicket, counter_id="c1", ticket_id=ticket.id)
    desk.others.says(CallSpoken, station_id="board-1", ticket_id=ticket.id, call_no=2)
    desk.look()
    assert desk.tasks == ()


def test_the_ill_come_first_then_the_called_then_the_late_then_the_rest(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    asks(desk, "collect")
    desk.waits(61)
    desk.others.takes()
    desk.others.says(CallNext, counter_id="c1")
    desk.waits(21)
    asks(desk, "help", "kiosk-2")
    asks(desk, "unwell", "kiosk-2")
    assert [task.tone for task in desk.tasks] == ["unwell", "fetch", "late", "plain"]
    assert [task.name for task in desk.tasks] == [
        "help_1_go", "help_2", "help_3_go", "help_4_go",
    ]  # fmt: skip


def test_more_than_fit_are_turned_to_and_a_new_one_is_never_behind(desk):
    for number in range(1, PLACES + 3):
        asks(desk, "help", f"kiosk-{number}")
    assert desk.task_page.head.hint == "第1页，共2页"
    first = {task.place for task in desk.tasks}
    desk.press("tasks_turn", desk.task_page.turn[1].argument)
    assert first | {task.place for task in desk.tasks} == {
        f"在{number}号取号机旁边" for number in range(1, PLACES + 3)
    }
    asks(desk, "unwell", "kiosk-9")
    assert desk.tasks[0].place == "在9号取号机旁边"
    desk.press("tasks_turn", desk.task_page.turn[1].argument)
    assert desk.tasks[0].place != "在9号取号机旁边"
    desk.waits(LEAF_S)
    assert desk.tasks[0].place == "在9号取号机旁边"


def test_the_red_key_calls_for_somebody_ill_here_once(desk):
    assert (desk.view.rail.unwell.label, desk.view.rail.unwell.mode) == ("身体不舒服", "can")
    desk.press("unwell")
    desk.press("unwell")
    (command,) = desk.of(RequestHelp)
    assert (command.help_kind, command.station_id) == ("unwell", "guide-1")
    unwell = desk.view.rail.unwell
    assert (unwell.label, unwell.mode) == ("已经叫人了", "under_way")
    assert desk.tasks[0].place == "在辅导台旁边"


def test_the_red_key_comes_back_when_the_person_is_looked_after(desk):
    desk.press("unwell")
    desk.press("go", desk.tasks[0].key.argument)
    assert desk.view.rail.unwell.mode == "under_way"
    desk.press("alarm_finish", desk.view.covers.alarm.name)
    assert desk.view.rail.unwell.mode == "can"
    assert not desk.view.covers.covering


def test_the_red_key_works_before_the_hall_has_answered(desk):
    desk.fault = HallUnreachable("away")
    desk.press("unwell")
    desk.press("unwell")
    assert len(desk.of(RequestHelp)) == 1
    assert desk.view.rail.unwell.mode == "under_way"
    desk.fault = None
    desk.waits(1)
    assert desk.tasks[0].title == "身体不舒服"


def test_a_wish_the_hall_does_not_allow_says_whom_to_ask_and_the_key_comes_back(desk):
    help_id = asks(desk)
    desk.fault = NotAllowed("")
    desk.press("go", help_id)
    assert desk.view.notice == "这台机器不能做这件事，请找管理员"
    assert desk.tasks[0].key.mode == "can"
    desk.press("unwell")
    assert desk.view.rail.unwell.mode == "can"


NEVER_AT_THE_DESK = {"DayAlreadyOpen", "DayNotOpen", "NothingDue", "NothingNew"}
"""Answers to commands the guide never waits for."""

LOAN = LoanView(id="l", item_id="glasses", ticket_id=None, lent_at="")

REFUSALS = [one for one in (*HELP_REFUSALS, *TICKET_REFUSALS)
            if one.__name__ not in NEVER_AT_THE_DESK]  # fmt: skip


@pytest.mark.parametrize("kind", REFUSALS)
def test_every_refusal_is_one_clear_sentence(desk, kind):
    ticket = desk.others.ticket()
    known = {
        "ticket": ticket, "matter_id": "m", "state": "called", "opens": "08:30", "loan": LOAN,
        "tickets": (),
    }  # fmt: skip
    line = refusal_line(WORDS, kind(**{name: known[name] for name in kind.__struct_fields__}))
    assert line
    assert len(line) <= 20
    assert line != WORDS.get("refused_other")
