"""Rows 14 to 21 of the failure table: what happens to a visitor when the slip printer fails.

Whatever the printer does, the number is given, seen, said, and known to the hall; the guide is
told; and no paper is ever printed a second time by itself. What the driver reports for each fault
is told in tests/printer_drivers.
"""

from __future__ import annotations

import pytest

from hall.boards.guide import troubled_devices
from hall.calls.messages import CallNext, OpenCounter, TicketCalled
from tests.faults.kiosk_at_work import BACK_S, KioskAtWork
from tests.faults.paper import marked_as_copy
from tests.helpers.halls import Story

NUMBER = "老001"
TORN_AFTER = (1, 700, 20_000, 40_000)
"""Bytes after which the roll ends or the cable goes; a slip has more than 50 000."""


def the_number_stands_without_paper(kiosk: KioskAtWork, words: str) -> None:
    """The number is seen giant, said twice, and stays until the visitor has it in mind."""
    kiosk.shows(words, "请记住这个号", NUMBER, "工作人员马上来", "给您写在纸上")
    kiosk.offers("key.remembered")
    assert kiosk.voice.said[-1].count(NUMBER) == 2
    kiosk.time.seconds += 60
    kiosk.app.press("nothing")
    kiosk.shows(NUMBER)


def nothing_prints_by_itself(kiosk: KioskAtWork, papers: int = 0) -> None:
    """The visitor goes home, time passes, the printer works again: no paper moves."""
    lines = kiosk.printer.uncut_lines
    kiosk.touch("key.remembered")
    kiosk.time.seconds += 600
    kiosk.shows("没打出来的号")
    assert len(kiosk.printer.slips) == papers
    assert kiosk.printer.uncut_lines == lines


def on_request_a_copy_is_printed_and_marked(kiosk: KioskAtWork) -> None:
    """What was torn off falls first; the copy is whole and says that it is one."""
    kiosk.touch("key.unprinted")
    ticket = next(iter(kiosk.guide().floor.tickets.values()))
    kiosk.touch(f"key.print_mine.{ticket.id}")
    kiosk.shows("请拿好小票", NUMBER)
    kiosk.hall_knows_paper_of(NUMBER, "printed")
    assert kiosk.last_paper() == "001"
    assert [marked_as_copy(one.picture()) for one in kiosk.printer.slips].count(True) == 1
    assert marked_as_copy(kiosk.printer.slips[-1].picture())
    assert len(kiosk.tickets()) == 1, "a copy is no second number"


# Rows 14 and 17: it cannot print from the start ------------------------------------------------


@pytest.mark.parametrize(
    ("word", "mended", "status", "words"),
    [
        ("paper_out", "paper_in", "paper_out", "打印纸没了"),
        ("cover_open", "cover_closed", "cover_open", "打印机歇一下"),
    ],
    ids=["row_14_paper_out", "row_17_cover_open"],
)
def test_without_paper_the_number_is_given_all_the_same(kiosk, word, mended, status, words):
    kiosk.printer_does(word)
    kiosk.takes_a_number_without_a_card()
    the_number_stands_without_paper(kiosk, words)
    kiosk.hall_knows_paper_of(NUMBER, "not_printed")
    kiosk.guide_hears("printer", status)
    kiosk.printer_does(mended)
    nothing_prints_by_itself(kiosk)
    on_request_a_copy_is_printed_and_marked(kiosk)
    kiosk.guide_hears("printer", "ready")


def test_row_17_the_guide_hears_of_an_idle_printer_too_and_the_visitor_sees_nothing(kiosk):
    before = kiosk.shown()
    kiosk.printer_does("cover_open")
    kiosk.guide_hears("printer", "cover_open", within_s=BACK_S)
    assert kiosk.shown() == before


def test_row_14_a_number_without_paper_is_called_like_any_other(kiosk):
    kiosk.printer_does("paper_out")
    kiosk.takes_a_number_without_a_card()
    kiosk.shows(NUMBER)
    clerk = Story(kiosk.gateway)
    clerk.says(OpenCounter, counter_id="c1", clerk_id="k1")
    called = clerk.says(CallNext, counter_id="c1")
    assert isinstance(called, TicketCalled)
    assert called.ticket.number == NUMBER


# Row 15: the roll ends in the middle of a slip -------------------------------------------------


@pytest.mark.parametrize("count", TORN_AFTER)
def test_row_15_a_roll_that_ends_in_mid_print_leaves_the_number_and_an_honest_unknown(kiosk, count):
    kiosk.printer_does("out_after", count=count)
    kiosk.takes_a_number_without_a_card()
    the_number_stands_without_paper(kiosk, "打印纸没了")
    kiosk.hall_knows_paper_of(NUMBER, "unknown")
    kiosk.guide_hears("printer", "paper_out")
    kiosk.printer_does("paper_in")
    nothing_prints_by_itself(kiosk)
    on_request_a_copy_is_printed_and_marked(kiosk)


