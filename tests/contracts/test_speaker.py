"""What every loudspeaker promises, whatever is behind it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from devices.catalog import shipped_catalog
from devices.ports import DeviceStatus, Fault, Sound, Speaker, status_word
from devices.transport import Transport
from tests.voice.sound_server import sound_server
from voice.memory import MemorySpeaker
from voice.playing import instant_pace, real_pace
from voice.pulse_sink import PulseSpeaker
from voice.wav_sink import WavSpeaker

RATE_HZ = 16000
WAIT_S = 20.0


def sound(text: str, duration_s: float = 0.05) -> Sound:
    return Sound(b"\x00\x10" * int(duration_s * RATE_HZ), RATE_HZ, text)


def no_link() -> Transport:
    raise AssertionError("a loudspeaker of this kind opens no link")


class Watch:
    """What a loudspeaker reported, in order; can be waited for."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self._changed = threading.Condition()

    def note(self, event: str) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def note_status(self, status: DeviceStatus) -> None:
        self.note(status_word(status))

    def play(self, speaker: Speaker, a_sound: Sound) -> None:
        speaker.play(
            a_sound,
            lambda: self.note(f"started {a_sound.text}"),
            lambda whole: self.note(f"{'heard' if whole else 'cut'} {a_sound.text}"),
        )

    def wait_for(self, event: str) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: event in self.events, WAIT_S), self.events


@dataclass
class Setting:
    """A loudspeaker and the hands at its plug; `slow` when sounds last until they are cut."""

    speaker: Speaker
    unplug: Callable[[], None]
    plug: Callable[[], None]


def tell(sentence: str) -> None:
    sys.stderr.write(f"\n{sentence}\n")


@contextmanager
def memory(_folder: Path, slow: bool) -> Iterator[Setting]:
    made = MemorySpeaker(by_hand=slow)
    yield Setting(made, made.lose_device, made.find_device)


@contextmanager
def wav(folder: Path, slow: bool) -> Iterator[Setting]:
    made = WavSpeaker(folder, real_pace if slow else instant_pace)
    yield Setting(made, lambda: made.control("unplug"), lambda: made.control("plug"))


@contextmanager
def pulse(folder: Path, slow: bool) -> Iterator[Setting]:
    """The driver over a sound server of its own."""
    del slow  # sounds last as long as they are
    with sound_server(folder) as server:
        yield Setting(PulseSpeaker(), server.unplug_loudspeaker, server.plug_loudspeaker)


@contextmanager
def real(_folder: Path, slow: bool) -> Iterator[Setting]:
    """The loudspeaker of this machine; a person does what is printed."""
    del slow
    yield Setting(
        PulseSpeaker(),
        lambda: tell("pull out the loudspeaker"),
        lambda: tell("plug the loudspeaker in again"),
    )


LOUDSPEAKERS = [
    memory,
    wav,
    pytest.param(pulse, marks=pytest.mark.sound_server),
    pytest.param(real, marks=pytest.mark.hardware),
]


@pytest.fixture(params=LOUDSPEAKERS, ids=lambda setting: setting.__name__)
def speaker(request, tmp_path):
    with request.param(tmp_path, slow=False) as setting:
        yield setting.speaker
        setting.speaker.stop()


@pytest.fixture(params=LOUDSPEAKERS, ids=lambda setting: setting.__name__)
def slow_setting(request, tmp_path):
    with request.param(tmp_path, slow=True) as setting:
        yield setting
        setting.speaker.stop()


@pytest.fixture
def slow_speaker(slow_setting):
    """A loudspeaker whose sounds last until they are cut."""
    return slow_setting.speaker


def test_it_says_that_it_is_ready(speaker):
    watch = Watch()
    speaker.start(watch.note_status)
    watch.wait_for("ready")
    assert watch.events == ["ready"]


def test_a_sound_starts_and_is_heard_to_its_end(speaker):
    watch = Watch()
    speaker.start(lambda _status: None)
    watch.play(speaker, sound("one"))
    watch.wait_for("heard one")
    assert watch.events == ["started one", "heard one"]


def test_sounds_never_overlap_and_keep_their_order(speaker):
    watch = Watch()
    speaker.start(lambda _status: None)
    for number in range(10):
        watch.play(speaker, sound(str(number)))
    watch.wait_for("heard 9")
    wanted = [f"{word} {number}" for number in range(10) for word in ("started", "heard")]
    assert watch.events == wanted


