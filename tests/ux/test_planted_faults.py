"""Each rule would find its fault: pages with one thing wrong, looked at by the same eye."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from launch.ux_report import check_flow, check_keys, check_words, pixels
from launch.ux_report.check_sound import power
from launch.ux_report.colour import contrast
from launch.ux_report.conditions import PORTRAIT, Condition, Surface
from launch.ux_report.drawn import Eye
from launch.ux_report.rules import Measure, worst
from launch.ux_report.showing import shown_off_screen, theme_on
from launch.ux_report.strokes import load_heavy_characters
from ui_kit.dock import Dock, DockLabels
from ui_kit.keys import BigKey, KeyFace
from ui_kit.page import PageBase, PageParts
from ui_kit.sheets import FactCard
from ui_kit.words import TextBlock, TextLook

HEAVY = load_heavy_characters()
WHERE = Condition(PORTRAIT)


@pytest.fixture
def theme(qapp):
    return theme_on(PORTRAIT)


@pytest.fixture
def page(qtbot, theme):
    page = PageBase(theme, "page", PageParts())
    qtbot.addWidget(page)
    return page


def key(theme, name: str, em_mm: float = 14.0) -> BigKey:
    return BigKey(theme, KeyFace("办事", em_mm=em_mm, floor_mm=4.0), name)


def found(theme, page, condition: Condition = WHERE) -> dict[str, Measure]:
    drawn = Eye(theme).look_at(shown_off_screen(page))
    measures = [
        *check_words.measures(drawn, Surface.KIOSK, condition, HEAVY),
        *check_keys.measures(drawn, Surface.KIOSK, condition),
        *pixels.measures(pixels.layers(page, theme), drawn),
    ]
    return worst(measures)


def broken(theme, page, condition: Condition = WHERE) -> set[str]:
    needs_help_bar = {"F4"}
    return {rule for rule, one in found(theme, page, condition).items() if not one.ok} - (
        needs_help_bar
    )


def test_a_page_without_fault_has_none(theme, page):
    page.add(key(theme, "one"), 20, 300, 100, 40)
    page.add(key(theme, "two"), 20, 349.5, 100, 40)
    page.add(TextBlock(theme, "请把身份证\n放这里", TextLook(30.0, 900)), 20, 60, 220, 80)
    assert broken(theme, page) == set()


def test_a_small_key_is_found_with_its_size(theme, page):
    page.add(key(theme, "small", 10.0), 20, 300, 60, 15)
    measure = found(theme, page)["T1"]
    assert not measure.ok
    assert measure.value == pytest.approx(15, abs=0.3)
    assert measure.what == "small"


def test_keys_too_near_are_found_by_the_lip_of_the_upper_one(theme, page):
    page.add(key(theme, "upper"), 20, 300, 100, 40)
    page.add(key(theme, "lower"), 20, 347, 100, 40)
    measure = found(theme, page)["T2"]
    assert measure.value == pytest.approx(4.0, abs=0.3)
    assert "T2" in broken(theme, page)


def test_yes_and_no_side_by_side_are_found(theme, page):
    page.add(key(theme, "key.yes"), 20, 300, 80, 40)
    page.add(key(theme, "key.no"), 112, 300, 80, 40)
    assert "T2b" in broken(theme, page)


def test_a_key_at_the_edge_of_the_glass_is_found(theme, page):
    page.add(key(theme, "edge"), 4, 300, 100, 40)
    assert "B5" in broken(theme, page)


def test_small_words_are_found_with_their_em(theme, page):
    page.add(TextBlock(theme, "太小的字", TextLook(8.0, floor_mm=8.0)), 20, 60, 220, 20)
    assert found(theme, page)["X1"].value == pytest.approx(8.0, abs=0.2)
    assert "X1" in broken(theme, page)


@pytest.mark.parametrize(("word", "heavy"), [("警察", True), ("糖尿病", True), ("老人", False)])
def test_a_character_of_many_strokes_needs_twelve_millimetres(theme, page, word, heavy):
    page.add(TextBlock(theme, word, TextLook(10.0, floor_mm=10.0)), 20, 60, 220, 20)
    assert ("X3" in broken(theme, page)) is heavy


def test_running_text_set_close_is_found(theme, page):
    look = TextLook(11.0, 500, spacing=1.3)
    page.add(TextBlock(theme, "第一行\n第二行", look), 20, 60, 220, 40)
    assert "X7a" in broken(theme, page)


def test_a_title_set_close_is_found(theme, page):
    page.add(TextBlock(theme, "第一行\n第二行", TextLook(30, 900, spacing=1.16)), 20, 60, 220, 90)
    assert found(theme, page)["X7b"].value == pytest.approx(1.16, abs=0.02)


def test_words_that_run_over_their_key_are_found(theme, page):
    face = KeyFace("一二三四五六七八九十", em_mm=14, floor_mm=14, max_lines=1)
    page.add(BigKey(theme, face, "full"), 20, 300, 60, 40)
    assert "X10a" in broken(theme, page)


def test_words_over_words_are_found(theme, page):
    page.add(TextBlock(theme, "上面的", TextLook(20.0)), 20, 60, 220, 24)
    page.add(TextBlock(theme, "下面的", TextLook(20.0)), 20, 70, 220, 24)
    assert "X10b" in broken(theme, page)


def test_words_under_a_key_are_found(theme, page):
    page.add(TextBlock(theme, "被盖住的字", TextLook(20.0)), 20, 310, 220, 24)
    page.add(key(theme, "over"), 20, 300, 100, 40)
    assert "X10c" in broken(theme, page)


def test_words_that_are_told_and_not_drawn_are_found(theme, page):
    class Silent(TextBlock):
        def paint(self, painter):
            """Draw nothing of what `texts` tells."""

    page.add(Silent(theme, "没有画出来", TextLook(20.0), "silent"), 20, 60, 220, 24)
    assert found(theme, page)["X10d"].what == "没有画出来"
    assert "X10d" in broken(theme, page)


def test_pale_words_are_found_by_their_pixels(theme, page):
    page.add(TextBlock(theme, "看不清的字", TextLook(20.0, colour="lip")), 20, 60, 220, 24)
    measure = found(theme, page)["C1"]
    assert measure.value == pytest.approx(3.6, abs=0.1)
    assert "C1" in broken(theme, page)


def test_the_ground_is_what_is_painted_under_the_words(theme, page):
    page.add(FactCard(theme, "users", "前面还有", "3 位", "fact"), 20, 60, 200, 40)
    page.add(TextBlock(theme, "压在图上", TextLook(20.0, colour="green")), 26, 66, 60, 24)
    assert "C1" in broken(theme, page)


def test_seven_answers_are_one_too_many(theme, page):
    for index in range(7):
        page.add(key(theme, f"answer-{index}"), 20, 60 + index * 50, 100, 40)
    measure = found(theme, page)["F2"]
    assert (measure.value, measure.ok) == (7, False)


def test_a_key_beyond_reach_is_found(theme, page):
    page.add(key(theme, "high"), 20, 12, 100, 22)
    measure = found(theme, page)["P1a"]
    assert measure.value == pytest.approx(780 + 476 - 23, abs=1)
    assert not measure.ok


def test_a_glass_that_leans_back_brings_its_upper_keys_lower(theme, page):
    page.add(key(theme, "high"), 20, 12, 100, 22)
    leaning = Condition(replace(PORTRAIT, tilt_deg=60.0))
    measure = found(theme, page, leaning)["P1a"]
    assert measure.value == pytest.approx(780 + (476 - 23) * 0.5, abs=1)
    assert measure.ok


def test_a_key_in_the_middle_of_a_lowered_page_is_found(theme, page):
    page.add(key(theme, "middle"), 20, 200, 100, 40)
    assert "P3" in broken(theme, page, Condition(PORTRAIT, low=True))


def test_a_help_bar_that_moved_is_found(qtbot, theme):
    labels = DockLabels(*("一点" for _ in fields(DockLabels)))
    dock = Dock(theme, labels)
    page = PageBase(theme, "page", PageParts(dock=dock))
    qtbot.addWidget(page)
    place, eye = check_keys.SamePlace(), Eye(theme)
    first = list(place.measures(eye.look_at(shown_off_screen(page)), WHERE))
    assert first
    assert all(measure.ok for measure in first)
    dock.move(0, dock.y() - 8)
    moved = list(place.measures(eye.look_at(page), WHERE))
    assert not any(measure.ok for measure in moved)
    assert moved[0].value == pytest.approx(PORTRAIT.panel.mm(8))


@pytest.mark.parametrize(
    ("text", "ground", "plain", "aged"),
    [
        ((255, 255, 255), (0xAE, 0x12, 0x19), 7.2, 6.5),
        ((0x00, 0x60, 0x45), (0xFF, 0xFC, 0xF6), 7.4, 7.2),
        ((0x6B, 0x6E, 0x66), (0xF4, 0xEF, 0xE3), 4.5, 4.4),
    ],
)
def test_contrast_and_the_aged_lens_agree_with_the_table_of_the_look(text, ground, plain, aged):
    assert contrast(text, ground) == pytest.approx(plain, abs=0.06)
    assert contrast(text, ground, aged=True) == pytest.approx(aged, abs=0.06)


def test_the_shortest_way_counts_touches_and_not_what_happens_by_itself():
    way = check_flow.fewest_touches("greeting", "slip")
    assert way == ["spoken", "group", "matter", "yes", "printed"]
    assert check_flow.fewest_touches("slip", "hall_gone") is None


def test_a_high_tone_is_heard_as_one():
    from array import array
    from math import pi, sin

    tone = array("h", [round(9000 * sin(2 * pi * 3000 * n / 16000)) for n in range(4000)])
    assert power(tone, 3000, 16000) > 1000 * power(tone, 700, 16000)
