"""The speech of visitors who chose English: free text, in a voice that was checked."""

from __future__ import annotations

from functools import cache

from voice.readings import load_readings, readings_file
from voice.speech import SpeechMaker
from voice.synthesiser import Synthesiser, english_voices

ENGLISH_WPM = 120
"""What espeak-ng speaks at this setting is 110 to 145 words a minute, as old people like it."""

DEADLINE_S = 4.0
"""English has no clips: a late sentence is better than none."""


def english_speech(rate_wpm: int = ENGLISH_WPM) -> SpeechMaker:
    """Open what makes sounds of English texts, at a rate in words a minute.

    Raises:
        OSError, tomllib.TOMLDecodeError, KeyError: the number words are missing or not whole.
    """
    readings = load_readings(readings_file("en"))
    voices = cache(lambda: english_voices(" ".join(readings.digits)))
    free_text = Synthesiser(
        voices, readings.pronounce, rate_wpm=rate_wpm, deadline_s=DEADLINE_S, language="English"
    )
    return SpeechMaker(None, free_text, readings)
