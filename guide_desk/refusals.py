"""What is said when the hall changed nothing: a key of the strings for each refusal. Pure."""

from __future__ import annotations

from guide_desk.cases import refused as cases
from hall.calls.messages import CounterNotOpen, NoSuchCounter
from hall.help.messages import (
    ItemIsOut,
    NoSuchHelp,
    NoSuchItem,
    NoSuchLoan,
    NoSuchStaff,
    NotForThisHelp,
    TooLateToTakeBack,
)
from hall.kernel.messages import Refusal
from hall.tickets.messages import (
    AlreadyWaiting,
    MatterClosed,
    NoSuchMatter,
    NoSuchTicket,
    TicketsFound,
    TooLateToUndo,
    WrongState,
)
from ui_kit.strings import Strings

_WORDS: dict[type[Refusal], str] = {
    CounterNotOpen: "refused_counter_not_open",
    NoSuchCounter: "refused_counter_not_open",
    AlreadyWaiting: "refused_already_waiting",
    ItemIsOut: "refused_item_is_out",
    NoSuchHelp: "refused_no_such_help",
    NoSuchItem: "refused_no_such_item",
    NoSuchLoan: "refused_no_such_loan",
    NoSuchMatter: "refused_no_such_matter",
    NoSuchStaff: "refused_no_such_staff",
    NoSuchTicket: "refused_no_such_ticket",
    NotForThisHelp: "refused_not_for_this_help",
    TooLateToTakeBack: "refused_too_late_to_take_back",
    TooLateToUndo: "refused_too_late_to_undo",
    WrongState: "refused_wrong_state",
    **cases.WORDS,
}


def refusal_line(words: Strings, refusal: Refusal) -> str:
    """Return one sentence in people's words; empty where the page itself says what was found."""
    if isinstance(refusal, MatterClosed):
        return words.get("refused_matter_closed", opens=refusal.opens)
    if isinstance(refusal, TicketsFound):
        return "" if refusal.tickets else words.get("find_no_card")
    return words.get(_WORDS.get(type(refusal), "refused_other"))
