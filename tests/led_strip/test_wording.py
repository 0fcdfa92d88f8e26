"""What a strip can write of the hall's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.ports import StripText
from led_strip.wording import ENCODINGS, strip_bytes
from tests.led_strip.counter import calling


def written(said: StripText, encoding="gb2312", most_bytes: int = 200) -> str:
    return strip_bytes(said, encoding, most_bytes).decode(encoding)


@pytest.mark.parametrize("encoding", ["gb2312", "gbk"])
def test_a_call_is_written_as_it_is(encoding):
    assert written(calling("老012", "12"), encoding) == "请 老012 到12号窗口"


@pytest.mark.parametrize("prefix", ["\U00020bb7", "㐂", "ĸ"])
def test_a_letter_the_strip_does_not_know_leaves_the_number(prefix):
    assert written(calling(f"{prefix}012")) == "012"


def test_without_a_number_only_the_unknown_character_is_left_out():
    assert written(StripText("欢迎\U00020bb7老师")) == "欢迎老师"


def test_a_strip_that_knows_more_characters_shows_more():
    assert written(calling("囧012"), "gbk") == "请 囧012 到3号窗口"
    assert written(calling("囧012"), "gb2312") == "012"


def test_what_a_strip_would_obey_is_only_text():
    assert written(StripText("\\C1\\DH\x1b\n\x00")) == "＼C1＼DH"


def test_a_character_is_never_cut_in_half():
    assert written(StripText("请到三号"), most_bytes=5) == "请到"


@given(st.text(max_size=60), st.sampled_from(ENCODINGS))
def test_no_text_carries_a_command(text, encoding):
    line = strip_bytes(StripText(text, "012", "3"), encoding, 80)

    assert len(line) <= 80
    assert b"\\" not in line
    assert all(byte >= 0x20 for byte in line)
    line.decode(encoding)
