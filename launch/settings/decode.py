"""From parsed TOML to typed settings, with every fault found in one pass.

msgspec judges each single value; the tables are walked here because its own decoder stops at
the first fault and a person wants to see them all.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Literal, TypeGuard, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from launch.settings.findings import nearest
from launch.settings.positions import Path
from launch.settings.wording import describe, kind_of

T = TypeVar("T")
Report = Callable[[Path, str], None]

# Lists of tables carry a plural name in the code and the singular in the file: [[counter]].
KEY_OF_FIELD: Mapping[str, str] = {
    "box_items": "box_item",
    "cards": "card",
    "clerks": "clerk",
    "counters": "counter",
    "devices": "device",
    "feeling_reasons": "feeling_reason",
    "groups": "group",
    "holidays": "holiday",
    "keys": "key",
    "languages": "language",
    "loan_items": "loan_item",
    "materials": "material",
    "matters": "matter",
    "places": "place",
    "queues": "queue",
    "sound_zones": "sound_zone",
    "working_days": "working_day",
    "zones": "zone",
}


@dataclasses.dataclass(frozen=True)
class Field:
    """One key a table may have; `default` is meaningless where `required`."""

    name: str
    key: str
    hint: object
    required: bool
    default: object


def fields_of(table: type) -> Iterator[Field]:
    """Yield the keys of a settings table (a msgspec Struct or a frozen dataclass)."""
    hints = get_type_hints(table, include_extras=True)
    for name, required, default in _raw_fields(table):
        yield Field(name, KEY_OF_FIELD.get(name, name), hints[name], required, default)


def _raw_fields(table: type) -> Iterator[tuple[str, bool, object]]:
    if dataclasses.is_dataclass(table):
        for field in dataclasses.fields(table):
            if field.init:
                yield field.name, field.default is dataclasses.MISSING, field.default
        return
    for entry in msgspec.structs.fields(table):
        default = entry.default
        if entry.default_factory is not msgspec.NODEFAULT:
            default = entry.default_factory()
        yield entry.name, entry.required, default


def is_table(hint: object) -> TypeGuard[type]:
    """Whether a type is written as a table of its own."""
    return isinstance(hint, type) and (
        issubclass(hint, msgspec.Struct) or dataclasses.is_dataclass(hint)
    )


def bare(hint: object) -> object:
    """Return the type without its constraints."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


class Decoder:
    """Decodes one file; `built` keeps each table that was right, for the rules that follow."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._faults = 0
        self.built: dict[Path, object] = {}

    def table(self, target: type[T], content: Mapping[str, object], path: Path = ()) -> T | None:
        """Return the typed table, or None after reporting every fault inside it."""
        before = self._faults
        fields = {field.key: field for field in fields_of(target)}
        for key in content:
            if key not in fields:
                self._fault((*path, key), f"this key is not known.{nearest(key, fields)}")
        values: dict[str, object] = {}
        for key, field in fields.items():
            if key in content:
                values[field.name] = self.value(field.hint, content[key], (*path, key))
            elif field.required:
                wanted = describe(field.hint)
                self._fault((*path, key), f"this key is missing; it must be {wanted}.")
        if self._faults > before:
            return None
        built = self.built[path] = target(**values)
        return built

    def _fault(self, path: Path, sentence: str) -> None:
        self._faults += 1
        self._report(path, sentence)

    def value(self, hint: object, value: object, path: Path) -> object:
        """Return the typed value of one key, or None after reporting what is wrong with it."""
        base = bare(hint)
        if is_table(base):
            if isinstance(value, dict):
                return self.table(base, value, path)
            self._fault(path, f"must be a table, not {kind_of(value)}.")
            return None
        if get_origin(base) is tuple:
            return self._list(hint, get_args(base)[0], value, path)
        return self._leaf(hint, value, path)

    def _list(self, hint: object, element: object, value: object, path: Path) -> object:
        if not isinstance(value, list):
            self._fault(path, f"must be {describe(hint)}, not {kind_of(value)}.")
            return None
        if not value and hint is not bare(hint):
            self._fault(path, f"must be {describe(hint)}; it is empty.")
        tables = is_table(bare(element))
        return tuple(
            self.value(element, item, (*path, index) if tables else path)
            for index, item in enumerate(value)
        )

    def _leaf(self, hint: object, value: object, path: Path) -> object:
        try:
            return msgspec.convert(value, hint)
        except (msgspec.ValidationError, OverflowError):
            pass
        base = bare(hint)
        choices = get_args(base) if get_origin(base) is Literal else ()
        if choices and isinstance(value, str):
            self._fault(path, f'"{value}" is not a valid word.{nearest(value, choices)}')
        else:
            self._fault(path, f"must be {describe(hint)}, not {kind_of(value)}.")
        return None
