"""A number for somebody in two touches."""

from __future__ import annotations

import pytest

from devices.ports import PrintOutcome, Unknown
from guide_desk.areas.take import CHOICE_S
from guide_desk.choice import BANDS, usual_matter
from guide_desk.in_hand import PRINT_S, PUT_AWAY_S, SLOW_S
from hall.calls.messages import CallNext, FinishService, OpenCounter
from hall.kernel.errors import HallUnreachable
from hall.tickets.messages import CancelTicket, ReportPrint, ReprintTicket, TakeTicket
from launch.facts import facts_of
from launch.paths import DEMO_CONFIG
from launch.settings import load_hall
from tests.guide_desk.desk import NO_PAPER, PRINTED
from tests.helpers.facts import FACTS

UNSURE = PrintOutcome("unknown", Unknown())


@pytest.mark.parametrize(
    ("band", "number"), [("80_plus", "尊001"), ("60_79", "老001"), ("under_60", "普001")]
)
def test_two_touches_give_a_number_and_its_slip(desk, band, number):
    given = desk.takes(band, "pension")
    assert given.number.label == number
    assert given.head.title == "小票出来了，交给老人"
    assert given.matter == "领养老金"
    assert given.facts == ("前面没有人", "在咨询辅导台前坐")
    (slip,) = desk.slips
    assert (slip.slip.seal + slip.slip.digits, slip.slip.matter_plain_name) == (number, "领养老金")
    assert slip.slip.taken_at == "11月23日 上午9:40"
    assert not slip.slip.reprint
    assert desk.in_hall(number).print_state == "printed"


def test_the_age_that_was_said_is_believed(desk):
    desk.takes("80_plus")
    assert desk.in_hall("尊001").reason == "stated"


def test_the_touches_may_come_in_either_order(desk):
    desk.press("group", "medical")
    assert desk.key("group_medical").mode == "chosen"
    assert desk.taking.head.hint == "再点年纪，号就出来"
    desk.press("band", "60_79")
    assert desk.given.matter == "拿发票报医药费"


def test_the_last_touch_of_each_kind_counts(desk):
    desk.press("band", "under_60")
    desk.press("band", "80_plus")
    assert [key.mode for key in desk.taking.bands] == ["chosen", "can", "can"]
    desk.press("group", "pension")
    assert desk.given.number.label == "尊001"


def test_the_key_of_a_group_names_the_matter_that_will_stand_on_the_slip(desk):
    for group in ("pension", "medical", "other"):
        name = desk.key(f"group_{group}").second
        desk.takes("60_79", group)
        assert desk.given.matter == name
        desk.press("given_done")


def test_every_group_of_the_shipped_list_has_a_usual_matter_that_nobody_mourns_over():
    loaded = load_hall(DEMO_CONFIG)
    facts = facts_of(loaded.settings, loaded.matters)
    for group in facts.groups:
        usual = usual_matter(facts, group.id)
        assert usual in facts.offered(group.id)
        assert not usual.bereavement


def test_a_group_of_nothing_but_mourning_still_gives_a_number():
    assert usual_matter(FACTS, "other") == FACTS.matter("m-senior-card")
    assert usual_matter(FACTS, "none") is None


def test_who_wants_the_exact_matter_picks_it_from_the_list(desk):
    desk.press("exact")
    assert desk.key("exact").mode == "chosen"
    assert desk.key("group_pension").second == "选哪一件"
    desk.press("band", "60_79")
    desk.press("group", "pension")
    assert desk.listed.head.title == "养老金：哪一件？"
    assert [key.label for key in desk.listed.cells] == ["领养老金", "换银行卡收养老金"]
    desk.press("matter", "m-card")
    assert desk.given.matter == "换银行卡收养老金"
    desk.press("given_done")
    assert desk.key("exact").mode == "can"


def test_the_exact_matter_may_come_before_the_age(desk):
    desk.press("exact")
    desk.press("group", "pension")
    desk.press("matter", "m-card")
    assert desk.key("group_pension").mode == "chosen"
    assert desk.key("group_pension").second == "换银行卡收养老金"
    desk.press("band", "60_79")
    assert desk.given.matter == "换银行卡收养老金"


