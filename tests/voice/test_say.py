"""`say TEXT`: spoken, or written to a file, or one sentence that says why not."""

from __future__ import annotations

from devices.ports import Offline, Sound
from tests.voice.helpers import shipped_voice, tone
from voice.memory import MemorySpeaker
from voice.pcm import read_wav
from voice.readings import load_readings
from voice.say import Said, make, play, write
from voice.speech import SpeechMaker


def test_what_would_be_spoken_is_written_as_a_wav(tmp_path):
    sound = make("请坐", shipped_voice().speech)
    assert isinstance(sound, Sound)
    assert write(sound, tmp_path / "a.wav").ok
    assert read_wav(tmp_path / "a.wav") == (sound.pcm, sound.rate_hz)


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path):
    said = write(tone(), tmp_path / "no" / "a.wav")
    assert not said.ok
    assert "cannot be written" in said.sentence


def test_an_empty_text_asks_for_one():
    assert make("  ", shipped_voice().speech) == Said(
        False, "There is nothing to say: give a text."
    )


def test_a_voice_that_cannot_speak_says_why():
    said = make("你好", SpeechMaker(None, None, load_readings()))
    assert said == Said(False, "This cannot be spoken: no clip and no synthesiser.")


def test_a_played_text_is_heard():
    speaker = MemorySpeaker()
    assert play(tone(), speaker).ok
    assert len(speaker.heard) == 1


def test_without_a_loudspeaker_nobody_claims_it_was_spoken():
    speaker = MemorySpeaker()
    speaker.lose_device(Offline("no sound output"))
    said = play(tone(), speaker)
    assert not said.ok
    assert said.sentence == "No sound: no sound output. Use --wav FILE to write the sound."


def test_a_loudspeaker_that_does_not_answer_is_given_up():
    said = play(tone(), MemorySpeaker(by_hand=True), patience_s=0.01)
    assert not said.ok
    assert "does not answer" in said.sentence
