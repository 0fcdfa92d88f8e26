from __future__ import annotations

import json
from collections.abc import Iterator
from typing import get_args, get_origin

from hall.matters.model import MatterList
from hall.matters.names import MatterNames
from launch.settings.decode import Decoder, Field, bare, fields_of, is_table
from launch.settings.hall_schema import HallSettings
from launch.settings.station_schema import StationSettings
from launch.settings.wording import describe
from tests.settings.document import documented

CHAPTERS = {
    "hall.toml": HallSettings,
    "A station file": StationSettings,
    "matters.toml": MatterList,
    "matters.en.toml": MatterNames,
}
Row = tuple[tuple[str, str, str], tuple[str, str]]


def rows_of(chapter: str, table: type, inside: str = "", header: str = "") -> Iterator[Row]:
    for field in fields_of(table):
        hint = bare(field.hint)
        path = f"{inside}.{field.key}" if inside else field.key
        element = bare(get_args(hint)[0]) if get_origin(hint) is tuple else None
        if is_table(element):
            yield from rows_of(chapter, element, path, f"[[{path}]]")
        elif is_table(hint):
            yield from rows_of(chapter, hint, path, f"[{path}]")
        else:
            yield (chapter, header, field.key), (describe(field.hint), default_of(field))


def default_of(field: Field) -> str:
    if field.required:
        return "required"
    value = list(field.default) if isinstance(field.default, tuple) else field.default
    return "none" if value is None else f"`{json.dumps(value)}`"


def test_the_document_lists_every_key_with_its_type_and_default_and_no_other() -> None:
    schema = {
        place: words for name, table in CHAPTERS.items() for place, words in rows_of(name, table)
    }
    assert documented() == schema


def test_a_default_is_a_value_the_key_itself_would_accept() -> None:
    said: list[str] = []
    for table in CHAPTERS.values():
        for field in walk(table):
            if not field.required and field.default is not None and field.default != ():
                decoder = Decoder(lambda path, sentence: said.append(f"{path} {sentence}"))
                decoder.value(field.hint, field.default, (field.key,))
    assert said == []


def walk(table: type) -> Iterator[Field]:
    for field in fields_of(table):
        hint = bare(field.hint)
        inner = bare(get_args(hint)[0]) if get_origin(hint) is tuple else hint
        if is_table(inner):
            yield from walk(inner)
        else:
            yield field
