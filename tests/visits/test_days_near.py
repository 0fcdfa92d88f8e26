"""Somebody is warned while there is time: of an answer that is owed, and of the promised day."""

from hall.visits.messages import AdvanceCase, CloseCase, EndVisit
from tests.visits.papers import DESK

DAY_S = 24 * 3600.0


def near(desk):
    return [(one.stage, one.due_on) for one in desk.board.near.values()]


def comes_to(desk, *steps, matter_id="m-subsidy"):
    visit_id = desk.checks(matter_id)
    for step in steps:
        case = desk.says(AdvanceCase, visit_id, step=step).case
    desk.says(EndVisit, visit_id)
    return case


def test_five_working_days_before_the_promised_day_it_stands_on_the_board(hall, desk):
    case = comes_to(desk, "receive", "accept")
    assert (case.promised_on, case.warned) == ("2026-12-21", False)
    hall.advance(20 * DAY_S)  # Sunday, 13 December
    assert near(desk) == []
    hall.advance(DAY_S)
    assert near(desk) == [("accepted", "2026-12-21")]
    hall.advance(14 * DAY_S)
    assert near(desk) == [("accepted", "2026-12-21")]
    hall.says(CloseCase, case_id=case.id, **DESK)
    assert near(desk) == []


def test_whoever_handed_papers_in_is_answered_within_five_working_days(hall, desk):
    case = comes_to(desk, "receive")
    assert case.answer_by == "2026-11-30"
    hall.advance(3 * DAY_S)
    assert near(desk) == []
    hall.advance(DAY_S)
    assert near(desk) == [("received", "2026-11-30")]


def test_what_is_handled_keeps_its_warning_and_what_is_done_in_time_has_none(hall, desk):
    visit_id = desk.checks()
    for step in ("receive", "accept", "handle"):
        case = desk.says(AdvanceCase, visit_id, step=step).case
    desk.says(EndVisit, visit_id)
    done = comes_to(desk, "receive", "accept")
    hall.says(CloseCase, case_id=done.id, **DESK)
    hall.advance(21 * DAY_S)
    assert near(desk) == [("handling", case.promised_on)]
