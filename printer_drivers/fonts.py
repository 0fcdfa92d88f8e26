"""Which font draws which character: nothing a person needs to read is ever left blank."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from printer_drivers.digits import CHARACTERS as DIGITS
from printer_drivers.digits import frozen_digits

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
    "body": "Inter-Medium.ttf",
    "label": "Inter-Bold.ttf",
    "title": "Inter-ExtraBold.ttf",
    "number": "Inter-Bold.ttf",
}
RARE_FACE = "HanaMinB"


class FontMissing(Exception):
    """A font of assets/fonts is not there: the installation is incomplete."""


class Face:
    """One font file, opened when first asked. Lengths are in ems of this face."""

    def __init__(self, name: str, load: Callable[[], bytes]) -> None:
        self.name = name
        self._load = load

    @cached_property
    def data(self) -> bytes:
        """The TrueType file."""
        return self._load()

    @cached_property
    def _font(self) -> Any:  # noqa: ANN401 - fontTools publishes no types
        from fontTools.ttLib import TTFont

        return TTFont(BytesIO(self.data), lazy=True)

    @cached_property
    def _glyph_names(self) -> dict[int, str]:
        return dict(self._font.getBestCmap())

    @cached_property
    def units_per_em(self) -> int:
        """Font units in one em."""
        return int(self._font["head"].unitsPerEm)

    def draws(self, character: str) -> bool:
        """Say whether the face has the character and leaves ink (a space needs none)."""
        name = self._glyph_names.get(ord(character))
        if name is None:
            return False
        glyph = self._font["glyf"][name]
        return glyph.numberOfContours != 0 or unicodedata.category(character) == "Zs"

    def advance_em(self, text: str) -> float:
        """Return how far the pen moves over a text this face draws whole."""
        metrics = self._font["hmtx"].metrics
        return float(sum(metrics[self._glyph_names[ord(c)]][0] for c in text)) / self.units_per_em

    def bounds_em(self, character: str) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of the ink, from the pen's place on the base line."""
        glyph = self._font["glyf"][self._glyph_names[ord(character)]]
        units = self.units_per_em
        if glyph.numberOfContours == 0:
            return (0.0, 0.0, 0.0, 0.0)
        return (glyph.xMin / units, glyph.yMin / units, glyph.xMax / units, glyph.yMax / units)


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
            return self._face(_DIGIT_FILES[weight], digits=True), character
        han = self._face(_HAN_FILES[weight])
        if han.draws(character):
            return han, character
        if ord(character) > 0xFFFF:
            rare = self._face(RARE_FACE + ".ttf")
            if rare.draws(character):
                return rare, character
        return han, GETA

    def _face(self, file_name: str, *, digits: bool = False) -> Face:
        if file_name not in self._faces:
            path = self._folder / file_name
            if not path.is_file():
                raise FontMissing(f"{path} is not there; the fonts belong to the installation")
            load = (lambda: frozen_digits(path)) if digits else path.read_bytes
            self._faces[file_name] = Face(path.stem + ("-digits" if digits else ""), load)
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
