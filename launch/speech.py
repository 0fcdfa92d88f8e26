"""The voice of a station, opened from the product's assets."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from launch.paths import ASSETS
from launch.words import table_of
from ui_kit.languages import OWN_LANGUAGE

if TYPE_CHECKING:
    from voice.assemble import Voice
    from voice.speech import SpeechMaker


SHIPPED_VOICE = "synthetic"
"""The folder of the clips that come with the product, in assets/voice."""

log = logging.getLogger(__name__)


def station_voice(
    series: Mapping[str, str],
    digit_one: Literal["yao", "yi"] = "yao",
    own: Path | None = None,
) -> Voice:
    """Open the voice; `series` maps a label's prefix to its reading.

    `own` is the folder of the hall's own recordings. Sentences it cannot say whole are spoken by
    the machine's voice, and the log says which words are missing.
    """
    from voice.assemble import open_voice

    def lacking(words: str) -> None:
        log.warning("the hall's own voice has no clip of %r: a machine speaks", words)

    voice = open_voice(ASSETS, table_of("voice"), series, digit_one, own=own, on_lacking=lacking)
    if voice.problem:
        log.warning("%s: a machine speaks", voice.problem)
    return voice


def own_voice(state: Path, pack: str) -> Path | None:
    """Return the folder of a pack of recordings in a state directory; None for no pack."""
    return state / "voice" / pack if pack else None


def speech_maker() -> SpeechMaker:
    """Open what makes sounds of texts."""
    return station_voice({}).speech


def speech_in(language: str, base: str, *, slow: bool = False) -> SpeechMaker:
    """Open what makes sounds of a kiosk's sentences in a language.

    A dialect is `language` read in `base`: its own recordings stand in assets/voice/<language>;
    what they lack is said by the voice of its base.
    """
    from voice.assemble import SLOWER, open_voice
    from voice.english import ENGLISH_WPM, english_speech

    if base != OWN_LANGUAGE:
        return english_speech(round(ENGLISH_WPM * SLOWER) if slow else ENGLISH_WPM)
    recorded = ASSETS / "voice" / language if language != base else None
    voice = open_voice(ASSETS, table_of("voice"), {}, own=recorded)
    return voice.slow_speech if slow else voice.speech
