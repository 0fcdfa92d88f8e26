"""The tour's page under the camera: seen with a glare, moved, taken for its paper on the list."""

from __future__ import annotations

from launch.demo.script import Tour
from launch.words import words_of

DESK = "guide"


def a_page_is_taken(tour: Tour) -> None:
    """The form lies in the light first; once it is moved the page is taken, to be ticked next."""
    words = words_of("guide")
    tour.simulate("camera", "put_page", DESK, name="pension_form", defect="glare")
    tour.touch(DESK, "camera_open")
    tour.awaits(DESK, words.get("camera_glare"))
    tour.journal.look(DESK, "the camera says what is wrong", "guide_camera_glare")
    tour.simulate("camera", "put_page", DESK, name="pension_form")
    tour.awaits(DESK, words.get("camera_good"))
    tour.journal.look(DESK, "the form lies well", "guide_camera")
    tour.journal.look(DESK, "the elder sees it too", "guide_camera_mirror", window="guide_mirror")
    tour.touch(DESK, "camera_take")
    tour.awaits(DESK, words.get("camera_taken", page=1))
    tour.journal.look(DESK, "the page as it is kept", "guide_page")
    tour.simulate("camera", "take_away", DESK)
    tour.touch(DESK, "camera_use")
