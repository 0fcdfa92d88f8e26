"""Somebody goes along with an elder: sent from here, noted on the way, ended."""

from __future__ import annotations

import msgspec

from guide_desk.company import OPEN_S
from guide_desk.views import GridView, StepsView, TasksView
from hall.help.messages import (
    AcknowledgeHelp,
    AssignHelper,
    FinishHelp,
    NoteHelp,
    RequestHelp,
)


def asks(desk, **more: object) -> str:
    said = desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="accompany", **more)
    desk.look()
    return str(said.help.id)


def steps(desk) -> StepsView:
    page = desk.view.page
    assert isinstance(page, StepsView)
    return page


def sends(desk, number: str = "1002") -> str:
    help_id = asks(desk)
    key = desk.tasks[0].key
    desk.press(key.action, key.argument)
    desk.press("along_helper", number)
    return help_id


def test_a_request_for_company_asks_who_goes(desk):
    asks(desk)
    key = desk.tasks[0].key
    assert key.label == "派人去"
    desk.press(key.action, key.argument)
    assert [(one.label, one.second) for one in steps(desk).cells] == [
        ("周洁", "工牌 002"), ("我自己去", ""),
    ]  # fmt: skip


def test_a_helper_is_sent_and_stands_on_the_board_with_name_and_badge(desk):
    help_id = sends(desk)
    (command,) = desk.of(AssignHelper)
    assert (command.help_id, command.staff_number) == (help_id, "1002")
    (task,) = desk.tasks
    assert (task.tone, task.title, task.place) == ("along", "陪着办事", "周洁 · 工牌002")
    assert desk.task_page.head.title == "要去办 0 件"
    assert desk.rail("tasks").count == ""


def test_the_guide_goes_along(desk):
    sends(desk, "myself")
    assert len(desk.of(AcknowledgeHelp)) == 1
    (task,) = desk.tasks
    assert (task.tone, task.place) == ("along", "辅导台的人在陪")


def test_it_does_not_vanish_after_two_minutes(desk):
    sends(desk, "myself")
    desk.waits(600)
    (task,) = desk.tasks
    assert task.waited == "陪了 10:00"


def test_steps_are_noted_with_their_time_and_the_last_one_is_told(desk):
    ticket = desk.others.ticket()
    help_id = asks(desk, ticket_id=ticket.id)
    desk.turns_to("tasks")
    desk.press("along_choose", help_id)
    desk.press("along_helper", "1002")
    desk.waits(60)
    desk.press("along", help_id)
    assert steps(desk).head.title == "陪着 老001"
    desk.press("along_note", "form_filled")
    (command,) = desk.of(NoteHelp)
    assert (command.help_id, command.note) == (help_id, "form_filled")
    filled = next(key for key in steps(desk).cells if key.argument == "form_filled")
    assert (filled.mode, filled.second) == ("chosen", "09:41")
    desk.press("along_note", "problem_materials")
    desk.press("back")
    assert desk.tasks[0].waited == "陪了 1:00 · 少了东西"


def test_copying_twice_is_noted_twice(desk):
    help_id = sends(desk)
    desk.press("along", help_id)
    desk.press("along_note", "copied")
    desk.press("along_note", "copied")
    assert len(desk.of(NoteHelp)) == 2


def test_another_helper_takes_over(desk):
    help_id = sends(desk, "myself")
    desk.press("along", help_id)
    desk.press("along_choose", help_id)
    desk.press("along_helper", "1002")
    assert desk.tasks[0].place == "周洁 · 工牌002"


def test_the_end_puts_the_card_away(desk):
    help_id = sends(desk)
    desk.press("along", help_id)
    desk.press("along_finish")
    assert len(desk.of(FinishHelp)) == 1
    assert isinstance(desk.view.page, TasksView)
    assert desk.tasks == ()
    assert desk.view.notice == "办完了，辛苦了"


def test_one_left_open_is_put_away(desk):
    help_id = sends(desk)
    desk.press("along", help_id)
    desk.waits(1)
    desk.waits(OPEN_S - 1)
    assert steps(desk)
    desk.waits(2)
    assert isinstance(desk.view.page, TasksView)


def test_what_somebody_else_ended_does_not_lie_open(desk):
    help_id = sends(desk)
    desk.press("along", help_id)
    desk.others.says(FinishHelp, help_id=help_id, station_id="guide-2")
    desk.look()
    assert isinstance(desk.view.page, TasksView)


def test_company_for_a_number_is_asked_for_and_sent_at_once(desk):
    ticket = desk.others.ticket()
    desk.look()
    desk.press("along_ticket", ticket.id)
    desk.press("along_helper", "1002")
    (asked,), (sent,) = desk.of(RequestHelp), desk.of(AssignHelper)
    assert (asked.help_kind, asked.ticket_id) == ("accompany", ticket.id)
    assert sent.staff_number == "1002"
    assert desk.tasks[0].title == "陪着 老001"


def test_company_that_was_asked_for_already_is_not_asked_for_twice(desk):
    ticket = desk.others.ticket()
    help_id = asks(desk, ticket_id=ticket.id)
    desk.press("along_ticket", ticket.id)
    desk.press("along_helper", "1002")
    assert desk.of(RequestHelp) == []
    assert desk.of(AssignHelper)[0].help_id == help_id


def test_an_answer_lost_on_the_way_still_sends_the_helper(desk):
    ticket = desk.others.ticket()
    desk.look()
    desk.lose_replies = 1
    desk.press("along_ticket", ticket.id)
    desk.press("along_helper", "1002")
    desk.waits(1)
    assert desk.tasks[0].place == "周洁 · 工牌002"
    assert len({one.command_id for one in desk.of(RequestHelp)}) == 1


def test_where_nobody_is_set_down_as_a_helper_the_guide_goes(desk):
    board = desk.gateway.snapshot("guide", "guide-1").board
    asks(desk)
    board = desk.gateway.snapshot("guide", "guide-1").board
    bare = msgspec.structs.replace(board.facts, staff=())
    desk.on.board_changed(msgspec.structs.replace(board, facts=bare))
    desk.press("area", "tasks")
    assert desk.view.page.tasks[0].key.label == "我去"


def test_an_alarm_under_way_stands_once_and_as_a_key(desk):
    desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
    desk.look()
    desk.press("go", desk.tasks[0].key.argument)
    (task,) = desk.tasks
    assert (task.tone, task.key.label) == ("unwell", "看步骤")


# an exercise


def test_an_exercise_is_asked_for_twice_and_says_what_it_is(desk):
    drill = desk.task_page.drill
    assert drill.label == "演练"
    desk.press(drill.action)
    assert isinstance(desk.view.page, GridView)
    assert desk.of(RequestHelp) == []
    desk.press("drill_start")
    (command,) = desk.of(RequestHelp)
    assert (command.help_kind, command.drill) == ("unwell", True)
    assert desk.view.covers.alarm.drill == "演练，不是真的"


def test_an_exercise_can_be_left_alone(desk):
    desk.turns_to("tasks")
    desk.press("drill")
    desk.press("back")
    assert isinstance(desk.view.page, TasksView)
    assert desk.of(RequestHelp) == []


def test_no_exercise_while_somebody_is_ill(desk):
    desk.turns_to("tasks")
    desk.press("drill")
    desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="unwell")
    desk.look()
    desk.press("drill_start")
    assert desk.of(RequestHelp) == []
    assert desk.view.notice == "有人真的不舒服，先不演练"
    assert desk.task_page.drill is None
