"""What staff screens are told to show: keys, numbers, chips, as frozen values. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView

KeyFaceMode = Literal["next", "can", "chosen", "cannot", "under_way"]
"""`next` is the green one; `chosen` stays down; `under_way` lies flat until it is done."""


@dataclass(frozen=True)
class NumberView:
    """A ticket number: the character of its seal and its digits."""

    seal: str
    digits: str

    @property
    def label(self) -> str:
        """The whole number as people say it."""
        return self.seal + self.digits


@dataclass(frozen=True)
class ChipView:
    """An icon and the words that go with it."""

    icon: str
    text: str


@dataclass(frozen=True)
class KeyView:
    """One key: what pressing it means, what stands on it and whether it can be pressed.

    `name` is the objectName; `action` and `argument` go to the presenter.
    """

    name: str
    action: str
    label: str
    argument: str = ""
    icon: str = ""
    second: str = ""
    tag: str = ""
    mode: KeyFaceMode = "can"


def number_of(facts: HallFacts, ticket: TicketView) -> NumberView:
    """Return the number of a ticket."""
    seal, digits = facts.label_parts(ticket.series, ticket.number)
    return NumberView(seal, digits)
