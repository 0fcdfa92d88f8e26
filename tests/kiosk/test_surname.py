"""How people are addressed."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.surname import age_band, age_on, drawable_or_marked, form_of_address
from tests.kiosk.people import RULES, WORDS


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("王守田", "王"),
        ("欧阳秀英", "欧阳"),
        ("欧阳", "欧"),
        ("尉迟恭", "尉迟"),
        ("阿依古丽·买买提", "阿依古丽"),
        ("买买提．艾力", "买买提"),
        ("", ""),
        ("𠮷田花", "𠮷"),
    ],
)
def test_the_surname_of_a_name(name, surname):
    assert RULES.surname(name) == surname


@pytest.mark.parametrize(
    ("sex", "band", "address"),
    [
        (1, "80_plus", "王大爷"),
        (2, "80_plus", "王奶奶"),
        (1, "60_79", "王大爷"),
        (2, "60_79", "王大娘"),
        (1, "under_60", "王先生"),
        (2, "under_60", "王女士"),
        (0, "80_plus", ""),
        (9, "60_79", ""),
    ],
)
def test_sex_and_age_make_the_form_of_address(sex, band, address):
    assert form_of_address("王", sex, band, WORDS) == address


def test_nobody_is_addressed_without_a_surname():
    assert form_of_address("", 1, "80_plus", WORDS) == ""


def test_a_birthday_counts_on_its_day():
    assert age_on(date(1946, 11, 23), date(2026, 11, 22)) == 79
    assert age_on(date(1946, 11, 23), date(2026, 11, 23)) == 80
    assert [age_band(age) for age in (59, 60, 79, 80)] == ["under_60", "60_79", "60_79", "80_plus"]


def test_a_character_that_cannot_be_drawn_shows_a_mark_and_no_blank():
    shown = drawable_or_marked("王X", lambda text: text != "X", RULES.geta)
    assert (shown.text, shown.whole) == ("王〓", False)
    assert drawable_or_marked("王", lambda _: True, RULES.geta).whole
