"""Which Chinese characters have 16 strokes and more. Plain Python."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("strokes.toml")
_EXTENSIONS = ((0x3400, 0x4DBF), (0x20000, 0x323AF))


@dataclass(frozen=True)
class HeavyCharacters:
    """Characters of many strokes; those of the extension blocks are rare and count as such."""

    known: frozenset[str]

    def found_in(self, text: str) -> str:
        """Return the characters of a text that have many strokes."""
        return "".join(one for one in text if one in self.known or _extended(ord(one)))


def load_heavy_characters(path: Path = TABLE) -> HeavyCharacters:
    """Read the table that tools/stroke_table.py makes; KeyError when it has no strokes."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return HeavyCharacters(frozenset("".join(table["strokes"].values())))


def _extended(code_point: int) -> bool:
    return any(first <= code_point <= last for first, last in _EXTENSIONS)
