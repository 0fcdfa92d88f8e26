"""The tour's mandate: a helper acts for an elder, and every original comes home."""

from __future__ import annotations

from typing import cast

from hall.boards.guide import GuideBoard
from hall.care.agency.messages import AdvanceMandate, GiveBackOriginal, ReportBack, SignMandate
from hall.kernel.gateway import HallGateway
from hall.store.opening import random_id
from launch.demo.script import Tour
from launch.joining import Joining, join_hall
from launch.paths import DEMO_CONFIG
from launch.words import words_of

STATION = "guide-1"
HELPER, MATTER, GROUP = "1002", "EL001", "subsidy"


def somebody_acts_for_an_elder(tour: Tour) -> None:
    """From a few touches to the paper; days later the originals go back, and nothing is left."""
    words, hall = words_of("guide"), _hall(tour)
    for key in ("area_books", "area_agency", "agency_new", "agency_groups", f"group_{GROUP}",
                f"matter_{MATTER}", f"agency_helper_{HELPER}", "agency_paper_1"):  # fmt: skip
        tour.touch("guide", key)
    tour.touch("guide", "agency_paper_2")
    tour.settle()
    tour.journal.look("guide", "what the elder hands over, key by key", "guide_agency_handed")
    tour.journal.look("guide", "the elder reads it", "guide_agency_mirror", window="guide_mirror")
    tour.touch("guide", "agency_handed")
    tour.touch("guide", "agency_alone")
    tour.touch("guide", "agency_papers")
    tour.touch("guide", "agency_form_mandate")
    tour.awaits("guide", words.get("key_paper_print"))
    tour.settle()
    tour.journal.look("guide", "the mandate, before it is printed", "guide_agency_paper")
    tour.touch("guide", "agency_paper_print")
    tour.touch("guide", "agency_paper_done")
    _signed_and_submitted(hall)
    tour.touch("guide", "agency_report")
    tour.settle()
    tour.journal.look("guide", "what is said to the elder today", "guide_agency_report")
    for key in ("agency_in_person", "agency_things", "agency_thing_2"):
        tour.touch("guide", key)
    tour.settle()
    tour.journal.look("guide", "originals go back one by one", "guide_agency_things")
    tour.touch("guide", "agency_give_back")
    tour.touch("guide", "back")
    _done_and_told(hall)
    tour.touch("guide", "agency_close")
    tour.awaits("guide", words.get("agency_told_end"))
    tour.journal.look("guide", "everything is back and told", "guide_agency_closed")
    tour.touch("guide", "area_take")


def _signed_and_submitted(hall: HallGateway) -> None:
    """The elder signs, and the helper hands in the papers."""
    about = _about(hall)
    hall.handle(
        SignMandate(command_id=random_id(), signed_by="principal", how="signature", **about)
    )
    hall.handle(AdvanceMandate(command_id=random_id(), step="submit", **about))


def _done_and_told(hall: HallGateway) -> None:
    """Days later, in the tour at once: the matter is done, and everything is with the elder."""
    about = _about(hall)
    hall.handle(AdvanceMandate(command_id=random_id(), step="finish", **about))
    hall.handle(ReportBack(command_id=random_id(), way="in_person", result="reached", **about))
    hall.handle(GiveBackOriginal(command_id=random_id(), original_id="1", **about))


def _about(hall: HallGateway) -> dict[str, str]:
    mandates = cast(GuideBoard, hall.snapshot("guide", STATION).board).mandates
    return {"mandate_id": next(iter(mandates)), "station_id": STATION}


def _hall(tour: Tour) -> HallGateway:
    site = tour.site
    desk = Joining("embedded", "guide", STATION, site.state, DEMO_CONFIG, shift_s=site.shift_s)
    return join_hall(desk)
