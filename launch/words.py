"""The words of a room, loaded by whoever composes it."""

from __future__ import annotations

import tomllib

from launch.paths import ASSETS
from ui_kit.languages import NAMES, OWN_LANGUAGE, base_of, languages_in
from ui_kit.strings import Strings, load_room, load_strings

_STRINGS = ASSETS / "strings"


def words_of(room: str, language: str = OWN_LANGUAGE) -> Strings:
    """Load the strings of one room in a language or a dialect."""
    return load_room(_STRINGS, room, language)


def table_of(room: str, language: str = OWN_LANGUAGE) -> dict[str, str]:
    """Load the plain texts of a room that has no screens, placeholders unfilled."""
    path = _STRINGS / base_of(_STRINGS, language) / f"{room}.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: text for key, text in entries.items() if isinstance(text, str)}


def installed_languages() -> tuple[str, ...]:
    """Return the languages and dialects the product has words for, the hall's own first."""
    return languages_in(_STRINGS)


def names_of(language: str) -> Strings:
    """Load what a language or a dialect is called by those who speak it."""
    return load_strings(_STRINGS / language / f"{NAMES}.toml")


def screen_language(language: str) -> str:
    """Return the language in which a dialect is read; a language itself is its own."""
    return base_of(_STRINGS, language)
