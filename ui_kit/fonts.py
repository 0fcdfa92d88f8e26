"""The bundled typefaces: Han in Noto Sans SC, digits in Inter, rare names in HanaMinB.

Each file is registered when its weight is first asked for. Every code point of a name is checked
against the faces that are there, so that none is drawn blank.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QRawFont


class Face(Enum):
    """Which typeface draws a run."""

    HAN = "han"
    DIGITS = "digits"
    RARE = "rare"
    MISSING = "missing"


MEDIUM, BOLD, BLACK = 500, 700, 900

_HAN_FILES = {
    MEDIUM: "NotoSansSC-Medium.ttf",
    BOLD: "NotoSansSC-Bold.ttf",
    BLACK: "NotoSansSC-Black.ttf",
}
_DIGIT_FILES = {MEDIUM: "Inter-Medium.ttf", BOLD: "Inter-Bold.ttf", 800: "Inter-ExtraBold.ttf"}
_DIGIT_WEIGHT = {MEDIUM: MEDIUM, BOLD: BOLD, BLACK: 800}
_RARE_FILE = "HanaMinB.ttf"
_NUMERIC = frozenset("0123456789:")
_FIRST_RARE = 0x3400


@dataclass(frozen=True)
class Run:
    """A stretch of text one face draws."""

    text: str
    face: Face


@dataclass(frozen=True)
class DrawnLine:
    """One line as it is about to be drawn; `base` is its left end in the device's pixels."""

    text: str
    weight: int
    em_px: float
    base: QPointF
    width_px: float
    colour: QColor


LineWatch = Callable[[DrawnLine], bool]
"""Is told of every line before it is drawn, and says whether it shall be."""


class FontFileMissing(Exception):
    """A bundled font file is not there or is not a font: the installation is damaged."""


class Fonts:
    """Typefaces by weight and pixel size, and which of them can draw a character.

    `watch` is how the proof of the look sees what is really drawn; nobody watches a station.
    """

    def __init__(self, directory: Path, features: tuple[str, ...]) -> None:
        self._directory = directory
        self._features = features
        self._families: dict[str, str] = {}
        self._fonts: dict[tuple[Face, int, int], QFont] = {}
        self._metrics: dict[tuple[Face, int, int], QFontMetricsF] = {}
        self._raw: dict[Face, QRawFont] = {}
        self._faces: dict[str, Face] = {}
        self.watch: LineWatch | None = None

    def font(self, face: Face, weight: int, size_px: float) -> QFont:
        """Return a face at a weight (500, 700, 900) and em size in pixels."""
        key = (face, weight, round(size_px))
        if key not in self._fonts:
            self._fonts[key] = self._make(*key)
        return self._fonts[key]

    def metrics(self, face: Face, weight: int, size_px: float) -> QFontMetricsF:
        """Return the measures of `font()` with the same arguments."""
        key = (face, weight, round(size_px))
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(face, weight, size_px))
        return self._metrics[key]

    def width(self, text: str, weight: int, size_px: float) -> float:
        """Return how wide one line of text is, in pixels."""
        return sum(self.run_width(run, weight, size_px) for run in self.runs(text))

    def run_width(self, run: Run, weight: int, size_px: float) -> float:
        """Return the advance of one run in pixels."""
        if run.face is Face.MISSING:
            return float(size_px * len(run.text))
        return self.metrics(run.face, weight, size_px).horizontalAdvance(run.text)

    def runs(self, text: str) -> Iterator[Run]:
        """Split a line into stretches that one face can draw."""
        for face, characters in itertools.groupby(text, self.face_of):
            yield Run("".join(characters), face)

    def face_of(self, character: str) -> Face:
        """Return the face that draws a character, MISSING when none can."""
        if character in _NUMERIC:
            return Face.DIGITS
        if ord(character) < _FIRST_RARE:
            return Face.HAN
        if character not in self._faces:
            self._faces[character] = self._find_face(ord(character))
        return self._faces[character]

    def drawable(self, text: str) -> bool:
        """Tell whether every character of a text can be drawn."""
        return all(self.face_of(character) is not Face.MISSING for character in text)

    def _find_face(self, code_point: int) -> Face:
        for face in (Face.HAN, Face.RARE):
            if self._raw_font(face).supportsCharacter(code_point):
                return face
        return Face.MISSING

    def _raw_font(self, face: Face) -> QRawFont:
        if face not in self._raw:
            self._raw[face] = QRawFont.fromFont(self.font(face, BOLD, 32))
        return self._raw[face]

    def _make(self, face: Face, weight: int, size_px: int) -> QFont:
        if face is Face.DIGITS:
            weight = _DIGIT_WEIGHT[weight]
            font = QFont(self._family(_DIGIT_FILES[weight]))
            for feature in self._features:
                font.setFeature(QFont.Tag(feature), 1)
        elif face is Face.RARE:
            font = QFont(self._family(_RARE_FILE))
        else:
            font = QFont(self._family(_HAN_FILES[weight]))
        if face is not Face.RARE:
            font.setWeight(QFont.Weight(weight))
        font.setPixelSize(max(1, size_px))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return font

    def _family(self, file_name: str) -> str:
        if file_name not in self._families:
            path = self._directory / file_name
            number = QFontDatabase.addApplicationFont(str(path)) if path.is_file() else -1
            if number < 0:
                raise FontFileMissing(f"{file_name} is missing or is not a font")
            self._families[file_name] = QFontDatabase.applicationFontFamilies(number)[0]
        return self._families[file_name]
