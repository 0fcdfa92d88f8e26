"""Breaks a paragraph of large print into lines where a reader breathes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import accumulate, pairwise

from forms.breaks import width_em

_LINE_COST = 1.0
_INSIDE_A_PHRASE = 0.12
_BEFORE_A_PARTICLE = 0.3
_INSIDE_BRACKETS = 0.3
_FROM_ITS_FIGURE = 1.2
_SHORT_LAST_LINE = 0.6
_SHORTEST_LAST_EM = 3.0
_HELD = 5.0
_NEVER = 50.0


@dataclass(frozen=True)
class WrapRules:
    """What stays together: whole words, and words of one character that lean on what precedes."""

    keep_together: tuple[str, ...] = ()
    particles: str = ""


NO_RULES = WrapRules()


def wrapped(text: str, line_em: float, rules: WrapRules = NO_RULES) -> tuple[str, ...]:
    """Return the lines of a text, none wider than `line_em`, in as few lines as it needs.

    A line feed ends a line. Figures, Latin words and the words of the rules stay whole
    where a line can hold them.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped_paragraph(paragraph.strip(), line_em, rules))
    return tuple(lines)


def _wrapped_paragraph(text: str, line_em: float, rules: WrapRules) -> list[str]:
    if width_em(text) <= line_em:
        return [text]
    ends = [0.0, *accumulate(width_em(character) for character in text)]
    size = len(text)
    costs = [_break_cost(text, at, rules.particles) for at in range(size + 1)]
    for word in rules.keep_together:
        _hold_together(text, word, costs)
    _hold_brackets(text, costs)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * size
    for end in range(1, size + 1):
        start = end - 1
        while start >= 0 and (ends[end] - ends[start] <= line_em or start == end - 1):
            cost = best[start][0] + _line_cost(ends[end] - ends[start], line_em, end == size)
            cost += 0.0 if end == size else costs[end]
            if cost < best[end][0]:
                best[end] = (cost, start)
            start -= 1
    cuts = [size]
    while cuts[-1] > 0:
        cuts.append(best[cuts[-1]][1])
    cuts.reverse()
    return [text[a:b].strip(" ") for a, b in pairwise(cuts)]


def _line_cost(taken_em: float, line_em: float, last: bool) -> float:
    if last:
        return _LINE_COST + (_SHORT_LAST_LINE if taken_em < _SHORTEST_LAST_EM else 0.0)
    return _LINE_COST + ((line_em - taken_em) / line_em) ** 2


def _break_cost(text: str, at: int, particles: str) -> float:
    if at in (0, len(text)):
        return 0.0
    before, after = text[at - 1], text[at]
    if _closes(after) or _opens(before) or after == " " or (_latin(before) and _latin(after)):
        return _NEVER
    if before == " ":
        return _HELD if _beside_figure(text, at) else 0.0
    if _closes(before) or _opens(after):
        return 0.0
    cost = _INSIDE_A_PHRASE
    if after in particles:
        cost += _BEFORE_A_PARTICLE
    if _latin(before) or _latin(after):
        cost += _FROM_ITS_FIGURE if before.isdecimal() else _INSIDE_A_PHRASE
    return cost


def _beside_figure(text: str, at: int) -> bool:
    return _latin(text[at]) or _latin(text[at - 2])


def _hold_together(text: str, word: str, costs: list[float]) -> None:
    at = text.find(word)
    while at >= 0:
        for inside in range(at + 1, at + len(word)):
            costs[inside] = max(costs[inside], _HELD)
        at = text.find(word, at + 1)


def _hold_brackets(text: str, costs: list[float]) -> None:
    depth = 0
    for at, character in enumerate(text):
        if depth > 0 and not _opens(text[at - 1]):
            costs[at] += _INSIDE_BRACKETS
        kind = unicodedata.category(character)
        depth += (kind == "Ps") - (kind == "Pe")


def _closes(character: str) -> bool:
    return unicodedata.category(character) in {"Po", "Pe", "Pf"} and character not in "%#&@*"


def _opens(character: str) -> bool:
    return unicodedata.category(character) in {"Ps", "Pi"}


def _latin(character: str) -> bool:
    return character.isascii() and not character.isspace()
