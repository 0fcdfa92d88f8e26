"""Which paper of the checklist a page may be: the names it is asked by, and the guess. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hall.care.pictures.model import material_of
from hall.kernel.facts import MatterFact
from hall.visits.views import ItemView


@dataclass(frozen=True)
class Suggestion:
    """What a page looks like. `item_id` is where it may be moved, empty where it may not."""

    plain: str
    item_id: str = ""


def names_of(matter: MatterFact | None, items: Iterable[ItemView]) -> dict[str, tuple[str, ...]]:
    """Return item id -> what such a paper is called: the plain word, then the list's own."""
    materials = ((item, material_of(matter, item.plain)) for item in items)
    return {
        item.id: (item.plain, material.name) if material and material.name else (item.plain,)
        for item, material in materials
    }
