"""Any command with some value in every field: what decodes, whatever the hall answers to it."""

from __future__ import annotations

import re
from typing import Any

from msgspec import inspect

_TEXTS = ("x", "2026-12-01", "2026-12", "09:40", "EA123456789CN")


def some_fields(command: type) -> dict[str, Any]:
    """A value of its type for every field of a command."""
    told = inspect.type_info(command)
    assert isinstance(told, inspect.StructType)
    return {one.name: some_value(one.type) for one in told.fields}


def required_fields(command: type) -> tuple[str, ...]:
    """The fields a command does not go without."""
    told = inspect.type_info(command)
    assert isinstance(told, inspect.StructType)
    return tuple(one.name for one in told.fields if one.required)


def some_value(kind: inspect.Type) -> Any:
    """A value of a type, the first there is."""
    if isinstance(kind, inspect.LiteralType):
        return kind.values[0]
    if isinstance(kind, inspect.BoolType):
        return False
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        return kind.ge if kind.ge is not None else 1
    if isinstance(kind, inspect.StrType):
        pattern = re.compile(kind.pattern or "")
        return next(text for text in _TEXTS if pattern.search(text))
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        return [some_value(kind.item_type)] * max(1, kind.min_length or 0)
    if isinstance(kind, inspect.StructType):
        return {one.encode_name: some_value(one.type) for one in kind.fields if one.required}
    if isinstance(kind, inspect.UnionType):
        known = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        return some_value(known[0])
    return "x"
