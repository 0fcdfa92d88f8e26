"""What is said when the hall changed nothing: a key of the strings for each refusal. Pure."""

from __future__ import annotations

from guide_desk.agency import refused as agency
from guide_desk.care import refused as care
from guide_desk.cases import refused as cases
from guide_desk.not_done import refused as not_done
from hall.calls.messages import CounterNotOpen, NoSuchCounter
from hall.care.agency.refusals import MandatesFound
from hall.care.feelings.messages import (
    FeelingStands,
    NoSuchReason,
    NoSuchService,
    NotAsked,
    ServiceFound,
)
from hall.care.home_visits.messages import HomeSlotsFound
from hall.care.not_done.messages import NotDoneListed
from hall.care.pictures.messages import NoSuchPicture, NotToBeKept
from hall.help.box_messages import NoSuchBatch, NotForTheBox, PastItsDay
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
    NoSuchBatch: "refused_no_such_batch",
    NoSuchHelp: "refused_no_such_help",
    NoSuchItem: "refused_no_such_item",
    NoSuchLoan: "refused_no_such_loan",
    NoSuchMatter: "refused_no_such_matter",
    NoSuchStaff: "refused_no_such_staff",
    NoSuchTicket: "refused_no_such_ticket",
    NotForTheBox: "refused_not_for_the_box",
    NotForThisHelp: "refused_not_for_this_help",
    PastItsDay: "refused_past_its_day",
    TooLateToTakeBack: "refused_too_late_to_take_back",
    TooLateToUndo: "refused_too_late_to_undo",
    WrongState: "refused_wrong_state",
    NotToBeKept: "refused_not_to_be_kept",
    NoSuchPicture: "refused_no_such_picture",
    FeelingStands: "refused_feeling_stands",
    NoSuchReason: "refused_no_such_reason",
    NoSuchService: "refused_no_such_service",
    NotAsked: "refused_not_asked",
    **cases.WORDS,
    **agency.WORDS,
    **care.WORDS,
    **not_done.WORDS,
}


def refusal_line(words: Strings, refusal: Refusal) -> str:
    """Return one sentence in people's words; empty where the page itself says what was found."""
    if isinstance(refusal, MatterClosed):
        return words.get("refused_matter_closed", opens=refusal.opens)
    if isinstance(refusal, MandatesFound):
        return "" if refusal.mandate_ids else words.get("agency_no_card")
    if isinstance(refusal, HomeSlotsFound | NotDoneListed):
        return ""
    if isinstance(refusal, ServiceFound):
        return words.get("feel_given", number=refusal.number) if refusal.given else ""
    if isinstance(refusal, TicketsFound):
        return "" if refusal.tickets else words.get("find_no_card")
    return words.get(_WORDS.get(type(refusal), "refused_other"))
