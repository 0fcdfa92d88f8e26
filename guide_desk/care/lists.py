"""Lists of a book, and the key that turns them. Pure."""

from __future__ import annotations

from guide_desk.leaves import Item, Leaf
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

CELLS = 6
"""Entries of a book on one leaf."""


def onward_key(words: Strings, prefix: str, leaf: Leaf[Item]) -> tuple[KeyView, ...]:
    """Return one key that turns a list, from its last leaf to the first; none for one leaf."""
    if leaf.count == 1:
        return ()
    onward = (leaf.number + 1) % leaf.count
    label = words.get("key_next" if onward else "key_first_leaf")
    icon = "arrow-down" if onward else "arrow-line-up"
    return (KeyView(f"{prefix}_next", f"{prefix}_turn", label, str(onward), icon=icon),)
