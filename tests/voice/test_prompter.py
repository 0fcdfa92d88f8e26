"""The kiosk's voice: one prompt, stopped at once by the next or by a touch."""

from __future__ import annotations

from devices.ports import DeviceStatus, Fault, Offline, Ready, Sound
from tests.voice.helpers import shipped_voice, tone, words
from voice.failure import NotSynthesised
from voice.memory import MemorySpeaker
from voice.prompter import DEFAULT_STEP, VOLUME_STEPS, Prompter
from voice.speech import OnSound
from voice.utterance import Utterance


class ByHand:
    """Makes a sound when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[Utterance, OnSound]] = []

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        self.asked.append((utterance, on_sound))

    def make(self, index: int, made: Sound | NotSynthesised | None = None) -> None:
        utterance, on_sound = self.asked[index]
        on_sound(made if made is not None else tone(utterance.text))


class FromClips:
    """Hands over what the shipped clips give, at once."""

    def __init__(self) -> None:
        self.voice = shipped_voice()

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        on_sound(self.voice.speech.make(utterance))


def kiosk(preparer=None) -> tuple[Prompter, MemorySpeaker, list[DeviceStatus]]:
    statuses: list[DeviceStatus] = []
    speaker = MemorySpeaker(by_hand=True)
    prompter = Prompter(speaker, preparer or FromClips(), statuses.append)
    prompter.start()
    return prompter, speaker, statuses


def test_a_new_prompt_stops_the_old_one_at_once():
    prompter, speaker, _ = kiosk()
    prompter.say(words("请拿好小票。"))
    prompter.say(words("谢谢您，请慢走。"))
    assert speaker.heard == []
    assert speaker.playing is not None
    assert speaker.playing.text == "谢谢您，请慢走。"


def test_a_touch_makes_it_quiet():
    prompter, speaker, _ = kiosk()
    prompter.say(words("请拿好小票。"))
    prompter.hush()
    assert speaker.playing is None


def test_a_sound_that_is_ready_too_late_is_not_played():
    preparer = ByHand()
    prompter, speaker, _ = kiosk(preparer)
    prompter.say(words("one"))
    prompter.say(words("two"))
    preparer.make(0)
    preparer.make(1)
    assert [sound.text for sound in speaker.started] == ["two"]


def test_the_last_prompt_can_be_heard_again_until_the_next_visitor():
    prompter, speaker, _ = kiosk()
    prompter.say(words("请拿好小票。"))
    speaker.end_playing()
    prompter.say_again()
    speaker.end_playing()
    assert [sound.text for sound in speaker.heard] == ["请拿好小票。", "请拿好小票。"]
    prompter.reset()
    prompter.say_again()
    assert speaker.playing is None


def test_the_volume_goes_round_in_three_steps_and_back_to_default_for_the_next_visitor():
    prompter, speaker, _ = kiosk()
    assert speaker.volume == VOLUME_STEPS[DEFAULT_STEP]
    assert [prompter.louder() for _ in VOLUME_STEPS] == [2, 0, 1]
    prompter.louder()
    assert speaker.volume == max(VOLUME_STEPS)
    prompter.reset()
    assert speaker.volume == VOLUME_STEPS[DEFAULT_STEP]


def test_a_kiosk_without_sound_says_so_and_goes_on():
    prompter, speaker, statuses = kiosk()
    speaker.lose_device(Offline("no loudspeaker"))
    prompter.say(words("请拿好小票。"))
    assert statuses == [Ready(), Offline("no loudspeaker")]
    assert prompter.voice_status == Offline("no loudspeaker")


def test_a_prompt_that_cannot_be_made_is_a_fault_people_see():
    preparer = ByHand()
    prompter, _, statuses = kiosk(preparer)
    prompter.say(words("one"))
    preparer.make(0, NotSynthesised("the synthesiser hangs"))
    assert statuses[-1] == Fault("the synthesiser hangs")
