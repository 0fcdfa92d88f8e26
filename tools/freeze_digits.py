"""Make Inter's station-clock digits tiny fonts of their own: ``python tools/freeze_digits.py``.

Equal widths (tnum), a footed 1 (cv01), open 6 and 9 (cv03, cv04). Neither Pillow without libraqm
nor reportlab can switch on OpenType features, so they are frozen into the character map of
`assets/fonts/InterDigits-*.ttf`, which paper is printed with.
"""

from __future__ import annotations

import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
WEIGHTS = ("Medium", "Bold", "ExtraBold")
CHARACTERS = "0123456789:"
FEATURES = ("tnum", "cv01", "cv03", "cv04")


def frozen_digits(font_path: Path) -> bytes:
    """Return a TrueType font with only `CHARACTERS`, in their tabular, open forms."""
    subset: Any = import_module("fontTools.subset")
    font: Any = import_module("fontTools.ttLib").TTFont(
        BytesIO(font_path.read_bytes()), lazy=True, recalcTimestamp=False
    )
    glyphs = font.getBestCmap()
    glyph_of = {ord(c): glyphs[ord(c)] for c in CHARACTERS}
    for feature in FEATURES:
        swaps = _single_substitutions(font, feature)
        glyph_of = {code: swaps.get(glyph, glyph) for code, glyph in glyph_of.items()}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(glyph_of)

    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=glyph_of)
    subsetter.subset(font)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _single_substitutions(font: Any, feature: str) -> dict[str, str]:  # noqa: ANN401 - fontTools publishes no types
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            swaps.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return swaps


def main() -> int:
    """Write the fonts of all weights."""
    for weight in WEIGHTS:
        frozen = frozen_digits(FONTS / f"Inter-{weight}.ttf")
        (FONTS / f"InterDigits-{weight}.ttf").write_bytes(frozen)
    return 0


if __name__ == "__main__":
    sys.exit(main())
