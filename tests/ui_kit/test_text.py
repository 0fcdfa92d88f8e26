"""Lines end where sense ends, and letters never get smaller than the floor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui_kit.fonts import BOLD
from ui_kit.line_break import SOFT_MARK, break_lines
from ui_kit.text import TextStyle, fit


def one_each(text: str) -> float:
    return float(len(text))


def test_a_short_sentence_stays_on_one_line():
    assert break_lines("低保", 2, one_each, 14) == ["低保"]


def test_a_sentence_breaks_after_its_comma():
    assert break_lines("坐下歇着，叫到您我们会喊您", 2, one_each, 10) == [
        "坐下歇着，",
        "叫到您我们会喊您",
    ]


def test_a_long_name_breaks_into_two_even_lines():
    assert break_lines("困难、不能自理老人的养老补贴", 2, one_each, 12) == [
        "困难、不能自理",
        "老人的养老补贴",
    ]


def test_a_writer_may_mark_where_a_line_may_end():
    text = f"80岁以上老人{SOFT_MARK}每月领的补贴"
    assert break_lines(text, 2, one_each, 10) == ["80岁以上老人", "每月领的补贴"]
    assert break_lines(text, 1, one_each, 20) == ["80岁以上老人每月领的补贴"]


def test_a_number_is_never_torn():
    lines = break_lines("有事打03715550123", 3, one_each, 11)
    assert lines is not None
    assert "03715550123" in lines


def test_lines_handed_in_are_kept():
    assert break_lines("返回\n上一步", 2, one_each, 10) == ["返回", "上一步"]


def test_what_cannot_fit_is_said():
    assert break_lines("一二三四五六七八", 2, one_each, 3) is None


@given(st.text(alphabet="老人的补贴，。、（）", min_size=1, max_size=24), st.integers(4, 12))
def test_breaking_loses_nothing_and_no_line_begins_with_a_closing_sign(text, width):
    lines = break_lines(text, 8, one_each, width)
    if lines is not None:
        assert "".join(lines) == text
        assert all(len(line) <= width for line in lines)
        assert all(line[0] not in "，。、）" for line in lines[1:])


@pytest.mark.parametrize("width", [500.0, 300.0, 160.0, 90.0])
def test_letters_shrink_only_to_the_floor(theme, width: float):
    style = TextStyle(em_px=60, floor_px=40, weight=BOLD, max_lines=2)
    fitted = fit(theme.fonts, "困难、不能自理老人的养老补贴", style, width, 140)
    assert fitted.em_px >= 40
    if fitted.fits:
        assert all(
            theme.fonts.width(line, BOLD, fitted.em_px) <= width + 1 for line in fitted.lines
        )
    else:
        assert fitted.em_px == 40
