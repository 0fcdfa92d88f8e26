"""Write the table of characters with 16 strokes and more from Unicode's Unihan database.

Usage: python tools/stroke_table.py UNIHAN_IRGSOURCES [--out FILE]

The source is Unihan_IRGSources.txt, plain or as the .bz2 of Debian's package unicode-data; its
kTotalStrokes gives the count in China first. Only the basic block is kept.
"""

from __future__ import annotations

import argparse
import bz2
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FROM_STROKES = 16
FIRST, LAST = 0x4E00, 0x9FFF
A_LINE = 60
HEAD = """\
# Characters of the basic CJK block with 16 strokes and more, by strokes. Made by
# tools/stroke_table.py from kTotalStrokes of {source}, Unicode {version}.
# Copyright 1991-present Unicode, Inc.; Unicode License v3 (SPDX: Unicode-3.0), which asks for
# this notice: https://www.unicode.org/license.txt

[strokes]
"""


def main() -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Write the table of heavy characters.")
    parser.add_argument("source", type=Path, metavar="UNIHAN_IRGSOURCES")
    parser.add_argument("--out", type=Path, default=ROOT / "launch/ux_report/strokes.toml")
    options = parser.parse_args()
    raw: bytes = options.source.read_bytes()
    text = (bz2.decompress(raw) if options.source.suffix == ".bz2" else raw).decode("utf-8")
    version = text.split("Unicode version:", 1)[1].split("\n", 1)[0].strip()
    found = by_strokes(text)
    entries = "".join(f"{strokes} = {quoted(found[strokes])}\n" for strokes in sorted(found))
    head = HEAD.format(source=options.source.name.removesuffix(".bz2"), version=version)
    options.out.write_text(head + entries, encoding="utf-8")
    return 0


def by_strokes(text: str) -> dict[int, str]:
    """Return the heavy characters of the database by their strokes."""
    found: defaultdict[int, str] = defaultdict(str)
    for line in text.splitlines():
        if "\tkTotalStrokes\t" not in line:
            continue
        code, _, counts = line.split("\t")
        point, strokes = int(code.removeprefix("U+"), 16), int(counts.split()[0])
        if FIRST <= point <= LAST and strokes >= FROM_STROKES:
            found[strokes] += chr(point)
    return dict(found)


def quoted(characters: str) -> str:
    """Return characters as a TOML text of several lines."""
    lines = [characters[at : at + A_LINE] for at in range(0, len(characters), A_LINE)]
    return f'"{lines[0]}"' if len(lines) == 1 else '"""\\\n' + "\\\n".join(lines) + '"""'


if __name__ == "__main__":
    raise SystemExit(main())
