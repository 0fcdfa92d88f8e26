"""What is wrong in a configuration file, said so that the person who wrote it can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

_MOST_LISTED = 40

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """One fault of one file. `line` counts from 1; `key` is dotted, or `-` for the whole file.

    A warning is no fault: the file can be used as it is.
    """

    file: str
    line: int
    key: str
    sentence: str
    level: Level = "error"

    def __str__(self) -> str:
        """Return `file:line: key: sentence`; a warning says that it is one before its sentence."""
        word = "warning: " if self.level == "warning" else ""
        return f"{self.file}:{self.line}: {self.key}: {word}{self.sentence}"


class ConfigErrors(Exception):
    """Configuration that cannot be used; `findings` holds every fault, in order of place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(findings))
        super().__init__("\n".join(str(finding) for finding in self.findings))


def nearest(word: str, names: Iterable[str]) -> str:
    """Return ` Did you mean …?` with the nearest of the names, else all names that are valid."""
    known = sorted(set(names))
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f' Did you mean "{close[0]}"?'
    return f" Valid: {', '.join(known)}." if len(known) <= _MOST_LISTED else ""
