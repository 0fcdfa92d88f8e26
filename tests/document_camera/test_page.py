"""Pages of known geometry: where they lie, what is wrong with them, what comes out."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from document_camera.page.finish import finished, jpeg
from document_camera.page.judging import glance, has_moved, seen_in
from document_camera.page.outline import outline_of
from document_camera.page.straighten import flat, turned, turned_corners
from document_camera.simulated.sampling import KINDS, WIDTH_PX, Sample, samples
from document_camera.simulated.scene import Shot, corners_of, photographed
from document_camera.still import Still
from launch.bench.document_camera import corner_error
from tests.document_camera.desk import likeness, pages

CORNERS_SEED, VERDICTS_SEED = 101, 102
"""Other cases than those of ./run bench document_camera, so that both say something."""


def still_of(picture: np.ndarray) -> Still:
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 90])
    return Still(picture.shape[1], picture.shape[0], jpeg=data.tobytes())


def verdict(sample: Sample) -> str:
    still = still_of(sample.picture(pages()))
    return seen_in(still.small(), still.grey())


def taken(page: str, shot: Shot, width_px: int = WIDTH_PX) -> tuple[np.ndarray, int]:
    """The page as it comes out of a picture, upright."""
    picture = photographed(pages()[page], shot, width_px, width_px * 3 // 4)
    small = still_of(picture).small()
    outline = outline_of(small)
    assert outline is not None
    assert not outline.cut
    return flat(picture, outline.corners * (width_px / small.shape[1]), "left")


@pytest.mark.slow
def test_the_corners_are_within_a_hundredth_of_the_width_in_nineteen_of_twenty_pages():
    cases = list(samples(20, tuple(pages()), CORNERS_SEED, ("good",)))
    errors = []
    for sample in cases:
        small = still_of(sample.picture(pages())).small()
        found = outline_of(small)
        if found is None or found.cut:
            errors.append(9.0)
            continue
        scale = WIDTH_PX / small.shape[1]
        errors.append(corner_error(found.corners * scale, sample.corners))
    assert sum(error <= 0.01 for error in errors) >= 0.95 * len(cases), errors


@pytest.mark.slow
def test_the_right_word_is_said_in_nineteen_of_twenty_cases():
    cases = list(samples(24, tuple(pages()), VERDICTS_SEED))
    said = [(sample.kind, verdict(sample)) for sample in cases]
    assert {kind for kind, _ in said} == set(KINDS)
    assert sum(kind == word for kind, word in said) >= 0.95 * len(cases), said


@pytest.mark.parametrize("page", ["pension_form", "blank"])
def test_sharpness_is_told_for_print_and_for_a_paper_on_which_nothing_is_printed(page):
    for blur, word in ((0.12, "good"), (1.2, "blur")):
        assert verdict(Sample(word, page, Shot(blur=blur))) == word


@pytest.mark.parametrize("desk", ["mat", "wood", "grey", "black"])
def test_half_a_shadow_over_a_page_does_not_hide_its_edge(desk):
    for degrees in (0, 120, 240):
        shot = Shot(desk=desk, shadow=0.45, shadow_deg=degrees)
        assert verdict(Sample("good", "letter", shot)) == "good"


def test_a_page_comes_out_upright_flat_and_at_its_dpi():
    original = cv2.cvtColor(pages()["pension_form"], cv2.COLOR_BGR2GRAY)
    for shot in (
        Shot(),
        Shot(turned_deg=8, fills=0.78),
        Shot(lean=0.25, turned_deg=-4, fills=0.75),
    ):
        page, dpi = taken("pension_form", shot)
        height, width = page.shape[:2]
        assert abs(width / height - 210 / 297) < 0.002
        assert abs(dpi - width / (210 / 25.4)) < 1
        same = cv2.resize(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY), original.shape[::-1])
        assert likeness(same, original) > 0.85, shot  # a shift by 3 pixels would be 0.75


def test_a4_that_fills_the_picture_of_8_mp_reaches_200_dpi():
    _, dpi = taken("letter", Shot(fills=0.86))
    assert 235 <= dpi <= 245
    _, less = taken("letter", Shot(fills=0.86), width_px=1600)
    assert 115 <= less <= 120


@pytest.mark.parametrize(
    ("head", "quarters"), [("left", 0), ("top", 1), ("right", 2), ("bottom", 3)]
)
def test_a_camera_that_hangs_another_way_round_gives_the_same_page(head, quarters):
    """`quarters`: how often the picture of the usual camera is turned clockwise."""
    picture = photographed(pages()["bank_book"], Shot(turned_deg=3), 1632, 1224)
    hung = np.ascontiguousarray(np.rot90(picture, -quarters))
    outline = outline_of(hung)
    assert outline is not None
    page, _ = flat(hung, outline.corners, head)
    usual, _ = taken("bank_book", Shot(turned_deg=3), 1632)
    size = (400, 566)
    assert likeness(cv2.resize(page, size), cv2.resize(usual, size)) > 0.97

    shares = turned_corners(outline.corners, (hung.shape[1], hung.shape[0]), head)
    seen = turned(hung, head)
    upper_left = shares[0] * (seen.shape[1], seen.shape[0])
    assert np.linalg.norm(upper_left) < np.linalg.norm(shares[2] * (seen.shape[1], seen.shape[0]))
    reading = shares[1] - shares[0]
    assert reading[0] > 0.3, "the upper side runs to the right"
    assert abs(reading[1]) < 0.1


def test_a_paper_of_another_shape_keeps_it_and_no_dpi_is_claimed():
    slip = cv2.resize(pages()["bank_book"], (1200, 2339))
    picture = photographed(slip, Shot(), WIDTH_PX, WIDTH_PX * 3 // 4)
    # The scene stretches it to A4; a real slip is as narrow as this picture made narrower.
    narrow = cv2.resize(picture, (WIDTH_PX, 1500))
    outline = outline_of(still_of(narrow).small())
    assert outline is not None
    scale = WIDTH_PX / 816
    page, dpi = flat(narrow, outline.corners * scale, "left")
    assert dpi == 0
    assert page.shape[0] > 1.8 * page.shape[1]


def test_a_shadow_is_lifted_and_the_red_of_a_seal_stays_red():
    page, _ = taken("pension_form", Shot(shadow=0.4, shadow_deg=0))
    even = finished(page)
    grey = cv2.cvtColor(even, cv2.COLOR_BGR2GRAY)
    height, width = grey.shape
    quarters = [
        float(np.percentile(grey[:, at : at + width // 4], 80))
        for at in range(0, width - 3, width // 4)
    ]
    assert max(quarters) - min(quarters) < 25, quarters
    seal = even[int(0.83 * height) : int(0.89 * height), int(0.66 * width) : int(0.82 * width)]
    blue, _, red = (float(np.percentile(seal[:, :, channel], 5)) for channel in range(3))
    assert red - blue > 60


def test_print_is_sharper_afterwards_and_the_jpeg_says_its_dpi():
    page, dpi = taken("letter", Shot(blur=0.3))
    after = finished(page)

    def steepness(picture):
        return float(cv2.Laplacian(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.CV_32F).var())

    assert steepness(after) > 1.2 * steepness(page)
    data = jpeg(after, dpi)
    assert (data[13], int.from_bytes(data[14:16], "big")) == (1, dpi)
    decoded = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert decoded is not None
    assert decoded.shape == page.shape


def test_a_hand_that_pushes_the_page_is_movement_and_noise_is_none():
    shot = Shot(fills=0.8)
    looks = [
        glance(cv2.resize(photographed(pages()["letter"], one, 1632, 1224), (816, 612)))
        for one in (shot, replace(shot, seed=9), replace(shot, shift=(0.01, 0.0)))
    ]
    assert not has_moved(looks[0], looks[1])
    assert has_moved(looks[1], looks[2])


def test_two_corners_of_a_paper_outside_the_picture_are_enough_to_say_so():
    corners = corners_of(Shot(shift=(0.2, 0)), 816, 612)
    assert (corners[:, 0] > 816).sum() == 2
    picture = photographed(pages()["letter"], Shot(shift=(0.2, 0)), 816, 612)
    found = outline_of(picture)
    assert found is not None
    assert found.cut
