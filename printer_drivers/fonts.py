"""Which font draws which character: nothing a person needs to read is ever left blank."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

DIGITS = "0123456789:"
"""What Inter draws; made into fonts of their own by tools/freeze_digits.py."""

Weight = Literal["body", "label", "title", "number"]

# The printers' sign for "a character belongs here that we do not have" (U+3013).
GETA = chr(0x3013)

_HAN_FILES: dict[Weight, str] = {
    "body": "NotoSansSC-Medium.ttf",
    "label": "NotoSansSC-Bold.ttf",
    "title": "NotoSansSC-Black.ttf",
    "number": "NotoSansSC-Bold.ttf",
}
_DIGIT_FILES: dict[Weight, str] = {
    "body": "InterDigits-Medium.ttf",
    "label": "InterDigits-Bold.ttf",
    "title": "InterDigits-ExtraBold.ttf",
    "number": "InterDigits-Bold.ttf",
}
RARE_FACE = "HanaMinB"


class FontMissing(Exception):
    """A font of assets/fonts is not there: the installation is incomplete."""


class Face:
    """One font file, opened when first asked. Lengths are in ems of this face.

    The file is mapped, not read: the three Chinese weights are 32 MB, and a kiosk is to stay small.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem

    @cached_property
    def _font(self) -> Any:  # noqa: ANN401 - compiled, published without types
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self.path)))

    @cached_property
    def units_per_em(self) -> int:
        """Font units in one em."""
        return int(self._font.face.upem)

    def draws(self, character: str) -> bool:
        """Say whether the face has the character and leaves ink (a space needs none)."""
        glyph = self._font.get_nominal_glyph(ord(character))
        if glyph is None:
            return False
        ink = self._font.get_glyph_extents(glyph)
        inked = ink is not None and ink.width != 0
        return inked or unicodedata.category(character) == "Zs"

    def advance_em(self, text: str) -> float:
        """Return how far the pen moves over a text this face draws whole."""
        advance = self._font.get_glyph_h_advance
        return float(sum(advance(self._glyph(c)) for c in text)) / self.units_per_em

    def bounds_em(self, character: str) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of the ink, from the pen's place on the base line."""
        ink, units = self._font.get_glyph_extents(self._glyph(character)), self.units_per_em
        if ink is None:
            return (0.0, 0.0, 0.0, 0.0)
        left, top = ink.x_bearing, ink.y_bearing
        return (left / units, (top + ink.height) / units, (left + ink.width) / units, top / units)

    def _glyph(self, character: str) -> int:
        return int(self._font.get_nominal_glyph(ord(character)))


@dataclass(frozen=True)
class Run:
    """A stretch of text one face draws whole."""

    face: Face
    text: str

    @property
    def advance_em(self) -> float:
        """Width in ems."""
        return self.face.advance_em(self.text)


class FontBook:
    """The faces of one folder (assets/fonts), opened when first needed and then kept.

    The rare-character face is 30 MB and is touched only by a character no other face has.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faces: dict[str, Face] = {}

    def warm_up(self) -> None:
        """Open what every slip needs, so that the first visitor does not wait for it."""
        for weight in _HAN_FILES:
            self.runs("0 " + GETA, weight)

    def runs(self, text: str, weight: Weight) -> tuple[Run, ...]:
        """Split a text into runs; control characters are dropped, unknown ones become a geta.

        Raises FontMissing.
        """
        runs: list[Run] = []
        for character in clean(text):
            face, drawn = self._choose(character, weight)
            if runs and runs[-1].face is face:
                runs[-1] = Run(face, runs[-1].text + drawn)
            else:
                runs.append(Run(face, drawn))
        return tuple(runs)

    def opened(self) -> frozenset[str]:
        """Return the names of the faces that were needed so far."""
        return frozenset(self._faces)

    def _choose(self, character: str, weight: Weight) -> tuple[Face, str]:
        if character in DIGITS:
            return self._face(_DIGIT_FILES[weight]), character
        han = self._face(_HAN_FILES[weight])
        if han.draws(character):
            return han, character
        if ord(character) > 0xFFFF:
            rare = self._face(RARE_FACE + ".ttf")
            if rare.draws(character):
                return rare, character
        return han, GETA

    def _face(self, file_name: str) -> Face:
        if file_name not in self._faces:
            path = self._folder / file_name
            if not path.is_file():
                raise FontMissing(f"{path} is not there; the fonts belong to the installation")
            self._faces[file_name] = Face(path)
        return self._faces[file_name]


def clean(text: str) -> str:
    """Drop what can never be drawn: C0 and C1 controls, invisible marks, variation selectors.

    A lone half of a surrogate pair stays and will be drawn as a geta: something was there.
    """
    return "".join(
        " " if c in "\n\t" else c
        for c in text
        if c in "\n\t"
        or (
            unicodedata.category(c) not in ("Cc", "Cf", "Zl", "Zp")
            and not 0xFE00 <= ord(c) <= 0xFE0F
            and not 0xE0100 <= ord(c) <= 0xE01EF
        )
    )
