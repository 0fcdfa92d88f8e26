"""Whoever will not hear the call is fetched from the seat, as soon as the number is called."""

from __future__ import annotations

from hall.calls.messages import (
    CallNext,
    CallSpoken,
    FinishService,
    HoldTicket,
    MissTicket,
    OpenCounter,
    RecallTicket,
    StartService,
)


def called(desk, *needs: str) -> str:
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = desk.others.ticket(needs=needs)
    desk.others.says(CallNext, counter_id="c1")
    desk.look()
    return str(ticket.id)


def test_somebody_who_hears_badly_is_fetched_at_once(desk):
    called(desk, "hearing")
    (task,) = desk.tasks
    assert (task.title, task.place) == ("到座位请 老001", "听不清，陪到1号窗口")
    assert (task.tone, task.key) == ("fetch", None)


def test_a_call_that_was_spoken_changes_nothing_for_who_cannot_hear_it(desk):
    ticket_id = called(desk, "hearing")
    desk.others.says(CallSpoken, station_id="board-1", ticket_id=ticket_id, call_no=1)
    desk.look()
    assert [task.title for task in desk.tasks] == ["到座位请 老001"]


def test_a_call_nobody_heard_either_is_one_task_and_not_two(desk):
    called(desk, "hearing")
    desk.waits(21)
    assert [task.title for task in desk.tasks] == ["到座位请 老001"]


def test_the_task_goes_when_the_elder_sits_is_missed_or_set_aside(desk):
    for command in (StartService, MissTicket, HoldTicket):
        ticket_id = called(desk, "hearing")
        assert len(desk.tasks) == 1
        desk.others.says(command, counter_id="c1", ticket_id=ticket_id)
        desk.look()
        assert desk.tasks == ()
        if command is StartService:
            desk.others.says(FinishService, counter_id="c1", ticket_id=ticket_id)


def test_a_recall_keeps_the_one_task(desk):
    ticket_id = called(desk, "hearing")
    desk.others.says(RecallTicket, counter_id="c1", ticket_id=ticket_id)
    desk.look()
    assert len(desk.tasks) == 1


def test_whoever_hears_well_comes_alone(desk):
    called(desk, "wheelchair")
    assert desk.tasks == ()
