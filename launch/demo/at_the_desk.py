"""The tour's short scenes at the guide's desk: found by a card, something lent, a telephone."""

from __future__ import annotations

from launch.demo.script import Tour
from launch.words import words_of

DESK = "guide"


def the_desk_finds_her_and_lends_glasses(tour: Tour) -> None:
    """Her card on the desk opens her number; the glasses are lent in one touch."""
    words = words_of(DESK)
    tour.touch(DESK, "area_find")
    tour.simulate("reader", "present_card", DESK, specimen="elder_85")
    tour.awaits(DESK, words.get("key_find_cancel"))
    tour.simulate("reader", "take_card", DESK)
    tour.journal.look(DESK, "her card finds her number", "guide_found")
    tour.touch(DESK, "area_books")
    tour.touch(DESK, "area_lend")
    tour.touch(DESK, "lend_glasses-1")
    tour.awaits(DESK, words.get("lend_out_nobody"))
    tour.journal.look(DESK, "the glasses are lent", "guide_lent")
    tour.touch(DESK, "lend_glasses-1")
    tour.touch(DESK, "area_take")


def a_telephone_is_offered(tour: Tour) -> None:
    """She may leave a number for what is to follow, and need not."""
    tour.touch(DESK, "case_phone")
    tour.settle()
    tour.journal.look(DESK, "one reason, and a no costs nothing", "guide_phone")
    tour.journal.look(DESK, "she reads it too", "guide_phone_mirror", window="guide_mirror")
    tour.touch(DESK, "phone_no")
