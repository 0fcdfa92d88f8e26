"""Breaks words to be read aloud where the reader may breathe. Pure."""

from __future__ import annotations

import re

LONGEST_CLAUSE = 17
"""Characters of a clause that still stand in one line."""
_AFTER_A_MARK = re.compile(r"(?<=[\uff0c\u3002\uff1f\uff01])(?=\w)")


def in_clauses(words: str) -> str:
    """Return words with a line feed behind every mark, unless a clause is too long for a line."""
    clauses = _AFTER_A_MARK.split(words)
    return "\n".join(clauses) if max(map(len, clauses)) <= LONGEST_CLAUSE else words
