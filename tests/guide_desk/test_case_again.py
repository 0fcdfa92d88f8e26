"""A last day that is changed, a way that is taken back, and a desk that was switched off."""

from __future__ import annotations

import pytest

from hall.client.local import LocalGateway
from hall.visits.messages import AdvanceCase, DecideAnew, DecideItem, MarkItem
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import Desk
from tests.guide_desk.test_case_papers import later, notice_ready
from tests.helpers.halls import open_local_hall
from tests.visits.papers import BANK, DESK, FORM, WITH_PAPERS

DAY_S = 86_400.0


@pytest.fixture
def open_work(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield lambda: Casework(Desk(LocalGateway(hall, "guide-1"), pass_time))


@pytest.fixture
def work(open_work):
    return open_work()


def card_missing(work: Casework) -> None:
    """Everything before the bank card is there, the card is not, and may follow later."""
    work.begins()
    while work.checklist.title != "银行卡":
        work.touch("item_ok")
    work.touch("item_missing")


def print_owed(work: Casework) -> None:
    while "case_paper" in work.keys:
        work.touch("case_paper")
        work.touch("paper_print")
        work.touch("paper_done")


def test_the_last_day_is_offered_as_the_hall_counts_it_and_moved_by_working_days(work):
    card_missing(work)
    work.touch("item_take")
    assert work.page.question == "12月17日，星期四"
    work.touch("day_later")
    work.touch("day_later")
    assert work.page.question == "12月21日，星期一"
    for _ in range(3):
        work.touch("day_earlier")
    assert work.page.question == "12月16日，星期三"
    work.touch("day_take")
    (decided,) = work.desk.of(DecideItem)
    assert decided.due_on == "2026-12-16"
    (entry,) = work.board.visits.entries.values()
    assert entry.due_on == "2026-12-16"


def test_a_last_day_is_never_today_and_never_beyond_what_the_hall_allows(work):
    card_missing(work)
    work.touch("item_take")
    for _ in range(40):
        if work.keys["day_earlier"].mode == "cannot":
            break
        work.touch("day_earlier")
    assert work.page.question == "11月24日，星期二"
    while work.keys["day_later"].mode != "cannot":
        work.touch("day_later")
    work.touch("day_take")
    assert len(work.board.visits.entries) == 1


def test_whoever_leaves_the_question_of_the_day_has_decided_nothing(work):
    card_missing(work)
    work.touch("item_take")
    work.touch("back")
    assert work.checklist.title == "银行卡"
    assert work.desk.of(DecideItem) == []


def test_a_way_that_was_taken_is_taken_back_while_nobody_has_signed(work):
    later(work)
    work.desk.press("item_go", BANK)
    assert list(work.keys)[:2] == ["item_ok", "item_anew"]
    work.touch("item_anew")
    assert work.board.visits.entries == {}
    assert work.keys["item_take"].label.replace("\n", "") == "可以以后再补"
    work.touch("item_decline")
    assert work.next_key == "写进告知单"


def test_what_was_printed_is_taken_back_with_a_word_why_and_printed_anew(work):
    later(work)
    print_owed(work)
    work.desk.look()
    work.desk.press("item_go", BANK)
    work.touch("item_anew")
    assert work.page.head.title == "为什么重新选？"
    assert work.desk.of(DecideAnew) == []
    work.touch("why_anew_mind")
    (anew,) = work.desk.of(DecideAnew)
    assert anew.reason == "老人改主意了"
    assert work.checklist.title == "银行卡"
    work.takes()
    assert work.next_key == "打容缺受理（收件）通知书"


def test_printed_at_another_desk_the_hall_asks_why_and_the_page_is_there(open_work):
    first, second = open_work(), open_work()
    later(first)
    print_owed(first)
    second.desk.press("area", "cases")
    second.desk.look()
    visit_id = next(iter(second.board.visits.visits))
    second.desk.press("case_visit", visit_id)
    second.desk.press("item_go", BANK)
    second.touch("item_anew")
    assert second.page.head.title == "为什么重新选？"


def test_a_desk_that_was_switched_off_owes_no_paper_twice_and_asks_nobody_twice(open_work):
    first = open_work()
    later(first)
    print_owed(first)
    again = open_work()
    again.desk.press("area", "cases")
    (visit_id,) = again.board.visits.visits
    again.desk.press("case_visit", visit_id)
    assert "case_paper" not in again.keys
    assert again.next_key == "取个号"


def test_a_notice_that_is_printed_after_a_restart_has_its_number(open_work):
    notice_ready(open_work())
    again = open_work()
    (case,) = again.board.visits.cases.values()
    again.desk.press("area", "cases")
    (visit_id,) = again.board.visits.visits
    again.desk.press("case_visit", visit_id)
    again.touch("case_papers")
    again.touch("paper_one_time_notice")
    again.touch("paper_print")
    assert case.notice.number in "".join(again.desk.papers[-1].texts())


def test_the_receipt_says_until_when_the_elder_hears(work):
    later(work)
    print_owed(work)
    work.touch("case_receive")
    work.touch("paper_print")
    assert "2026年11月30日以前" in "".join(work.desk.papers[-1].texts())


def test_a_day_that_comes_near_stands_in_the_list_and_is_done_with_there(work):
    work.begins("m-house")
    visit_id = next(iter(work.board.visits.visits))
    for item_id in (FORM, "2"):
        work.desk.others.says(MarkItem, visit_id=visit_id, item_id=item_id, mark="ok", **DESK)
    work.desk.others.says(AdvanceCase, visit_id=visit_id, step="receive", **DESK)
    work.desk.press("area", "take")
    work.desk.waits(5 * DAY_S)
    work.desk.press("area", "cases")
    work.desk.press("area", "cases")
    assert work.keys["case_due"].label == "要补的 1 件"
    work.touch("case_due")
    (near,) = work.page.cells
    assert (near.label, near.second) == ("房产过户", "11月30日前要答复")
    work.touch(near.name)
    work.touch("case_close")
    work.desk.look()
    assert work.board.visits.near == {}
    assert work.page.head.title.endswith("0 件")
