"""When a page is taken: once it is still and sharp, and never a wrong one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import cv2
import pytest

from document_camera.looking import Looking
from document_camera.messages import Look, NoPage, Page, Say
from document_camera.simulated.scene import Shot, photographed
from document_camera.still import Still
from tests.document_camera.desk import pages

WIDTH_PX, HEIGHT_PX = 2448, 1836
STEP_S = 0.35


@cache
def still(page: str, shot: Shot) -> Still:
    picture = photographed(pages().get(page), shot, WIDTH_PX, HEIGHT_PX)
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 90])
    return Still(WIDTH_PX, HEIGHT_PX, jpeg=data.tobytes())


class Desk:
    """Somebody who moves papers about under a camera, with a clock of their own."""

    def __init__(self) -> None:
        self.looking = Looking()
        self.now_s = 50.0
        self.said: list[Say] = []
        self._seed = 0

    def shows(self, page: str, times: int = 1, **changed: Any) -> None:
        for _ in range(times):
            self._seed = (self._seed + 1) % 3
            shown = still(page, replace(Shot(seed=self._seed), **changed))
            self.now_s += STEP_S
            self.said += self.looking.see(shown, shown.small(), self.now_s)

    def takes(self, number: int = 1, anyway: bool = False) -> None:
        self.said += self.looking.take(number, anyway, self.now_s)

    def verdicts(self) -> list[str]:
        return [one.verdict for one in self.said if isinstance(one, Look)]

    def outcomes(self) -> list[Page | NoPage]:
        return [one for one in self.said if isinstance(one, Page | NoPage)]


@pytest.fixture
def desk():
    return Desk()


def test_a_page_that_lies_well_is_taken_with_the_next_look(desk):
    desk.shows("letter", 4)
    desk.takes()
    assert desk.outcomes() == []
    desk.shows("letter")
    (page,) = desk.outcomes()
    assert isinstance(page, Page)
    assert (page.number, page.dpi) == (1, 180)
    assert len(page.corners) == 4


def test_a_lens_that_hunts_for_its_focus_is_waited_for(desk):
    desk.takes()
    for blur in (0.9, 0.35, 0.6, 0.35):
        desk.shows("letter", blur=blur)
    assert desk.outcomes() == []
    desk.shows("letter", 3, blur=0.12)
    (page,) = desk.outcomes()
    assert isinstance(page, Page)


def test_a_page_that_is_still_being_laid_down_is_waited_for(desk):
    desk.takes()
    for aside in (0.03, 0.02, 0.01):
        desk.shows("letter", shift=(aside, 0.0))
    assert "moving" in desk.verdicts()
    desk.shows("letter", 2)
    assert desk.outcomes() == []
    desk.shows("letter", 2)
    assert isinstance(desk.outcomes()[0], Page)


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"blur": 1.4}, "blur"), ({"shift": (0.18, 0.0)}, "cut_corner"), ({"light": 0.2}, "too_dark")],
)
def test_a_page_that_stays_bad_is_refused_after_four_seconds_with_the_reason(desk, changed, why):
    desk.takes()
    desk.shows("letter", 11, **changed)
    assert desk.outcomes() == []
    desk.shows("letter", 2, **changed)
    assert desk.outcomes() == [NoPage(1, why)]


def test_without_a_paper_none_is_taken(desk):
    desk.takes()
    desk.shows("", 13)
    assert desk.outcomes() == [NoPage(1, "no_paper")]


def test_whoever_wants_it_anyway_gets_the_page_as_it_is(desk):
    desk.takes(anyway=True)
    desk.shows("letter", 4, blur=1.4)
    (page,) = desk.outcomes()
    assert isinstance(page, Page)
    assert page.dpi == 180


def test_a_cut_page_that_is_wanted_anyway_is_the_whole_picture(desk):
    desk.takes(anyway=True)
    desk.shows("letter", 4, shift=(0.18, 0.0))
    (page,) = desk.outcomes()
    assert isinstance(page, Page)
    assert (page.dpi, page.corners) == (0, ())
    assert (page.width_px, page.height_px) == (HEIGHT_PX, WIDTH_PX)


def test_a_camera_that_is_lost_answers_whoever_waits(desk):
    desk.shows("letter", 2)
    desk.takes()
    desk.said += desk.looking.forget()
    assert desk.outcomes() == [NoPage(1, "no_camera")]


def test_pictures_that_stop_coming_answer_whoever_waits(desk):
    desk.takes()
    desk.said += desk.looking.pass_time(desk.now_s + 6.4)
    assert desk.outcomes() == []
    desk.said += desk.looking.pass_time(desk.now_s + 6.6)
    assert desk.outcomes() == [NoPage(1, "no_camera")]


def test_one_page_at_a_time(desk):
    desk.takes(1)
    desk.takes(2)
    assert desk.outcomes() == [NoPage(2, "no_camera")]


def test_the_small_picture_stands_as_the_reader_sees_it(desk):
    desk.shows("letter", 2)
    look = next(one for one in desk.said if isinstance(one, Look))
    assert (look.width_px, look.height_px) == (480, 640)
    assert len(look.rgb) == 3 * 480 * 640
    upper_left, upper_right, lower_right, lower_left = look.corners
    assert upper_left[0] < upper_right[0]
    assert upper_left[1] < lower_left[1]
    assert lower_right[0] > lower_left[0]
