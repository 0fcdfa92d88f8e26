"""The sheet to write on, under a real mouse and real fingers."""

from __future__ import annotations

import gc
import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from hall.kernel.handwriting import Handwriting, handwriting_bytes, read_handwriting
from ui_kit.handwriting_pad import LEAST_HEIGHT_MM, LEAST_WIDTH_MM, PEN_MM, HandwritingPad
from ui_kit.theme import Mode

HINT = "在这里写"


@pytest.fixture
def pad(page, theme, clock):
    pad = page.add(HandwritingPad(theme, HINT), 10, 60, 248, 150)
    theme.guard.page_shown()
    clock.advance(1000)
    return pad


def at(pad, x_mm, y_mm):
    return QPoint(round(pad.theme.px(x_mm)), round(pad.theme.px(y_mm)))


def write(pad, *points_mm):
    """One stroke with the mouse, a step every two millimetres."""
    first = points_mm[0]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, *first))
    here = first
    for there in points_mm[1:]:
        steps = max(1, round(math.dist(here, there) / 2))
        for step in range(1, steps + 1):
            share = step / steps
            x = here[0] + (there[0] - here[0]) * share
            y = here[1] + (there[1] - here[1]) * share
            QTest.mouseMove(pad, at(pad, x, y))
        here = there
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, *here))


def inked(pad, x_mm, y_mm):
    """Whether the picture of the pad shows ink at a place."""
    picture = pad.grab().toImage()
    point = at(pad, x_mm, y_mm)
    return picture.pixelColor(point).lightness() < 90


def test_a_stroke_is_seen_where_the_finger_went_and_nowhere_else(pad):
    write(pad, (40, 40), (120, 40))
    assert inked(pad, 41, 40)
    assert inked(pad, 80, 40)
    assert inked(pad, 119, 40)
    assert not inked(pad, 80, 48)
    assert not inked(pad, 130, 40)


def test_ink_is_thick_enough_for_old_eyes(pad):
    write(pad, (40, 40), (120, 40))
    picture, column = pad.grab().toImage(), at(pad, 80, 0).x()
    dark = sum(picture.pixelColor(column, y).lightness() < 90 for y in range(picture.height()))
    assert pad.theme.panel.mm(dark) == pytest.approx(PEN_MM, abs=0.4)
    assert PEN_MM >= 2.5


def test_a_stroke_is_seen_while_it_is_being_written(pad):
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, 40, 40))
    for x in range(41, 100):
        QTest.mouseMove(pad, at(pad, x, 40))
    assert inked(pad, 90, 40)
    assert not pad.blank
    assert pad.sheet().strokes == ()
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, 100, 40))


def test_each_stroke_is_told_with_the_whole_sheet(qtbot, pad):
    sheets: list[Handwriting] = []
    pad.written.connect(sheets.append)
    with qtbot.waitSignal(pad.touched):
        write(pad, (40, 40), (120, 40))
    write(pad, (80, 20), (80, 100))
    assert [len(sheet.strokes) for sheet in sheets] == [1, 2]
    assert read_handwriting(handwriting_bytes(sheets[1])) == sheets[1]
    assert (sheets[1].width_mm, sheets[1].height_mm) == (248, 150)
    x, y = sheets[1].strokes[1][:2]
    assert (x / 10, y / 10) == pytest.approx((80, 20), abs=0.2)


def test_a_trembling_mouse_writes_a_steady_line(pad):
    way = [(40 + step * 0.4, 60 + 1.5 * math.sin(step * 0.5)) for step in range(200)]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, *way[0]))
    for point in way[1:]:
        QTest.mouseMove(pad, at(pad, *point))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, *way[-1]))
    (stroke,) = pad.sheet().strokes
    inner = [y / 10 for x, y in zip(stroke[::2], stroke[1::2], strict=True) if 450 < x < 1150]
    assert max(abs(y - 60) for y in inner) < 0.8


