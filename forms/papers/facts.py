"""Values as the names of a template, and templates filled with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from forms.papers.every_value import AnyRow, AnyValues
from forms.papers.loading import placeholders_in
from forms.papers.values import PaperHead, Person


def facts_of(values: AnyValues | PaperHead | Person | AnyRow) -> Mapping[str, object]:
    """Return name -> value; the fields of head and person stand among the others."""
    facts: dict[str, object] = {}
    for one in fields(values):
        value = getattr(values, one.name)
        if isinstance(value, PaperHead | Person):
            facts |= facts_of(value)
        else:
            facts[one.name] = value
    return facts


def rows_of(facts: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
    """Return the rows of a list value, each as names."""
    rows = facts[key]
    return tuple(facts_of(row) for row in rows) if isinstance(rows, tuple) else ()


def filled(template: str, facts: Mapping[str, object]) -> str:
    """Return a template with its names replaced."""
    return template.format_map(facts)


def says_something(template: str, facts: Mapping[str, object]) -> bool:
    """Tell whether a template has no names, or at least one that is not empty."""
    names = placeholders_in(template)
    return not names or any(facts[name] for name in names)
