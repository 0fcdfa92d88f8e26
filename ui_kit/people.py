"""How staff read a visitor: form of address, age band, what to mind. Plain Python.

The words are the room's own: `address_…`, `band_…`, `need_…`, `claim_…`, `behalf_…`, `bereavement`.
"""

from __future__ import annotations

from hall.kernel.facts import MatterFact
from hall.kernel.messages import Person
from hall.tickets.messages import TicketView
from ui_kit.staff_views import ChipView
from ui_kit.strings import Strings

NEED_ICONS = {
    "hearing": "ear",
    "sight": "eyeglasses",
    "wheelchair": "wheelchair-bold",
    "slow_walk": "person-simple-walk",
    "speech": "chat-centered-dots",
}
_SEX_WORDS = {1: "male", 2: "female"}


def form_of_address(words: Strings, person: Person) -> str:
    """Return how to call the visitor; `sex` is the GB/T 2261.1 code. Empty without a surname."""
    if not person.surname:
        return ""
    sex = _SEX_WORDS.get(person.sex)
    if sex is None or not person.age_band:
        return words.get("address_plain", surname=person.surname)
    return words.get(f"address_{person.age_band}_{sex}", surname=person.surname)


def age_words(words: Strings, person: Person) -> str:
    """Return the age band in words, empty when it is unknown."""
    return words.get(f"band_{person.age_band}") if person.age_band else ""


def chips_of(
    words: Strings, person: Person, ticket: TicketView, matter: MatterFact | None
) -> tuple[ChipView, ...]:
    """Return what a clerk should mind before the first word."""
    chips = [
        ChipView(NEED_ICONS[need], words.get(f"need_{need}"))
        for need in person.needs
        if need in NEED_ICONS
    ]
    if ticket.priority == "claim" and f"claim_{ticket.reason}" in words:
        chips.append(ChipView("seal-check", words.get(f"claim_{ticket.reason}")))
    if ticket.behalf_of:
        chips.append(ChipView("users", words.get(f"behalf_{ticket.behalf_of}")))
    if matter is not None and matter.bereavement:
        chips.append(ChipView("hand-heart", words.get("bereavement")))
    return tuple(chips)
