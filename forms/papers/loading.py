"""Reads the forms of assets/forms and says of each fault which file, which key and what."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TypeVar, get_args, get_type_hints

import msgspec

from forms.papers.every_value import EVERY_VALUE, AnyValues
from forms.papers.form import (
    Block,
    Choices,
    CommonWords,
    Fields,
    Form,
    Frame,
    Heading,
    Items,
    Text,
)
from forms.papers.values import PaperHead, Person

T = TypeVar("T")

COMMON = "common"
_PATH = re.compile(r"^(?P<what>.*?) - at `\$\.?(?P<where>.*)`$")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class FormFault(ValueError):
    """A form that cannot be used; the message is `file: key: sentence`."""

    def __init__(self, file: Path, key: str, sentence: str) -> None:
        super().__init__(f"{file}: {key or '-'}: {sentence}")


class FormBook:
    """The forms of one folder by name, each read when first asked and then kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._forms: dict[str, Form] = {}
        self._common: CommonWords | None = None

    def names(self) -> tuple[str, ...]:
        """Return the names of the forms, sorted."""
        return tuple(sorted(p.stem for p in self._folder.glob("*.toml") if p.stem != COMMON))

    def form(self, name: str) -> Form:
        """Return a form. Raises FormFault, and KeyError for a name there is no file of."""
        if name not in self._forms:
            if name not in self.names():
                raise KeyError(name)
            self._forms[name] = self._load(name)
        return self._forms[name]

    def common(self) -> CommonWords:
        """Return the words all papers share. Raises FormFault."""
        if self._common is None:
            self._common = _read(self._folder / f"{COMMON}.toml", CommonWords)
        return self._common

    def _load(self, name: str) -> Form:
        path = self._folder / f"{name}.toml"
        form = _read(path, Form)
        if form.like:
            if form.block or form.like not in self.names():
                raise FormFault(path, "like", "names no other form, or has blocks of its own too.")
            form = msgspec.structs.replace(form, block=self.form(form.like).block)
        _check(path, form)
        return form


def placeholders_in(text: str) -> frozenset[str]:
    """Return the names between braces."""
    return frozenset(_PLACEHOLDER.findall(text))


def _read(path: Path, target: type[T]) -> T:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(content, target, strict=True)
    except OSError as error:
        raise FormFault(path, "", f"the file cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormFault(path, "", f"this is not TOML: {error}.") from error
    except msgspec.ValidationError as error:
        told = _PATH.match(str(error))
        where, what = (told["where"], told["what"]) if told else ("", str(error))
        raise FormFault(path, where, f"{what}.") from error


def _check(path: Path, form: Form) -> None:
    if not form.block:
        raise FormFault(path, "block", "a form needs at least one.")
    if form.values not in EVERY_VALUE:
        raise FormFault(path, "values", f'there is no class of values "{form.values}".')
    if placeholders_in(form.title):
        raise FormFault(path, "title", "stands in the file's properties too and names no value.")
    values = EVERY_VALUE[form.values]
    known = names_of(values)
    for place, keys in _asked_at(form):
        for key in sorted(keys - known):
            raise FormFault(path, place, f'the values have no "{key}".')
    for index, block in enumerate(form.block):
        if isinstance(block, Items):
            _check_rows(path, index, block, values)


def _asked_at(form: Form) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each place of a form with the values it asks for."""
    yield "lead", placeholders_in(form.lead)
    yield "basis", placeholders_in(form.basis)
    yield "signed_as", placeholders_in(form.signed_as)
    for index, block in enumerate(form.block):
        yield f"block[{index}]", frozenset(_asked_of_values(block))


def _check_rows(path: Path, index: int, block: Items, values: type[AnyValues]) -> None:
    row = row_of(values, block.key)
    if row is None:
        raise FormFault(path, f"block[{index}].key", f'"{block.key}" is no list of the values.')
    asked = placeholders_in(block.name + "".join(block.lines)) | {block.tick, block.group}
    for key in sorted(asked - names_of(row) - {""}):
        raise FormFault(path, f"block[{index}]", f'the rows of "{block.key}" have no "{key}".')


def row_of(values: type[AnyValues], key: str) -> type | None:
    """Return the class of the rows of a list value; None when it is no list."""
    row = (*get_args(get_type_hints(values)[key]), None)[0]
    return row if isinstance(row, type) and is_dataclass(row) else None


def names_of(values: type) -> frozenset[str]:
    """Return the names a template may use of a class of values: those of head and person too."""
    inner = {"head": PaperHead, "person": Person}
    names: set[str] = set()
    for one in fields(values):
        part = inner.get(one.name)
        names |= {f.name for f in fields(part)} if part and is_dataclass(part) else {one.name}
    return frozenset(names)


def _asked_of_values(block: Block) -> Iterator[str]:
    """Yield each value a block asks for by name."""
    if isinstance(block, Text | Heading):
        yield from placeholders_in(block.text)
    elif isinstance(block, Frame):
        yield from placeholders_in(block.title + "".join(block.texts))
    elif isinstance(block, Fields):
        yield from (one.key for one in block.fields if one.source != "hand")
    elif isinstance(block, Choices | Items):
        yield block.key
    if isinstance(block, Text | Heading | Items) and block.when:
        yield block.when
