"""How it was, asked on a counter's screen: when it asks, when it stops, and what goes out."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from counter_display.counter.asking import LATE_S, THANKS_S, Answers, Asking
from counter_display.counter.presenter import CounterPresenter
from tests.counter_display.boards import FACTS, LOCAL, counter_board, ticket, words

DONE = ticket("老012", "finished", counter_id="c1")


def asking(touched=True, keypad=False):
    ids = itertools.count(1)
    return Asking(
        words(), Answers("display-1", lambda: f"id-{next(ids)}", touched=touched, keypad=keypad)
    )


def asked(facts=FACTS, **ways):
    one = asking(**ways)
    one.finished(DONE, facts, 0.0)
    return one


def page(one):
    view = one.view()
    return view.page if view is not None else None


def test_five_faces_from_the_best_to_the_worst_and_a_way_past_them():
    view = asked().view()
    assert [key.label for key in view.keys] == [
        "非常满意", "满意", "基本满意", "不满意", "非常不满意"
    ]  # fmt: skip
    assert view.last.label == "先不评"
    assert not any(key.chosen for key in view.keys), "nothing is chosen before somebody chooses"


def test_a_screen_nobody_can_touch_asks_nothing():
    assert page(asked(touched=False)) is None


def test_after_a_death_in_the_family_nobody_is_asked():
    one = asking()
    one.finished(ticket("老012", "finished", matter_id="m-death"), FACTS, 0.0)
    assert page(one) is None


def test_whoever_was_served_while_the_link_was_gone_is_not_asked_any_more():
    one = asking()
    one.finished(DONE, FACTS, 0.0, ago_s=LATE_S + 1)
    assert page(one) is None


def test_a_good_face_is_thanked_and_the_screen_goes_on():
    one = asked()
    (said,) = one.press("face", "5", 3.0)
    assert (said.score, said.channel, said.ticket_id) == (5, "counter_screen", DONE.id)
    assert page(one) == "thanks"
    assert one.tick(3.0 + THANKS_S) == []
    assert page(one) is None


def test_a_bad_face_goes_out_at_once_and_may_be_explained():
    one = asked()
    (said,) = one.press("face", "2", 3.0)
    assert (said.score, said.reasons) == (2, ())
    assert page(one) == "why"
    assert one.press("why", "waited", 5.0) == []
    (why,) = one.press("why", "unkind", 6.0)
    assert (why.score, why.reasons) == (2, ("waited", "unkind"))
    assert page(one) == "thanks"


def test_a_reason_touched_twice_is_taken_back():
    one = asked()
    one.press("face", "1", 3.0)
    one.press("why", "waited", 5.0)
    one.press("why", "waited", 6.0)
    assert one.press("done", "", 7.0) == []
    assert page(one) == "thanks"


def test_who_walks_away_after_one_reason_has_said_it():
    one = asked()
    one.press("face", "1", 3.0)
    one.press("why", "waited", 5.0)
    (why,) = one.tick(3.0 + FACTS.feelings.ask_s)
    assert why.reasons == ("waited",)


def test_nobody_is_made_to_answer():
    one = asked()
    assert one.press("skip", "", 1.0) == []
    assert page(one) is None
    one = asked()
    assert one.tick(FACTS.feelings.ask_s - 0.1) == []
    assert page(one) == "faces"
    assert one.tick(FACTS.feelings.ask_s) == []
    assert page(one) is None


def test_a_second_touch_says_nothing_more():
    one = asked()
    one.press("face", "5", 3.0)
    assert one.press("face", "1", 3.2) == []


def test_a_keypad_answers_only_while_somebody_is_asked():
    one = asked(touched=False, keypad=True)
    assert not one.view().touched
    (said,) = one.key(2, 1.0)
    assert (said.score, said.channel) == (2, "keypad")
    assert page(one) == "thanks", "without a glass to touch nobody is asked why"
    assert one.key(5, 2.0) == []


@pytest.mark.parametrize("connected", [False, True])
def test_the_name_of_the_provinces_system_stands_there_only_where_it_is_connected(connected):
    feelings = msgspec.structs.replace(FACTS.feelings, connected=connected)
    view = asked(msgspec.structs.replace(FACTS, feelings=feelings)).view()
    assert ("好差评" in view.title) is connected


def test_the_next_call_takes_the_place_of_the_faces_at_once():
    one = asked()
    presenter = CounterPresenter(words(), one)
    presenter.board_changed(counter_board(), 1.0)
    assert presenter.view(1.0, LOCAL).asking is not None
    presenter.board_changed(counter_board(ticket("老013")), 2.0)
    view = presenter.view(2.0, LOCAL)
    assert view.asking is None
    assert view.number is not None
    assert view.number.label == "老013"
    assert page(one) is None, "and they do not come back afterwards"
