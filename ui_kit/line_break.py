"""Breaking a sentence by sense: at marks and punctuation first, evenly, never inside a number."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache

SOFT_MARK = "\u200b"
"""Zero-width space: a writer's mark that a line may end here."""

_AT_MARK, _AT_PUNCTUATION, _BETWEEN_WORDS, _BESIDE_NUMBER = 0.0, 0.02, 0.2, 0.6

Measure = Callable[[str], float]


def without_marks(text: str) -> str:
    """Return the text as it is shown on one line."""
    return text.replace(SOFT_MARK, "")


def has_han(text: str) -> bool:
    """Tell whether a text holds characters as wide as their em, as Han are."""
    return any(unicodedata.east_asian_width(character) == "W" for character in text)


def in_han(text: str) -> float:
    """Return about how many Han a text is as long as: other characters are half as wide."""
    return sum(1.0 if has_han(character) else 0.5 for character in text)


def run_on(*texts: str) -> str:
    """Return texts one after the other, a space between where two Latin words would meet."""
    whole = ""
    for text in texts:
        meet = whole and text and _western(whole[-1]) and _western(text[0])
        whole += f" {text}" if meet else text
    return whole


def in_one_line(text: str) -> str:
    """Return a text without its line feeds, as it is read out or shown on one line."""
    return run_on(*text.split("\n"))


def break_evenly(text: str, lines: int, measure: Measure, width: float) -> list[str] | None:
    """Break a text into exactly so many lines, each at most `width`; None when that cannot be.

    `measure` returns a width in the unit of `width`.
    """
    size = len(text)

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            cost = _line_cost(text[start:], measure, width)
            return None if cost is None else (cost, (size,))
        found: tuple[float, tuple[int, ...]] | None = None
        for end in range(start + 1, size):
            penalty = _penalty(text, end)
            cost = None if penalty is None else _line_cost(text[start:end], measure, width)
            rest = None if cost is None else best(end, left - 1)
            if penalty is None or cost is None or rest is None:
                continue
            total = penalty + cost + rest[0]
            if found is None or total < found[0]:
                found = (total, (end, *rest[1]))
        return found

    answer = best(0, lines)
    if answer is None:
        return None
    starts = (0, *answer[1][:-1])
    return [without_marks(text[a:b]).strip(" ") for a, b in zip(starts, answer[1], strict=True)]


def break_lines(text: str, max_lines: int, measure: Measure, width: float) -> list[str] | None:
    """Break into as few lines as fit; a line feed always ends a line. None when too long."""
    paragraphs = text.split("\n")
    lines: list[str] = []
    for paragraph in paragraphs:
        for count in range(1, max_lines - len(lines) + 1):
            broken = break_evenly(paragraph, count, measure, width) if paragraph else [""]
            if broken is not None:
                lines += broken
                break
        else:
            return None
    return lines


def longest(lines: Sequence[str], measure: Measure) -> float:
    """Return the width of the widest line."""
    return max((measure(line) for line in lines), default=0.0)


def _line_cost(line: str, measure: Measure, width: float) -> float | None:
    taken = measure(without_marks(line).strip(" "))
    return None if taken > width + 0.5 else (taken / width) ** 2


def _penalty(text: str, position: int) -> float | None:
    before, after = text[position - 1], text[position]
    if before == SOFT_MARK:
        return _AT_MARK
    if _closes(after) or after in (" ", SOFT_MARK) or _opens(before):
        return None
    if before == " " or _closes(before):
        return _AT_PUNCTUATION
    if _western(before) and _western(after):
        return None
    return _BESIDE_NUMBER if _western(before) or _western(after) else _BETWEEN_WORDS


def _closes(character: str) -> bool:
    return unicodedata.category(character) in {"Po", "Pe", "Pf"}


def _opens(character: str) -> bool:
    return unicodedata.category(character) in {"Ps", "Pi"}


def _western(character: str) -> bool:
    return character.isascii() and not character.isspace()