# Row 16: the slip is out, but the printer does not say so --------------------------------------


def test_row_16_a_slip_that_nobody_confirmed_is_unknown_and_never_printed_again(kiosk):
    kiosk.printer_does("silent_after_cut")
    kiosk.takes_a_number_without_a_card()
    the_number_stands_without_paper(kiosk, "小票没出来？")
    kiosk.hall_knows_paper_of(NUMBER, "unknown")
    assert kiosk.papers() == ["001"]
    assert not marked_as_copy(kiosk.printer.slips[0].picture())
    kiosk.printer_does("speak")
    nothing_prints_by_itself(kiosk, papers=1)
    on_request_a_copy_is_printed_and_marked(kiosk)


def test_row_16_the_number_is_seen_while_nobody_knows_whether_the_paper_came_out(open_kiosk):
    kiosk = open_kiosk(printer_pace=0.3)
    kiosk.printer_does("silent_after_cut")
    kiosk.takes_a_number_without_a_card()
    kiosk.shows("请稍等，正在打小票", NUMBER)
    kiosk.offers("help")
    kiosk.shows("小票没出来？", NUMBER)
    assert len(kiosk.printer.slips) == 1


# Row 19: the cable or the hub ------------------------------------------------------------------


@pytest.mark.parametrize("count", [30, 20_000])
def test_row_19_a_cable_pulled_at_any_write_leaves_the_number_and_comes_back(kiosk, count):
    kiosk.printer_does("unplug_after", count=count)
    kiosk.takes_a_number_without_a_card()
    the_number_stands_without_paper(kiosk, "打印机歇一下")
    kiosk.guide_hears("printer", "offline")
    assert kiosk.tickets()[NUMBER] in {"not_printed", "unknown"}
    kiosk.printer_does("plug")
    kiosk.guide_hears("printer", "ready", within_s=BACK_S)
    nothing_prints_by_itself(kiosk)
    on_request_a_copy_is_printed_and_marked(kiosk)


def test_row_19_a_hub_that_drops_out_while_nobody_prints_is_noticed_and_forgotten(kiosk):
    kiosk.printer_does("unplug")
    kiosk.guide_hears("printer", "offline", within_s=BACK_S)
    kiosk.printer_does("plug")
    kiosk.guide_hears("printer", "ready", within_s=BACK_S)
    kiosk.takes_a_number_without_a_card()
    kiosk.shows("请拿好小票", NUMBER)
    assert kiosk.papers() == ["001"]


# Row 21: a printer that does not say how it is -------------------------------------------------


@pytest.mark.parametrize(
    ("word", "arguments"),
    [("nonsense", {}), ("silent", {}), ("late", {"seconds": 0.7}), ("garbage", {"count": 64})],
    ids=["nonsense", "silent", "late", "garbage"],
)
def test_row_21_whatever_it_answers_the_slip_is_printed_once(kiosk, word, arguments):
    kiosk.printer_does(word, **arguments)
    kiosk.takes_a_number_without_a_card()
    kiosk.shows(NUMBER)
    kiosk.offers("key.done" if word in ("late", "garbage") else "key.remembered")
    kiosk.until(lambda: kiosk.papers() == ["001"])
    kiosk.hall_knows_paper_of(NUMBER, "printed" if word in ("late", "garbage") else "unknown")
    assert troubled_devices(kiosk.guide()) == (), "not to know is no reason to run"


# The list of what to bring comes out of the same printer and is no number ------------------------


def to_the_list(kiosk: KioskAtWork) -> None:
    kiosk.touch("key.what_to_bring")
    kiosk.touch("key.group.pension")
    kiosk.touch("key.matter.m-pension")
    kiosk.offers("key.print_list")


def test_rows_14_to_19_a_list_that_does_not_come_out_leaves_other_ways_and_no_number(kiosk):
    to_the_list(kiosk)
    for word, mended, words in (
        ("paper_out", "paper_in", "打印纸没了"),
        ("cover_open", "cover_closed", "打印机歇一下"),
    ):
        kiosk.printer_does(word)
        kiosk.touch("key.print_list")
        kiosk.shows(words, "请人写给您")
        kiosk.printer_does(mended)
        kiosk.touch("key.show_list")
        kiosk.shows("身份证")
    assert not kiosk.printer.slips
    assert kiosk.tickets() == {}


def test_a_list_is_printed_once_and_the_hall_counts_no_number(kiosk):
    to_the_list(kiosk)
    kiosk.touch("key.print_list")
    kiosk.shows("请拿好单子", "这张不是号")
    assert len(kiosk.printer.slips) == 1
    assert kiosk.tickets() == {}
    kiosk.touch("key.done")
    kiosk.takes_a_number_without_a_card()
    kiosk.shows("请拿好小票", NUMBER)
