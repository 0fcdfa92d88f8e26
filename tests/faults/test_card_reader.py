"""Rows 1 to 10 of the failure table: what happens to a visitor when the card reader fails.

The reader is brought to fail by control words only. What the driver reports is told in
tests/id_reader; here it is what the visitor sees, what stays possible and what the guide hears.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from devices.ports import CardSeen, CardUnreadable
from tests.faults.kiosk_at_work import BACK_S, WAY_FORWARD_S, KioskAtWork

FIRST = {"specimen": "elder_85"}  # 王桂兰, 85
SECOND = {"specimen": "elder_66"}  # 张秀珍, 66
FIRST_SURNAME, SECOND_SURNAME = "王", "张"

FRAME_BYTES = 1295
READ_S = 0.8
"""A real module takes that long before it answers, or does not."""

CUTS = (0, 1, 6, 300, FRAME_BYTES - 1)
FLIPS = (8 * 9, 8 * 140 + 4, FRAME_BYTES * 8 - 1)


def asks_for_the_card(kiosk: KioskAtWork) -> None:
    kiosk.touch("key.start")
    kiosk.shows("请把身份证放这里")


def lays_down_the_card(kiosk: KioskAtWork, who: dict[str, str]) -> bool:
    """Wait until the reader has said something of it; return whether it was read."""
    before = len(kiosk.reports)
    kiosk.reader_does("present_card", **who)
    said = (CardSeen, CardUnreadable)
    kiosk.until(lambda: any(isinstance(one, said) for one in kiosk.reports[before:]))
    return any(isinstance(one, CardSeen) for one in kiosk.reports[before:])


def goes_home(kiosk: KioskAtWork) -> None:
    """Back, from wherever the answer has led meanwhile."""
    while kiosk.app.presenter.page != "home":
        kiosk.touch("back")


def nothing_of_the_card_was_used(kiosk: KioskAtWork, surname: str = FIRST_SURNAME) -> None:
    assert not any(surname in page for page in kiosk.voice.seen), "a page showed the name"
    assert not any(surname in text for text in kiosk.voice.said)
    assert kiosk.app.presenter.session.guest is None
    assert kiosk.guide().people == {}


def the_next_visitor_gets_a_number(kiosk: KioskAtWork) -> None:
    """The reader works again, and the card on it is this visitor's and nobody else's."""
    kiosk.reader_does("present_card", **SECOND)
    kiosk.shows("您今天办什么事？")
    kiosk.chooses_pension()
    kiosk.shows("请拿好小票", "老001")
    people = kiosk.guide().people.values()
    assert [person.surname for person in people] == [SECOND_SURNAME]


# Row 1: unplugged in the middle of a read -----------------------------------------------------


@pytest.mark.parametrize("count", CUTS)
def test_row_1_a_reader_unplugged_in_mid_read_leaves_the_way_without_a_card(kiosk, count):
    asks_for_the_card(kiosk)
    kiosk.reader_does("unplug_after", count=count)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("读证的机器歇一下")
    kiosk.offers("key.no_card")
    kiosk.guide_hears("reader", "offline")
    nothing_of_the_card_was_used(kiosk)


@pytest.mark.parametrize("count", [8, 640])
def test_row_1_the_same_over_a_serial_port_that_is_closed_under_the_read(open_kiosk, count):
    kiosk = open_kiosk(on_serial_port=True)
    asks_for_the_card(kiosk)
    kiosk.reader_does("unplug_after", count=count)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("读证的机器歇一下")
    kiosk.guide_hears("reader", "offline")
    nothing_of_the_card_was_used(kiosk)
    kiosk.reader_does("take_card")
    kiosk.reader_does("plug")
    kiosk.guide_hears("reader", "ready")
    kiosk.touch("key.put_again")
    the_next_visitor_gets_a_number(kiosk)


def test_row_1_whoever_stands_there_takes_a_number_without_the_reader(kiosk):
    asks_for_the_card(kiosk)
    kiosk.reader_does("unplug_after", count=500)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.touch("key.no_card", "key.age.80_plus")
    kiosk.chooses_pension()
    kiosk.shows("请拿好小票", "尊001")
    assert kiosk.papers() == ["001"]
    kiosk.touch("key.done")
    kiosk.shows("点一下这里")


def test_row_1_in_real_time_the_other_way_is_there_at_once(open_kiosk):
    kiosk = open_kiosk(real_time=True)
    asks_for_the_card(kiosk)
    kiosk.reader_does("unplug_after", count=700)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("读证的机器歇一下", within_s=READ_S + WAY_FORWARD_S)
    kiosk.offers("key.no_card")


# Row 2: half an answer, then silence ----------------------------------------------------------


@pytest.mark.parametrize("count", [1, 14, 1290])
def test_row_2_half_an_answer_asks_for_the_card_again_and_then_offers_another_way(kiosk, count):
    kiosk.reader_does("cut_at", count=count)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("没读出来，再放一次")
    kiosk.offers("key.no_card")
    kiosk.takes_the_card_away()
    kiosk.reader_does("cut_at", count=count)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("换个办法，照样取号", "不是您的问题")
    kiosk.offers("key.no_card", "key.put_again")
    kiosk.touch("again")
    kiosk.offers("key.no_card", "key.put_again")
    assert "不是您的问题" in kiosk.voice.said[-1], "the page is said again and stays"
    nothing_of_the_card_was_used(kiosk)


def test_row_2_in_real_time_within_three_seconds(open_kiosk):
    kiosk = open_kiosk(real_time=True)
    asks_for_the_card(kiosk)
    kiosk.reader_does("cut_at", count=600)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("没读出来，再放一次", within_s=READ_S + WAY_FORWARD_S)
    kiosk.offers("key.no_card")


# Row 4: a whole answer with one bit turned over ------------------------------------------------


@pytest.mark.parametrize("position", FLIPS)
def test_row_4_a_damaged_answer_asks_for_the_card_again_and_is_never_used(kiosk, position):
    kiosk.reader_does("flip_bit", position=position)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("没读出来，再放一次")
    kiosk.offers("key.no_card")
    nothing_of_the_card_was_used(kiosk)
    kiosk.takes_the_card_away()
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("您今天办什么事？")
    assert any("王奶奶" in page for page in kiosk.voice.seen)


# Row 6: the card is lifted too early -----------------------------------------------------------


def test_row_6_a_card_lifted_before_it_was_found_changes_nothing(kiosk):
    asks_for_the_card(kiosk)
    kiosk.reader_does("lift_at", step="find")
    kiosk.reader_does("present_card", **FIRST)
    kiosk.until(lambda: not kiosk.reader.holds_card)
    kiosk.shows("请把身份证放这里")
    kiosk.offers("key.no_card")
    the_next_visitor_gets_a_number(kiosk)


@pytest.mark.parametrize("step", ["select", "read"])
@pytest.mark.parametrize("start", ["home", "card"])
def test_row_6_a_card_lifted_while_it_is_read_is_asked_for_once_more(kiosk, step, start):
    if start == "card":
        asks_for_the_card(kiosk)
    kiosk.reader_does("lift_at", step=step)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("放稳了，再放一次")
    assert "听到声音再拿" in kiosk.voice.said[-1]
    kiosk.offers("key.no_card")
    nothing_of_the_card_was_used(kiosk)
    kiosk.takes_the_card_away()
    the_next_visitor_gets_a_number(kiosk)


@pytest.mark.parametrize("step", ["select", "read"])
def test_row_6_in_real_time_within_three_seconds(open_kiosk, step):
    kiosk = open_kiosk(real_time=True)
    asks_for_the_card(kiosk)
    kiosk.reader_does("lift_at", step=step)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("放稳了，再放一次", within_s=READ_S + WAY_FORWARD_S)


# Row 8: the answer for an earlier visitor comes late -------------------------------------------


@pytest.mark.parametrize("late_s", [0.02, 0.1, 0.25, 0.6, 2.0])
def test_row_8_a_late_answer_never_shows_one_visitor_to_the_next(kiosk, late_s):
    """0.1 s here are one second of a real driver, which waits 2 s for an answer to begin."""
    kiosk.voice.hasty = False
    asks_for_the_card(kiosk)
    kiosk.reader_does("late", seconds=late_s)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.until(lambda: kiosk.reader.reads == 1)
    goes_home(kiosk)
    kiosk.reader_does("take_card")

    pages_before = len(kiosk.voice.seen)
    asks_for_the_card(kiosk)
    for _ in range(3):  # whoever is asked to lays the card down again
        kiosk.takes_the_card_away()
        if lays_down_the_card(kiosk, SECOND):
            break
    kiosk.shows("张大娘您好")
    pages = kiosk.voice.seen[pages_before:]
    assert not any(FIRST_SURNAME in page for page in pages), "the earlier visitor was shown"
    kiosk.touch("key.continue")
    kiosk.chooses_pension()
    kiosk.shows("请拿好小票", "老001")
    assert [one.surname for one in kiosk.guide().people.values()] == [SECOND_SURNAME]


def test_row_8_a_reader_that_makes_one_wait_offers_the_other_way_within_three_seconds(open_kiosk):
    kiosk = open_kiosk(real_time=True)
    asks_for_the_card(kiosk)
    kiosk.reader_does("late", seconds=10)
    kiosk.reader_does("present_card", **FIRST)
    kiosk.shows("读证的机器歇一下", within_s=READ_S + WAY_FORWARD_S)
    kiosk.offers("key.no_card")
    kiosk.guide_hears("reader", "offline")


# Row 10: the serial port comes back under another name -----------------------------------------


def test_row_10_a_reader_that_comes_back_under_another_port_name_is_used_again(
    open_kiosk, tmp_path
):
    kiosk = open_kiosk(on_serial_port=True, real_time=True)
    port = tmp_path / "reader-port"
    before = port.readlink()
    kiosk.reader_does("unplug")
    kiosk.shows("点一下这里", within_s=WAY_FORWARD_S)
    kiosk.guide_hears("reader", "offline")
    kiosk.until(lambda: not port.is_symlink())
    with name_taken(before):
        kiosk.reader_does("plug")
        kiosk.guide_hears("reader", "ready", within_s=BACK_S)
        assert port.readlink() != before
        kiosk.shows("把身份证放这里")
        the_next_visitor_gets_a_number(kiosk)


@contextmanager
def name_taken(port: Path):
    """Somebody else's adapter sits at a port's old name."""
    taken: list[int] = []
    while not port.exists():
        taken.extend(os.openpty())
    yield
    for end in taken:
        os.close(end)
