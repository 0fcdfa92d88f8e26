"""What a visitor hears who chose English."""

from __future__ import annotations

import pytest

from devices.ports import Sound
from tests.voice.helpers import tone
from voice.english import english_speech
from voice.failure import NotSynthesised
from voice.memory import MemorySpeaker
from voice.numbers import read_codes_in_text, read_count, read_label
from voice.pcm import samples
from voice.pronounce import SynthesiserMissing, read_otherwise
from voice.readings import load_readings, readings_file
from voice.sentences import SentenceVoice, in_sentences
from voice.synthesiser import Synthesiser, english_voices

ENGLISH = load_readings(readings_file("en"))


class Remembering:
    """Makes a sound of any utterance at once, and remembers which."""

    def __init__(self):
        self.texts: list[str] = []

    def prepare(self, utterance, on_sound):
        self.texts.append(utterance.text)
        on_sound(tone(utterance.text))


def test_an_english_voice_is_found_and_reads_english():
    voices = english_voices("zero one two")
    assert voices[0] == "en"
    assert not any(read_otherwise(voice, "Please take your slip") for voice in voices)


def test_a_voice_of_another_language_or_none_is_not_taken():
    assert read_otherwise("cmn-latn-pinyin", "Please take your ticket")
    assert english_voices("ticket", candidates=("cmn-latn-pinyin", "zzz")) == ()


def test_without_the_checking_program_only_the_voice_known_to_be_right_stays():
    def missing(_voice: str, _text: str) -> bool:
        raise SynthesiserMissing("no espeak-ng")

    assert english_voices("ticket", reads_otherwise=missing) == ("en",)


def test_a_sentence_becomes_a_sound_that_can_be_heard():
    sound = english_speech().make(in_sentences("Your number is Senior, zero, one, two."))
    assert isinstance(sound, Sound)
    assert 2.0 < sound.duration_s < 8.0
    assert max(map(abs, samples(sound.pcm))) > 3000
    assert sound.text == "Your number is Senior, zero, one, two."


def test_slowly_takes_longer():
    said = in_sentences("Please have a seat.")
    usual, slow = english_speech().make(said), english_speech(100).make(said)
    assert isinstance(usual, Sound)
    assert isinstance(slow, Sound)
    assert slow.duration_s > usual.duration_s * 1.05


def test_a_machine_without_an_english_voice_says_so():
    failed = Synthesiser(tuple, {}, language="English").speak("Hello", "Hello")
    assert failed == NotSynthesised("no voice reads English on this machine")


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("老012", ("Senior", "zero", "one", "two")),
        ("007", ("zero", "zero", "seven")),
        ("A110", ("A", "one", "one", "zero")),
    ],
)
def test_a_number_is_read_digit_by_digit_after_its_row(label, words):
    assert read_label(label, {"老": "Senior"}, ENGLISH) == words


def test_people_are_counted_in_figures_which_the_synthesiser_reads():
    assert read_count(12, ENGLISH) == ("12",)


def test_a_telephone_is_spelled_with_pauses():
    assert read_codes_in_text("Call 0371", ENGLISH) == "Call zero, three, seven, one"


def test_sentences_are_told_apart_and_stay_apart():
    said = in_sentences("Hello. You can take your ID card now. No. 3?")
    assert [part.words for part in said.parts] == [
        "Hello. ", "You can take your ID card now. ", "No. ", "3?",
    ]  # fmt: skip
    assert said.spoken_text(ENGLISH) == "Hello. You can take your ID card now. No. 3?"


def test_the_kiosk_speaks_each_sentence_with_the_voice_of_its_language():
    own, slow, english, english_slow = (Remembering() for _ in range(4))
    voice = SentenceVoice(MemorySpeaker(), own, slow, paces={"en": (english, english_slow)})
    said = {
        ("Hello.", "en", False): english,
        ("Again.", "en", True): english_slow,
        ("您好。", "zh-CN", False): own,
        ("再听一遍。", "", True): slow,
    }
    for text, language, slowly in said:
        voice.say(text, slow=slowly, quiet=False, on_ended=lambda _: None, language=language)
    for (text, _, _), heard_by in said.items():
        assert heard_by.texts == [text]
