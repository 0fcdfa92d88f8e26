"""The tour's register: cash is refused, somebody answers for it, the month is listed."""

from __future__ import annotations

from typing import cast

from hall.boards.guide import GuideBoard
from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    NotDoneView,
    SettleNotDone,
)
from hall.kernel.messages import Command
from hall.store.opening import random_id
from launch.demo.script import Tour
from launch.joining import Joining, join_hall
from launch.paths import DEMO_CONFIG
from launch.words import words_of

STATION = "guide-1"


def something_could_not_be_done(tour: Tour) -> None:
    """From one touch to the archive, and onto the paper that makes the departments answer."""
    words = words_of("guide")
    tour.touch("guide", "area_books")
    tour.settle()
    tour.journal.look("guide", "the books of the hall", "guide_books")
    tour.touch("guide", "area_not_done")
    tour.touch("guide", "not_done_cash")
    tour.touch("guide", "not_done_pass_on")
    tour.settle()
    tour.journal.look("guide", "who answers for the refused cash", "guide_not_done_owner")
    tour.touch("guide", "not_done_owner_1001")
    tour.awaits("guide", words.get("key_not_done_settle"))
    tour.settle()
    tour.journal.look("guide", "it has an owner and a last day", "guide_not_done")
    _follow_to_the_end(tour)
    tour.touch("guide", "not_done_months")
    tour.touch("guide", "not_done_month_1")
    tour.awaits("guide", words.get("key_paper_print"))
    tour.settle()
    tour.journal.look("guide", "the list of the month, before it is printed", "guide_not_done_list")
    tour.touch("guide", "paper_print")
    tour.touch("guide", "area_take")


def _follow_to_the_end(tour: Tour) -> None:
    """Days later, in the tour at once: settled, told, asked and put away, as the desk says it."""
    site = tour.site
    desk = Joining("embedded", "guide", STATION, site.state, DEMO_CONFIG, shift_s=site.shift_s)
    hall = join_hall(desk)
    register = cast(GuideBoard, hall.snapshot("guide", STATION).board).not_done
    entry = next(one for one in register.values() if one.reason == "cash_refused")
    for step in _steps(entry):
        hall.handle(step)


def _steps(entry: NotDoneView) -> tuple[Command, ...]:
    about = {"entry_id": entry.id, "station_id": STATION}
    return (
        SettleNotDone(command_id=random_id(), result="done", **about),
        AnswerNotDone(command_id=random_id(), reply="in_person", **about),
        CheckNotDone(command_id=random_id(), satisfaction="content", **about),
        ArchiveNotDone(command_id=random_id(), **about),
    )
