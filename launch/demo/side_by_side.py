"""The tour's papers: gone through side by side, one missing, a notice, and coming back with it."""

from __future__ import annotations

from typing import cast

from hall.boards.guide import GuideBoard
from launch.demo.at_the_desk import a_telephone_is_offered
from launch.demo.camera import a_page_is_taken
from launch.demo.script import Tour, label_in
from launch.joining import Joining, join_hall
from launch.paths import DEMO_CONFIG


def papers_are_gone_through(tour: Tour) -> None:
    """A guide and an elder look at each paper; the bank card is missing and stands on a notice."""
    label = label_in(tour.journal.look("guide", "her number, from the guide", "guide_hers"))
    tour.touch("guide", "given_done")
    tour.touch("guide", "area_cases")
    tour.settle()
    tour.journal.look("guide", "who is here, and who looks after them", "guide_visits")
    tour.touch("guide", "case_next")
    tour.touch("guide", f"visit_{label}")
    tour.touch("guide", "case_check")
    a_page_is_taken(tour)
    for answer in ("item_ok", "item_ok", "item_missing"):
        tour.touch("guide", answer)
    tour.settle()
    tour.journal.look("guide", "what an office can look up is not asked for", "guide_shared")
    tour.touch("guide", "item_take")
    tour.touch("guide", "item_missing")
    tour.settle()
    tour.journal.look("guide", "the ladder offers to bring it later", "guide_deferral")
    tour.journal.look("guide", "the elder reads the same", "guide_mirror", window="guide_mirror")
    tour.touch("guide", "item_decline")
    tour.touch("guide", "item_take")
    tour.touch("guide", "case_notice")
    tour.settle()
    tour.journal.look("guide", "the one notice, before it is printed", "guide_notice")
    tour.touch("guide", "paper_print")
    tour.touch("guide", "paper_done")
    a_telephone_is_offered(tour)


def she_comes_back_with_the_code(tour: Tour) -> None:
    """She goes home with her notice; its code opens the same checklist; a clerk serves her."""
    code = _code_of_the_notice(tour)
    tour.touch("guide", "case_leave")
    tour.touch("guide", "leave_with_notice")
    tour.touch("guide", "case_code")
    guide = tour.site.controls["guide"]
    guide.ask("await", key="code_letters", within_s=8)
    for letter in code:
        if f"code_{letter}" not in guide.ask("keys")["keys"]:
            tour.touch("guide", "code_letters")
        tour.touch("guide", f"code_{letter}")
    tour.settle()
    tour.journal.look("guide", "the code of her notice", "guide_code")
    tour.touch("guide", "code_open")
    tour.touch("guide", "item_ok")
    tour.settle()
    tour.journal.look("guide", "everything is there now", "guide_complete")
    tour.touch("guide", "case_number")
    tour.touch("guide", "band_80_plus")
    tour.settle()
    label = label_in(tour.journal.look("guide", "a number for the same visit", "guide_again"))
    console = tour.site.controls["console"]
    tour.touch("console", "key_finish")
    console.ask("await", key="key_call", within_s=10)
    console.ask("key", text="F1")
    tour.awaits("console", label)
    tour.touch("console", "key_start")
    tour.settle()
    tour.journal.look("console", f"{label} is served", "console_hers")


def _code_of_the_notice(tour: Tour) -> str:
    """Read the code the hall has put on the notice."""
    site = tour.site
    desk = Joining("embedded", "guide", "guide-1", site.state, DEMO_CONFIG, shift_s=site.shift_s)
    entries = cast(GuideBoard, join_hall(desk).snapshot("guide", "guide-1").board).visits.cases
    return str(next(case.code for case in entries.values() if case.code))
