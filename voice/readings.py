"""The words of number reading and of the spoken sentences, loaded from the data files beside."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Readings:
    """The words of one language's numbers. `digits` has ten entries, index = digit."""

    digits: tuple[str, ...]
    one_in_codes: str
    two_of_things: str
    ten: str
    hundred: str
    thousand: str
    number_suffix: str
    comma: str
    stop: str
    pronounce: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentence:
    """One spoken sentence as parts: a word, a `{slot}`, or a pause in milliseconds.

    `second` is empty when the sentence is played once.
    """

    first: tuple[str | int, ...]
    second: tuple[str | int, ...] = ()


def load_readings(path: Path = HERE / "readings_zh.toml") -> Readings:
    """Read the number words from a TOML file.

    Raises:
        OSError, tomllib.TOMLDecodeError, KeyError: the file is missing or not whole.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    digits = tuple(table.pop("digits"))
    if len(digits) != 10:
        raise KeyError(f"{path.name}: digits needs ten entries, it has {len(digits)}")
    return Readings(digits=digits, **table)


def load_sentences(path: Path = HERE / "sentences_zh.toml") -> dict[str, Sentence]:
    """Read the spoken sentences by name from a TOML file.

    Raises:
        OSError, tomllib.TOMLDecodeError, KeyError: the file is missing or not whole.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Sentence(first=tuple(parts["first"]), second=tuple(parts.get("second", ())))
        for name, parts in table.items()
    }