def test_a_tap_leaves_a_dot(pad):
    write(pad, (60, 60))
    (dot,) = pad.sheet().strokes
    assert dot == pytest.approx((600, 600), abs=2)
    assert inked(pad, 60, 60)


def test_two_fast_strokes_are_both_taken(pad):
    write(pad, (40, 40), (60, 40))
    QTest.mouseDClick(pad, Qt.MouseButton.LeftButton, pos=at(pad, 80, 60))
    QTest.mouseMove(pad, at(pad, 100, 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, 100, 60))
    assert [len(stroke) > 4 for stroke in pad.sheet().strokes] == [True, True]


def test_a_finger_that_slides_off_the_sheet_stays_on_its_edge(pad):
    write(pad, (200, 100), (300, 100), (300, 190))
    (stroke,) = pad.sheet().strokes
    assert max(stroke[::2]) <= 2480
    assert max(stroke[1::2]) <= 1500


def test_the_end_of_a_tap_on_the_page_before_leaves_no_dot(pad, theme, clock):
    theme.guard.page_shown()
    clock.advance(300)
    write(pad, (60, 60), (90, 60))
    assert pad.blank
    clock.advance(300)
    write(pad, (60, 60), (90, 60))
    assert not pad.blank


def test_the_hint_goes_when_somebody_writes_and_comes_back_when_it_is_wiped(pad):
    assert pad.texts() == (HINT,)
    write(pad, (40, 40), (120, 40))
    assert pad.texts() == ()
    pad.clear()
    assert pad.texts() == (HINT,)


def test_nothing_is_kept_after_it_is_wiped(pad):
    write(pad, (40, 40), (120, 40))
    before = pad.grab().toImage()
    pad.clear()
    assert pad.sheet().strokes == ()
    assert not inked(pad, 80, 40)
    assert pad.grab().toImage() != before
    gc.collect()
    coordinates = {"strokes", "live"}
    held = [value for key, value in vars(pad).items() if key.strip("_") in coordinates]
    assert held == [[], {}]


def test_what_was_written_goes_on_on_a_sheet_of_another_size(page, theme, pad):
    write(pad, (40, 40), (220, 40))
    small = page.add(HandwritingPad(theme, HINT), 10, 250, 165, 81)
    small.set_sheet(pad.sheet())
    (stroke,) = small.sheet().strokes
    assert max(stroke[::2]) <= 1650
    assert inked(small, 40 * 0.54, 40 * 0.54)
    pad.set_sheet(pad.sheet())
    assert inked(pad, 80, 40)


def test_in_high_contrast_it_is_yellow_on_black(pad, theme):
    write(pad, (40, 40), (120, 40))
    theme.set_mode(Mode.HIGH_CONTRAST)
    picture = pad.grab().toImage()
    assert picture.pixelColor(at(pad, 80, 40)) == QColor("#FFE14D")
    assert picture.pixelColor(at(pad, 80, 60)) == QColor("#000000")


def test_a_hand_that_rests_does_not_stop_the_finger_that_writes(pad):
    screen = QTest.createTouchDevice()
    palm, finger = at(pad, 200, 130), [at(pad, 40 + step * 2, 40) for step in range(30)]
    QTest.touchEvent(pad, screen).press(0, palm, pad).commit()
    QTest.touchEvent(pad, screen).stationary(0).press(1, finger[0], pad).commit()
    for point in finger[1:]:
        QTest.touchEvent(pad, screen).stationary(0).move(1, point, pad).commit()
    QTest.touchEvent(pad, screen).stationary(0).release(1, finger[-1], pad).commit()
    assert inked(pad, 60, 40)
    strokes = pad.sheet().strokes
    assert len(strokes) == 1
    assert len(strokes[0]) > 20
    QTest.touchEvent(pad, screen).release(0, palm, pad).commit()


def test_the_least_sheet_is_the_one_the_rules_ask_for():
    assert (LEAST_WIDTH_MM, LEAST_HEIGHT_MM) == (120, 80)
