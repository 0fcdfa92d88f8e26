"""The published matters as the kiosk offers them: by group, a few a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from hall.kernel.facts import GroupFact, HallFacts, MatterFact

Item = TypeVar("Item")

ROWS, ROWS_LARGE, ROWS_LOW = 6, 3, 4


@dataclass(frozen=True)
class Leaf(Generic[Item]):
    """One page of a list; `number` counts from 0."""

    items: tuple[Item, ...]
    number: int
    count: int


def groups_of(facts: HallFacts) -> tuple[GroupFact, ...]:
    """Return the groups that hold at least one matter, in the order of the list."""
    used = {matter.group for matter in facts.matters}
    return tuple(group for group in facts.groups if group.id in used)


def matters_of(facts: HallFacts, group_id: str) -> tuple[MatterFact, ...]:
    """Return the matters of a group in the order of the list: those that papers are asked for."""
    return tuple(matter for matter in facts.matters if matter.group == group_id)


def sole_matter(facts: HallFacts) -> MatterFact | None:
    """Return the matter of a hall where there is nothing to choose: one matter or one queue."""
    queues = {matter.queue for matter in facts.matters}
    return facts.matters[0] if len(queues) == 1 else None


def leaf_of(items: Sequence[Item], number: int, rows: int) -> Leaf[Item]:
    """Return one page of a list; with more than `rows` items a row is kept for paging.

    A page in the middle has two keys to turn: where that would be more than six keys it holds one
    item less.
    """
    if len(items) <= rows:
        return Leaf(tuple(items), 0, 1)
    each = rows if rows == ROWS_LARGE else rows - 1
    count = -(-len(items) // each)
    if count > 2 and rows > ROWS_LOW:
        each -= 1
        count = -(-len(items) // each)
    number = min(max(number, 0), count - 1)
    return Leaf(tuple(items[number * each : (number + 1) * each]), number, count)


def rows_a_page(*, large: bool, low: bool) -> int:
    """Return how many rows a list shows at once."""
    if low:
        return ROWS_LOW
    return ROWS_LARGE if large else ROWS
