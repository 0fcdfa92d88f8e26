"""The script of a hall's own voice: every clip its stations need, in the order of reading.

Pure. Whatever is said from fixed words has a line of its own. Of a sentence with a number, a
matter or a name in it the fixed pieces have lines, and `voice.cover` joins them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Literal, get_args

from voice.call_text import CALL_SENTENCES
from voice.numbers import read_cardinal
from voice.readings import DialectLine, Readings, Sentence
from voice.sentences import STOPS
from voice.utterance import bare_words

Chapter = Literal[
    "numbers", "series", "windows", "calls", "prompts", "pieces", "matters", "dialect"
]
CHAPTERS: tuple[Chapter, ...] = get_args(Chapter)


@dataclass(frozen=True)
class Line:
    """One clip: `name` is its file without the ending, `words` what is read and found by."""

    name: str
    words: str
    chapter: Chapter

    @property
    def key(self) -> str:
        """The words as clips are found by them."""
        return bare_words(self.words)


@dataclass(frozen=True)
class Hall:
    """What differs from hall to hall.

    `series` and `matters` map an id to its words, `windows` are the numbers on the plates,
    `values` fill the placeholders of prompts that are the same all day (`guide`, `opens` …).
    """

    series: Mapping[str, str] = field(default_factory=dict)
    windows: tuple[int, ...] = ()
    matters: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


def lines_of(
    hall: Hall,
    readings: Readings,
    sentences: Mapping[str, Sentence],
    prompts: Mapping[str, str],
    third_call: DialectLine,
) -> tuple[Line, ...]:
    """Return the script of a hall; the same words stand in it once.

    `prompts` are the spoken texts of the kiosk by key, placeholders unfilled.
    """
    lines = [
        *_numbers(readings),
        *(Line(f"series_{name}", words, "series") for name, words in hall.series.items()),
        *_calls(sentences, hall.windows, readings),
        *fixed_sentences(prompts, hall.values),
        *pieces_of(prompts, hall),
        *(Line(f"matter_{name}", words, "matters") for name, words in hall.matters.items()),
        Line("third_call", third_call.words, "dialect"),
    ]
    once: dict[str, Line] = {}
    for line in lines:
        if line.key:
            once.setdefault(line.key, line)
    return tuple(sorted(once.values(), key=lambda line: CHAPTERS.index(line.chapter)))


def lacking(lines: Iterable[Line], says: Callable[[str], bool]) -> tuple[Line, ...]:
    """Return the lines no clip says: their sentences go to another voice."""
    return tuple(line for line in lines if not says(line.words))


def fixed_sentences(prompts: Mapping[str, str], values: Mapping[str, str]) -> Iterator[Line]:
    """Give every sentence of the prompts that is the same all day."""
    for name, sentence in _filled_sentences(prompts, values):
        if "{" not in sentence:
            yield Line(name, sentence, "prompts")


def pieces_of(prompts: Mapping[str, str], hall: Hall) -> Iterator[Line]:
    """Give the fixed pieces of sentences whose changing parts can be said from clips."""
    sayable = {"read", "ahead", "count"} | ({"matter"} if hall.matters else set())
    for name, sentence in _filled_sentences(prompts, hall.values):
        slots = [slot for _, slot, _, _ in Formatter().parse(sentence) if slot]
        if not slots or not sayable.issuperset(slots):
            continue
        pieces = [_without_outer_marks(piece) for piece in re.split(r"\{\w+\}", sentence)]
        for place, piece in enumerate((piece for piece in pieces if piece), 1):
            yield Line(f"{name}_{place}", piece, "pieces")


def _numbers(readings: Readings) -> Iterator[Line]:
    for value, word in enumerate(readings.digits):
        yield Line(f"digit_{value}", word, "numbers")
    for name in ("one_in_codes", "two_of_things", "ten", "hundred", "thousand", "number_suffix"):
        yield Line(name, getattr(readings, name), "numbers")


def _calls(
    sentences: Mapping[str, Sentence], windows: Iterable[int], readings: Readings
) -> Iterator[Line]:
    for sentence in CALL_SENTENCES:
        parts = sentences[sentence]
        for place, item in enumerate((*parts.first, *parts.second), 1):
            if isinstance(item, int) or re.fullmatch(r"\{\w+\}", item):
                continue
            if "{window}" not in item:
                yield Line(f"{sentence}_{place}", item, "calls")
                continue
            for window in windows:
                read = "".join(read_cardinal(window, readings))
                yield Line(f"window_{window}", item.replace("{window}", read), "windows")


def _without_outer_marks(piece: str) -> str:
    """Leave out what stands between a piece and the changing part beside it."""
    while piece and not bare_words(piece[0]):
        piece = piece[1:]
    while piece and not bare_words(piece[-1]):
        piece = piece[:-1]
    return piece


def _filled_sentences(
    prompts: Mapping[str, str], values: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for key, text in prompts.items():
        filled = re.sub(r"\{(\w+)\}", lambda slot: values.get(slot[1], slot[0]), text)
        sentences = [piece for piece in STOPS.split(filled) if bare_words(piece)]
        for place, sentence in enumerate(sentences, 1):
            yield f"{key}_{place}", sentence
