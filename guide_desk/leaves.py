"""Long lists are turned leaf by leaf, never scrolled. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

LEAF_S = 20.0
"""Lists that were turned on go back to their beginning after that."""

Item = TypeVar("Item")


@dataclass(frozen=True)
class Leaf(Generic[Item]):
    """One leaf of a list; `number` counts from 0."""

    items: tuple[Item, ...]
    number: int
    count: int


def leaf_of(items: Sequence[Item], number: int, size: int) -> Leaf[Item]:
    """Return a leaf of so many items; a number beyond the last leaf is the last one."""
    count = max(1, -(-len(items) // size))
    number = max(0, min(number, count - 1))
    return Leaf(tuple(items[number * size : (number + 1) * size]), number, count)


def turn_keys(words: Strings, name: str, leaf: Leaf[Item]) -> tuple[KeyView, ...]:
    """Return the keys that turn a list, named `<name>_previous` and `<name>_next`; none for one."""
    if leaf.count == 1:
        return ()
    ways = (
        ("previous", str(leaf.number - 1), "arrow-up", leaf.number > 0),
        ("next", str(leaf.number + 1), "arrow-down", leaf.number < leaf.count - 1),
    )
    return tuple(
        KeyView(
            f"{name}_{way}", f"{name}_turn", words.get(f"key_{way}"), argument, icon=icon,
            mode="can" if can else "cannot",
        )
        for way, argument, icon, can in ways
    )  # fmt: skip


def onward_keys(words: Strings, name: str, leaf: Leaf[Item]) -> tuple[KeyView, ...]:
    """Return one key that turns a list, from its last leaf to the first; none for one leaf."""
    if leaf.count == 1:
        return ()
    onward = (leaf.number + 1) % leaf.count
    label = words.get("key_next" if onward else "key_first_leaf")
    icon = "arrow-down" if onward else "arrow-line-up"
    return (KeyView(f"{name}_next", f"{name}_turn", label, str(onward), icon=icon),)


def leaf_words(words: Strings, leaf: Leaf[Item]) -> str:
    """Return which leaf it is, empty when there is only one."""
    if leaf.count == 1:
        return ""
    return words.get("leaf", page=leaf.number + 1, count=leaf.count)


class Turned:
    """How far a list was turned. Times are steady seconds."""

    def __init__(self) -> None:
        self.number = 0
        self._turned_s = 0.0

    def to(self, number: str, now_s: float) -> None:
        """Turn to a leaf; the argument of a key says which."""
        self.number, self._turned_s = int(number), now_s

    def back(self) -> None:
        """Go to the beginning."""
        self.number = 0

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        if now_s - self._turned_s >= LEAF_S:
            self.number = 0
