"""Things are lent and come back in one touch each."""

from __future__ import annotations

from datetime import datetime

import pytest

from guide_desk.lending import LendPage, closes_soon
from hall.help.messages import ItemIsOut, LendItem, ReturnItem
from tests.helpers.facts import FACTS


def things(desk) -> dict[str, tuple[str, str]]:
    page = desk.turns_to("lend").page
    assert isinstance(page, LendPage)
    return {card.key.label: (card.state, card.key.mode) for card in page.cards}


def test_what_is_in_its_place(desk):
    assert things(desk) == {"轮椅1号": ("在这里", "can"), "老花镜1号": ("在这里", "can")}
    assert (desk.book("lend").count, desk.rail("books").count) == ("", "")


def test_a_touch_lends_and_another_returns(desk):
    desk.turns_to("lend")
    desk.press("lend_item", "glasses-1")
    (lent,) = desk.of(LendItem)
    assert (lent.item_id, lent.ticket_id, lent.station_id) == ("glasses-1", None, "guide-1")
    assert things(desk)["老花镜1号"] == ("借出去了", "chosen")
    assert desk.view.page.cards[1].second == "09:40 借的"
    assert desk.rail("books").count == "1"
    desk.press("lend_item", "glasses-1")
    assert len(desk.of(ReturnItem)) == 1
    assert things(desk)["老花镜1号"] == ("在这里", "can")


def test_it_is_written_on_the_number_in_the_hand(desk):
    number = desk.takes().number
    desk.turns_to("lend")
    assert desk.view.page.head.hint == f"记在 {number.label} 上"
    desk.press("lend_item", "chair-1")
    assert desk.of(LendItem)[0].ticket_id is not None
    assert things(desk)["轮椅1号"][0] == f"{number.label} 借走了"


def test_for_somebody_else_the_number_is_left_out(desk):
    desk.takes()
    desk.turns_to("lend")
    desk.press("lend_number")
    assert desk.view.page.head.hint == "不记号"
    desk.press("lend_item", "chair-1")
    assert desk.of(LendItem)[0].ticket_id is None


def test_a_double_touch_lends_and_does_not_return(desk):
    desk.turns_to("lend")
    desk.cut()
    desk.press("lend_item", "chair-1")
    assert things(desk)["轮椅1号"][1] == "under_way"
    desk.press("lend_item", "chair-1")
    desk.mend()
    desk.waits(1)
    assert things(desk)["轮椅1号"][1] == "chosen"
    assert not desk.of(ReturnItem)


def test_what_another_desk_lent_is_known_here(desk):
    desk.others.says(LendItem, station_id="guide-2", item_id="chair-1")
    desk.look()
    assert things(desk)["轮椅1号"] == ("借出去了", "chosen")
    assert isinstance(
        desk.others.says(LendItem, station_id="guide-2", item_id="chair-1"), ItemIsOut
    )


def test_near_the_end_of_the_day_what_is_out_comes_first(desk):
    desk.turns_to("lend")
    desk.press("lend_item", "glasses-1")
    assert list(things(desk)) == ["轮椅1号", "老花镜1号"]
    desk.waits(7 * 3600 + 19 * 60)
    assert list(things(desk)) == ["轮椅1号", "老花镜1号"]
    desk.waits(60)
    assert list(things(desk)) == ["老花镜1号", "轮椅1号"]
    assert desk.view.page.head.title == "快下班了，还有 1 样没还"
    desk.press("area", "take")
    for key in (desk.rail("books"), desk.book("lend")):
        assert (key.count, key.tone, key.key.second) == ("1", "call", "没还来")


@pytest.mark.parametrize(
    ("at", "soon"),
    [("08:29", True), ("08:30", False), ("16:59", False), ("17:00", True), ("23:45", True)],
)
def test_from_half_an_hour_before_closing_until_the_next_opening_things_should_be_back(at, soon):
    local = datetime.fromisoformat(f"2026-11-23T{at}+08:00")
    assert closes_soon(FACTS, local) is soon
