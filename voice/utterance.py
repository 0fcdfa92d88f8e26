"""One utterance before any sound: words with the pauses before them, and the text of it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from voice.readings import Readings

BETWEEN_DIGITS_FROM_MS = 250
COMMA_FROM_MS = 340
STOP_FROM_MS = 600


@dataclass(frozen=True)
class Part:
    """One word or clause, spoken in one go after a pause in milliseconds."""

    words: str
    gap_before_ms: int = 0


@dataclass(frozen=True)
class Utterance:
    """What is spoken as one stream; `text` is what a deaf person reads of it."""

    parts: tuple[Part, ...]
    text: str

    def spoken_text(self, readings: Readings) -> str:
        """Write the parts as one text with punctuation for the pauses, for free-text synthesis."""
        text = ""
        for part in self.parts:
            if text and bare_words(text[-1]):
                text += _mark(part.gap_before_ms, readings)
            text += part.words
        return text


def plain_utterance(text: str) -> Utterance:
    """Make an utterance of one fixed sentence, read as it is written."""
    return Utterance(parts=(Part(text),), text=text)


def _mark(gap_ms: int, readings: Readings) -> str:
    if gap_ms >= STOP_FROM_MS:
        return readings.stop
    if gap_ms >= COMMA_FROM_MS:
        return readings.comma
    return readings.between_digits if gap_ms >= BETWEEN_DIGITS_FROM_MS else ""


def bare_words(text: str) -> str:
    """Return a text without punctuation and white space: the key by which clips are found."""
    return "".join(char for char in text if unicodedata.category(char)[0] not in "PZCS")
