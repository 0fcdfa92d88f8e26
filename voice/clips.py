"""The clip pack: short recordings of one voice, joined into one stream of sound.

A pack is a folder of mono 16-bit WAV files of one rate with a `manifest.toml`. A sentence is
spoken from clips only when every part of it has one: never two voices in one sentence.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from devices.ports import Sound
from voice.pcm import BadWav, read_wav, silence
from voice.utterance import Utterance, bare_words


class ClipPackBroken(Exception):
    """The manifest of a clip pack is missing or not whole; the installation is at fault."""


@dataclass
class ClipPack:
    """The clips of one voice. `files` maps bare words to a file; PCM is kept once read."""

    folder: Path
    voice: str
    synthetic: bool
    rate_hz: int
    files: dict[str, str]
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

    def join(self, utterance: Utterance) -> Sound | None:
        """Return the utterance as one stream, or None when any part has no clip."""
        stream = bytearray()
        for part in utterance.parts:
            pcm = self.clip(part.words)
            if pcm is None:
                return None
            stream += silence(part.gap_before_ms, self.rate_hz)
            stream += pcm
        return Sound(bytes(stream), self.rate_hz, utterance.text)

    def join_what_is_there(self, utterance: Utterance) -> Sound | None:
        """Return the parts that have clips, for the case that nothing else can speak."""
        known = tuple(part for part in utterance.parts if self.clip(part.words) is not None)
        return self.join(Utterance(known, utterance.text)) if known else None


def load_clip_pack(folder: Path) -> ClipPack:
    """Open a clip pack; the clips themselves are read when they are first needed.

    Raises:
        ClipPackBroken: there is no manifest, or a key of it is missing.
    """
    try:
        table = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))
        files = {bare_words(clip["text"]): str(clip["file"]) for clip in table["clips"].values()}
        return ClipPack(
            folder, str(table["voice"]), bool(table["synthetic"]), int(table["rate_hz"]), files
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ClipPackBroken(f"{folder.name}/manifest.toml: {error}") from error
