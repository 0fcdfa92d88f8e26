"""What the papers of acting for an elder are filled with; see values.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forms.papers.values import PaperHead, Person, Quiet


@dataclass(frozen=True, repr=False)
class HandedItem(Quiet):
    """A thing that was handed over: what, how many of which kind, and when it went which way."""

    name: str
    how_many: str
    when: str = ""


@dataclass(frozen=True, repr=False)
class MandatePaper(Quiet):
    """A mandate to be signed. `person` is the principal; empty ID numbers are left to the pen."""

    head: PaperHead
    person: Person
    agent: str
    agent_id_number: str
    matters: str
    until: str
    told_every: str
    signs: Literal["principal", "guardian", ""]
    handed: tuple[HandedItem, ...]


@dataclass(frozen=True, repr=False)
class CustodyReceipt(Quiet):
    """A receipt for things: over to the agent, or back to the principal."""

    head: PaperHead
    name: str
    matters: str
    agent: str
    handed: tuple[HandedItem, ...]


AgencyRow = HandedItem
AgencyValues = MandatePaper | CustodyReceipt
AGENCY_VALUES: tuple[type[AgencyValues], ...] = (MandatePaper, CustodyReceipt)
