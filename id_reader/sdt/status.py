"""What the third status byte of a reply means, and what to do about it: a table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Unreadable = Literal["lifted", "several_cards", "not_an_id_card", "not_authentic", "bad_data"]


class Reaction(Enum):
    """What the driver does next."""

    DONE = "done"
    FOUND = "found"
    NO_CARD = "no_card"
    NOT_ON_CARD = "not_on_card"
    RESEND = "resend"
    RESTART = "restart"
    CARD_FAILED = "card_failed"
    FAULT = "fault"


@dataclass(frozen=True)
class Meaning:
    """One row of the table.

    `exact` demands SW1 SW2 = 00 00; the other rows ignore them. `unreadable` is what to tell
    people when it keeps happening with a card.
    """

    meaning: str
    reaction: Reaction
    exact: bool = True
    unreadable: Unreadable = "bad_data"


STATUS_TABLE: dict[int, Meaning] = {
    0x90: Meaning("done", Reaction.DONE),
    0x9F: Meaning("card found", Reaction.FOUND),
    0x80: Meaning("no card found", Reaction.NO_CARD),
    0x81: Meaning("select failed", Reaction.CARD_FAILED, unreadable="several_cards"),
    0x91: Meaning("item is not on the card", Reaction.NOT_ON_CARD),
    0x10: Meaning("module saw a bad checksum", Reaction.RESEND),
    0x11: Meaning("module saw a bad length", Reaction.RESEND),
    0x21: Meaning("command, parameter or order wrong", Reaction.RESTART),
    0x23: Meaning("not authorised for this command", Reaction.RESTART, unreadable="not_authentic"),
    0x24: Meaning("unrecognised error", Reaction.RESTART),
    0x31: Meaning(
        "module could not authenticate the card", Reaction.CARD_FAILED, False, "not_authentic"
    ),
    0x32: Meaning(
        "card could not authenticate the module", Reaction.CARD_FAILED, False, "not_authentic"
    ),
    0x33: Meaning("what was read did not verify", Reaction.CARD_FAILED, False, "not_authentic"),
    0x40: Meaning("card type not recognised", Reaction.CARD_FAILED, unreadable="not_an_id_card"),
    0x41: Meaning("card read failed, usually lifted", Reaction.CARD_FAILED, False, "lifted"),
    0x47: Meaning("random number failure", Reaction.RESTART),
    0x60: Meaning("self-test failed", Reaction.FAULT),
    0x66: Meaning("module not authorised", Reaction.FAULT),
}

FAULT_WORDS: dict[int, str] = {0x60: "self_test_failed", 0x66: "module_not_authorised"}
UNLISTED = Meaning("a code that is not in the table", Reaction.RESTART)


def meaning_of(status: bytes) -> Meaning:
    """Return what SW1 SW2 SW3 mean; a status outside the table restarts from find."""
    row = STATUS_TABLE.get(status[2], UNLISTED)
    if row.exact and status[:2] != b"\x00\x00":
        return UNLISTED
    return row
