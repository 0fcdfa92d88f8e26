"""A call or a spoken number as utterances: which words, which pauses, how often.

Pure. Order of a call: number, window, action; the number is said twice in each call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voice.numbers import OneInLabels, read_cardinal, read_count, read_label
from voice.readings import Readings, Sentence
from voice.utterance import Part, Utterance

WORD_GAP_MS = 80
DIGIT_GAP_MS = 260
CARDINAL_GAP_MS = 40
DIALECT_FROM_CALL = 3
CALL_SENTENCES = ("call", "recall", "prepare")
"""The sentences of which the announcing station makes what it says."""


@dataclass(frozen=True)
class SpokenCall:
    """One announcement: the first playing, and the second when the sentence has one."""

    first: Utterance
    second: Utterance | None


@dataclass(frozen=True)
class SentenceMaker:
    """Turns a sentence name and its values into utterances.

    `sentences` are the spoken parts, `texts` the texts for reading, by the same names; `series`
    maps a label's mark to its reading. `third_call` are the words in dialect that the third call
    ends with; empty where nobody has recorded them.
    """

    sentences: Mapping[str, Sentence]
    texts: Mapping[str, str]
    series: Mapping[str, str]
    readings: Readings
    one: OneInLabels = "yao"
    third_call: str = ""

    def call(self, label: str, window: int, call_no: int) -> SpokenCall:
        """Make the announcement of a call; from the second `call_no` on it is the recall.

        From the third on its second playing is in dialect, where the hall has recorded one.

        Raises:
            LabelUnreadable: the label does not end in digits.
        """
        call = self.sentence("call" if call_no <= 1 else "recall", label=label, window=window)
        if call_no < DIALECT_FROM_CALL or not self.third_call:
            return call
        return SpokenCall(call.first, Utterance((Part(self.third_call),), call.first.text))

    def sentence(
        self,
        name: str,
        *,
        label: str = "",
        window: int | None = None,
        ahead: int | None = None,
        minutes: int | None = None,
    ) -> SpokenCall:
        """Make a named sentence with its numbers.

        Raises:
            KeyError: no such sentence, or a number it needs was not handed in.
            LabelUnreadable: the label does not end in digits.
        """
        slots: dict[str, tuple[str, ...]] = {}
        if label:
            slots["{number}"] = read_label(label, self.series, self.readings, self.one)
        if ahead is not None:
            slots["{ahead}"] = read_count(ahead, self.readings)
        if minutes is not None:
            slots["{minutes}"] = read_count(minutes, self.readings)
        spoken_window = "" if window is None else "".join(read_cardinal(window, self.readings))
        values = {"number": label, "window": window, "ahead": ahead, "minutes": minutes}
        known = {key: value for key, value in values.items() if value not in ("", None)}
        text = self.texts[name].format(**known)
        sentence = self.sentences[name]
        first = Utterance(_parts(sentence.first, slots, spoken_window), text)
        if not sentence.second:
            return SpokenCall(first, None)
        return SpokenCall(first, Utterance(_parts(sentence.second, slots, spoken_window), text))


def _parts(
    items: tuple[str | int, ...], slots: Mapping[str, tuple[str, ...]], window: str
) -> tuple[Part, ...]:
    parts: list[Part] = []
    gap_ms = 0
    for item in items:
        if isinstance(item, int):
            gap_ms = item
            continue
        words, inner_ms = _words(item, slots, window)
        for index, word in enumerate(words):
            parts.append(Part(word, gap_ms if index == 0 else inner_ms))
        gap_ms = WORD_GAP_MS
    return tuple(parts)


def _words(
    item: str, slots: Mapping[str, tuple[str, ...]], window: str
) -> tuple[tuple[str, ...], int]:
    if item == "{number}":
        return slots[item], DIGIT_GAP_MS
    if item.startswith("{"):
        return slots[item], CARDINAL_GAP_MS
    if "{window}" in item and not window:
        raise KeyError("window")
    return (item.replace("{window}", window),), WORD_GAP_MS
