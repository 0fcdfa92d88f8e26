"""Types and values in the words of the person who writes a settings file."""

from __future__ import annotations

from datetime import date, datetime, time
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import msgspec

_WORDS: dict[object, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotes",
    time: "a time of day such as 08:30:00",
    date: "a date such as 2026-10-01",
    dict: "a table",
}
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (int, "the number {}"),
    (float, "the number {}"),
    (str, 'the text "{}"'),
    (datetime, "the date and time {}"),
    (date, "the date {}"),
    (time, "the time {}"),
    (list, "a list"),
    (dict, "a table"),
)
_LONGEST_SHOWN = 40


def kind_of(value: object) -> str:
    """Return what a value found in a file is, as in `the text "abc"`."""
    for kind, words in _KINDS:
        if isinstance(value, kind):
            shown = str(value)
            short = shown if len(shown) <= _LONGEST_SHOWN else shown[:_LONGEST_SHOWN] + "…"
            return words.format(short)
    return "something else"


def describe(hint: object) -> str:
    """Return what a key wants, as in `a whole number from 1 to 999`."""
    if get_origin(hint) is Annotated:
        base, *notes = get_args(hint)
        limits = "".join(_limits(note) for note in notes if isinstance(note, msgspec.Meta))
        return describe(base) + limits
    origin = get_origin(hint)
    if origin is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in get_args(hint))
    if origin is tuple:
        return _list_of(get_args(hint)[0])
    if origin in (UnionType, Union):
        return " or ".join(describe(part) for part in get_args(hint) if part is not NoneType)
    return _WORDS.get(origin or hint, "a table")


def _list_of(element: object) -> str:
    words = describe(element)
    return "a list of tables" if words == "a table" else f"a list, each {words}"


def _limits(meta: msgspec.Meta) -> str:
    if meta.description:
        return f" ({meta.description})"
    if meta.ge is not None and meta.le is not None:
        return f" from {meta.ge} to {meta.le}"
    if meta.max_length is not None:
        unit = "character" if meta.max_length == 1 else "characters"
        least = "" if meta.min_length == meta.max_length else f"{meta.min_length or 0} to "
        return f" of {least}{meta.max_length} {unit}"
    return " with at least one entry" if meta.min_length else ""
