"""Where a Chinese text breaks into lines, and how it is shortened when it must be."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

# Of the heaviest weight of the slip's typefaces; what is not listed is no wider than _EM.
_EM = 0.67
_WIDTH_OF = {
    character: width_em
    for characters, width_em in (
        (" ", 0.25),
        (":|ijlI',.;-/\\!f()[]{}", 0.4),
        ("trszc", 0.54),
        ("PBKRDGUNHOQ&", 0.8),
        ("MwWm%@", 1.05),
    )
    for character in characters
}
_CUT_MARK = "…"


@dataclass(frozen=True)
class Breaths:
    """Where a reader breathes: after these marks, and before these words."""

    after: str
    before: tuple[str, ...] = ()


def width_em(text: str) -> float:
    """Return how wide a text stands at most, in ems: a Han character is one, a digit 0.67.

    Marks that are narrow or wide as their typeface likes (· “ …) count as wide.
    """
    return sum(_character_em(character) for character in text)


def fitted(text: str, line_em: float, breaths: Breaths, most: int) -> tuple[str, ...]:
    """Return a text as at most `most` lines, 1 or 2, none wider than `line_em`.

    A text too long even for that ends in an ellipsis: the eye sees that something is missing.
    """
    lines = broken_by_sense(text, line_em, breaths)
    if len(lines) <= most and all(width_em(line) <= line_em for line in lines):
        return lines
    whole = _in_one_line(text)
    if most == 1:
        return (_cut(whole, line_em),)
    first = _longest_start(whole, line_em)
    return (whole[:first].rstrip(), _cut(whole[first:].lstrip(), line_em))


def broken_by_sense(text: str, line_em: float, breaths: Breaths) -> tuple[str, ...]:
    """Return a text in one line or two, broken where a reader would breathe.

    A line feed in the text decides; else, nearest to the middle, the place after a mark, before
    a bracket or before a word that leaves two lines of at most `line_em`; else the middle,
    outside figures and Latin words; else the whole text.
    """
    if "\n" in text:
        return tuple(part.strip() for part in text.split("\n") if part.strip())
    if width_em(text) <= line_em:
        return (text,)
    inside = range(2, len(text) - 1)
    breathing = [i for i in inside if _breathes(text, i, breaths)]
    outside = [i for i in breathing if _bracket_depth(text[:i]) == 0]
    for places in (
        outside,
        breathing,
        [i for i in inside if not (_latin(text[i - 1]) and _latin(text[i]))],
    ):
        fitting = [
            i for i in places if width_em(text[:i]) <= line_em and width_em(text[i:]) <= line_em
        ]
        if fitting:
            at = min(fitting, key=lambda i: abs(width_em(text[:i]) - width_em(text[i:])))
            return (text[:at].rstrip(), text[at:].lstrip())
    return (text,)


def _character_em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return _WIDTH_OF.get(character, _EM)


def _cut(text: str, line_em: float) -> str:
    if width_em(text) <= line_em:
        return text
    return text[: _longest_start(text, line_em - width_em(_CUT_MARK))].rstrip() + _CUT_MARK


def _in_one_line(text: str) -> str:
    whole, *rest = text.split("\n")
    for line in rest:
        words_meet = whole[-1:].isascii() and line[:1].isascii()
        whole += f" {line}" if words_meet else line
    return whole


def _longest_start(text: str, line_em: float) -> int:
    """Return how many characters fit without parting a figure or a Latin word, at least one."""
    end = len(text)
    while end > 1 and width_em(text[:end]) > line_em:
        end -= 1
    before_word = end
    while 0 < before_word < len(text) and _inside_a_word(text[before_word - 1 : before_word + 1]):
        before_word -= 1
    return before_word or end


def _breathes(text: str, at: int, breaths: Breaths) -> bool:
    if text[at] in breaths.after:
        return False
    opens = unicodedata.category(text[at]) == "Ps"
    return opens or text[at - 1] in breaths.after or text.startswith(breaths.before, at)


def _bracket_depth(text: str) -> int:
    kinds = [unicodedata.category(character) for character in text]
    return kinds.count("Ps") - kinds.count("Pe")


def _inside_a_word(pair: str) -> bool:
    return pair.isdecimal() or _latin(pair)


def _latin(text: str) -> bool:
    return text.isascii() and text.isalnum()
