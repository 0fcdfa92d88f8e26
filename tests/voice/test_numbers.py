"""How a ticket number, a window and a number of people are read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voice.helpers import SERIES
from voice.numbers import (
    LabelUnreadable,
    OneInLabels,
    read_cardinal,
    read_codes_in_text,
    read_count,
    read_digits,
    read_label,
    split_label,
)
from voice.readings import load_readings

READINGS = load_readings()


def label(text: str, one: OneInLabels = "yao") -> str:
    return " ".join(read_label(text, SERIES, READINGS, one))


@pytest.mark.parametrize(
    ("shown", "heard"),
    [
        ("老012", "老年号 零 幺 二"),
        ("尊001", "尊老号 零 零 幺"),
        ("普999", "普通号 九 九 九"),
        ("老1000", "老年号 幺 零 零 零"),
        ("A012", "A 零 幺 二 号"),
        ("A-012", "A 零 幺 二 号"),
        ("约 207", "约 二 零 七 号"),
        ("012", "零 幺 二 号"),
        ("A11", "A 一 一 号"),
        ("７１", "七 一 号"),
    ],
)
def test_a_ticket_is_read_digit_by_digit(shown, heard):
    assert label(shown) == heard


def test_a_hall_may_choose_yi_for_one():
    assert label("老111", one="yi") == "老年号 一 一 一"


def test_a_reading_that_is_only_the_mark_gets_the_suffix():
    assert read_label("老012", {"老": "老"}, READINGS) == ("老", "零", "幺", "二", "号")


@pytest.mark.parametrize("bad", ["", "老", "A01B", "老 年"])
def test_a_label_without_digits_at_its_end_is_refused(bad):
    with pytest.raises(LabelUnreadable):
        split_label(bad)


@pytest.mark.parametrize(
    ("value", "heard"),
    [
        (0, "零"),
        (1, "一"),
        (2, "二"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (40, "四十"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (212, "二百一十二"),
        (1000, "一千"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (9999, "九千九百九十九"),
    ],
)
def test_a_window_is_a_cardinal(value, heard):
    assert "".join(read_cardinal(value, READINGS)) == heard


@pytest.mark.parametrize(
    ("value", "heard"),
    [
        (2, "两"),
        (12, "十二"),
        (20, "二十"),
        (22, "二十二"),
        (200, "两百"),
        (2000, "两千"),
        (3, "三"),
    ],
)
def test_two_people_are_liang(value, heard):
    assert "".join(read_count(value, READINGS)) == heard


@pytest.mark.parametrize("value", [-1, 10000])
def test_numbers_out_of_range_are_refused(value):
    with pytest.raises(ValueError, match="0 to 9999"):
        read_cardinal(value, READINGS)


@given(st.text("0123456789", min_size=1, max_size=8))
def test_every_digit_is_said_once_and_in_order(digits):
    spoken = read_digits(digits, READINGS)
    back = {word: str(index) for index, word in enumerate(READINGS.digits)} | {"幺": "1"}
    assert "".join(back[word] for word in spoken) == digits


@given(st.integers(0, 9999))
def test_no_two_numbers_sound_alike(value):
    spoken = "".join(read_cardinal(value, READINGS))
    total, digit = 0, 0
    for char in spoken:
        if char in READINGS.digits:
            digit = READINGS.digits.index(char)
        else:
            total += max(digit, 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    assert total + digit == value


def test_codes_in_a_free_text_are_written_out_and_quantities_are_not():
    assert read_codes_in_text("老012，等15分钟", READINGS) == "老零幺二，等15分钟"
    assert read_codes_in_text("打 03951234567", READINGS) == "打 零三九五幺二三四五六七"
