"""The voice of a station, opened from the product's assets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from launch.paths import ASSETS
from launch.words import table_of

if TYPE_CHECKING:
    from voice.assemble import Voice
    from voice.speech import SpeechMaker


def station_voice(series: Mapping[str, str], digit_one: Literal["yao", "yi"] = "yao") -> Voice:
    """Open the voice; `series` maps a label's prefix to its reading."""
    from voice.assemble import open_voice

    return open_voice(ASSETS, table_of("voice"), series, digit_one)


def speech_maker() -> SpeechMaker:
    """Open what makes sounds of texts."""
    return station_voice({}).speech
