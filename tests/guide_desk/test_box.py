"""The medicine box: what is put in, looked at, and warned of in time."""

from __future__ import annotations

from datetime import date

import pytest

from guide_desk.box.typed import last_day
from guide_desk.care.views import EntryPage, WriteView
from guide_desk.views import GridView, StepsView
from hall.help.box_messages import CheckBox, StockBox

DAY_S = 24 * 3600.0


def opens(desk):
    """Touch the key of the books, then that of the box."""
    desk.turns_to("books")
    return desk.press("area", "box")


def types(desk, digits):
    for digit in digits:
        desk.press("box_digit", digit)
    return desk.press("box_written")


def puts_in(desk, item_id="plaster", day="20270630", count="3"):
    opens(desk)
    desk.press("box_new")
    desk.press("box_item", item_id)
    types(desk, day)
    types(desk, count)
    desk.look()


def cells(desk):
    page = desk.view.page
    assert isinstance(page, StepsView)
    return [(cell.label, cell.second) for cell in page.cells]


def test_three_answers_put_a_batch_on_the_list(desk):
    view = opens(desk)
    assert "还没有登记" in view.page.head.hint
    assert isinstance(desk.press("box_new").page, GridView)
    view = desk.press("box_item", "plaster")
    assert isinstance(view.page, WriteView)
    assert "创可贴" in view.page.head.title
    types(desk, "20270630")
    types(desk, "3")
    desk.look()
    (stocked,) = desk.of(StockBox)
    assert (stocked.item_id, stocked.expires_on, stocked.quantity) == ("plaster", "2027-06-30", 3)
    assert cells(desk) == [("创可贴 3盒", "到 2027年6月30日")]
    assert desk.view.page.head.hint == "都没到期"


def test_a_package_that_names_a_month_is_good_until_its_end(desk):
    puts_in(desk, day="202702")
    assert desk.of(StockBox)[0].expires_on == "2027-02-28"


@pytest.mark.parametrize("day", ["20200101", "2027", "20271301", "20270230"])
def test_what_is_no_day_or_over_goes_no_further(desk, day):
    opens(desk)
    desk.press("box_new")
    desk.press("box_item", "plaster")
    for digit in day:
        desk.press("box_digit", digit)
    page = desk.view.page
    assert isinstance(page, WriteView)
    assert page.beside[0].mode == "cannot"
    if day == "20200101":
        assert "过期了" in page.head.hint


def test_the_desk_warns_a_month_before_and_again_when_it_is_over(desk):
    puts_in(desk, day="20261228")
    assert (desk.rail("books").count, desk.rail("books").tone) == ("", "quiet")
    desk.waits(6 * DAY_S)
    assert desk.rail("books").count == "1"
    assert desk.book("box").key.second == "快到期"
    desk.waits(31 * DAY_S)
    assert desk.rail("books").tone == "call"
    assert desk.book("box").key.second == "过期了"
    opens(desk)
    assert cells(desk)[0][1].startswith("过期了")


def test_what_ends_first_stands_first(desk):
    puts_in(desk, "plaster", "20270630")
    puts_in(desk, "glucose", "20270101")
    assert [label for label, _ in cells(desk)] == ["葡萄糖口服液 3支", "创可贴 3盒"]


def test_who_looks_says_that_it_is_all_there_in_one_touch(desk):
    puts_in(desk)
    batch_id = desk.view.page.cells[0].argument
    page = desk.press("box_open", batch_id).page
    assert isinstance(page, EntryPage)
    assert "看过" in page.lines[0]
    desk.press("box_there")
    desk.look()
    assert desk.of(CheckBox)[0].quantity == 3
    assert "药箱记好了" in desk.view.notice


def test_another_number_is_typed(desk):
    puts_in(desk)
    desk.press("box_open", desk.view.page.cells[0].argument)
    desk.press("box_count")
    types(desk, "1")
    desk.look()
    assert cells(desk)[0][0] == "创可贴 1盒"


def test_what_is_taken_out_is_on_no_list(desk):
    puts_in(desk)
    desk.press("box_open", desk.view.page.cells[0].argument)
    desk.press("box_out")
    desk.look()
    assert cells(desk) == []


def test_what_is_past_its_day_can_only_be_taken_out(desk):
    puts_in(desk, day="20261201")
    desk.waits(20 * DAY_S)
    opens(desk)
    page = desk.press("box_open", desk.view.page.cells[0].argument).page
    assert isinstance(page, EntryPage)
    assert {key.name: key.mode for key in page.deeds} == {
        "box_there": "cannot", "box_count": "cannot", "box_out": "next", "back": "can",
    }  # fmt: skip
    assert "别再用" in "".join(page.lines)


def test_a_batch_taken_out_elsewhere_has_no_page_any_more(desk):
    puts_in(desk)
    batch_id = desk.view.page.cells[0].argument
    desk.press("box_open", batch_id)
    desk.others.says(CheckBox, station_id="guide-2", batch_id=batch_id, quantity=0)
    desk.look()
    assert isinstance(desk.view.page, StepsView)


def test_back_leads_one_step_back_and_forgets_what_was_typed(desk):
    opens(desk)
    desk.press("box_new")
    desk.press("box_item", "plaster")
    types(desk, "20270630")
    desk.press("back")
    page = desk.view.page
    assert isinstance(page, WriteView)
    assert page.text == ""
    desk.press("back")
    assert isinstance(desk.view.page, GridView)
    desk.press("back")
    assert isinstance(desk.view.page, StepsView)


def test_a_keyboard_types_it_too(desk):
    opens(desk)
    desk.press("box_new")
    desk.press("box_item", "plaster")
    desk.press("box_edited", "2027 06 30")
    page = desk.view.page
    assert isinstance(page, WriteView)
    assert page.text == "2027 06 30"
    assert page.beside[0].mode == "next"


def test_two_touches_write_it_down_once(desk):
    opens(desk)
    desk.press("box_new")
    desk.press("box_item", "plaster")
    types(desk, "20270630")
    desk.lose_replies = 1
    desk.press("box_digit", "3")
    desk.press("box_written")
    desk.press("box_written")
    assert len({one.command_id for one in desk.of(StockBox)}) == 1


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("202712", date(2027, 12, 31)),
        ("20271231", date(2027, 12, 31)),
        ("202700", None),
        ("00000101", None),
        ("2027", None),
        ("", None),
    ],
)
def test_digits_are_a_day_or_none(digits, day):
    assert last_day(digits) == day
