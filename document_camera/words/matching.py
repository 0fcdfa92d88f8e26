"""Guesses which paper of a list a page is; a guess is shown as one, and never more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

LEAST_SHARE = 0.7
"""Share of a name's characters that must stand on the page in one line, in their order."""
LEAST_LEAD = 0.15
"""By so much the best must be ahead of the next one; two forms of nearly one name are no guess."""


def guessed(lines: Iterable[str], names: Mapping[str, tuple[str, ...]]) -> str:
    """Return the key whose names fit the lines best; empty when none does clearly.

    `names` is key -> what such a paper is called: the plain word, the official name.
    """
    read = [_plain(line) for line in lines]
    scores = sorted(
        ((max((_fit(_plain(n), read) for n in called), default=0.0), key)
         for key, called in names.items()),
        reverse=True,
    )  # fmt: skip
    if not scores or scores[0][0] < LEAST_SHARE:
        return ""
    if len(scores) > 1 and scores[0][0] - scores[1][0] < LEAST_LEAD:
        return ""
    return scores[0][1]


def _fit(name: str, lines: Iterable[str]) -> float:
    """Return the share of a name that one line holds in order."""
    if len(name) < 2:
        return 0.0
    return max((_in_order(name, line) / len(name) for line in lines), default=0.0)


def _in_order(name: str, line: str) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(line) + 1)
    for character in name:
        before = 0
        for at, other in enumerate(line, 1):
            here = row[at]
            row[at] = before + 1 if character == other else max(row[at], row[at - 1])
            before = here
    return row[-1]


def _plain(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())
