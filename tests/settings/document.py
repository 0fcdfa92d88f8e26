"""docs/settings.md as a table that can be compared."""

from __future__ import annotations

import re
from pathlib import Path

DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"
_ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.+) \|$")


def documented() -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return (chapter, header, key) -> (type, default); the header is "" at the top of a file."""
    chapter = header = ""
    rows: dict[tuple[str, str, str], tuple[str, str]] = {}
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            chapter, header = line[3:], ""
        elif line.startswith("### "):
            header = line[4:].strip("`") if "`" in line else ""
        elif row := _ROW.match(line):
            place = (chapter, header, row[1])
            assert place not in rows, f"{place} is documented twice"
            rows[place] = (row[2], row[3])
    return rows
