"""Free text: the right voice, a deadline, and failures that are values."""

from __future__ import annotations

import sys

import pytest

from devices.ports import Sound
from tests.voice.helpers import ASSETS
from voice.clips import load_clip_pack
from voice.failure import NotSynthesised
from voice.pcm import samples
from voice.pronounce import SynthesiserMissing, for_espeak, read_as_english
from voice.readings import load_readings
from voice.speech import SpeechMaker, SpeechWorker
from voice.synthesise_once import choose_voice
from voice.synthesiser import CHILD, Synthesiser, mandarin_voices
from voice.utterance import plain_utterance

READINGS = load_readings()
RIGHT = ("cmn-latn-pinyin",)


def synthesiser(
    *child: str, deadline_s: float = 10.0, voices: tuple[str, ...] = RIGHT
) -> Synthesiser:
    return Synthesiser(
        lambda: voices, READINGS.pronounce, deadline_s=deadline_s, child=child or CHILD
    )


def test_the_chosen_voice_reads_mandarin_and_not_english():
    voices = mandarin_voices("请到三号窗口")
    assert voices[0] == "cmn-latn-pinyin"
    assert not any(read_as_english(voice, "请到三号窗口") for voice in voices)


def test_a_voice_that_reads_mandarin_as_english_is_not_taken():
    assert mandarin_voices("请", reads_english=lambda voice, _text: voice == "cmn") == (
        "cmn-latn-pinyin",
        "zh",
    )


def test_without_the_checking_program_only_the_voice_known_to_be_right_stays():
    def missing(_voice: str, _text: str) -> bool:
        raise SynthesiserMissing("no espeak-ng")

    assert mandarin_voices("请", reads_english=missing) == ("cmn-latn-pinyin",)


def test_the_voice_is_found_under_the_names_of_two_versions():
    assert choose_voice(["sit/cmn", "sit/cmn-latn-pinyin"], RIGHT) == "sit/cmn-latn-pinyin"
    assert choose_voice(["cmn-latn-pinyin"], RIGHT) == "cmn-latn-pinyin"
    assert choose_voice(["sit/cmn", "gmw/en"], RIGHT) is None


def test_words_that_are_read_wrongly_go_out_as_pinyin():
    assert for_espeak("不着急，重新取号", READINGS.pronounce) == "不 zhao2 ji2 ， chong2 xin1 取号"


@pytest.mark.parametrize("word", list(READINGS.pronounce))
def test_no_pinyin_of_ours_is_taken_for_english(word):
    assert not read_as_english("cmn-latn-pinyin", for_espeak(word, READINGS.pronounce))


def test_a_free_sentence_becomes_a_sound_with_headroom():
    made = synthesiser().speak("您要办高龄津贴，对吗？", "您办：高龄津贴，对吗？")
    assert isinstance(made, Sound)
    assert made.text == "您办：高龄津贴，对吗？"
    assert 1.0 < made.duration_s < 6.0
    assert 3000 < max(map(abs, samples(made.pcm))) < 0.75 * 32768


def test_a_long_text_is_spoken_to_its_end():
    """pyttsx3 returns before a text of some length is spoken; the child waits for the end."""
    once, often = "请您坐下等，", 40
    short, long = (synthesiser().speak(text, text) for text in (once, once * often))
    assert isinstance(short, Sound)
    assert isinstance(long, Sound)
    assert long.duration_s > 0.9 * often * short.duration_s


def test_the_second_time_it_comes_from_memory_with_its_own_text():
    engine = synthesiser()
    first = engine.speak("您好", "一")
    engine._child = ("/nowhere/at/all",)
    again = engine.speak("您好", "二")
    assert isinstance(first, Sound)
    assert again == Sound(first.pcm, first.rate_hz, "二")


def test_a_synthesiser_that_hangs_is_killed_at_the_deadline_and_clips_speak():
    hung = synthesiser(sys.executable, "-c", "import signal; signal.pause()", deadline_s=0.3)
    failed = hung.speak("您好", "您好")
    assert failed == NotSynthesised("the synthesiser gave nothing in 0.3 s")
    maker = SpeechMaker(load_clip_pack(ASSETS / "voice/synthetic"), hung, READINGS)
    assert isinstance(maker.make_text("请坐"), Sound)


@pytest.mark.parametrize(
    ("child", "why"),
    [
        (("/nowhere/at/all",), "left no sound"),
        ((sys.executable, "-c", "raise SystemExit(3)"), "left no sound"),
        ((sys.executable, "-c", ""), "left no sound"),
    ],
)
def test_a_synthesiser_that_breaks_is_a_value_that_says_so(child, why):
    failed = synthesiser(*child).speak("您好", "您好")
    assert isinstance(failed, NotSynthesised)
    assert why in failed.why


def test_a_machine_without_a_mandarin_voice_says_so():
    failed = synthesiser(voices=()).speak("您好", "您好")
    assert failed == NotSynthesised("no voice reads Mandarin on this machine")


def test_the_caller_does_not_wait_for_free_text_and_gets_clips_at_once():
    import threading

    asked, let_go = threading.Event(), threading.Event()

    class Slow:
        def speak(self, spoken: str, text: str) -> NotSynthesised:
            asked.set()
            let_go.wait(10)
            return NotSynthesised(spoken)

    clips = load_clip_pack(ASSETS / "voice/synthetic")
    worker = SpeechWorker(SpeechMaker(clips, Slow(), READINGS))
    made: list[object] = []
    worker.prepare(plain_utterance("没有这一句"), made.append)
    assert asked.wait(10)
    worker.prepare(plain_utterance("请坐"), made.append)
    assert len(made) == 1
    assert isinstance(made[0], Sound)
    let_go.set()
    worker.stop()
    assert made[1] == NotSynthesised("没有这一句")
