"""What is said when the hall changed nothing: a key of the strings for each refusal. Pure."""

from __future__ import annotations

from hall.help.messages import NoSuchHelp
from hall.kernel.messages import Refusal
from hall.tickets.messages import (
    AlreadyWaiting,
    MatterClosed,
    NoSuchMatter,
    NoSuchTicket,
    WrongState,
)
from ui_kit.strings import Strings

_WORDS: dict[type[Refusal], str] = {
    AlreadyWaiting: "refused_already_waiting",
    NoSuchHelp: "refused_no_such_help",
    NoSuchMatter: "refused_no_such_matter",
    NoSuchTicket: "refused_no_such_ticket",
    WrongState: "refused_wrong_state",
}


def refusal_line(words: Strings, refusal: Refusal) -> str:
    """Return one sentence in people's words."""
    if isinstance(refusal, MatterClosed):
        return words.get("refused_matter_closed", opens=refusal.opens)
    return words.get(_WORDS.get(type(refusal), "refused_other"))
