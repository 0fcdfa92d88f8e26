"""What the guide sees of a person goes with the number; nobody is asked, nothing is needed."""

from __future__ import annotations

import pytest

from guide_desk.areas.take import CHOICE_S
from guide_desk.marks import CLAIMS, NEEDS, Marks
from hall.tickets.messages import TakeTicket


def marked(desk, *marks: str) -> None:
    desk.press("marks")
    for mark in marks:
        desk.press("mark", mark)
    desk.press("back")


def visitor(desk):
    return desk.of(TakeTicket)[-1].visitor


def test_without_marks_two_touches_still_give_a_number(desk):
    desk.takes("60_79")
    assert (visitor(desk).needs, visitor(desk).claims) == ((), ())


@pytest.mark.parametrize(
    ("mark", "label"),
    [
        ("hearing", "听不清"), ("wheelchair", "坐轮椅"), ("sight", "看不清"),
        ("disabled", "残疾人"), ("pregnant", "孕妇"), ("veteran", "退役军人"),
    ],
)  # fmt: skip
def test_every_mark_has_its_word_and_goes_with_the_number(desk, mark, label):
    desk.press("marks")
    assert desk.key(f"mark_{mark}").label == label
    desk.press("mark", mark)
    assert desk.key(f"mark_{mark}").mode == "chosen"
    desk.press("back")
    assert desk.key("marks").second == label
    given = desk.takes("60_79")
    assert mark in (*visitor(desk).needs, *visitor(desk).claims)
    assert given.facts[-1] == label


def test_a_need_is_seen_in_the_list_of_who_came(desk):
    marked(desk, "wheelchair")
    desk.takes("60_79")
    assert desk.arrivals.rows[0].icons == ("wheelchair-bold",)


def test_a_claim_gives_precedence(desk):
    marked(desk, "veteran")
    assert desk.takes("under_60").number.label == "优001"


def test_a_second_touch_takes_a_mark_back(desk):
    marked(desk, "hearing", "hearing")
    assert desk.key("marks").mode == "can"


def test_many_marks_are_counted_on_the_key(desk):
    marked(desk, *NEEDS)
    assert desk.key("marks").second == "记了 3 样"


def test_age_and_group_are_not_lost_while_marks_are_set(desk):
    desk.press("band", "60_79")
    marked(desk, "sight")
    assert desk.key("band_60_79").mode == "chosen"
    desk.press("group", "pension")
    assert visitor(desk).needs == ("sight",)


def test_the_marks_are_of_one_person_only(desk):
    marked(desk, "hearing")
    desk.takes("60_79")
    desk.press("given_done")
    assert desk.key("marks").mode == "can"


def test_a_number_taken_by_mistake_keeps_the_marks_for_the_next(desk):
    marked(desk, "hearing", "veteran")
    desk.takes("60_79")
    desk.press("given_undo")
    assert desk.key("marks").second == "听不清、退役军人"


def test_marks_that_nothing_followed_are_forgotten(desk):
    marked(desk, "hearing")
    desk.waits(CHOICE_S + 1)
    assert desk.key("marks").mode == "can"


def test_marks_stand_in_the_order_of_their_keys():
    marks = Marks()
    for mark in reversed((*NEEDS, *CLAIMS)):
        marks = marks.turned(mark)
    assert marks == Marks(NEEDS, CLAIMS)
