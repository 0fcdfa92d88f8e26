"""The loudspeaker of the machine, with a real sound server that dies, hangs and comes back."""

from __future__ import annotations

import math
import threading
from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from devices.catalog import shipped_catalog
from devices.ports import DeviceStatus, Fault, Offline, Ready, Sound, Speaker
from devices.transport import Transport
from tests.voice.helpers import shipped_voice
from tests.voice.sound_server import DESCRIPTION, RATE_HZ, SoundServer, sound_server, until
from voice.pcm import samples, to_pcm
from voice.pulse_sink import NO_LOUDSPEAKER, TAKES_NO_SOUND

pytestmark = pytest.mark.sound_server
WAIT_S = 20.0


def no_link() -> Transport:
    raise AssertionError("a sound server is reached by its own library")


def speaker_of(**options: object) -> Speaker:
    made: Speaker = shipped_catalog([]).load("speaker", "pulse")(no_link, options)
    return made


def tone(duration_s: float, level: float = 0.5) -> Sound:
    wave = array("h", (
        int(32767 * level * math.sin(2 * math.pi * 440 * at / RATE_HZ))
        for at in range(int(duration_s * RATE_HZ))
    ))  # fmt: skip
    return Sound(to_pcm(wave), RATE_HZ, "hm")


class Listener:
    """What the loudspeaker reported, to be waited for."""

    def __init__(self) -> None:
        self.statuses: list[DeviceStatus] = []
        self.events: list[str] = []
        self._news = threading.Condition()

    def on_status(self, status: DeviceStatus) -> None:
        self._note(self.statuses, status)

    def play(self, speaker: Speaker, sound: Sound) -> None:
        speaker.play(
            sound,
            lambda: self._note(self.events, "started"),
            lambda whole: self._note(self.events, "heard" if whole else "cut"),
        )

    def until_status(self, status: DeviceStatus) -> None:
        with self._news:
            seen = self._news.wait_for(lambda: self.statuses[-1:] == [status], WAIT_S)
            assert seen, self.statuses

    def until_event(self, event: str) -> None:
        with self._news:
            seen = self._news.wait_for(lambda: self.events[-1:] == [event], WAIT_S)
            assert seen, self.events

    def _note(self, where: list[Any], what: object) -> None:
        with self._news:
            where.append(what)
            self._news.notify_all()


@pytest.fixture(scope="module")
def one_server(tmp_path_factory) -> Iterator[SoundServer]:
    with sound_server(tmp_path_factory.mktemp("sound")) as running:
        yield running


@pytest.fixture
def server(one_server: SoundServer) -> SoundServer:
    one_server.mend()
    return one_server


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def speaker(server, listener) -> Iterator[Speaker]:
    made = speaker_of()
    made.start(listener.on_status)
    listener.until_status(Ready())
    yield made
    made.stop()


