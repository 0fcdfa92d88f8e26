"""Age, class and label: pure rules."""

from datetime import date

import pytest

from hall.tickets.model import age_band, age_on, label, priority_of, reason_of
from hall.tickets.policy import Credit, Fifo, Head


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1946, 11, 23), date(2026, 11, 22), 79),
        (date(1946, 11, 23), date(2026, 11, 23), 80),
        (date(1944, 2, 29), date(2024, 2, 28), 79),
        (date(1944, 2, 29), date(2024, 2, 29), 80),
        (date(1966, 12, 31), date(2026, 1, 1), 59),
    ],
)
def test_age_is_counted_on_the_business_day(birth, day, age):
    assert age_on(birth, day) == age


@pytest.mark.parametrize(
    ("age", "band"), [(59, "under_60"), (60, "60_79"), (79, "60_79"), (80, "80_plus")]
)
def test_age_bands(age, band):
    assert age_band(age) == band


@pytest.mark.parametrize(
    ("band", "claims", "priority", "reason"),
    [
        ("80_plus", (), "age_80", "card"),
        ("80_plus", ("disabled",), "age_80", "card"),
        ("60_79", ("disabled",), "claim", "disabled"),
        ("under_60", ("veteran",), "claim", "veteran"),
        ("60_79", (), "age_60", "card"),
        ("under_60", (), "ordinary", "card"),
    ],
)
def test_class_and_its_reason(band, claims, priority, reason):
    assert priority_of(band, claims) == priority
    assert reason_of(priority, claims, "card") == reason


def test_labels_grow_past_999():
    assert [label("老", n) for n in (1, 12, 999, 1000)] == ["老001", "老012", "老999", "老1000"]


def chosen(policy, heads, now_s, calls_made):
    found = policy.choose(heads, now_s, calls_made)
    assert found is not None
    return found.ticket_id


def head(name, priority, arrived_s, policy, front=1):
    place = policy.place(priority, arrived_s)
    return Head(name, priority, front, place.tier, place.place_s, int(arrived_s), arrived_s)


def test_first_come_first_called():
    fifo = Fifo()
    heads = [head("b", "age_80", 20, fifo), head("a", "ordinary", 10, fifo)]
    assert chosen(fifo, heads, 100, 0) == "a"
    assert fifo.choose([], 100, 0) is None


CREDIT = Credit(head_start_s=900, guard_after_s=3600, guard_every=3)


def test_the_very_old_come_first_then_sixty_with_a_head_start():
    heads = [head("ordinary", "ordinary", 0, CREDIT), head("old", "age_80", 500, CREDIT)]
    assert chosen(CREDIT, heads, 600, 0) == "old"
    heads = [head("ordinary", "ordinary", 0, CREDIT), head("sixty", "age_60", 899, CREDIT)]
    assert chosen(CREDIT, heads, 1000, 0) == "sixty"
    heads = [head("ordinary", "ordinary", 0, CREDIT), head("sixty", "age_60", 901, CREDIT)]
    assert chosen(CREDIT, heads, 1000, 0) == "ordinary"


def test_an_ordinary_visitor_of_an_hour_gets_every_third_call():
    heads = [head("ordinary", "ordinary", 0, CREDIT), head("old", "age_80", 3600, CREDIT)]
    called = [chosen(CREDIT, heads, 3700, calls) for calls in range(6)]
    assert called == ["old", "old", "ordinary"] * 2
    assert chosen(CREDIT, heads, 3500, 2) == "old"


def test_whoever_was_sent_on_comes_before_everybody():
    heads = [head("old", "age_80", 0, CREDIT), head("sent", "ordinary", 500, CREDIT, front=0)]
    assert chosen(CREDIT, heads, 600, 2) == "sent"
