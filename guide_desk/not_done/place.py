"""Where the guide is in the register: its pages, and what is being said so far. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guide_desk.care import pile
from hall.care.not_done.model import ReasonClass

PlaceName = Literal[
    "list", "entry", "reasons", "groups", "matters", "times", "staff", "refer", "results",
    "replies", "satisfactions", "months", "write", "note", "paper",
]  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """What was touched so far. With an `entry_id` it classifies that entry, else it opens one.

    `reason` None: it is not known yet why.
    """

    entry_id: str = ""
    reason: ReasonClass | None = None
    group_id: str = ""
    matter_id: str = ""


class Pile(pile.Pile[PlaceName]):
    """The pages of the register, and what is being said so far."""

    def __init__(self) -> None:
        super().__init__("list", "entry")
        self.draft = Draft()
