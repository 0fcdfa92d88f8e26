"""What is said when a number is called: number, window, action, and the number twice."""

from __future__ import annotations

import pytest

from tests.voice.helpers import shipped_voice
from voice.utterance import Utterance

VOICE = shipped_voice()


def heard(*utterances: Utterance | None) -> str:
    return "|".join(" ".join(part.words for part in one.parts) for one in utterances if one)


def test_a_call_says_number_then_window_and_all_of_it_twice():
    call = VOICE.sentences.call("老012", 12, 1)
    once = "请 老年号 零 幺 二 到十二号窗口"
    assert heard(call.first, call.second) == f"{once}|{once}"
    assert call.first.text == "请 老012 到 12 号窗口"


def test_a_recall_says_the_number_twice_before_the_window_and_takes_the_hurry_away():
    call = VOICE.sentences.call("老012", 3, 2)
    assert heard(call.first) == ("老年号 零 幺 二 老年号 零 幺 二 请 到三号窗口 不用急 慢慢走")
    assert heard(call.second) == "请 老年号 零 幺 二 到三号窗口"


def test_half_a_second_lies_between_number_and_window_and_a_quarter_between_digits():
    call = VOICE.sentences.call("老012", 3, 1)
    gaps = {part.words: part.gap_before_ms for part in call.first.parts}
    assert gaps["到三号窗口"] == 500
    assert all(250 <= gaps[digit] <= 350 for digit in "零幺二")


def test_a_taken_number_is_said_with_the_people_before_it():
    said = VOICE.sentences.sentence("ticket_taken_wait", label="老007", ahead=2, minutes=15)
    assert "您的号是 老年号 零 零 七 前面还有 两 位 大约等 十 五 分钟" in heard(said.first)
    assert said.second is None
    assert said.first.text == "您的号：老007，前面还有 2 位，大约等 15 分钟"


def test_nobody_before_is_a_number_too():
    said = VOICE.sentences.sentence("ticket_taken", label="老007", ahead=0)
    assert "前面还有 零 位" in heard(said.first)


@pytest.mark.parametrize("missing", [{"ahead": 1}, {"label": "老001"}])
def test_a_sentence_without_its_numbers_is_a_mistake(missing):
    with pytest.raises(KeyError):
        VOICE.sentences.sentence("ticket_taken", **missing)


@pytest.mark.parametrize("name", list(VOICE.sentences.sentences))
def test_every_sentence_is_spoken_from_clips_alone(name):
    said = VOICE.sentences.sentence(name, label="老1790", window=40, ahead=23, minutes=15)
    for utterance in (said.first, said.second):
        if utterance is not None:
            sound = VOICE.speech.from_clips(utterance)
            assert sound is not None, utterance
            assert sound.text == said.first.text


def test_every_window_up_to_forty_and_every_series_has_its_clips():
    for window in range(1, 41):
        for mark in "老尊优普":
            call = VOICE.sentences.call(f"{mark}0{window:02d}", window, 1)
            assert VOICE.speech.from_clips(call.first) is not None
