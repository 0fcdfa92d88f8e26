"""The clip pack: short recordings of one voice, joined into one stream of sound.

A pack is a folder of mono 16-bit WAV files of one rate, packed or not, with a `manifest.toml`. A
sentence is spoken from clips only when every part of it has one, or is covered by several: never
two voices in one sentence.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from devices.ports import Sound
from voice.cover import cover, not_covered
from voice.pcm import BadWav, read_wav, silence
from voice.utterance import Part, Utterance, bare_words

MANIFEST = "manifest.toml"


class ClipPackBroken(Exception):
    """The manifest of a clip pack is missing or not whole; the installation is at fault."""


class Clips(Protocol):
    """Where the recorded sounds of an utterance come from: one pack, or several in order."""

    def join(self, utterance: Utterance) -> Sound | None:
        """Return the utterance in one voice, or None when a part of it has no clip."""
        ...

    def join_what_is_there(self, utterance: Utterance) -> Sound | None:
        """Return the parts that have clips, in one voice; None when no part has."""
        ...


@dataclass
class ClipPack:
    """The clips of one voice. `files` maps bare words to a file; PCM is kept once read.

    `language` is a tag such as zh-CN, `recorded_on` the day of the last clip; a machine's voice
    has neither.
    """

    folder: Path
    voice: str
    synthetic: bool
    rate_hz: int
    files: dict[str, str]
    language: str = ""
    recorded_on: date | None = None
    _read: dict[str, bytes] = field(default_factory=dict, repr=False)

    def clip(self, words: str) -> bytes | None:
        """Return the PCM of words, or None when the pack has no usable clip of them."""
        key = bare_words(words)
        if key in self._read:
            return self._read[key]
        if key not in self.files:
            return None
        try:
            pcm, rate_hz = read_wav(self.folder / self.files[key])
        except BadWav:
            return None
        if rate_hz != self.rate_hz:
            return None
        self._read[key] = pcm
        return pcm

    def says(self, words: str) -> bool:
        """Tell whether the pack has a usable clip of exactly these words."""
        return self.clip(words) is not None

    def join(self, utterance: Utterance) -> Sound | None:
        """Return the utterance as one stream, or None when any part cannot be said."""
        stream = bytearray()
        for part in utterance.parts:
            pcm = self._said(part)
            if pcm is None:
                return None
            stream += silence(part.gap_before_ms, self.rate_hz)
            stream += pcm
        return Sound(bytes(stream), self.rate_hz, utterance.text)

    def join_what_is_there(self, utterance: Utterance) -> Sound | None:
        """Return the parts that can be said, for the case that nothing else can speak."""
        known = tuple(part for part in utterance.parts if self._said(part) is not None)
        return self.join(Utterance(known, utterance.text)) if known else None

    def lacks(self, utterance: Utterance) -> tuple[str, ...]:
        """Return the words of each part for which a clip is missing."""
        return tuple(
            not_covered(part.words, self.says)
            for part in utterance.parts
            if self._said(part) is None
        )

    def _said(self, part: Part) -> bytes | None:
        whole = self.clip(part.words)
        if whole is not None:
            return whole
        pieces = cover(part.words, self.says)
        if pieces is None:
            return None
        stream = bytearray()
        for piece in pieces:
            pcm = self.clip(piece.words)
            if pcm is None:
                return None
            stream += silence(piece.gap_before_ms, self.rate_hz) + pcm
        return bytes(stream)


def load_clip_pack(folder: Path) -> ClipPack:
    """Open a clip pack; the clips themselves are read when they are first needed.

    Raises:
        ClipPackBroken: there is no manifest, or a key of it is missing.
    """
    if not (folder / MANIFEST).is_file():
        raise ClipPackBroken(f"{folder.name}/{MANIFEST} is not there")
    try:
        table = tomllib.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {bare_words(clip["text"]): str(clip["file"]) for clip in table["clips"].values()}
        recorded_on = table.get("recorded_on")
        return ClipPack(
            folder,
            str(table["voice"]),
            bool(table["synthetic"]),
            int(table["rate_hz"]),
            files,
            str(table.get("language", "")),
            recorded_on if isinstance(recorded_on, date) else None,
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ClipPackBroken(f"{folder.name}/{MANIFEST}: {error}") from error
