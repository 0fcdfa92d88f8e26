"""What every microphone keeps to: the one in memory and the one of the machine."""

from __future__ import annotations

import math
import os
import threading
from array import array
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from devices.ports import DeviceStatus, Microphone, Offline, Ready, status_word
from tests.voice.sound_server import SoundServer, sound_server, until
from voice.memory_microphone import MemoryMicrophone
from voice.pcm import samples, to_pcm
from voice.pulse_source import PulseMicrophone

RATE_HZ = 24000
WAIT_S = 20.0
NAME = "desk_microphone"
TONE = to_pcm(
    array("h", [round(8000 * math.sin(2 * math.pi * 500 * n / RATE_HZ)) for n in range(RATE_HZ)])
)


class Listener:
    """What a microphone reported and gave, to be waited for from any thread."""

    def __init__(self) -> None:
        self.statuses: list[DeviceStatus] = []
        self.chunks: list[bytes] = []
        self._news = threading.Condition()

    def on_status(self, status: DeviceStatus) -> None:
        with self._news:
            self.statuses.append(status)
            self._news.notify_all()

    def on_chunk(self, chunk: bytes) -> None:
        with self._news:
            self.chunks.append(chunk)
            self._news.notify_all()

    def until_status(self, word: str) -> None:
        self._until(lambda: [status_word(one) for one in self.statuses[-1:]] == [word])

    def until_heard(self, seconds: float) -> None:
        self._until(lambda: sum(map(len, self.chunks)) >= 2 * RATE_HZ * seconds)

    def heard(self) -> bytes:
        return b"".join(self.chunks)

    def _until(self, true: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(true, WAIT_S), self.statuses


class Desk:
    """A sound server with a microphone that somebody speaks into."""

    def __init__(self, server: SoundServer, folder: Path) -> None:
        self._server = server
        self._fifo = folder / "microphone"
        self._speaking: threading.Thread | None = None
        self._hushed = threading.Event()

    def plug(self) -> None:
        self._fifo.unlink(missing_ok=True)  # a server that died leaves it
        self._server._control(
            "load-module", "module-pipe-source", f"source_name={NAME}", f"file={self._fifo}",
            "format=s16le", f"rate={RATE_HZ}", "channels=1",
        )  # fmt: skip

    def unplug(self) -> None:
        self.hush()
        self._server._control("unload-module", "module-pipe-source")

    def speak(self) -> None:
        self._hushed.clear()
        self._speaking = threading.Thread(target=self._feed, daemon=True)
        self._speaking.start()

    def hush(self) -> None:
        self._hushed.set()
        if self._speaking is not None:
            self._speaking.join()
            self._speaking = None

    def _feed(self) -> None:
        """Feed the pipe a little faster than sound, so that it never runs dry."""
        pipe = os.open(self._fifo, os.O_WRONLY)
        chunk = TONE[: 2 * RATE_HZ // 10]
        try:
            while not self._hushed.wait(0.08):
                os.write(pipe, chunk)
        finally:
            os.close(pipe)


@pytest.fixture(params=["memory", "machine"])
def no_microphone(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Microphone]:
    """A machine to which nothing is plugged in."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    microphone: Microphone
    if request.param == "memory":
        microphone = MemoryMicrophone(RATE_HZ, Offline("nothing is plugged in"))
    else:
        microphone = PulseMicrophone(RATE_HZ)
    yield microphone
    microphone.stop()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundServer]:
    with sound_server(tmp_path_factory.mktemp("sound")) as running:
        yield running


@pytest.fixture
def desk(server: SoundServer, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(server, tmp_path)
    made.plug()
    yield made
    made.unplug()


@pytest.fixture(
    params=["memory", pytest.param("machine", marks=pytest.mark.sound_server)],
)
def speaks(
    request: pytest.FixtureRequest, listener: Listener
) -> Iterator[tuple[Microphone, Callable[[], None]]]:
    """A microphone that is there, and what makes somebody speak into it for a while."""
    if request.param == "memory":
        memory = MemoryMicrophone(RATE_HZ)
        memory.start(listener.on_status)

        def speak() -> None:
            memory.hear(TONE)

        yield memory, speak
        memory.stop()
        return
    desk: Desk = request.getfixturevalue("desk")
    microphone = PulseMicrophone(RATE_HZ)
    microphone.start(listener.on_status)
    yield microphone, desk.speak
    microphone.stop()


@pytest.fixture
def listener() -> Listener:
    return Listener()


def test_without_a_microphone_it_says_so_and_nothing_is_ever_heard(no_microphone, listener):
    no_microphone.start(listener.on_status)
    listener.until_status("offline")
    no_microphone.listen(listener.on_chunk)
    no_microphone.rest()
    no_microphone.stop()
    assert listener.chunks == []
    assert {status_word(status) for status in listener.statuses} == {"offline"}
    assert no_microphone.rate_hz == RATE_HZ


def test_it_can_be_stopped_before_it_was_started_and_twice(no_microphone, listener):
    no_microphone.stop()
    no_microphone.start(listener.on_status)
    no_microphone.stop()
    no_microphone.stop()


def test_what_is_said_while_it_listens_is_heard_as_it_was_said(speaks, listener):
    microphone, speak = speaks
    listener.until_status("ready")
    microphone.listen(listener.on_chunk)
    speak()
    listener.until_heard(0.6)
    microphone.rest()
    values = samples(listener.heard())
    loud = next(place for place, value in enumerate(values) if abs(value) > 4000)
    said = values[loud : loud + RATE_HZ // 10]
    crossings = sum(1 for a, b in pairwise(said) if (a < 0) != (b < 0))
    assert 90 <= crossings <= 110  # a tenth of a second of 500 Hz
    assert 7500 <= max(said) <= 8500


def test_chunks_are_short_so_that_a_level_moves_with_the_voice(speaks, listener):
    microphone, speak = speaks
    listener.until_status("ready")
    microphone.listen(listener.on_chunk)
    speak()
    listener.until_heard(0.6)
    microphone.rest()
    assert max(map(len, listener.chunks)) <= 2 * RATE_HZ // 4
    assert all(len(chunk) % 2 == 0 for chunk in listener.chunks)


def test_what_is_said_while_it_rests_is_not_heard():
    microphone, chunks = MemoryMicrophone(RATE_HZ), list[bytes]()
    microphone.start(lambda _status: None)
    assert microphone.hear(TONE) == 0

    def enough(chunk: bytes) -> None:
        chunks.append(chunk)
        microphone.rest()

    microphone.listen(enough)
    assert microphone.hear(TONE) == len(chunks[0])
    assert len(chunks) == 1


def test_a_microphone_in_memory_pulled_out_ends_the_listening_and_says_so(listener):
    microphone = MemoryMicrophone(RATE_HZ)
    microphone.start(listener.on_status)
    microphone.listen(listener.on_chunk)
    microphone.lose_device()
    assert microphone.hear(TONE) == 0
    microphone.listen(listener.on_chunk)
    assert microphone.hear(TONE) == 0
    microphone.find_device()
    words = [status_word(status) for status in listener.statuses]
    assert words == ["ready", "offline", "ready"]
    assert listener.chunks == []


@pytest.mark.sound_server
def test_a_real_one_pulled_out_while_somebody_reads_is_told_and_found_again(desk, listener):
    microphone = PulseMicrophone(RATE_HZ)
    microphone.start(listener.on_status)
    listener.until_status("ready")
    microphone.listen(listener.on_chunk)
    desk.speak()
    listener.until_heard(0.2)
    desk.unplug()
    listener.until_status("offline")
    desk.plug()
    listener.until_status("ready")
    listener.chunks.clear()
    microphone.listen(listener.on_chunk)
    desk.speak()
    listener.until_heard(0.2)
    microphone.stop()


@pytest.mark.sound_server
def test_a_real_one_pulled_out_while_nobody_reads_is_told_too(desk, listener):
    microphone = PulseMicrophone(RATE_HZ)
    microphone.start(listener.on_status)
    listener.until_status("ready")
    desk.unplug()
    listener.until_status("offline")
    desk.plug()
    listener.until_status("ready")
    microphone.stop()


@pytest.mark.sound_server
def test_a_sound_server_that_dies_ends_nothing_but_the_listening(tmp_path, listener):
    with sound_server(tmp_path) as mortal:
        desk = Desk(mortal, tmp_path)
        desk.plug()
        microphone = PulseMicrophone(RATE_HZ)
        microphone.start(listener.on_status)
        listener.until_status("ready")
        microphone.listen(listener.on_chunk)
        desk.speak()
        listener.until_heard(0.2)
        desk.hush()
        mortal.stop()
        listener.until_status("offline")
        mortal.start()
        desk.plug()
        listener.until_status("ready")
        microphone.stop()


@pytest.mark.sound_server
def test_what_a_loudspeaker_plays_is_no_microphone(server, listener):
    microphone = PulseMicrophone(RATE_HZ)
    microphone.start(listener.on_status)
    listener.until_status("offline")
    microphone.stop()
    named = PulseMicrophone(RATE_HZ, "no such microphone")
    named.start(listener.on_status)
    until(lambda: len(listener.statuses) >= 2, "it says nothing")
    named.stop()
    assert Ready() not in listener.statuses
