"""The five stations, each joined from its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from launch.speech import station_voice
from launch.stations import StationApp, StationParts, new_id, steady_s
from launch.words import words_of

if TYPE_CHECKING:
    from counter_display.app import BoardApp, CounterScreenApp
    from hall.kernel.facts import HallFacts
    from voice.call_text import SentenceMaker


def counter_screen(parts: StationParts) -> CounterScreenApp:
    """Join the screen above one counter."""
    from counter_display.app import Clocks, CounterScreenApp

    return CounterScreenApp(
        parts.gateway,
        parts.theme,
        words_of("display"),
        Clocks(parts.utc, steady_s),
        parts.run.settings.counter_id,
    )


def hall_board(parts: StationParts) -> BoardApp:
    """Join the hall board and the voice of its sound zone."""
    from counter_display.app import BoardApp, Clocks, Voice
    from voice.speech import SpeechWorker

    opened = station_voice({})

    def make_calls(facts: HallFacts) -> SentenceMaker:
        readings = {one.prefix: one.reading for one in facts.series}
        return station_voice(readings, facts.digit_one).sentences

    return BoardApp(
        parts.gateway,
        parts.theme,
        words_of("display"),
        Clocks(parts.utc, steady_s),
        parts.run.settings.id,
        new_id,
        Voice(
            speaker=parts.devices.speaker,
            preparer=SpeechWorker(opened.speech),
            chime=opened.chime,
            make_calls=make_calls,
            speaker_id=parts.devices.ids.get("speaker", "speaker"),
        ),
    )


STATION_APPS: Mapping[str, Callable[[StationParts], StationApp]] = {
    "display": counter_screen,
    "board": hall_board,
}
