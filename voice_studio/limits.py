"""How long a clip may last, from its words. Pure; seconds.

Elders are spoken to at 160 to 180 syllables a minute; the bounds are wider, because a person
reads a short word faster than a sentence and not every reader the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from voice.utterance import bare_words

_WORD_FROM, _SENTENCE_FROM = 2, 8
_SHORTEST_SYLLABLE_S = 0.12
_FASTEST_WORD, _FASTEST_SENTENCE = 300, 220  # syllables a minute
_LONGEST_S, _LONGEST_PER_SYLLABLE_S = 0.25, 0.55


@dataclass(frozen=True)
class Limits:
    """The shortest and the longest a clip may last, in seconds, without silence at its ends."""

    shortest_s: float
    longest_s: float


def limits_of(words: str) -> Limits:
    """Return the bounds for words; every character counts as a syllable."""
    syllables = len(bare_words(words))
    fastest = _FASTEST_SENTENCE if syllables >= _SENTENCE_FROM else _FASTEST_WORD
    shortest_s = syllables * 60 / fastest if syllables >= _WORD_FROM else _SHORTEST_SYLLABLE_S
    return Limits(shortest_s, _LONGEST_S + syllables * _LONGEST_PER_SYLLABLE_S)
