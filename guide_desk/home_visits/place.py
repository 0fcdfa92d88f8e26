"""The pages of the book of visits at home. Pure."""

from __future__ import annotations

from typing import Literal

from guide_desk.care import pile

PlaceName = Literal[
    "list", "days", "channels", "groups", "matters", "other_way", "grounds", "slots", "write",
    "minds", "visit", "staff", "results", "paper",
]  # fmt: skip
Pile = pile.Pile[PlaceName]


def empty_pile() -> Pile:
    """Return the pile of a guide who just opened the book."""
    return Pile("list", "visit")
