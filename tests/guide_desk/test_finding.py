"""A number of today is found again, and what it needs is done."""

from __future__ import annotations

from devices.ports import CardTaken, CardUnreadable
from guide_desk.finding.card import CARD_S
from guide_desk.finding.views import PadView, TicketPage
from guide_desk.views import GridView, TakeView
from hall.tickets.messages import FindTicket
from tests.guide_desk.finder import WANG, card, cards, go_key, lays, types

# by number


def test_a_few_digits_and_one_touch_open_a_number(desk):
    desk.others.ticket()
    second = desk.others.ticket("m-medical")
    desk.look()
    page = types(desk, "2")
    assert (go_key(page).label, go_key(page).mode) == ("看 老002", "next")
    desk.press("find_go")
    assert isinstance(desk.view.page, TicketPage)
    assert desk.view.page.number.label == second.number
    assert desk.view.page.head.title == "拿发票报医药费"


def test_nobody_types_the_noughts(desk):
    for _ in range(12):
        desk.others.ticket()
    desk.look()
    assert go_key(types(desk, "12")).label == "看 老012"
    assert desk.view.page.typed.digits == "12"


def test_the_same_digits_of_two_rows_are_told_apart_by_a_seal(desk):
    desk.others.ticket()
    desk.others.ticket(born="1940-05-01")
    desk.look()
    assert go_key(types(desk, "1")).label == "看这 2 个"
    desk.press("find_series", "zun")
    assert go_key(desk.view.page).label == "看 尊001"
    assert desk.view.page.typed.label == "尊1"
    desk.press("find_series", "zun")
    assert go_key(desk.view.page).label == "看这 2 个"


def test_several_are_listed(desk):
    desk.others.ticket()
    desk.others.ticket(born="1940-05-01")
    desk.look()
    types(desk, "1")
    desk.press("find_go")
    assert set(cards(desk)) == {"老001", "尊001"}
    assert desk.view.page.head.title == "找到 2 个"


def test_a_number_that_is_not_there_says_so_and_can_be_typed_anew(desk):
    desk.others.ticket()
    desk.look()
    page = types(desk, "99")
    assert (page.head.hint, go_key(page).mode) == ("没有这个号", "cannot")
    desk.press("find_erase")
    desk.press("find_erase")
    assert desk.view.page.typed.label == ""
    assert next(key for key in desk.view.page.keys if key.name == "find_erase").mode == "cannot"


def test_no_more_digits_than_a_number_has(desk):
    assert types(desk, "12345").typed.digits == "1234"


# by time and by matter


def test_who_just_came_and_who_came_in_the_last_half_hour(desk):
    desk.others.ticket()
    desk.waits(1000)
    desk.others.ticket()
    desk.look()
    desk.turns_to("find")
    desk.press("find_recent")
    assert cards(desk) == ["老002"]
    desk.press("back")
    desk.press("find_half_hour")
    assert cards(desk) == ["老002", "老001"]
    desk.waits(900)
    desk.press("find_half_hour")
    assert cards(desk) == ["老002"]


def test_by_the_group_of_the_matter(desk):
    desk.others.ticket()
    desk.others.ticket("m-medical")
    desk.look()
    desk.turns_to("find")
    desk.press("find_groups")
    assert isinstance(desk.view.page, GridView)
    desk.press("find_group", "medical")
    assert cards(desk) == ["老002"]
    assert desk.view.page.head.title == "看病医保 1 个"


def test_a_list_with_nobody_says_so(desk):
    desk.turns_to("find")
    desk.press("find_recent")
    assert desk.view.page.nobody == "一个也没有"


def test_long_lists_are_turned(desk):
    for _ in range(8):
        desk.others.ticket()
    desk.look()
    desk.turns_to("find")
    desk.press("find_recent")
    assert cards(desk)[0] == "老008"
    turn = desk.view.page.beside[-1]
    desk.press(turn.action, turn.argument)
    assert cards(desk) == ["老002", "老001"]


def test_a_card_says_how_it_stands_whose_it_is_and_what_to_mind(desk):
    desk.others.ticket(**WANG, needs=("hearing",))
    desk.look()
    desk.turns_to("find")
    desk.press("find_recent")
    (one,) = desk.view.page.cards
    assert (one.state, one.matter, one.second) == ("在等", "领养老金", "王大爷 · 80岁以上")
    assert one.icons == ("ear",)


# by card


def test_a_card_on_the_reader_opens_the_number_of_its_holder(desk):
    desk.others.ticket()
    ticket = desk.others.ticket(**WANG)
    desk.look()
    page = lays(desk, card())
    assert desk.view.area == "find"
    assert isinstance(page, TicketPage)
    assert page.number.label == ticket.number
    assert page.facts[0] == "王大爷 · 80岁以上"


def test_the_card_of_somebody_with_two_numbers_lists_both(desk):
    desk.others.ticket(**WANG)
    desk.others.ticket("m-medical", **WANG)
    desk.look()
    lays(desk, card())
    assert set(cards(desk)) == {"尊001", "尊002"}


def test_the_card_of_somebody_without_a_number_says_so(desk):
    assert isinstance(lays(desk, card()), PadView)
    assert desk.view.notice == "这张证今天没有号"


def test_a_card_that_cannot_be_read_asks_to_be_laid_down_again(desk):
    before = desk.view.page
    lays(desk, CardUnreadable("lifted", 0))
    assert desk.view.notice == "证没读出来，请再放一次"
    assert desk.view.page == before
    lays(desk, CardTaken(0))
    assert isinstance(desk.view.page, TakeView)


def test_a_lost_hall_is_not_asked_for_a_card_for_ever(desk):
    desk.others.ticket(**WANG)
    desk.look()
    desk.cut()
    lays(desk, card())
    desk.waits(CARD_S)
    assert desk.view.notice == "大厅没回话，请过一会儿再放证"
    asked = len(desk.of(FindTicket))
    desk.waits(5)
    desk.mend()
    desk.waits(2)
    assert len(desk.of(FindTicket)) == asked


def test_an_answer_that_was_lost_is_asked_for_again(desk):
    desk.others.ticket(**WANG)
    desk.look()
    desk.lose_replies = 1
    lays(desk, card())
    desk.waits(1)
    assert isinstance(desk.view.page, TicketPage)


def test_a_keyboard_types_a_number_too_and_only_here(desk):
    desk.others.ticket()
    desk.look()
    desk.press("typed", "1")
    desk.turns_to("find")
    assert desk.view.page.typed.label == ""
    for text in ("1", "x", "2", "\b"):
        desk.press("typed", text)
    assert desk.view.page.typed.digits == "1"
    desk.press("typed", "\r")
    assert isinstance(desk.view.page, TicketPage)
    desk.press("typed", "3")
    assert isinstance(desk.view.page, TicketPage)
