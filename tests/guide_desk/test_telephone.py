"""An elder may leave a telephone for what is to follow; the desk rings up and keeps nothing."""

from __future__ import annotations

import pytest

from guide_desk.cases.phone import is_whole, spaced
from guide_desk.cases.views import CallView, PhonePadView
from hall.client.local import LocalGateway
from hall.kernel.blobs import BlobRead
from hall.records.messages import KeepDetail, WithdrawConsent
from hall.visits.messages import RecordCall
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import Desk
from tests.guide_desk.test_case_papers import later, notice_ready
from tests.helpers.halls import open_local_hall
from tests.visits.papers import WITH_PAPERS

NUMBER = "13900004321"


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


def types(work: Casework, digits: str = NUMBER) -> None:
    work.touch("phone_yes")
    for digit in digits:
        work.touch(f"phone_{digit}")


def print_owed(work: Casework) -> None:
    while "case_paper" in work.keys:
        work.touch("case_paper")
        work.touch("paper_print")
        work.touch("paper_done")


def leaves_number(work: Casework) -> None:
    """Something is to follow, its papers are printed, and the elder leaves a number."""
    later(work)
    print_owed(work)
    work.touch("case_phone")
    types(work)
    work.touch("phone_keep")
    work.desk.look()


def entry_page(work: Casework) -> None:
    work.desk.press("area", "take")
    work.desk.press("area", "cases")
    work.desk.press("area", "cases")
    work.touch("case_due")
    work.touch(next(iter(work.keys)))


def test_the_elder_is_asked_with_one_reason_and_reads_along(work):
    later(work)
    print_owed(work)
    work.touch("case_phone")
    assert work.page.question == "留个电话，好吗？"
    assert "不留也照样办" in work.page.note
    assert work.mirror.title == work.page.question
    types(work, "139")
    assert (work.page.typed, work.mirror.title) == ("139", "139")


def test_a_number_is_kept_with_consent_and_stands_nowhere_at_the_desk(work):
    leaves_number(work)
    (kept,) = work.desk.of(KeepDetail)
    assert (kept.detail, kept.basis, kept.purpose) == ("phone", "consent", "remind")
    assert NUMBER not in repr(work.desk.view)
    assert NUMBER not in repr(work.desk.sent)
    assert "case_phone" not in work.keys


def test_a_no_costs_nothing_and_is_not_asked_about_again(work):
    notice_ready(work)
    work.touch("paper_print")
    work.touch("paper_done")
    assert work.next_key == "老人要走了"
    work.touch("case_phone")
    work.touch("phone_no")
    assert work.next_key == "老人要走了"
    assert "case_phone" not in work.keys
    work.touch("case_more")
    assert "case_phone" in work.keys, "who thinks better of it may still leave one"


def test_only_a_whole_number_is_kept(work):
    notice_ready(work)
    work.touch("back")
    work.touch("case_phone")
    types(work, NUMBER[:-1])
    assert work.keys["phone_keep"].mode == "cannot"
    work.touch("phone_1")
    assert work.keys["phone_keep"].mode == "next"
    work.touch("phone_9")
    assert isinstance(work.page, PhonePadView)
    assert work.page.typed == "139 0000 4321"
    work.touch("phone_erase")
    assert work.page.typed == "139 0000 432"


@pytest.mark.parametrize(
    ("digits", "whole"),
    [
        ("13900004321", True), ("1390000432", False), ("5550123", True), ("03715550123", True),
        ("555012", False), ("", False),
    ],
)  # fmt: skip
def test_numbers_of_a_pocket_and_of_a_house(digits, whole):
    assert is_whole(digits) is whole


def test_a_number_is_read_in_groups():
    assert spaced("13900004321") == "139 0000 4321"
    assert spaced("55501234") == "5550 1234"


def test_digits_that_were_left_are_forgotten_on_both_screens(work):
    notice_ready(work)
    work.touch("back")
    work.touch("case_phone")
    for leave in (lambda: work.desk.press("area", "take"), lambda: work.desk.waits(61)):
        types(work, "139")
        leave()
        assert "139" not in work.mirror.title
        work.desk.waits(1)
        assert work.page.typed == ""
        work.touch("back")


def test_a_number_typed_on_a_keyboard_is_kept_with_enter(work):
    notice_ready(work)
    work.touch("back")
    work.touch("case_phone")
    work.touch("phone_yes")
    for key in (*"555012", "\b", "2", "9", "\r"):
        work.desk.press("typed", key)
    assert len(work.desk.of(KeepDetail)) == 1


def test_while_the_hall_is_gone_the_elder_is_not_kept_waiting_and_the_number_is_not_lost(work):
    notice_ready(work)
    work.touch("back")
    work.desk.cut()
    work.touch("case_phone")
    types(work)
    work.touch("phone_keep")
    assert work.desk.of(KeepDetail) == []
    assert "case_phone" not in work.keys
    work.desk.mend()
    work.desk.waits(4)
    assert len(work.desk.of(KeepDetail)) == 1
    assert len(work.board.details) == 1


def test_whoever_rings_up_sees_the_number_large_until_it_went_somehow(work):
    leaves_number(work)
    entry_page(work)
    work.touch("entry_phone")
    page = work.page
    assert isinstance(page, CallView)
    assert page.number == "139 0000 4321"
    assert work.mirror.title != page.number
    told = [work.desk.hall.parts.vocabulary.event(body)
            for *_, body in work.desk.hall.events_after(0)]  # fmt: skip
    assert len([one for one in told if isinstance(one, BlobRead)]) == 1
    work.touch("call_no_answer")
    assert [one.outcome for one in work.desk.of(RecordCall)] == ["no_answer"]
    assert "打过 1 次，没人接" in work.page.head.hint
    work.touch("entry_called")
    assert work.page.number == "", "the next who looks is on record too"


def test_the_number_goes_with_its_page(work):
    leaves_number(work)
    entry_page(work)
    for leave in (
        lambda: work.touch("back"),
        lambda: work.desk.press("area", "take"),
        lambda: work.desk.waits(61),
    ):
        entry_page(work)
        work.touch("entry_phone")
        assert work.page.number
        leave()
        work.desk.waits(1)
        assert NUMBER[-4:] not in str(work.page)
        if "call_phone" in work.keys:
            assert work.page.number == ""


def test_without_a_number_a_call_from_elsewhere_is_noted_too(work):
    later(work)
    entry_page(work)
    phone = work.keys["entry_phone"]
    assert (phone.mode, phone.second) == ("cannot", "没有留")
    work.touch("entry_called")
    work.touch("call_asked_to_come")
    (entry,) = work.board.visits.entries.values()
    assert (entry.calls, entry.call_outcome) == (1, "asked_to_come")


def test_a_hall_that_does_not_answer_is_said_and_the_paper_has_it(work):
    leaves_number(work)
    entry_page(work)
    work.desk.cut()
    work.touch("entry_phone")
    assert work.desk.view.notice == "大厅没回话，请看单子上写的"
    assert work.keys["call_phone"].mode == "can"


def test_the_elder_thinks_better_of_it_and_it_is_gone(work):
    leaves_number(work)
    work.touch("case_more")
    work.touch("case_phone")
    assert work.page.question == "电话留着呢"
    work.touch("phone_withdraw")
    work.desk.look()
    assert len(work.desk.of(WithdrawConsent)) == 1
    assert work.board.details == {}
    assert work.page.question == "留个电话，好吗？"
