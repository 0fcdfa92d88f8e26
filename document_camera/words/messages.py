"""What a station asks the process that reads, and what it answers."""

from __future__ import annotations

import msgspec


class Guess(msgspec.Struct, frozen=True, tag=True):
    """Which of these is the page? `names`: key -> what such a paper is called."""

    jpeg: bytes
    names: dict[str, tuple[str, ...]]


class Guessed(msgspec.Struct, frozen=True, tag=True):
    """The key, or empty. What was read stays in the process."""

    key: str
