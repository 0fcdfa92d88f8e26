"""The alarm is heard until somebody says that they go."""

from devices.ports import Sound
from ui_kit.covers.sounding import AlarmSound
from voice.memory import MemorySpeaker

ALARM = Sound(b"\0\0" * 1600, 16000, "")


def test_it_sounds_again_and_again_until_it_is_not_wanted():
    speaker = MemorySpeaker(by_hand=True)
    alarm = AlarmSound(speaker, ALARM)
    alarm.start()
    alarm.want(wanted=True)
    speaker.end_playing()
    speaker.end_playing()
    assert speaker.started == [ALARM, ALARM, ALARM]
    alarm.want(wanted=False)
    assert speaker.heard == [ALARM, ALARM]
    alarm.want(wanted=False)
    assert len(speaker.started) == 3


def test_it_is_heard_as_soon_as_the_loudspeaker_is_back():
    speaker = MemorySpeaker(by_hand=True)
    alarm = AlarmSound(speaker, ALARM)
    alarm.start()
    speaker.lose_device()
    alarm.want(wanted=True)
    assert speaker.started == []
    speaker.find_device()
    assert speaker.started == [ALARM]


def test_a_station_without_a_loudspeaker_is_silent_and_well():
    alarm = AlarmSound(None, ALARM)
    alarm.start()
    alarm.want(wanted=True)
    alarm.stop()
