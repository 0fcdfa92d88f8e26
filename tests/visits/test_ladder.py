"""The ladder for a missing paper: the order, what is left out, and the last days."""

from datetime import date
from itertools import product

import pytest

from hall.visits import ladder
from hall.visits.codes import ALPHABET, LENGTH, code_from, plain_code
from hall.visits.entries import reminder_day
from hall.visits.ladder import Paper
from hall.visits.workdays import WorkingDays

ORDER = ("shared", "promise", "deferral", "notice")
MONDAY = date(2026, 11, 23)
PLAIN = WorkingDays()
FLAGS = ("is_main", "deferrable", "promise_allowed", "shareable", "social_relief")
EVERY_PAPER = [
    Paper(**dict(zip(FLAGS, values, strict=True))) for values in product((False, True), repeat=5)
]


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=str)
def test_the_order_is_always_the_same_and_there_is_always_a_way(paper):
    rungs = ladder.rungs(paper)
    places = [ORDER.index(rung) for rung in rungs if rung in ORDER]
    assert places == sorted(places)
    assert rungs[-1] in ladder.LAST_RUNGS
    assert not set(rungs[:-1]) & ladder.LAST_RUNGS


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=str)
def test_a_paper_climbs_down_one_rung_at_a_time_when_each_is_declined(paper):
    declined: list[str] = []
    seen: list[str] = []
    for _ in range(6):
        offer = ladder.offer(paper, declined)
        seen.append(offer)
        if offer in ladder.LAST_RUNGS:
            break
        declined.append(offer)
    assert tuple(seen) == ladder.rungs(paper)


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=str)
def test_a_main_paper_never_follows_later(paper):
    assert ("deferral" in ladder.rungs(paper)) == (paper.deferrable and not paper.is_main)


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=str)
def test_what_an_office_can_look_up_is_never_demanded_for_social_relief(paper):
    spared = paper.shareable and paper.social_relief
    assert ladder.rungs(paper)[-1] == ("office" if spared else "notice")


@pytest.mark.parametrize(
    ("mark", "decision", "word"),
    [
        ("open", "", "open"),
        ("ok", "", "ok"),
        ("missing", "", "missing"),
        ("incorrect", "", "incorrect"),
        ("missing", "shared", "shared"),
        ("missing", "promise", "promised"),
        ("incorrect", "deferral", "deferred"),
        ("missing", "notice", "noticed"),
        ("missing", "office", "office"),
    ],
)
def test_a_paper_has_one_word_for_the_screen(mark, decision, word):
    assert ladder.colour(mark, decision) == word


@pytest.mark.parametrize(
    ("promised", "unit", "due"),
    [
        (None, "working_days", date(2026, 12, 21)),
        (30, "working_days", date(2026, 12, 21)),
        (22, "working_days", date(2026, 12, 21)),
        (21, "working_days", date(2026, 12, 18)),
        (5, "working_days", date(2026, 11, 26)),
        (3, "working_days", date(2026, 11, 24)),
        (2, "working_days", date(2026, 11, 24)),
        (0, "working_days", date(2026, 11, 24)),
        (20, "calendar_days", date(2026, 12, 11)),
        (60, "calendar_days", date(2026, 12, 21)),
        (1, "calendar_days", date(2026, 11, 24)),
    ],
)
def test_a_paper_may_follow_until_two_days_before_the_promise_and_twenty_at_most(
    promised, unit, due
):
    assert ladder.deferral_due(MONDAY, promised, unit, PLAIN) == due


def test_a_last_day_is_never_over_a_weekend_before_it_has_begun():
    friday = date(2026, 11, 27)
    assert ladder.deferral_due(friday, 0, "working_days", PLAIN) == date(2026, 11, 30)
    assert ladder.deferral_due(friday, 1, "calendar_days", PLAIN) == date(2026, 11, 30)


def test_working_days_leave_out_weekends_and_holidays_and_count_worked_saturdays():
    days = WorkingDays(holidays=frozenset({"2026-11-24"}), worked=frozenset({"2026-11-28"}))
    assert [days.after(MONDAY, count).isoformat() for count in (1, 2, 3, 4, 5)] == [
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
        "2026-11-28",
        "2026-11-30",
    ]
    assert days.before(date(2026, 11, 30), 2) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("due_on", "reminded_on"),
    [
        (date(2026, 12, 21), date(2026, 12, 17)),
        (date(2026, 11, 25), date(2026, 11, 24)),
        (date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_a_reminder_comes_two_working_days_before_and_not_today(due_on, reminded_on):
    assert reminder_day(MONDAY, due_on, 2, PLAIN) == reminded_on


def test_a_clerk_may_set_any_day_within_half_a_year_but_not_today():
    assert not ladder.may_be_due(MONDAY, MONDAY)
    assert ladder.may_be_due(MONDAY, date(2026, 11, 24))
    assert ladder.may_be_due(MONDAY, date(2027, 5, 22))
    assert not ladder.may_be_due(MONDAY, date(2027, 5, 23))


def test_a_second_notice_names_what_the_first_could_have_told():
    first = (("1", "2"), ("3",))
    assert ladder.could_have_been_said(("1", "2"), ()) == ()
    assert ladder.could_have_been_said(("1", "3"), (first,)) == ()
    assert ladder.could_have_been_said(("1", "4"), (first,)) == ("4",)
    assert ladder.could_have_been_said(("4",), (first, (("4",), ()))) == ()


def test_a_code_is_easy_to_say_and_read_however_it_is_typed():
    codes = {code_from(f"visit-{number}") for number in range(2000)}
    assert len(codes) == 2000
    assert all(len(code) == LENGTH and set(code) <= set(ALPHABET) for code in codes)
    assert not set("0OQ1ILBGSZ") & set(ALPHABET)
    one = min(codes)
    assert plain_code(f" {one[:3].lower()}-{one[3:]} ") == one
