"""What a number that was found needs: each deed one key, and why it cannot be done now."""

from __future__ import annotations

import pytest

from guide_desk.areas.find import FORGET_S
from guide_desk.finding.views import FoundView, PadView, TicketPage
from guide_desk.views import GivenView
from hall.calls.messages import (
    CallNext,
    CloseCounter,
    MissTicket,
    MoveTicket,
    OpenCounter,
    StartService,
)
from hall.tickets.messages import CancelTicket, ChangeVisitor
from tests.guide_desk.finder import WANG, deed, opens


def test_reprinting_leads_back_to_the_number(desk):
    ticket = desk.others.ticket()
    desk.look()
    page = opens(desk, ticket)
    desk.press("reprint", deed(page, "reprint").argument)
    assert isinstance(desk.view.page, GivenView)
    assert desk.slips[-1].ticket_id == ticket.id
    desk.press("given_done")
    assert desk.view.area == "find"
    assert isinstance(desk.view.page, TicketPage)


def test_a_wrong_age_is_corrected_with_a_reason_and_the_number_stays(desk):
    ticket = desk.others.ticket(band="under_60")
    desk.look()
    opens(desk, ticket)
    desk.press("find_change", ticket.id)
    done = desk.view.page.beside[-1]
    assert (done.label, done.mode) == ("改好了", "cannot")
    desk.press("find_mark", "80_plus")
    assert desk.view.page.beside[-1].mode == "next"
    desk.press("find_changed")
    desk.press("find_why_change", "why_card")
    (command,) = desk.of(ChangeVisitor)
    assert (command.reason, command.station_id) == ("看了身份证", "guide-1")
    assert desk.view.notice == "普001 改好了"
    assert desk.in_hall("普001").priority == "age_80"
    assert isinstance(desk.view.page, TicketPage)


def test_what_was_known_already_stays_when_something_else_is_corrected(desk):
    ticket = desk.others.ticket(**WANG, needs=("sight", "speech"), claims=("martyr_family",))
    desk.look()
    opens(desk, ticket)
    desk.press("find_change", ticket.id)
    chosen = {key.argument for key in desk.view.page.cells if key.mode == "chosen"}
    assert chosen == {"80_plus", "sight"}
    desk.press("find_mark", "wheelchair")
    desk.press("find_changed")
    desk.press("find_why_change", "why_seen")
    (command,) = desk.of(ChangeVisitor)
    assert command.visitor.needs == ("wheelchair", "sight", "speech")
    assert command.visitor.stated_age_band is None
    assert desk.in_hall(ticket.number).reason == "card"


def test_a_claim_without_a_key_is_not_lost(desk):
    ticket = desk.others.ticket(born="1956-05-01", claims=("martyr_family",))
    desk.look()
    opens(desk, ticket)
    desk.press("find_change", ticket.id)
    desk.press("find_mark", "hearing")
    desk.press("find_changed")
    desk.press("find_why_change", "why_seen")
    assert desk.in_hall(ticket.number).reason == "martyr_family"


def test_somebody_who_does_not_want_it_any_more_says_why(desk):
    ticket = desk.others.ticket()
    desk.look()
    opens(desk, ticket)
    desk.press("find_cancel", ticket.id)
    assert desk.view.page.head.title == "老001：为什么不办了？"
    desk.press("find_why_cancel", "why_another_day")
    (command,) = desk.of(CancelTicket)
    assert command.reason == "改天再来"
    assert desk.view.notice == "老001 不办了，小票请收回"
    assert desk.in_hall("老001") is None
    assert isinstance(desk.view.page, PadView)


