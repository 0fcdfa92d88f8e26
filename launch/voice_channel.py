"""Whether one voice has time for all calls of its sound zone, reckoned from the shipped clips."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hall.matters.rules import Broken
from launch.paths import ASSETS
from launch.settings.hall_schema import HallSettings, SoundZone
from launch.speech import SHIPPED_VOICE, station_voice
from voice.announcement_queue import QueueRules
from voice.announcer import SECOND_AFTER_MS
from voice.channel_use import MOST_USE
from voice.clips import ClipPack, load_clip_pack
from voice.utterance import Utterance, bare_words

MOST_COUNTERS = 25
"""More than this in one sound zone want to be called once, or in several zones."""
USUAL_DIGITS = "108"
WORD_WITHOUT_CLIP_S = 60 / 130
"""A syllable at the pace of numbers, where no clip can be measured."""


@dataclass(frozen=True)
class CallTimes:
    """How long a call takes the loudspeaker: said once, and what saying it again adds."""

    once_s: float
    again_s: float

    def of(self, said: int) -> float:
        """Return the seconds of a call that is said so often."""
        return self.once_s + (said - 1) * self.again_s


def call_times(settings: HallSettings) -> CallTimes:
    """Return how long a usual call of this hall takes, pauses, chime and gap included."""
    voice = station_voice({one.prefix: one.reading for one in settings.series})
    pack = load_clip_pack(ASSETS / "voice" / SHIPPED_VOICE)
    window = max(counter.window_number for counter in settings.counters)
    call = voice.sentences.call(settings.series[0].prefix + USUAL_DIGITS, window, 1)
    once_s = voice.chime.duration_s + spoken_s(call.first, pack) + QueueRules().min_gap_s
    again_s = 0.0 if call.second is None else spoken_s(call.second, pack) + SECOND_AFTER_MS / 1000
    return CallTimes(once_s, again_s)


def spoken_s(utterance: Utterance, pack: ClipPack) -> float:
    """Return how long an utterance takes in a voice; words it has no clip of are estimated."""
    total_s = 0.0
    for part in utterance.parts:
        pcm = pack.clip(part.words)
        words = bare_words(part.words)
        said_s = len(words) * WORD_WITHOUT_CLIP_S if pcm is None else len(pcm) / 2 / pack.rate_hz
        total_s += part.gap_before_ms / 1000 + said_s
    return total_s


def check_voice(settings: HallSettings) -> Iterator[Broken]:
    """Return a remark for each sound zone whose voice would have too much to say."""
    times = call_times(settings)
    for index, zone in enumerate(settings.sound_zones):
        counters = sum(1 for one in settings.counters if one.sound_zone == zone.id)
        calls_per_s = counters * settings.voice.calls_per_hour_per_counter / 3600
        use = {said: calls_per_s * times.of(said) for said in (1, 2)}
        sentence = _remark(zone, counters, use)
        if sentence:
            yield Broken(("sound_zones", index, "calls_said"), sentence)


def _remark(zone: SoundZone, counters: int, use: dict[int, float]) -> str:
    now = use[zone.calls_said]
    if now > MOST_USE:
        begin = (
            f"the voice would speak for {now:.0%} of the time at {counters} counters; "
            f"above {MOST_USE:.0%} nobody listens."
        )
    elif counters > MOST_COUNTERS and zone.calls_said > 1:
        begin = (
            f"{counters} counters in one sound zone: the voice would speak for {now:.0%} of the "
            "time."
        )
    else:
        return ""
    ways = [f"divide them over {_zones(now)} sound zones, each with a station of its own"]
    if zone.calls_said > 1 and use[1] <= MOST_USE:
        ways.insert(0, f"set calls_said = 1 ({use[1]:.0%})")
    elif zone.calls_said > 1:
        once = _zones(use[1])
        ways.append(f"over {once} with calls_said = 1")
    said = ", or ".join(ways)
    return f"{begin} {said[0].upper()}{said[1:]}."


def _zones(use: float) -> int:
    return max(math.ceil(use / MOST_USE), 2)
