"""A kiosk's voice that is opened when the page is there."""

from __future__ import annotations

from devices.ports import DeviceStatus, Ready
from launch.late_voice import LateVoice
from tests.voice.helpers import tone
from voice.memory import MemorySpeaker
from voice.sentences import SentenceVoice


class Clip:
    """Says everything with one tone, at once."""

    def prepare(self, utterance, on_sound):
        del utterance
        on_sound(tone())


def late() -> tuple[LateVoice, MemorySpeaker, list[str]]:
    speaker, story = MemorySpeaker(), []

    def open_voice() -> SentenceVoice:
        story.append("opened")
        return SentenceVoice(speaker, Clip(), Clip())

    return LateVoice(open_voice), speaker, story


def test_nothing_is_opened_and_nothing_said_before_the_start():
    voice, speaker, story = late()
    ended: list[bool] = []
    voice.say("请坐", slow=False, quiet=False, on_ended=ended.append)
    voice.set_volume(2)
    voice.use_headphones(True)
    voice.hush()
    voice.stop()
    assert story == []
    assert ended == [False]
    assert speaker.started == []


def test_after_the_start_it_is_the_kiosks_voice():
    voice, speaker, story = late()
    statuses: list[DeviceStatus] = []
    ended: list[bool] = []
    voice.start(statuses.append)
    voice.set_volume(2)
    voice.say("请坐", slow=True, quiet=False, on_ended=ended.append)
    assert story == ["opened"]
    assert statuses == [Ready()]
    assert speaker.volume == 1.0
    assert len(speaker.heard) == 1
    assert ended == [True]
    voice.stop()
