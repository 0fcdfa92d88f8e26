"""Finds the clips that together say a text: as few as possible, with the pauses of its marks.

Pure. A sentence with a number in it has no clip of its own, but its words and its digits have.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from voice.utterance import Part, bare_words

WORD_GAP_MS = 80
LONGEST_WORDS = 60
_PAUSES_MS = (
    (re.compile(r"[\u3002\uff1f\uff01]"), 600),  # full stop, question and exclamation mark
    (re.compile(r"[\uff0c\uff1a\uff1b]"), 350),  # comma, colon, semicolon
    (re.compile(r"\u3001"), 260),  # the mark between digits and in lists
)


def cover(text: str, known: Callable[[str], bool]) -> tuple[Part, ...] | None:
    """Return the parts that say a text, or None when some of it is not known.

    `known` tells of bare words whether there is a clip of them.
    """
    bare, pauses_ms = _bare_with_pauses(text)
    cuts = _fewest_cuts(bare, known)
    if cuts is None:
        return None
    parts: list[Part] = []
    start = 0
    for end in cuts:
        gap_ms = pauses_ms.get(start, WORD_GAP_MS) if start else 0
        parts.append(Part(bare[start:end], gap_ms))
        start = end
    return tuple(parts)


def not_covered(text: str, known: Callable[[str], bool]) -> str:
    """Return the rest of a text from where no clip goes on; empty when all of it is covered."""
    bare, _ = _bare_with_pauses(text)
    reached = _reached(bare, known)
    return bare[max(reached) :]


def _bare_with_pauses(text: str) -> tuple[str, dict[int, int]]:
    """Return the bare words and, by place in them, the pause of the marks that stood there."""
    bare = ""
    pauses_ms: dict[int, int] = {}
    for character in text:
        if bare_words(character):
            bare += character
            continue
        pause_ms = next((ms for marks, ms in _PAUSES_MS if marks.match(character)), 0)
        if pause_ms > pauses_ms.get(len(bare), 0):
            pauses_ms[len(bare)] = pause_ms
    return bare, pauses_ms


def _reached(bare: str, known: Callable[[str], bool]) -> dict[int, int]:
    """Return every place clips can reach from the start, each with the best place before it.

    Fewest clips are best; of two ways with as many, the one whose last clip is longer.
    """
    counts, before = {0: 0}, {0: 0}
    for start in range(len(bare)):
        if start not in counts:
            continue
        for end in range(start + 1, min(start + LONGEST_WORDS, len(bare)) + 1):
            if counts[start] + 1 < counts.get(end, len(bare) + 1) and known(bare[start:end]):
                counts[end], before[end] = counts[start] + 1, start
    return before


def _fewest_cuts(bare: str, known: Callable[[str], bool]) -> list[int] | None:
    before = _reached(bare, known)
    if not bare or len(bare) not in before:
        return None
    cuts = [len(bare)]
    while before[cuts[0]]:
        cuts.insert(0, before[cuts[0]])
    return cuts
