"""The words of one room, read from `assets/strings/<language>/<room>.toml`. Plain Python."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from ui_kit.languages import OWN_LANGUAGE, base_of
from ui_kit.line_break import in_one_line


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

    def with_spoken(self, spoken: Mapping[str, str], source: str) -> Strings:
        """Return the same words on the screen, some of them said in another way.

        Raises BadWords for a key that is not here, or placeholders that differ from the old ones.
        """
        phrases = dict(self._phrases)
        for key, text in spoken.items():
            if key not in phrases:
                raise BadWords(f"{source}: {self._source} has no {key}{self._nearest(key)}")
            old = phrases[key]
            if placeholders_in(text) != placeholders_in(old.spoken):
                raise BadWords(f"{source}: {key} must have the placeholders of {self._source}")
            phrases[key] = Phrase(old.screen, text)
        return Strings(phrases, source)

    def __contains__(self, key: str) -> bool:
        return key in self._phrases

    def __iter__(self) -> Iterator[str]:
        return iter(self._phrases)

    def _phrase(self, key: str) -> Phrase:
        try:
            return self._phrases[key]
        except KeyError:
            hint = self._nearest(key)
            raise MissingWords(f"no words for {key!r} in {self._source}{hint}") from None

    def _nearest(self, key: str) -> str:
        near = difflib.get_close_matches(key, self._phrases, n=1, cutoff=0.0)
        return f"; the nearest is {near[0]!r}" if near else ""

    def _fill(self, key: str, text: str, placeholders: Mapping[str, object]) -> str:
        try:
            return text.format_map(placeholders)
        except KeyError as missing:
            raise MissingWords(
                f"{key!r} in {self._source} needs the placeholder {missing.args[0]!r}"
            ) from None


def placeholders_in(text: str) -> frozenset[str]:
    """Return the names that are to be filled into a text."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def load_strings(path: Path) -> Strings:
    """Read one table of words: `key = "text"` or `key = { screen = "text", spoken = "text" }`.

    Raises BadWords naming the file and the key when an entry is neither.
    """
    phrases: dict[str, Phrase] = {}
    for key, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if isinstance(entry, str):
            phrases[key] = Phrase(entry, in_one_line(entry))
        elif isinstance(entry, dict) and isinstance(entry.get("screen"), str):
            screen = entry["screen"]
            phrases[key] = Phrase(screen, entry.get("spoken", in_one_line(screen)))
        else:
            raise BadWords(f"{path}: {key} must be words, or a table with screen and spoken")
    return Strings(phrases, f"{path.parent.name}/{path.name}")


def load_room(strings_dir: Path, room: str, language: str = OWN_LANGUAGE) -> Strings:
    """Read the words of a room in a language, or in a dialect of one.

    Of a dialect pack, keys that are missing and rooms that are missing are those of its language.
    Raises OSError when the language has no such room, BadWords naming the file and the key.
    """
    base = base_of(strings_dir, language)
    words = load_strings(strings_dir / base / f"{room}.toml")
    pack = strings_dir / language / f"{room}.toml"
    if base == language or not pack.is_file():
        return words
    return words.with_spoken(_only_spoken(pack), f"{language}/{room}.toml")


def _only_spoken(pack: Path) -> dict[str, str]:
    spoken: dict[str, str] = {}
    for key, entry in tomllib.loads(pack.read_text(encoding="utf-8")).items():
        if not isinstance(entry, dict) or set(entry) != {"spoken"}:
            raise BadWords(f"{pack}: {key} may only have spoken: a dialect is heard, not read")
        spoken[key] = str(entry["spoken"])
    return spoken