def test_silence_cuts_what_plays_and_drops_what_waits(slow_speaker):
    watch = Watch()
    slow_speaker.start(lambda _status: None)
    watch.play(slow_speaker, sound("one", duration_s=600))
    watch.wait_for("started one")
    watch.play(slow_speaker, sound("two", duration_s=600))
    slow_speaker.silence()
    watch.wait_for("cut one")
    watch.wait_for("cut two")
    assert sorted(watch.events) == ["cut one", "cut two", "started one"]


def test_after_silence_it_plays_again(slow_speaker):
    watch = Watch()
    slow_speaker.start(lambda _status: None)
    watch.play(slow_speaker, sound("one", duration_s=600))
    watch.wait_for("started one")
    slow_speaker.silence()
    watch.play(slow_speaker, sound("two", duration_s=600))
    watch.wait_for("started two")


def test_stopping_ends_what_plays_as_not_heard(slow_speaker):
    watch = Watch()
    slow_speaker.start(lambda _status: None)
    watch.play(slow_speaker, sound("one", duration_s=600))
    watch.wait_for("started one")
    slow_speaker.stop()
    watch.wait_for("cut one")


def test_a_device_pulled_out_is_said_and_nothing_counts_as_heard(slow_setting):
    watch, speaker = Watch(), slow_setting.speaker
    speaker.start(watch.note_status)
    watch.wait_for("ready")
    watch.play(speaker, sound("one", duration_s=600))
    watch.wait_for("started one")
    slow_setting.unplug()
    watch.wait_for("cut one")
    watch.wait_for("offline")
    watch.play(speaker, sound("two"))
    watch.wait_for("cut two")
    watch.events.clear()
    slow_setting.plug()
    watch.wait_for("ready")
    watch.play(speaker, sound("three"))
    watch.wait_for("started three")


def test_the_simulated_output_takes_as_long_as_the_sound(tmp_path):
    asked: list[float] = []

    def pace(cut: threading.Event, duration_s: float) -> bool:
        asked.append(duration_s)
        return cut.is_set()

    watch, speaker = Watch(), WavSpeaker(tmp_path, pace)
    speaker.start(lambda _status: None)
    watch.play(speaker, sound("one", duration_s=1.25))
    watch.wait_for("heard one")
    speaker.stop()
    assert asked == [1.25]
    assert (tmp_path / "0001.wav").stat().st_size == 44 + 2 * int(1.25 * RATE_HZ)


def test_a_folder_that_cannot_be_made_is_a_fault_and_nothing_is_heard(tmp_path):
    (tmp_path / "file").write_text("in the way")
    watch = Watch()
    statuses: list[DeviceStatus] = []
    speaker = WavSpeaker(tmp_path / "file" / "folder", instant_pace)
    speaker.start(statuses.append)
    watch.play(speaker, sound("one"))
    watch.wait_for("cut one")
    speaker.stop()
    assert isinstance(statuses[0], Fault)
    assert "folder for sounds" in statuses[0].what


def test_the_catalog_builds_the_wav_loudspeaker(tmp_path):
    build = shipped_catalog().load("speaker", "wav")
    speaker = build(no_link, {"folder": str(tmp_path), "pace": "instant"})
    assert isinstance(speaker, WavSpeaker)
    for wrong in ({}, {"folder": str(tmp_path), "pace": "slow"}, {"folder": 3}, {"dir": "x"}):
        with pytest.raises(ValueError, match="folder = PATH"):
            build(no_link, wrong)
    with pytest.raises(ValueError, match="plug, unplug"):
        speaker.control("explode")


def test_a_machine_without_a_sound_server_says_so_and_never_claims_to_have_spoken(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    build: Callable[..., Speaker] = shipped_catalog().load("speaker", "pulse")
    watch = Watch()
    speaker = build(no_link, {"output": "no such loudspeaker"})
    speaker.start(watch.note_status)
    watch.play(speaker, sound("one"))
    watch.wait_for("offline")
    watch.wait_for("cut one")
    watch.play(speaker, sound("two"))
    speaker.set_volume(0.5)
    speaker.silence()
    speaker.stop()
    assert sorted(watch.events) == ["cut one", "cut two", "offline"]


def test_the_loudspeaker_of_the_machine_refuses_options_it_does_not_know():
    build = shipped_catalog().load("speaker", "pulse")
    with pytest.raises(ValueError, match="output = TEXT"):
        build(no_link, {"volume": 3})
