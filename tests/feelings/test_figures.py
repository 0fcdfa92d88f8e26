"""Figures of how it was: enough to see what is wrong, never enough to see who said it."""

from __future__ import annotations

from hall.care.feelings.figures import Tally, figures_document


def tallies(counter_id, day, services, scores):
    given = [Tally(day, "m-pension", counter_id, score, count) for score, count in scores.items()]
    return [Tally(day, "m-pension", counter_id, None, services), *given]


def document(*groups, by="counter"):
    told = [one for group in groups for one in group]
    return figures_document(told, by, "2026-11-01", "2026-11-30")


def by_key(told):
    return {figure.key: figure for figure in told.figures}


def test_a_counter_with_enough_answers_shows_its_figures():
    (figure,) = document(tallies("c1", "2026-11-23", 20, {5: 6, 4: 2, 1: 2})).figures
    assert (figure.services, figure.answers, figure.hidden) == (20, 10, False)
    assert (figure.mean, figure.good_share, figure.response_rate) == (4.0, 0.8, 0.5)


def test_what_four_people_said_is_not_shown():
    told = document(tallies("c1", "2026-11-23", 9, {1: 4}))
    (figure,) = told.figures
    assert (figure.services, figure.answers, figure.mean, figure.hidden) == (9, None, None, True)
    assert told.total.hidden


def test_what_few_said_cannot_be_worked_out_from_the_others():
    told = by_key(
        document(
            tallies("c1", "2026-11-23", 30, {5: 20}),
            tallies("c2", "2026-11-23", 30, {5: 7}),
            tallies("c3", "2026-11-23", 30, {1: 2}),
        )
    )
    assert [told[key].hidden for key in ("c1", "c2", "c3")] == [False, True, True]


def test_a_counter_nobody_spoke_of_hides_nobody_else():
    told = by_key(
        document(tallies("c1", "2026-11-23", 30, {5: 20}), tallies("c2", "2026-11-23", 30, {}))
    )
    assert (told["c1"].hidden, told["c2"].hidden) == (False, True)


def test_days_are_put_together_to_months_and_other_months_left_out():
    told = document(
        tallies("c1", "2026-10-31", 9, {1: 9}),
        tallies("c1", "2026-11-02", 9, {5: 9}),
        tallies("c1", "2026-11-30", 9, {3: 9}),
        by="month",
    )
    (figure,) = told.figures
    assert (figure.key, figure.answers, figure.mean) == ("2026-11", 18, 4.0)
    assert told.total.answers == 18
