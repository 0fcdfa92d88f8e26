"""A trembling hand writes a steady line; what was meant stays where it was put."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from ui_kit.handwriting_pad import PEN_MM
from ui_kit.stroke import REACH, Stroke

SAMPLES_PER_S = 100


def written(way):
    """The line that a finger's way leaves; the way is (x, y) in mm, one every 10 ms."""
    stroke = Stroke(*way[0])
    for x, y in way[1:-1]:
        stroke.move(x, y)
    stroke.end(*way[-1])
    return stroke.line()


def across(length_mm, speed_mm_s, hz, tremor_mm):
    """A stroke to the right by a hand that trembles up and down."""
    steps = round(length_mm / speed_mm_s * SAMPLES_PER_S)
    return [
        (
            20 + length_mm * step / steps,
            50 + tremor_mm * math.sin(2 * math.pi * hz * step / SAMPLES_PER_S),
        )
        for step in range(steps + 1)
    ]


@pytest.mark.parametrize("hz", [6.0, 8.0, 11.0])
@pytest.mark.parametrize("speed_mm_s", [15.0, 30.0, 45.0])
def test_a_tremor_of_three_millimetres_becomes_a_steady_line(hz, speed_mm_s):
    way = across(120, speed_mm_s, hz, tremor_mm=1.5)
    line = written(way)
    inner = [y for x, y in line if 25 < x < 135]
    assert max(abs(y - 50) for y in inner) < 0.75
    assert sum(math.dist(a, b) for a, b in pairwise(line)) < 120 * 1.1


def test_a_steady_hand_is_followed_to_a_fifth_of_a_millimetre():
    way = across(120, 60, 0, 0)
    assert max(abs(y - 50) for _, y in written(way)) < 0.2


@pytest.mark.parametrize("degrees", [60, 90, 135])
def test_a_corner_of_a_character_stays_where_it_is(degrees):
    angle = math.radians(degrees)
    there = [(20 + step * 0.4, 40.0) for step in range(101)]
    corner = there[-1]
    on = [
        (corner[0] - math.cos(angle) * step * 0.4, corner[1] + math.sin(angle) * step * 0.4)
        for step in range(1, 101)
    ]
    line = written([*there, *on])
    assert min(math.dist(corner, point) for point in line) < PEN_MM
    assert line[0] == there[0]
    assert line[-1] == pytest.approx(on[-1])


def test_both_ends_lie_where_the_finger_was_put_down_and_lifted():
    way = across(80, 30, 8, 1.5)
    line = written(way)
    assert line[0] == way[0]
    assert line[-1] == pytest.approx(way[-1])


def test_a_finger_that_only_trembles_on_its_place_leaves_one_dot():
    way = [(50 + math.sin(step), 50 + math.cos(step * 1.7) * 0.5) for step in range(80)]
    assert len(written(way)) == 1


def test_a_tap_is_a_dot():
    assert written([(50.0, 50.0), (50.0, 50.0)]) == [(50.0, 50.0)]


def test_fast_jumps_of_a_slow_panel_leave_no_gap():
    line = written([(0.0, 0.0), (30.0, 0.0), (60.0, 0.0), (60.0, 40.0)])
    assert max(math.dist(a, b) for a, b in pairwise(line)) < 1.6


def test_what_was_drawn_before_the_last_few_samples_does_not_change_any_more():
    stroke = Stroke(0, 0)
    for step in range(1, 60):
        stroke.move(step * 0.7, math.sin(step) * 2)
    before, count = stroke.line(), len(stroke)
    stroke.move(60 * 0.7, 5)
    assert stroke.line()[: count - REACH] == before[: count - REACH]
    assert stroke.line(count - 3) == stroke.line()[count - 3 :]