def test_who_missed_the_call_comes_back_into_the_queue(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = desk.others.ticket()
    desk.others.says(CallNext, counter_id="c1")
    desk.others.says(MissTicket, counter_id="c1", ticket_id=ticket.id)
    desk.look()
    page = opens(desk, ticket)
    assert page.head.hint == "叫过，没来"
    assert deed(page, "find_return").mode == "can"
    desk.press("find_return", ticket.id)
    assert desk.view.notice == "老001 又排上了"
    assert desk.in_hall("老001").state == "waiting"
    assert deed(desk.view.page, "find_return").mode == "cannot"
    assert deed(desk.view.page, "find_return").second == "他在排着"


def test_what_cannot_be_done_at_a_window_says_so(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = desk.others.ticket()
    desk.others.says(CallNext, counter_id="c1")
    desk.others.says(StartService, counter_id="c1", ticket_id=ticket.id)
    desk.look()
    page = opens(desk, ticket)
    assert page.head.hint == "1号窗口正在办"
    cancel = deed(page, "find_cancel")
    assert (cancel.mode, cancel.second) == ("cannot", "窗口正在办")


def test_a_double_touch_is_sent_once(desk):
    ticket = desk.others.ticket()
    desk.look()
    opens(desk, ticket)
    desk.cut()
    desk.press("find_cancel", ticket.id)
    desk.press("find_why_cancel", "why_done")
    assert deed(desk.view.page, "find_cancel").mode == "under_way"
    desk.press("find_why_cancel", "why_done")
    assert len(desk.of(CancelTicket)) == 1
    desk.mend()
    desk.waits(1)
    assert desk.in_hall("老001") is None


def test_somebody_goes_along_with_a_number_that_was_found(desk):
    ticket = desk.others.ticket()
    desk.look()
    page = opens(desk, ticket)
    along = deed(page, "along_ticket")
    desk.press(along.action, along.argument)
    assert desk.view.area == "tasks"
    assert desk.view.page.head.title == "派谁去陪 老001？"


@pytest.mark.parametrize(
    "asks",
    [("find_change", "find_changed"), ("find_cancel",), ("find_move", "find_move_groups"), ()],
)
def test_escape_leads_back_step_by_step(desk, asks):
    ticket = desk.others.ticket()
    desk.look()
    desk.turns_to("find")
    desk.press("find_recent")
    desk.press("find_open", ticket.id)
    for action in asks:
        desk.press(action, ticket.id)
    for _ in asks:
        desk.press("back")
    assert isinstance(desk.view.page, TicketPage)
    assert isinstance(desk.press("back").page, FoundView)
    assert isinstance(desk.press("back").page, PadView)
    assert desk.press("back").area == "take"


def test_a_number_that_ends_while_it_lies_open_says_so(desk):
    ticket = desk.others.ticket()
    desk.look()
    opens(desk, ticket)
    desk.others.says(CancelTicket, ticket_id=ticket.id, reason="改天", station_id="guide-2")
    desk.look()
    assert isinstance(desk.view.page, PadView)
    assert desk.view.notice == "老001 已经办完了"


def test_a_number_left_open_is_put_away(desk):
    ticket = desk.others.ticket(**WANG)
    desk.look()
    opens(desk, ticket)
    desk.waits(FORGET_S - 1)
    assert isinstance(desk.view.page, TicketPage)
    desk.waits(2)
    assert isinstance(desk.view.page, PadView)


def test_who_waits_for_the_wrong_thing_is_sent_to_the_right_one(desk):
    ticket = desk.others.ticket()
    desk.look()
    page = opens(desk, ticket)
    move = deed(page, "find_move")
    assert (move.label, move.mode) == ("换窗口换事情", "can")
    desk.press("find_move", ticket.id)
    desk.press("find_move_groups")
    desk.press("find_move_group", "medical")
    assert [key.label for key in desk.view.page.cells] == ["拿发票报医药费", "慢性病卡"]
    desk.press("find_matter", "m-special")
    (command,) = desk.of(MoveTicket)
    assert (command.to_matter_id, command.to_counter_id) == ("m-special", None)
    assert desk.view.notice == "老001 换好了，请再打一张小票"
    assert desk.in_hall("老001").matter_id == "m-special"


def test_who_wants_one_window_is_sent_there_and_only_open_ones_are_offered(desk):
    desk.others.says(OpenCounter, counter_id="c2", clerk_id="k2")
    ticket = desk.others.ticket()
    desk.look()
    opens(desk, ticket)
    desk.press("find_move", ticket.id)
    assert [(key.label, key.second) for key in desk.view.page.cells] == [
        ("换一件事", ""), ("2号窗口", "综合受理"),
    ]  # fmt: skip
    desk.press("find_window", "c2")
    assert desk.in_hall("老001").queue == "counter:c2"


def test_a_window_that_has_just_closed_says_so(desk):
    desk.others.says(OpenCounter, counter_id="c2", clerk_id="k2")
    ticket = desk.others.ticket()
    desk.look()
    opens(desk, ticket)
    desk.press("find_move", ticket.id)
    desk.others.says(CloseCounter, counter_id="c2", clerk_id="k2")
    desk.press("find_window", "c2")
    assert desk.view.notice == "那个窗口没有人，换一个"
    assert isinstance(desk.view.page, TicketPage)


def test_the_papers_of_a_number_are_one_touch_away(desk):
    ticket = desk.others.ticket()
    desk.look()
    papers = deed(opens(desk, ticket), "case_ticket")
    assert papers.label == "看材料"
    desk.press(papers.action, papers.argument)
    assert desk.view.area == "cases"
