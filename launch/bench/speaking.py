"""From a call that arrives at the announcing station to its first sample at the loudspeaker."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from counter_display.announcing import Announce, Announcing
from counter_display.preparing import PreparingThread
from devices.ports import DeviceStatus, Ready, Sound
from hall.calls.messages import CallNext, TicketCalled
from hall.kernel.facts import HallFacts
from hall.store.opening import random_id
from launch.bench.figure import Figure, of_times
from launch.bench.serving import BenchBroken, expected, serve
from launch.bench.site import Site, local_site, new_state
from launch.speech import station_voice
from voice.announcer import Announcer
from voice.speech import SpeechWorker

ROUNDS, ROUNDS_QUICKLY = 150, 30
WARM_UP = 3
MOST_P99_MS = 150.0
WITHIN_S = 5.0
INCLUDES = (
    "TicketCalled decided on, worded, chime and clips joined in the worker's thread, handed to the "
    "loudspeaker; the channel is free; without the loudspeaker's own buffer"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Announce calls of a real hall, each with the channel free."""
    rounds = ROUNDS_QUICKLY if quick else ROUNDS
    with new_state() as state, local_site(state) as site:
        calls = list(_calls(site, WARM_UP + rounds))
        facts = site.facts
    voice = station_voice(
        {series.prefix: series.reading for series in facts.series}, facts.digit_one
    )
    worker = PreparingThread(SpeechWorker(voice.speech))
    worker.start()
    times = []
    for called in calls:
        speaker = StopWatchSpeaker()
        announcer = Announcer(
            speaker,
            worker,
            voice.chime,
            time.monotonic,
            on_spoken=lambda *_: None,
            on_not_spoken=lambda _: None,
            on_voice_status=lambda _: None,
        )
        announcer.start()
        announcing = Announcing(_station(facts, called), voice.sentences)
        began_s = time.monotonic()
        for wish in announcing.happened(called, facts, began_s):
            if isinstance(wish, Announce):
                announcer.call(wish.announcement)
        times.append(speaker.sounding.get(timeout=WITHIN_S) - began_s)
    worker.stop()
    yield of_times(
        "call_to_first_sample", times[WARM_UP:], includes=INCLUDES, most_p99_ms=MOST_P99_MS
    )


@dataclass
class StopWatchSpeaker:
    """A loudspeaker that notes when it is given a first sample, and plays nothing."""

    def __post_init__(self) -> None:
        self.sounding: queue.SimpleQueue[float] = queue.SimpleQueue()

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Be ready."""
        on_status(Ready())

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Note the time; the sound never ends, so nothing follows it."""
        del sound, on_ended
        self.sounding.put(time.monotonic())
        on_started()

    def silence(self) -> None:
        """Nothing plays."""

    def set_volume(self, level: float) -> None:
        """Nothing plays."""
        del level

    def stop(self) -> None:
        """Nothing plays."""


def _station(facts: HallFacts, called: TicketCalled) -> str:
    counter = facts.counter(called.counter_id)
    if counter is None:
        raise BenchBroken(f"the hall has no counter {called.counter_id}")
    return facts.announcers[counter.sound_zone]


def _calls(site: Site, count: int) -> Iterator[TicketCalled]:
    counter_id = site.busiest_counter()
    site.open_counter(counter_id)
    site.fill(count)
    for _ in range(count):
        answer = site.hall.handle(CallNext(command_id=random_id(), counter_id=counter_id))
        called = expected(answer, TicketCalled)
        serve(site.hall.handle, called)
        yield called
