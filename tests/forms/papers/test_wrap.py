"""A paragraph breaks where a reader breathes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.breaks import width_em
from forms.papers.wrap import WrapRules, wrapped


@pytest.mark.parametrize(
    ("text", "line_em", "lines"),
    [
        ("带原件来，首页和本人页都要", 20, ("带原件来，首页和本人页都要",)),
        ("补齐以后带着这张纸来，就接着办", 13, ("补齐以后带着这张纸来，", "就接着办")),
        ("请在2026年12月8日以前补齐材料", 9, ("请在2026年12月", "8日以前补齐材料")),
        ("第一行\n第二行", 20, ("第一行", "第二行")),
        ("李敏（工号 c01）收的", 9, ("李敏", "（工号 c01）收的")),
        ("", 10, ("",)),
    ],
)
def test_lines_end_at_marks_and_never_inside_a_figure(text, line_em, lines):
    assert wrapped(text, line_em) == lines


def test_words_that_belong_together_stay_together():
    assert wrapped("请您带上身份证和户口本来", 6, WrapRules(("身份证", "户口本")))[0].endswith("上")


def test_a_number_longer_than_the_line_is_broken_rather_than_lost():
    assert "".join(wrapped("9" * 60, 10)) == "9" * 60


@given(st.text("老人，。（）身份证0123ab 、", min_size=1, max_size=80), st.integers(4, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(text, line_em):
    lines = wrapped(text, line_em)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_em(line) <= line_em for line in lines)
