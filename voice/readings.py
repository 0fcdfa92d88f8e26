"""The words of number reading and of the spoken sentences, loaded from the data files beside."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Readings:
    """The words of one language's numbers. `digits` has ten entries, index = digit.

    `joint` stands between two words of a number that is read out. With `figures`, quantities are
    left as figures, for a synthesiser that reads them well.
    """

    digits: tuple[str, ...]
    one_in_codes: str
    two_of_things: str
    ten: str
    hundred: str
    thousand: str
    number_suffix: str
    between_digits: str
    comma: str
    stop: str
    joint: str = ""
    figures: bool = False
    pronounce: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentence:
    """One spoken sentence as parts: a word, a `{slot}`, or a pause in milliseconds.

    `second` is empty when the sentence is played once.
    """

    first: tuple[str | int, ...]
    second: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class DialectLine:
    """One sentence people speak in their dialect; no machine can. `dialect` is its name."""

    dialect: str
    words: str


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


def readings_file(language: str) -> Path:
    """Return the file of a language's number words; those of `zh-CN-henan` are those of `zh`."""
    return HERE / f"readings_{language.split('-', 1)[0]}.toml"


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


def load_third_call(path: Path = HERE / "third_call_zh.toml") -> DialectLine:
    """Read what the third call of a number ends with, from a TOML file.

    Raises:
        OSError, tomllib.TOMLDecodeError, TypeError: the file is missing or not whole.
    """
    return DialectLine(**tomllib.loads(path.read_text(encoding="utf-8")))
