"""The names of the published list in another language: what visitors who chose it read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hall.matters.model import MatterList
from hall.matters.rules import MOST_LINES, Broken, repeated

LONGEST_LATIN_LINE = 21  # Latin letters of one line of the slip, where they are largest


@dataclass(frozen=True)
class GroupName:
    """A group's word and its examples, as many as the list has."""

    id: str
    name: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class MatterName:
    """A matter's plain name as it stands on a key: one or two lines."""

    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class MatterNames:
    """The whole list in one other language.

    `papers` and `notes` map the plain names of papers, and the notes on them, as the list has
    them. A note that is not here is left out on the screen.
    """

    groups: tuple[GroupName, ...]
    matters: tuple[MatterName, ...]
    papers: dict[str, str]
    notes: dict[str, str]


def check_names(names: MatterNames, matters: MatterList) -> tuple[Broken, ...]:
    """Return every place where the names and the list do not fit together."""
    papers = {paper.plain for matter in matters.matters for paper in matter.materials}
    notes = {paper.note for matter in matters.matters for paper in matter.materials if paper.note}
    return (
        *_check_ids("groups", [one.id for one in names.groups], [g.id for g in matters.groups]),
        *_check_ids("matters", [one.id for one in names.matters], [m.id for m in matters.matters]),
        *_check_lines(names),
        *_check_examples(names, matters),
        *_check_words("papers", names.papers, papers, whole=True),
        *_check_words("notes", names.notes, notes, whole=False),
    )


def _check_ids(table: str, named: list[str], listed: list[str]) -> Iterator[Broken]:
    for index in repeated(named):
        yield Broken((table, index, "id"), f'"{named[index]}" stands here for the second time.')
    for index, word in enumerate(named):
        if word not in listed:
            sentence = f'the list has no "{word}".'
            yield Broken((table, index, "id"), sentence, word, tuple(listed))
    missing = [one for one in listed if one not in named]
    if missing:
        yield Broken((table,), f"there is no name for {', '.join(missing)}.")


def _check_lines(names: MatterNames) -> Iterator[Broken]:
    for index, matter in enumerate(names.matters):
        path = ("matters", index, "lines")
        if not 1 <= len(matter.lines) <= MOST_LINES:
            yield Broken(path, f"a key has room for one to {MOST_LINES} lines.")
        if any(not 0 < len(line.strip()) <= LONGEST_LATIN_LINE for line in matter.lines):
            yield Broken(path, f"a line has 1 to {LONGEST_LATIN_LINE} characters.")


def _check_examples(names: MatterNames, matters: MatterList) -> Iterator[Broken]:
    wanted = {group.id: len(group.examples) for group in matters.groups}
    for index, group in enumerate(names.groups):
        if wanted.get(group.id, len(group.examples)) != len(group.examples):
            path = ("groups", index, "examples")
            yield Broken(path, f"the list has {wanted[group.id]} examples for {group.id}.")


def _check_words(
    table: str, named: Mapping[str, str], listed: set[str], *, whole: bool
) -> Iterator[Broken]:
    for word, text in named.items():
        if word not in listed:
            yield Broken((table, word), "the list has no such words.", word, tuple(sorted(listed)))
        elif not text.strip():
            yield Broken((table, word), "cannot be empty.")
    missing = sorted(listed - set(named)) if whole else []
    if missing:
        yield Broken((table,), f"there is no name for {', '.join(missing)}.")
