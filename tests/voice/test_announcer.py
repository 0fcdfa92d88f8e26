"""Calls through a loudspeaker: in order, whole, never two at a time, and honest when unheard."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from itertools import pairwise

from devices.ports import DeviceStatus, Fault, Offline, Ready, Sound, Speaker
from tests.voice.helpers import HandClock, call_of, shipped_voice
from voice.announcement_queue import NotSpoken, QueueRules
from voice.announcer import Announcer, Preparer
from voice.failure import NotSynthesised
from voice.memory import MemorySpeaker
from voice.playing import instant_pace
from voice.speech import OnSound
from voice.utterance import Utterance
from voice.wav_sink import WavSpeaker

VOICE = shipped_voice()


class ClipsOnly:
    """Hands over what the clips give, at once."""

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        on_sound(VOICE.speech.make(utterance))


class Dumb:
    """Can make no sound."""

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        on_sound(NotSynthesised("nothing speaks here"))


class Hall:
    """An announcer with its loudspeaker, and all it reported."""

    def __init__(
        self, speaker: Speaker, preparer: Preparer | None = None, rules: QueueRules | None = None
    ) -> None:
        self.clock = HandClock()
        self.spoken: list[tuple[str, int]] = []
        self.unheard: list[NotSpoken] = []
        self.statuses: list[DeviceStatus] = []
        self.speaker = speaker
        self.announcer = Announcer(
            speaker,
            preparer or ClipsOnly(),
            VOICE.chime,
            self.clock,
            on_spoken=lambda ticket_id, call_no: self.spoken.append((ticket_id, call_no)),
            on_not_spoken=self.unheard.append,
            on_voice_status=self.statuses.append,
            rules=rules,
        )
        self.announcer.start()

    def call(self, number: int, *, solemn: bool = False) -> None:
        self.announcer.call(call_of(VOICE, number, called_at_s=self.clock(), solemn=solemn))


def test_fifty_calls_in_one_second_are_fifty_utterances_in_order_none_overlapping():
    speaker = MemorySpeaker(by_hand=True)
    hall = Hall(speaker, rules=QueueRules(stale_after_s=10_000, latency_s=10_000))
    for number in range(1, 51):
        hall.call(number)
        hall.clock.now_s += 0.02
    played = 0
    while len(hall.spoken) < 50 or speaker.playing is not None:
        if speaker.playing is None:
            hall.clock.now_s += 1.5
            hall.announcer.tick()
            assert speaker.playing is not None, "the queue stands still"
        assert len(speaker.started) - len(speaker.heard) == 1, "two sounds at once"
        hall.clock.now_s += speaker.playing.duration_s
        speaker.end_playing()
        played += 1
        assert played <= 100
    assert hall.spoken == [(f"老{number:03d}", 1) for number in range(1, 51)]
    texts = [sound.text for sound in speaker.heard]
    assert texts == [f"请 老{n:03d} 到 3 号窗口" for n in range(1, 51) for _ in (1, 2)]
    assert hall.unheard == []


def test_fifty_calls_are_fifty_pairs_of_files_in_order(tmp_path):
    speaker = WavSpeaker(tmp_path, instant_pace)
    hall = Hall(speaker, rules=QueueRules(stale_after_s=10_000, min_gap_s=0.0))
    over = threading.Event()

    def spoken(ticket_id: str, call_no: int) -> None:
        hall.spoken.append((ticket_id, call_no))
        if len(hall.spoken) == 50:
            over.set()

    hall.announcer._on_spoken = spoken
    for number in range(1, 51):
        hall.call(number)
    assert over.wait(30)
    speaker.stop()
    lines = [json.loads(line) for line in (tmp_path / "spoken.jsonl").read_text().splitlines()]
    assert [number for number, _ in hall.spoken] == [f"老{n:03d}" for n in range(1, 51)]
    assert [line["file"] for line in lines] == [f"{n:04d}.wav" for n in range(1, len(lines) + 1)]
    for before, after in pairwise(lines):
        assert before["ended_s"] <= after["started_s"]


def test_a_chime_comes_before_a_call_but_not_before_a_solemn_one():
    speaker = MemorySpeaker()
    hall = Hall(speaker)
    hall.call(1)
    hall.clock.now_s += 60
    hall.announcer.tick()
    hall.call(2, solemn=True)
    plain, _, solemn, _ = speaker.heard
    assert plain.pcm.startswith(VOICE.chime.pcm)
    assert not solemn.pcm.startswith(VOICE.chime.pcm)
    assert plain.duration_s - solemn.duration_s > 0.9


def test_spoken_is_told_after_the_first_playing_and_before_the_second():
    speaker = MemorySpeaker(by_hand=True)
    hall = Hall(speaker)
    hall.call(7)
    assert hall.spoken == []
    speaker.end_playing()
    assert hall.spoken == [("老007", 1)]
    assert speaker.playing is not None


def test_a_call_that_comes_alone_is_begun_without_waiting_for_the_clock():
    speaker = MemorySpeaker(by_hand=True)
    hall = Hall(speaker)
    hall.call(1)
    assert speaker.playing is not None


def test_a_loudspeaker_pulled_out_in_the_middle_of_a_call_is_seen_and_the_call_counts_unheard():
    speaker = MemorySpeaker(by_hand=True)
    hall = Hall(speaker)
    hall.call(1)
    hall.call(2)
    speaker.lose_device()
    assert hall.statuses == [Ready(), Offline("the sound device is gone")]
    assert hall.unheard == [
        NotSpoken("老001", 1, "not_played"),
        NotSpoken("老002", 1, "no_device"),
    ]
    assert hall.spoken == []
    speaker.find_device()
    hall.clock.now_s += 2
    hall.call(3)
    speaker.end_playing()
    assert hall.spoken == [("老003", 1)]
    assert hall.announcer.voice_status == Ready()


def test_a_call_nobody_can_make_a_sound_of_is_a_fault_people_see():
    hall = Hall(MemorySpeaker(), Dumb())
    hall.call(1)
    assert hall.unheard == [NotSpoken("老001", 1, "no_speech")]
    assert hall.announcer.voice_status == Fault("nothing speaks here")


def test_a_silent_loudspeaker_is_given_up_and_the_next_call_comes():
    speaker = MemorySpeaker(by_hand=True)
    hall = Hall(speaker)
    hall.call(1)
    hall.call(2)
    hall.clock.now_s += 60
    hall.announcer.tick()
    assert hall.unheard == [NotSpoken("老001", 1, "not_played")]
    hall.clock.now_s += 2
    hall.announcer.tick()
    assert speaker.playing is not None
    assert speaker.playing.text == "请 老002 到 3 号窗口"


def test_free_text_is_played_in_the_station_s_own_thread():
    posted: list[Callable[[], None]] = []
    speaker = MemorySpeaker(by_hand=True)
    hall = Hall(speaker)
    hall.announcer._hand_over = posted.append
    hall.call(1)
    assert speaker.playing is None
    while posted:
        posted.pop(0)()
    assert isinstance(speaker.playing, Sound)
