from __future__ import annotations

from hall.calls.messages import CallTicket, OpenCounter, TransferTicket
from hall.client.local import LocalGateway
from hall.tickets.messages import ReturnTicket
from tests.counter_console.desk import Desk
from tests.helpers.halls import open_local_hall
from ui_kit.staff_views import NumberView


def test_a_clerk_sits_down_and_the_window_bears_her_name(desk):
    assert desk.view.page == "sign_in"
    assert [key.label for key in desk.view.panel.sections[0][1]] == ["李敏", "王芳", "赵强"]
    assert desk.view.panel.back is None
    desk.sits()
    assert desk.view.page == "desk"
    assert desk.view.header.zone == "老年人服务专区"
    assert desk.view.header.window == "1号窗口"
    assert desk.view.header.clerk == "李敏 · 综合受理"


def test_the_one_at_the_counter_is_named_with_what_to_mind(desk):
    desk.others.takes("m-death", born="1940-05-01", surname="王", sex=1, behalf_of="family",
                      needs=("hearing", "wheelchair"))  # fmt: skip
    desk.sits().press("call")
    stage = desk.view.stage
    assert (stage.address, stage.age, stage.matter) == ("王大爷", "80岁以上", "老人去世销户口")
    assert [chip.text for chip in stage.chips] == [
        "耳朵背，慢慢说", "坐轮椅", "替家里人办", "身后事，轻声些",
    ]  # fmt: skip


def test_a_shift_change_hands_the_ticket_over_and_says_from_whom(desk):
    desk.others.takes()
    desk.sits("k1").press("call")
    desk.press("change_clerk")
    assert desk.key("key_leave").mode == "cannot"
    desk.press("clerk", "k2")
    assert desk.view.notice == "接着办李敏叫的 老001"
    assert desk.view.header.clerk.startswith("王芳")
    assert desk.view.stage.number.label == "老001"
    assert desk.on.situation == "called"


def test_the_same_clerk_coming_back_takes_over_nothing(desk):
    desk.others.takes()
    desk.sits("k1").press("call")
    desk.press("change_clerk")
    desk.press("clerk", "k1")
    assert desk.view.notice == ""


def test_a_console_that_died_comes_back_to_the_same_ticket(desk):
    desk.others.takes()
    desk.sits().press("call")
    desk.press("start")
    again = Desk(desk.gateway)
    assert again.on.situation == "serving"
    assert again.view.stage.number == NumberView("老", "001")


def test_a_clerk_goes_home_when_nobody_sits_there(desk):
    desk.sits().press("change_clerk")
    assert desk.key("key_leave").mode == "can"
    desk.press("leave")
    assert desk.view.page == "sign_in"
    assert desk.view.header.clerk_key is None


def test_somebody_is_called_first_and_the_reason_is_kept(desk):
    desk.others.takes()
    second = desk.others.ticket()
    desk.sits()
    assert all(row.can_call for row in desk.view.queue.rows)
    desk.press("row", second.id)
    assert desk.view.panel.title == "为什么先叫 老002？"
    desk.press("reason", "reason_2")
    (command,) = desk.of(CallTicket)
    assert (command.ticket_id, command.reason) == (second.id, "行动不便，不能久等")
    assert desk.view.page == "desk"
    assert desk.view.stage.number.label == "老002"


def test_while_somebody_is_here_nobody_else_can_be_clicked(desk):
    desk.others.takes()
    second = desk.others.ticket()
    desk.sits().press("call")
    assert not any(row.can_call for row in desk.view.queue.rows)
    desk.press("row", second.id)
    assert desk.view.page == "desk"


def test_a_visitor_is_sent_to_another_counter(desk):
    desk.others.says(OpenCounter, counter_id="c2", clerk_id="k2")
    desk.others.takes()
    desk.sits().press("call")
    desk.look()
    desk.press("transfer")
    assert (desk.key("to_counter_c2").mode, desk.key("to_counter_c3").mode) == ("can", "cannot")
    assert desk.key("to_counter_c3").second == "没开"
    desk.press("to_counter", "c2")
    assert desk.on.situation == "free"
    assert desk.view.page == "desk"
    there = Desk(desk.gateway, "c2")
    assert [row.number.label for row in there.view.queue.rows] == ["老001"]


def test_a_visitor_who_came_for_something_else_is_sent_to_that(desk):
    desk.others.takes("m-pension")
    desk.sits().press("call")
    desk.press("transfer")
    desk.press("to_group", "medical")
    assert desk.view.panel.title == "看病医保：改办哪一件？"
    desk.press("back_groups")
    desk.press("to_group", "medical")
    desk.press("to_matter", "m-medical")
    (command,) = desk.of(TransferTicket)
    assert command.to_matter_id == "m-medical"
    assert [row.matter for row in desk.view.queue.rows] == ["拿发票报医药费"]


def test_the_question_where_to_closes_when_the_visitor_is_gone(desk):
    desk.others.takes()
    desk.sits().press("call")
    desk.press("transfer")
    Desk(desk.gateway).press("miss")
    desk.look()
    assert desk.view.page == "desk"


def test_somebody_who_did_not_come_waits_aside_and_comes_back(desk):
    ticket = desk.others.ticket()
    desk.sits().press("call")
    desk.press("miss")
    (key,) = desk.view.queue.aside
    assert (key.label, key.second) == ("老001", "过号")
    desk.press(key.action, key.argument)
    assert desk.of(ReturnTicket)[0].ticket_id == ticket.id
    assert desk.view.notice == "老001 又排上了"
    assert desk.view.queue.aside == ()


def test_many_aside_turn_like_pages_and_none_is_out_of_reach(desk):
    desk.sits()
    for _ in range(6):
        desk.others.takes()
        desk.look()
        desk.press("call")
        desk.press("hold")
    seen: set[str] = set()
    for _ in range(3):
        keys = desk.view.queue.aside
        assert len(keys) == 4
        seen |= {key.label for key in keys[:-1]}
        desk.press("aside_more")
    assert len(seen) == 6


def test_a_call_nobody_heard_is_marked_until_the_service_begins(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        desk = Desk(LocalGateway(hall, "c1"))
        desk.others.takes()
        desk.sits().press("call")
        assert desk.view.stage.warning == ""
        clock.advance(21)
        hall.run_due()
        desk.look()
        assert desk.view.stage.warning == "没播出来，请去叫一声"
        desk.press("start")
        assert desk.view.stage.warning == ""


def test_who_waits_is_listed_with_matter_and_minutes_the_next_one_first(desk):
    desk.others.takes(band="60_79")
    desk.others.takes("m-card", band="80_plus", surname="李", sex=2, needs=("sight",))
    desk.sits()
    desk.now_s = 130
    rows = desk.view.queue.rows
    assert [row.number.label for row in rows] == ["尊001", "老001"]
    assert rows[0].second == "下一位 · 80岁以上"
    assert (rows[0].icons, rows[0].minutes) == (("eyeglasses",), "2")
    assert desk.view.queue.heading == ("在等", "2", "位")


def test_the_strip_says_who_is_here_and_how_many_wait(desk):
    desk.others.takes()
    desk.others.takes()
    desk.sits()
    assert (desk.view.strip.state, desk.view.strip.waiting) == ("空着", "在等 2 位")
    desk.press("call")
    strip = desk.view.strip
    assert (strip.number.label, strip.state) == ("老001", "正在叫")
    assert (strip.key.label, strip.key.tag) == ("开始", "F6")
    desk.press("recall")
    assert desk.view.strip.state == "正在叫，第2遍"
