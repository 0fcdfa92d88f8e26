"""The words of one room, read from `assets/strings/<language>/<room>.toml`. Plain Python."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


class MissingWords(KeyError):
    """A key or placeholder is not there. Ours to mend: the message names the nearest key."""

    def __str__(self) -> str:
        """Return the plain sentence."""
        return str(self.args[0])


class BadWords(Exception):
    """An entry of a table of words has no form that is known; the message names it."""


@dataclass(frozen=True)
class Phrase:
    """What is shown, and what is said when it is shown."""

    screen: str
    spoken: str


class Strings:
    """The phrases of one room by key."""

    def __init__(self, phrases: Mapping[str, Phrase], source: str) -> None:
        self._phrases = dict(phrases)
        self._source = source

    def get(self, key: str, **placeholders: object) -> str:
        """Return the words on the screen, `{name}` filled in.

        Raises MissingWords for an unknown key or a placeholder that was not given.
        """
        return self._fill(key, self._phrase(key).screen, placeholders)

    def spoken(self, key: str, **placeholders: object) -> str:
        """Return the words to say; they are the words on the screen where no others are given."""
        return self._fill(key, self._phrase(key).spoken, placeholders)

    def lines(self, key: str, **placeholders: object) -> tuple[str, ...]:
        """Return the words on the screen as the lines they were written in."""
        return tuple(self.get(key, **placeholders).split("\n"))

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    def __iter__(self) -> Iterator[str]:
        return iter(self._phrases)

    def _phrase(self, key: str) -> Phrase:
        try:
            return self._phrases[key]
        except KeyError:
            near = difflib.get_close_matches(key, self._phrases, n=1, cutoff=0.0)
            hint = f"; the nearest is {near[0]!r}" if near else ""
            raise MissingWords(f"no words for {key!r} in {self._source}{hint}") from None

    def _fill(self, key: str, text: str, placeholders: Mapping[str, object]) -> str:
        try:
            return text.format_map(placeholders)
        except KeyError as missing:
            raise MissingWords(
                f"{key!r} in {self._source} needs the placeholder {missing.args[0]!r}"
            ) from None


def load_strings(path: Path) -> Strings:
    """Read one table of words: `key = "text"` or `key = { screen = "text", spoken = "text" }`.

    Raises BadWords naming the file and the key when an entry is neither.
    """
    phrases: dict[str, Phrase] = {}
    for key, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(entry, str):
            phrases[key] = Phrase(entry, entry.replace("\n", ""))
        elif isinstance(entry, dict) and isinstance(entry.get("screen"), str):
            screen = entry["screen"]
            phrases[key] = Phrase(screen, entry.get("spoken", screen.replace("\n", "")))
        else:
            raise BadWords(f"{path}: {key} must be words, or a table with screen and spoken")
    return Strings(phrases, f"{path.parent.name}/{path.name}")


def load_room(strings_dir: Path, room: str, language: str = "zh-CN") -> Strings:
    """Read the words of a room below `assets/strings`."""
    return load_strings(strings_dir / language / f"{room}.toml")
