"""Clips that together say a sentence for which there is no clip."""

from __future__ import annotations

from voice.cover import cover, not_covered
from voice.utterance import Part

CLIPS = {"您的号是", "老年号", "老", "年号", "零", "幺", "二", "三", "前面还有", "位", "请坐下等"}


def known(words: str) -> bool:
    return words in CLIPS


def test_a_sentence_with_a_number_is_said_from_its_pieces_with_the_pauses_of_its_marks():
    assert cover("您的号是老年号、零、幺、二，前面还有三位。", known) == (
        Part("您的号是", 0),
        Part("老年号", 80),
        Part("零", 260),
        Part("幺", 260),
        Part("二", 260),
        Part("前面还有", 350),
        Part("三", 80),
        Part("位", 80),
    )


def test_one_recording_goes_before_two_short_ones():
    assert cover("老年号", known) == (Part("老年号"),)


def test_a_recording_may_reach_over_a_comma_because_its_pause_is_in_it():
    assert cover("请坐，下等。", known) == (Part("请坐下等"),)


def test_what_has_no_recording_is_not_said_at_all_and_is_named():
    assert cover("您的号是老年号零七", known) is None
    assert not_covered("您的号是老年号零七", known) == "七"
    assert not_covered("您的号是", known) == ""


def test_a_text_without_words_is_no_sentence():
    assert cover("，。", known) is None
    assert cover("", known) is None