def test_from_the_list_one_comes_back_and_may_switch_it_off(desk):
    desk.press("exact")
    desk.press("group", "pension")
    desk.press("back")
    desk.press("exact")
    desk.press("group", "pension")
    assert desk.taking.head.hint == "再点年纪，号就出来"


def test_a_matter_after_a_death_is_given_with_a_quiet_word(desk):
    desk.press("exact")
    desk.press("group", "other")
    desk.press("band", "under_60")
    desk.press("matter", "m-death")
    assert desk.given.note == "身后事，轻声些"
    assert desk.slips[0].slip.bereavement


def test_a_touch_that_nothing_followed_is_forgotten(desk):
    desk.press("band", "80_plus")
    desk.waits(CHOICE_S - 1)
    assert desk.key("band_80_plus").mode == "chosen"
    desk.waits(2)
    assert {desk.key(f"band_{band}").mode for band in BANDS} == {"can"}


def test_a_double_tap_gives_one_ticket(desk):
    desk.press("band", "80_plus")
    desk.on.press("group", "pension")
    desk.on.press("group", "pension")
    desk.look()
    assert len(desk.of(TakeTicket)) == 1
    assert len(desk.slips) == 1


def test_the_number_stays_until_the_slip_was_surely_taken(desk):
    desk.takes()
    desk.waits(PUT_AWAY_S - 1)
    assert desk.given.number.label == "尊001"
    desk.waits(2)
    assert desk.taking


def test_the_next_one_can_be_served_at_once_while_the_paper_still_comes(desk):
    desk.paper = None
    assert desk.takes().head.title == "正在打小票"
    desk.press("given_done")
    desk.printer_says(PRINTED)
    assert desk.in_hall("尊001").print_state == "printed"
    assert desk.takes("60_79").number.label == "老001"


def test_without_paper_the_number_stands_large_to_be_written(desk):
    desk.paper = NO_PAPER
    given = desk.takes("60_79")
    assert given.number.label == "老001"
    assert given.head.title == "没有小票，请把号写给老人"
    assert desk.in_hall("老001").print_state == "not_printed"
    assert desk.key("given_written").mode == "next"
    desk.waits(300)
    assert desk.given.number.label == "老001"


def test_a_number_that_was_written_by_hand_is_missed_on_paper_no_more(desk):
    desk.paper = NO_PAPER
    desk.takes("60_79")
    desk.press("given_written")
    assert desk.of(ReportPrint)[-1].status == "by_hand"
    desk.waits(60)
    assert desk.unprinted == []
    assert desk.taking


def test_what_the_guide_wrote_is_not_asked_for_again_while_the_hall_is_away(desk):
    desk.paper = NO_PAPER
    desk.takes("60_79")
    desk.cut()
    desk.press("given_written")
    desk.waits(60)
    assert desk.unprinted == []
    desk.mend()
    desk.waits(2)
    assert desk.in_hall("老001").print_state == "printed"
    desk.others.says(
        ReportPrint, ticket_id=desk.in_hall("老001").id, station_id="kiosk-1",
        outcome="not_printed", status="",
    )  # fmt: skip
    desk.look()
    assert desk.unprinted == ["老001"]


def test_a_number_put_away_without_paper_stays_on_the_list(desk):
    desk.paper = None
    desk.takes("60_79")
    desk.press("given_done")
    desk.printer_says(NO_PAPER)
    assert desk.unprinted == ["老001"]


def test_a_desk_without_a_printer_shows_the_number_and_prints_nothing(open_desk):
    desk = open_desk(printer_id="")
    given = desk.takes("60_79")
    assert given.number.label == "老001"
    assert given.head.title == "没有小票，请把号写给老人"
    assert [key.name for key in given.keys] == ["given_written", "given_undo"]
    assert desk.slips == []
    desk.press("given_written")
    assert desk.in_hall("老001").print_state == "printed"


def test_a_printer_that_does_not_say_is_asked_of_the_guide(desk):
    desk.paper = UNSURE
    given = desk.takes("60_79")
    assert given.head.title == "小票出来了吗？"
    assert [key.label for key in given.keys] == ["出来了", "号写给他了", "再打一张", "取错了"]
    desk.press("given_seen")
    assert desk.of(ReportPrint)[-1].status == "seen"
    assert desk.in_hall("老001").print_state == "printed"