def share_heard(sent: array[int], heard: array[int]) -> float:
    """Share of the sounding eighths of a second of `sent` that are in `heard` in their order.

    A busy machine may starve the sound server for a moment: that costs the piece it falls into and
    moves all others, which is no fault of whoever sent them.
    """
    size = RATE_HZ // 8
    pieces = np.array(sent[: len(sent) // size * size], float).reshape(-1, size)
    sounding = [piece for piece in pieces if np.abs(piece).max() > 1000]
    wave, found, after = np.array(heard, float), 0, 0
    power = np.convolve(wave**2, np.ones(size), "valid")
    for piece in sounding:
        room = 1 << int(len(wave) + size).bit_length()
        lagged = np.fft.irfft(np.fft.rfft(wave, room) * np.conj(np.fft.rfft(piece, room)), room)
        likeness = lagged[: len(power)] / np.sqrt(np.maximum(power, 1.0) * (piece**2).sum())
        best = after + int(likeness[after:].argmax()) if after < len(likeness) else after
        if best < len(likeness) and likeness[best] > 0.95:
            found, after = found + 1, best + size // 2
    return found / len(sounding)


def test_a_call_is_heard_as_it_was_joined(server, speaker, listener):
    voice = shipped_voice()
    call = voice.speech.from_clips(voice.sentences.call("老012", 3, 1).first)
    assert call is not None
    listener.play(speaker, call)
    listener.until_event("heard")
    until(lambda: any(server.heard()[-RATE_HZ // 4 :]) is False, "the sound does not end")

    assert listener.events == ["started", "heard"]
    assert share_heard(samples(call.pcm), server.heard()) > 0.92


def test_a_server_that_dies_cuts_the_sound_and_when_it_is_back_it_plays(server, speaker, listener):
    listener.play(speaker, tone(60.0))
    listener.until_event("started")
    server.stop()
    listener.until_event("cut")
    listener.until_status(Offline("no sound server: Connection terminated"))
    listener.play(speaker, tone(0.1))
    assert listener.events == ["started", "cut", "cut"]
    server.start()
    listener.until_status(Ready())
    listener.play(speaker, tone(0.1))
    listener.until_event("heard")


def test_a_server_that_hangs_is_given_up_and_found_again(server, speaker, listener):
    listener.play(speaker, tone(60.0))
    listener.until_event("started")
    server.hang()
    listener.until_event("cut")
    listener.until_status(TAKES_NO_SOUND)
    assert isinstance(TAKES_NO_SOUND, Fault)
    server.go_on()
    listener.until_status(Ready())
    listener.play(speaker, tone(0.1))
    listener.until_event("heard")


def test_a_loudspeaker_pulled_out_is_seen_though_the_server_plays_on(server, speaker, listener):
    listener.play(speaker, tone(60.0))
    listener.until_event("started")
    server.unplug_loudspeaker()
    listener.until_event("cut")
    listener.until_status(NO_LOUDSPEAKER)
    server.plug_loudspeaker()
    listener.until_status(Ready())


def test_a_loudspeaker_pulled_out_while_nothing_plays_is_seen(server, speaker, listener):
    server.unplug_loudspeaker()
    listener.until_status(NO_LOUDSPEAKER)


def test_the_volume_is_what_was_set(server, speaker, listener):
    speaker.set_volume(0.5)
    listener.play(speaker, tone(0.5, level=0.8))
    listener.until_event("heard")

    assert 0.15 < max(map(abs, server.heard())) / 32768 < 0.25


def test_no_sound_is_louder_than_the_hall_wants_it(server, listener):
    capped = speaker_of(quieter_db=12)
    capped.start(listener.on_status)
    listener.until_status(Ready())
    capped.set_volume(1.0)
    listener.play(capped, tone(0.5, level=0.8))
    listener.until_event("heard")
    capped.stop()
    assert 0.15 < max(map(abs, server.heard())) / 32768 < 0.25


def test_a_sound_as_short_as_a_click_is_heard(server, speaker, listener):
    click = shipped_voice().click
    listener.play(speaker, click)
    listener.until_event("heard")
    assert max(map(abs, server.heard())) > max(map(abs, samples(click.pcm))) / 4


@pytest.mark.parametrize("wrong", [-1, 31, "loud", True])
def test_a_limit_nobody_can_mean_is_refused(wrong):
    with pytest.raises(ValueError, match="quieter_db"):
        speaker_of(quieter_db=wrong)


def test_an_output_is_chosen_by_its_description(server, listener):
    chosen = speaker_of(output=DESCRIPTION)
    chosen.start(listener.on_status)
    listener.until_status(Ready())
    listener.play(chosen, tone(0.2))
    listener.until_event("heard")
    chosen.stop()
    assert max(map(abs, server.heard())) > 8000


def test_an_output_nobody_knows_is_named_in_the_status(server, listener):
    wrong = speaker_of(output="kitchen radio")
    wrong.start(listener.on_status)
    listener.until_status(Offline("no output is called 'kitchen radio'"))
    wrong.stop()
