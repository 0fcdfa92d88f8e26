"""Where a text breaks into lines, and how it is cut when it must be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.breaks import Breaths, broken_by_sense, fitted, width_em
from printer_drivers.fonts import FontBook
from tests.printer_drivers.desk import FONTS, WORDS

BREATHS = Breaths(WORDS["break_after"], tuple(WORDS["break_before"].split()))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("老年证", ("老年证",)),
        ("家里突然有难，申请救急钱和补贴", ("家里突然有难，", "申请救急钱和补贴")),
        ("困难老人养老\n补贴", ("困难老人养老", "补贴")),
        ("80岁以上老人每月领的高龄生活补贴", ("80岁以上老人每月领的", "高龄生活补贴")),
    ],
)
def test_a_long_name_breaks_where_a_reader_breathes(name, lines):
    assert broken_by_sense(name, 14.0, BREATHS) == lines


def test_a_break_never_falls_into_a_figure():
    for line in broken_by_sense("请" * 10 + "12345" + "人" * 9, 14.0, Breaths("")):
        assert width_em(line) <= 14.0
        assert ("12345" in line) == any(c.isdecimal() for c in line)


def test_a_line_its_writer_broke_too_late_is_broken_again():
    assert fitted("困难老人养老补贴\n和别的", 5.0, BREATHS, 2) == ("困难老人养", "老补贴和…")


def test_what_is_cut_off_is_shown_by_a_mark_and_never_splits_a_figure():
    assert fitted("一二三四五六七", 5.0, BREATHS, 1) == ("一二三四…",)
    assert fitted("在12345号", 3.4, BREATHS, 1) == ("在…",)
    assert fitted("等一二12345号", 5.0, BREATHS, 1) == ("等一二…",)


@given(
    st.text(st.sampled_from("老人、的 申请养（）A1９𬱖\n"), max_size=60),
    st.floats(3.0, 20.0),
    st.sampled_from([1, 2]),
)
def test_whatever_the_text_it_fits_its_lines(text, line_em, most):
    lines = fitted(text, line_em, BREATHS, most)

    assert len(lines) <= most
    assert all(width_em(line) <= line_em for line in lines)


def test_no_character_is_drawn_wider_than_the_composer_believes():
    book = FontBook(FONTS)
    for character in (chr(code) for code in range(0x20, 0x7F)):
        for weight in ("body", "label", "title"):
            run = book.runs(character, weight)[0]
            assert run.advance_em <= width_em(character), (character, weight)
