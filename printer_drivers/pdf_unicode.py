"""Makes the text of a reportlab PDF searchable beyond U+FFFF.

reportlab 5.1 writes each code point of a ToUnicode map with "%04X", so a surname of Plane 2 becomes
five hex digits and readers find another text. PDF 32000-1 (9.10.3) wants UTF-16BE there. Only the
function of the font module is replaced while a document is saved, and put back afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from threading import Lock
from typing import Any

_one_document_at_a_time = Lock()


def to_unicode_cmap(font_name: str, code_points: Sequence[int]) -> str:
    """Return the CMap that maps glyph n of a subset font to `code_points[n]`, as UTF-16BE."""
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font_name})",
        f"/Ordering ({font_name})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(code_points) - 1:02X}>",
        "endcodespacerange",
        f"{len(code_points)} beginbfchar",
        *(f"<{i:02X}> <{_utf16(code)}>" for i, code in enumerate(code_points)),
        "endbfchar",
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    ]
    return "\n".join(lines)


def _utf16(code_point: int) -> str:
    return chr(code_point).encode("utf-16-be", "surrogatepass").hex().upper()


@contextmanager
def searchable_beyond_the_first_plane() -> Iterator[None]:
    """While inside, reportlab writes ToUnicode maps with our function."""
    ttfonts: Any = import_module("reportlab.pdfbase.ttfonts")

    with _one_document_at_a_time:
        original = ttfonts.makeToUnicodeCMap
        ttfonts.makeToUnicodeCMap = to_unicode_cmap
        try:
            yield
        finally:
            ttfonts.makeToUnicodeCMap = original
