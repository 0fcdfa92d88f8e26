"""The tables of words as they stand in assets, for tests that read all of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ui_kit.languages import OWN_LANGUAGE, base_of, languages_in
from ui_kit.strings import placeholders_in

ROOT = Path(__file__).resolve().parents[2]
STRINGS = ROOT / "assets" / "strings"
VISITORS = ("kiosk", "display", "slip", "ui_kit", "voice", "language")
"""Rooms whose words visitors read or hear; every language has all of them."""
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U000323af]")


@dataclass(frozen=True)
class Words:
    """One entry of one table."""

    room: str
    key: str
    screen: str
    spoken: str

    @property
    def place(self) -> str:
        return f"{self.room}.{self.key}"

    @property
    def placeholders(self) -> tuple[frozenset[str], frozenset[str]]:
        return placeholders_in(self.screen), placeholders_in(self.spoken)


def languages() -> tuple[str, ...]:
    """Whole languages; dialect packs only change what is said."""
    return tuple(one for one in languages_in(STRINGS) if base_of(STRINGS, one) == one)


def rooms_of(language: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (STRINGS / language).glob("*.toml")))


def staff_rooms() -> tuple[str, ...]:
    """Rooms whose words only staff read: all that are not named as the visitors'."""
    return tuple(room for room in rooms_of(OWN_LANGUAGE) if room not in VISITORS)


def table(language: str, room: str) -> dict[str, Words]:
    path = STRINGS / language / f"{room}.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: _words(room, key, entry) for key, entry in entries.items()}


def all_words(language: str, rooms: tuple[str, ...]) -> Iterator[Words]:
    for room in rooms:
        yield from table(language, room).values()


def filled(text: str) -> str:
    """The text as it is counted: a placeholder is one character, a line feed or space none."""
    return re.sub(r"\s", "", re.sub(r"\{\w+\}", "x", text))


def han_in(text: str) -> list[str]:
    return _HAN.findall(text)


def common_characters() -> frozenset[str]:
    """The 3,500 characters of level 1; the file says where they come from."""
    lines = (Path(__file__).parent / "level_one.txt").read_text(encoding="utf-8").splitlines()
    return frozenset("".join(line for line in lines if not line.startswith("#")))


def _words(room: str, key: str, entry: str | dict[str, str]) -> Words:
    if isinstance(entry, str):
        return Words(room, key, entry, entry)
    return Words(room, key, entry["screen"], entry["spoken"])
