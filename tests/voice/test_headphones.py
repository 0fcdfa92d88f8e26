"""Headphones at the kiosk: what a jack knows, which output that means, and what is heard where."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pytest

from devices.catalog import shipped_catalog
from devices.ports import Headphones, Ready, Speaker
from tests.voice.sound_server import (
    DESCRIPTION,
    EARS,
    EARS_DESCRIPTION,
    SINK,
    SoundServer,
    sound_server,
    until,
)
from tests.voice.test_pulse_sink import Listener, no_link, tone
from voice import pulse_library as pulse
from voice.headphones import Available, Outputs, Port, headphone_output, plugged
from voice.memory import MemorySpeaker
from voice.pulse_client import PulseClient, ports_of
from voice.pulse_sink import PulseSpeaker
from voice.sentences import SentenceVoice
from voice.wav_sink import WavSpeaker

LOUD = 3000
YES, NO, UNKNOWN = Available.YES, Available.NO, Available.UNKNOWN


def port(name: str, available: Available) -> Port:
    return Port(name, available)


@pytest.mark.parametrize(
    ("ports", "known"),
    [
        ([port("analog-output-headphones", YES)], True),
        ([port("analog-output-headphones", NO)], False),
        ([port("analog-output-headphones", UNKNOWN)], None),
        ([port("analog-output-speaker", YES), port("[Out] Headphones", NO)], False),
        ([port("analog-output-speaker", UNKNOWN), port("headset-output", YES)], True),
        ([port("analog-output", YES)], True),
        ([], None),
    ],
)
def test_what_the_jack_says_of_its_ports(ports, known):
    assert plugged(ports) is known


@pytest.mark.parametrize(
    ("ports", "wanted", "output"),
    [
        ([port("headphones", YES)], False, "usb"),
        ([port("headphones", NO)], True, ""),
        ([port("headphones", UNKNOWN)], False, ""),
        ([port("headphones", UNKNOWN)], True, "usb"),
        ([], True, "usb"),
    ],
)
def test_the_jack_decides_and_where_it_does_not_know_the_visitor(ports, wanted, output):
    outputs = Outputs({"hall": "Hall", "usb": "USB Audio"}, "hall", {"usb": ports})
    assert headphone_output(outputs, "USB", wanted=wanted) == output
    assert headphone_output(outputs, "", wanted=True) == ""
    assert headphone_output(outputs, "gone", wanted=True) == ""


def test_ports_are_read_from_the_bytes_the_server_hands_out():
    """As pa_sink_info lays them: offsets of 64-bit libpulse 16, printed by its own headers."""
    offsets = [
        getattr(pulse.SinkInfo, name).offset
        for name in ("channel_map", "volume", "driver", "card", "n_ports", "ports")
    ]
    assert offsets == [36, 172, 328, 372, 376, 384]
    speaker = pulse.SinkPortInfo(b"speaker", b"Speaker", 10, 0)
    head = pulse.SinkPortInfo(b"headphones", b"Headphones", 20, 2)
    pointers = (ctypes.POINTER(pulse.SinkPortInfo) * 2)(
        ctypes.pointer(speaker), ctypes.pointer(head)
    )
    sink = pulse.SinkInfo(n_ports=2)
    sink.ports = ctypes.cast(pointers, type(sink.ports))
    assert ports_of(sink) == (Port("speaker", UNKNOWN), Port("headphones", YES))


@pytest.mark.parametrize("speaker", [MemorySpeaker(), PulseSpeaker()], ids=["memory", "pulse"])
def test_the_kiosks_voice_passes_the_wish_on(speaker: Headphones):
    class NoPreparer:
        def prepare(self, *_: object) -> None:
            """Nothing is said here."""

    assert isinstance(speaker, MemorySpeaker | PulseSpeaker)
    voice = SentenceVoice(speaker, NoPreparer(), NoPreparer(), headphones=speaker)
    voice.use_headphones(wanted=True)
    if isinstance(speaker, MemorySpeaker):
        assert speaker.headphones


def test_the_simulated_loudspeaker_notes_where_a_sound_went(tmp_path):
    speaker: WavSpeaker = shipped_catalog([]).load("speaker", "wav")(
        no_link, {"folder": str(tmp_path), "pace": "instant", "headphones": True}
    )
    listener = Listener()
    speaker.start(listener.on_status)
    for wanted in (False, True):
        speaker.use_headphones(wanted)
        listener.events.clear()
        listener.play(speaker, tone(0.1))
        listener.until_event("heard")
    speaker.stop()
    lines = (tmp_path / "spoken.jsonl").read_text().splitlines()
    assert ['"where": "room"' in lines[0], '"where": "headphones"' in lines[1]] == [True, True]


@pytest.fixture(scope="module")
def one_server(tmp_path_factory) -> Iterator[SoundServer]:
    with sound_server(tmp_path_factory.mktemp("headphones")) as running:
        yield running


@pytest.fixture
def server(one_server: SoundServer) -> Iterator[SoundServer]:
    one_server.mend()
    one_server.plug_headphones()
    yield one_server
    one_server.unplug_headphones()


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def speaker(server, listener) -> Iterator[Speaker]:
    options: dict[str, object] = {"output": DESCRIPTION, "headphones": EARS_DESCRIPTION}
    made: Speaker = shipped_catalog([]).load("speaker", "pulse")(no_link, options)
    made.start(listener.on_status)
    listener.until_status(Ready())
    yield made
    made.stop()


def loud(heard) -> bool:
    return max(map(abs, heard), default=0) > LOUD


@pytest.mark.sound_server
def test_the_fields_before_the_ports_hold_what_the_server_says(server):
    client = PulseClient()
    client.connect()
    outputs = client.outputs()
    client.close()
    assert outputs.sinks == {SINK: DESCRIPTION, EARS: EARS_DESCRIPTION}
    assert outputs.ports == {SINK: (), EARS: ()}


@pytest.mark.sound_server
def test_without_a_wish_the_room_hears_and_the_headphones_do_not(server, speaker, listener):
    listener.play(speaker, tone(0.3))
    listener.until_event("heard")
    until(lambda: loud(server.heard()), "the room heard nothing")
    assert not loud(server.in_the_ears())


@pytest.mark.sound_server
def test_a_sentence_that_is_being_said_begins_anew_in_the_headphones(server, speaker, listener):
    listener.play(speaker, tone(1.5))
    listener.until_event("started")
    until(lambda: loud(server.heard()), "the room heard nothing")
    speaker.use_headphones(wanted=True)
    listener.until_event("heard")
    until(lambda: loud(server.in_the_ears()), "nothing in the headphones")
    ears = [value for value in server.in_the_ears() if abs(value) > LOUD]
    assert len(ears) > 0.6 * 1.5 * 16000
    assert not loud(server.heard()[-16000 // 2 :])
    assert listener.events == ["started", "heard"]


@pytest.mark.sound_server
def test_after_the_visit_the_room_hears_again(server, speaker, listener):
    speaker.use_headphones(wanted=True)
    listener.play(speaker, tone(0.2))
    listener.until_event("heard")
    assert not loud(server.heard())
    speaker.use_headphones(wanted=False)
    listener.play(speaker, tone(0.3))
    listener.until_event("heard")
    until(lambda: loud(server.heard()), "the room heard nothing")


@pytest.mark.sound_server
def test_headphones_pulled_out_in_the_middle_leave_nobody_in_silence(server, speaker, listener):
    speaker.use_headphones(wanted=True)
    listener.play(speaker, tone(1.5))
    listener.until_event("started")
    server.unplug_headphones()
    listener.until_status(Ready())
    listener.play(speaker, tone(0.3))
    listener.until_event("heard")
    until(lambda: loud(server.heard()), "the room heard nothing")
