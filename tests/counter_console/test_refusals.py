"""Nothing was changed: one clear line, and the keys come back."""

from __future__ import annotations

import pytest

from counter_console.refusals import refusal_line
from hall.calls.messages import REFUSALS as CALL_REFUSALS
from hall.calls.messages import CallTicket, CloseCounter, FinishService, OpenCounter
from hall.kernel.errors import Malformed, NotAllowed
from hall.kernel.messages import Answer, Refusal
from hall.staff.messages import NobodySignedIn
from hall.tickets.messages import REFUSALS as TICKET_REFUSALS
from hall.visits.refusals import NotTheirOwnWill, TrueIntentionMissing
from tests.counter_console.desk import WORDS, Desk

NEVER_AT_A_COUNTER = {"AlreadySpoken", "NothingDue", "DayAlreadyOpen", "DayNotOpen",
                      "AlreadyWaiting", "MatterClosed", "TooLateToUndo",
                      "TicketsFound"}  # fmt: skip
"""Answers to commands a console never sends."""

FROM_ELSEWHERE: tuple[type[Refusal], ...] = (
    NobodySignedIn,
    TrueIntentionMissing,
    NotTheirOwnWill,
)
REFUSALS = [one for one in (*CALL_REFUSALS, *TICKET_REFUSALS, *FROM_ELSEWHERE)
            if one.__name__ not in NEVER_AT_A_COUNTER]  # fmt: skip


def made(kind: type[Refusal], ticket) -> Refusal:
    fields = {"ticket": ticket, "matter_id": "m-none", "state": "finished", "visit_id": "v"}
    return kind(**{name: fields[name] for name in kind.__struct_fields__})


@pytest.mark.parametrize("kind", REFUSALS)
def test_every_refusal_is_said_in_one_line_and_the_keys_come_back(desk, kind):
    desk.others.takes()
    desk.sits()
    ticket = desk.others.ticket()
    desk.fault = NotAllowed("")  # the hall's own answer is not wanted: it is made here
    desk.on.press("call")
    (command,) = desk.on.drain()
    desk.on.answered(command, Answer(9999, made(kind, ticket)), 1.0)
    notice = desk.view.notice
    assert notice
    assert notice != WORDS.get("refused_other")
    assert len(notice) <= 24
    assert desk.key("key_call").mode == "next"
    assert desk.waits(13).notice == ""


def test_no_two_refusals_are_said_alike(desk):
    ticket = desk.others.ticket()
    lines = [refusal_line(WORDS, made(kind, ticket)) for kind in REFUSALS]
    assert len(set(lines)) == len(lines)


def test_nobody_is_waiting(desk):
    desk.sits().press("call")
    assert desk.view.notice == "没有人在等，歇一会儿"
    assert desk.on.situation == "free"


def test_the_one_who_was_clicked_is_called_elsewhere_meanwhile(desk):
    ticket = desk.others.ticket()
    desk.sits().press("row", ticket.id)
    desk.others.says(OpenCounter, counter_id="c2", clerk_id="k2")
    desk.others.says(CallTicket, counter_id="c2", ticket_id=ticket.id, reason="不能久等")
    desk.press("reason", "reason_1")
    assert desk.view.notice == "这个号已经不在等了"
    desk.look()
    assert desk.on.situation == "free"


def test_a_second_console_of_the_same_counter_was_faster(desk):
    desk.others.takes()
    desk.sits()
    twin = Desk(desk.gateway)
    twin.press("call")
    desk.press("call")
    assert desk.view.notice == "老001 还在这里，先办结或过号"
    desk.look()
    assert desk.on.situation == "called"


def test_the_ticket_was_finished_at_the_other_console(desk):
    ticket = desk.others.ticket()
    desk.sits().press("call")
    desk.others.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    desk.press("recall")
    assert desk.view.notice == "这个号不在您这里了"


def test_the_counter_it_should_go_to_has_closed(desk):
    desk.others.takes()
    desk.others.says(OpenCounter, counter_id="c2", clerk_id="k2")
    desk.sits().press("call")
    desk.look()
    desk.press("transfer")
    desk.others.says(CloseCounter, counter_id="c2", clerk_id="k2")
    desk.press("to_counter", "c2")
    assert desk.view.notice == "那个窗口现在没开"
    assert desk.on.situation == "called"


def test_a_credential_that_does_not_allow_it_says_whom_to_ask(desk):
    desk.others.takes()
    desk.sits()
    desk.fault = NotAllowed("")
    desk.press("call")
    assert desk.view.notice == "这台机器不能做这件事，请找管理员"
    assert desk.key("key_call").mode == "next"
    assert desk.waits(5).notice
    assert len(desk.sent) == 2


def test_any_other_fault_asks_to_press_again(desk):
    desk.others.takes()
    desk.sits()
    desk.fault = Malformed("$.x", "no")
    desk.press("call")
    assert desk.view.notice == "没有办成，请再试一次"
    desk.fault = None
    desk.press("call")
    assert desk.on.situation == "called"


def test_a_line_that_was_said_goes_with_the_next_press(desk):
    desk.sits().press("call")
    desk.others.takes()
    desk.look()
    assert desk.press("call").notice == ""