def test_a_printer_that_falls_silent_keeps_nobody_waiting(desk):
    desk.paper = None
    desk.takes("60_79")
    desk.waits(PRINT_S + 1)
    assert desk.given.head.title == "小票出来了吗？"
    desk.printer_says(PRINTED)
    assert desk.given.head.title == "小票出来了，交给老人"


def test_one_more_paper_is_a_copy_and_the_number_stays(desk):
    desk.takes("60_79")
    desk.press("given_again")
    assert desk.given.number.label == "老001"
    assert [slip.slip.reprint for slip in desk.slips] == [False, True]
    assert len(desk.of(ReprintTicket)) == 1
    assert desk.key("given_undo").mode == "can"


def test_a_number_taken_by_mistake_is_given_up_and_the_age_stays_chosen(desk):
    desk.takes("60_79")
    desk.press("given_undo")
    assert desk.in_hall("老001") is None
    assert desk.view.notice == "老001 作废了，小票请收回，重新取"
    assert desk.key("band_60_79").mode == "chosen"
    desk.press("group", "medical")
    assert (desk.given.number.label, desk.given.matter) == ("老002", "拿发票报医药费")
    assert desk.view.notice == ""


def test_what_is_done_already_cannot_be_taken_back(desk):
    given = desk.takes("60_79")
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = desk.others.says(CallNext, counter_id="c1").ticket
    desk.others.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    desk.press("given_undo")
    assert desk.view.notice == "这个号已经叫到或办完了，改不了"
    assert desk.given.number == given.number
    assert desk.key("given_undo").mode == "can"


def test_a_second_press_on_taking_back_asks_once(desk):
    desk.takes("60_79")
    desk.cut()
    desk.press("given_undo")
    desk.press("given_undo")
    assert desk.key("given_undo").mode == "under_way"
    assert len(desk.of(CancelTicket)) == 1


def test_a_lost_reply_gives_no_second_number(desk):
    desk.lose_replies = 1
    desk.press("band", "60_79")
    desk.press("group", "pension")
    given = desk.given
    assert (given.number, given.head.title) == (None, "正在取号")
    desk.waits(1)
    assert desk.given.number.label == "老001"
    first, second = desk.of(TakeTicket)
    assert first == second
    assert desk.in_hall("老002") is None


def test_while_the_hall_is_away_there_is_a_word_and_another_way(desk):
    desk.cut()
    desk.press("band", "60_79")
    desk.press("group", "pension")
    desk.waits(SLOW_S)
    assert desk.given.note == "大厅没回话，正在再试。急的话先写个纸号"
    desk.press("given_leave")
    assert desk.taking.head.hint == "大厅连不上，急的先写纸号"
    desk.mend()
    desk.waits(2)
    assert desk.given.number.label == "老001"
    assert len(desk.slips) == 1


def test_a_hall_that_leaves_a_question_open_is_marked_as_away(desk):
    desk.fault = HallUnreachable("it hangs")
    desk.press("band", "60_79")
    desk.press("group", "pension")
    assert desk.view.header.linked
    desk.waits(SLOW_S)
    assert not desk.view.header.linked
    assert desk.given.note
    desk.press("given_leave")
    assert desk.view.header.linked


def test_a_number_that_comes_late_does_not_push_away_the_one_in_the_hand(desk):
    desk.cut()
    desk.press("band", "60_79")
    desk.press("group", "pension")
    desk.waits(SLOW_S)
    desk.press("given_leave")
    desk.fault = None
    desk.on.link_changed(linked=True)
    desk.takes("80_plus", "medical")
    desk.waits(2)
    assert desk.given.number.label == "尊001"
    desk.waits(30)
    assert desk.unprinted == ["老001"]


def test_nobody_gets_a_number_outside_the_business_day_and_is_told_when(desk):
    desk.waits(8 * 3600)
    desk.press("band", "60_79")
    desk.press("group", "pension")
    assert desk.view.notice == "现在不上班，08:30 开门再来取号"
    assert desk.taking
    desk.waits(13)
    assert desk.view.notice == ""


def test_where_to_sit_and_how_many_are_before_are_said_with_the_number(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    desk.others.takes()
    assert desk.takes("60_79").facts == ("前面还有 1 位", "在1到2号窗口前坐")
