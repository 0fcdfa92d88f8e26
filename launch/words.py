"""The words of a room, loaded by whoever composes it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from launch.paths import ASSETS
from ui_kit.strings import Strings, load_strings

LANGUAGE = "zh-CN"


def words_of(room: str) -> Strings:
    """Load the strings of one room."""
    return load_strings(_path(room))


def table_of(room: str) -> dict[str, str]:
    """Load the plain texts of a room that has no screens, placeholders unfilled."""
    entries = tomllib.loads(_path(room).read_text(encoding="utf-8"))
    return {key: text for key, text in entries.items() if isinstance(text, str)}


def _path(room: str) -> Path:
    return ASSETS / "strings" / LANGUAGE / f"{room}.toml"
