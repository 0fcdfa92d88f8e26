"""The languages there are words for, and the dialects that only speak otherwise. Plain Python.

A folder of `assets/strings` with a `language.toml` is a language: it holds the words of the rooms
it serves. A folder whose name begins with a language's name and a hyphen, such as `zh-CN-henan`, is
a dialect pack: what is read stays in that language, what is said follows the pack where it has
words of its own.
"""

from __future__ import annotations

from pathlib import Path

OWN_LANGUAGE = "zh-CN"
"""The language of the hall; every visit begins and ends in it."""

NAMES = "language"
"""The table that says what a language is called by those who speak it."""


def languages_in(strings_dir: Path) -> tuple[str, ...]:
    """Return the languages and dialects that are installed, the hall's own first, then by name."""
    found = {path.parent.name for path in strings_dir.glob(f"*/{NAMES}.toml")}
    return tuple(sorted(found, key=lambda name: (name != OWN_LANGUAGE, name)))


def base_of(strings_dir: Path, language: str) -> str:
    """Return the language a dialect is read in; a language itself is its own."""
    longer = [one for one in languages_in(strings_dir) if language.startswith(f"{one}-")]
    return min(longer, key=len, default=language)
