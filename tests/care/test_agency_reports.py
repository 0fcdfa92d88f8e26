"""The elder is told how it goes: every few days, at each step, and at the end."""

from __future__ import annotations

import pytest

from hall.boards.agency import is_due, is_late, mandates_in_order
from hall.care.agency import messages as words
from hall.care.agency import refusals
from tests.care.mandates import CARD_AND_BOOK, FACTS, HELPER, Desk
from tests.helpers.halls import open_local_hall


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, FACTS) as (hall, clock):
        yield Desk(hall, clock)


def test_the_elder_is_told_every_few_working_days(desk):
    mandate = desk.signed()
    assert (mandate.report_state, mandate.report_due_on) == ("planned", "2026-11-30")
    desk.days_pass(7)  # a Monday again, 09:40
    due = desk.mandate(mandate)
    assert (due.report_state, due.report_for) == ("due", "interval")
    told = desk.does(words.ReportBack, mandate, way="phone", result="reached").mandate
    assert (told.report_state, told.report_due_on) == ("planned", "2026-12-07")
    assert told.reported_at is not None


def test_of_each_step_the_elder_is_told_the_same_day(desk):
    mandate = desk.signed()
    for step in ("submit", "receive", "accept"):
        on = desk.does(words.AdvanceMandate, mandate, step=step).mandate
        assert (on.report_state, on.report_for, on.report_due_on) == (
            "due", "milestone", "2026-11-23",
        )  # fmt: skip
        desk.tells(mandate)
    desk.does(words.AdvanceMandate, mandate, step="finish")
    assert desk.mandate(mandate).report_for == "end"
    said = desk.does(words.CloseMandate, mandate)
    assert said == refusals.ReportStillOwed(report_for="end", tries_left=3)
    desk.tells(mandate)
    assert isinstance(desk.does(words.CloseMandate, mandate), words.MandateClosed)


def test_nobody_answers_and_it_is_tried_again_the_next_working_day(desk):
    mandate = desk.signed()
    desk.does(words.AdvanceMandate, mandate, step="submit")
    rang = desk.does(words.ReportBack, mandate, way="phone", result="no_answer")
    assert isinstance(rang, words.PrincipalNotReached)
    assert rang.mandate.next_try_on == "2026-11-24"
    assert rang.mandate.report_due_on == "2026-11-23", "it is owed since then"
    desk.days_pass(1)
    assert desk.mandate(mandate).report_state == "due"
    desk.days_pass(1)
    assert desk.mandate(mandate).report_state == "overdue"
    assert is_late(desk.mandate(mandate))
    calls = [one.what for one in desk.mandate(mandate).timeline]
    assert calls == ["opened", "signed", "submitted", "no_answer"]


def test_who_cannot_be_reached_keeps_nothing_open_for_ever(desk):
    mandate = desk.signed()
    desk.does(words.AdvanceMandate, mandate, step="finish")
    for left in (2, 1, 0):
        desk.does(words.ReportBack, mandate, way="phone", result="wrong_number")
        said = desk.does(words.CloseMandate, mandate)
        if left:
            assert said == refusals.ReportStillOwed(report_for="end", tries_left=left)
    assert isinstance(said, words.MandateClosed)


def test_calls_before_the_end_do_not_count_for_it(desk):
    mandate = desk.signed()
    for _ in range(3):
        desk.does(words.ReportBack, mandate, way="phone", result="no_answer")
    desk.does(words.AdvanceMandate, mandate, step="finish")
    assert desk.does(words.CloseMandate, mandate).tries_left == 3


def test_a_report_nobody_made_is_overdue_on_the_board(desk):
    late, quiet = desk.signed(), desk.signed()
    desk.does(words.AdvanceMandate, late, step="submit")
    desk.days_pass(1)
    assert desk.mandate(late).report_state == "overdue"
    board = desk.look("guide").mandates
    assert [one.id for one in mandates_in_order(board)] == [late.id, quiet.id]
    assert not is_due(desk.mandate(quiet))


def test_after_its_last_day_nobody_acts_any_more_and_the_elder_is_told(desk):
    mandate = desk.signed(handed=CARD_AND_BOOK, term_on="2026-11-25")
    desk.days_pass(3)
    over = desk.mandate(mandate)
    assert (over.state, over.report_for) == ("expired", "end")
    said = desk.does(words.AdvanceMandate, mandate, step="submit")
    assert said == refusals.MandateWrongState(state="expired")
    desk.gives_back(mandate, "1", "2")


def test_one_of_the_family_acts_and_tells_the_elder_themselves(desk):
    mandate = desk.signed(mandate_kind="family", agent_number=HELPER, handed=CARD_AND_BOOK)
    assert (mandate.agent_number, mandate.report_state) == ("", "none")
    desk.does(words.AdvanceMandate, mandate, step="submit")
    assert desk.mandate(mandate).report_state == "none"
    assert desk.tells(mandate) == refusals.NothingToReport()
    desk.does(words.AdvanceMandate, mandate, step="finish")
    desk.gives_back(mandate, "1", "2")
    assert isinstance(desk.does(words.CloseMandate, mandate), words.MandateClosed)
