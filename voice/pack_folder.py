"""Writes a voice pack, clip by clip: after every clip the folder is a whole pack again."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from voice.clips import MANIFEST, ClipPack, ClipPackBroken, load_clip_pack
from voice.pcm import write_wav
from voice.script import Line
from voice.utterance import bare_words


class PackUnfit(Exception):
    """The folder holds a pack that cannot be gone on with; the message says why."""


@dataclass(frozen=True)
class PackAbout:
    """Whose voice it is, in which language (a tag such as zh-CN) and at which rate in Hz."""

    voice: str
    language: str
    rate_hz: int


class PackFolder:
    """A pack of recordings that grows. `today` is the day of the clips kept from now on."""

    def __init__(self, folder: Path, about: PackAbout, today: date) -> None:
        """Open the folder, or make ready for a new one; nothing is written before the first clip.

        Raises:
            PackUnfit: there is another kind of pack in it, or its manifest is damaged.
        """
        self.folder = folder
        self._about = about
        self._today = today
        self._recorded_on: date | None = None
        self._clips: dict[str, tuple[str, str]] = {}
        if (folder / MANIFEST).exists():
            self._take_up(self._load())
        self._pack = self._made()

    @property
    def voice(self) -> str:
        """Whose voice it is."""
        return self._about.voice

    @property
    def pack(self) -> ClipPack:
        """The pack as it is now."""
        return self._pack

    def keep(self, line: Line, pcm: bytes) -> None:
        """Add a clip, or replace the one of the same words.

        Raises:
            OSError: the folder cannot be written.
        """
        file = f"{line.name}.wav"
        self.folder.mkdir(parents=True, exist_ok=True)
        write_wav(self.folder / file, pcm, self._about.rate_hz)
        self._clips = {
            name: clip
            for name, clip in self._clips.items()
            if name != line.name and bare_words(clip[0]) != line.key
        }
        self._clips[line.name] = (line.words, file)
        self._recorded_on = self._today
        manifest = self.folder / MANIFEST
        unfinished = manifest.with_suffix(".part")
        unfinished.write_text(self._manifest(), encoding="utf-8")
        unfinished.replace(manifest)
        self._pack = self._made()

    def _load(self) -> ClipPack:
        try:
            return load_clip_pack(self.folder)
        except ClipPackBroken as broken:
            raise PackUnfit(f"{broken}; use another name") from broken

    def _take_up(self, pack: ClipPack) -> None:
        about = self._about
        if pack.synthetic:
            raise PackUnfit(f"{self.folder.name} is a machine's voice; use another name")
        if (pack.rate_hz, pack.language) != (about.rate_hz, about.language):
            raise PackUnfit(
                f"{self.folder.name} was recorded in {pack.language or 'no language'} at "
                f"{pack.rate_hz} Hz; use another name"
            )
        self._about = PackAbout(about.voice or pack.voice, about.language, about.rate_hz)
        self._recorded_on = pack.recorded_on
        table = tomllib.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
        self._clips = {
            name: (clip["text"], clip["file"])
            for name, clip in table["clips"].items()
            if pack.says(clip["text"])  # a damaged file counts as missing
        }

    def _made(self) -> ClipPack:
        files = {bare_words(words): file for words, file in self._clips.values()}
        about = self._about
        return ClipPack(
            self.folder, about.voice, False, about.rate_hz, files, about.language, self._recorded_on
        )

    def _manifest(self) -> str:
        head: dict[str, object] = {
            "synthetic": False,
            "voice": self._about.voice,
            "rate_hz": self._about.rate_hz,
            "language": self._about.language,
        }
        return manifest_text(head, self._recorded_on, self._clips)


def manifest_text(
    head: Mapping[str, object], recorded_on: date | None, clips: Mapping[str, tuple[str, str]]
) -> str:
    """Write a manifest: what stands at its top, and by name the words and the file of each clip."""
    lines = [f"{key} = {_value(value)}" for key, value in head.items()]
    if recorded_on is not None:
        lines.append(f"recorded_on = {recorded_on.isoformat()}")
    for name, (words, file) in clips.items():
        lines += ["", f"[clips.{name}]", f"text = {_value(words)}", f"file = {_value(file)}"]
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    """Write a text, a number or a truth as TOML; JSON writes these three the same way."""
    return json.dumps(value, ensure_ascii=False)
