"""What the simulated pages say, read from pages.toml."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

PAGES = Path(__file__).with_name("pages.toml")


class Sheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one page says."""

    title: str
    lines: tuple[str, ...]
    table: bool
    seal: str = ""
    small: str = ""


@lru_cache(maxsize=1)
def sheets() -> dict[str, Sheet]:
    """Return the pages that can be laid under the camera, by name."""
    return msgspec.convert(tomllib.loads(PAGES.read_text(encoding="utf-8")), type=dict[str, Sheet])
