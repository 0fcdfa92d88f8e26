"""What the hall says to itself about visits, cases and registers: from plans and reactions only."""

from __future__ import annotations

from typing import Literal

from hall.kernel.messages import Command
from hall.tickets.messages import Short, TicketView

TicketHappening = Literal[
    "called", "serving", "handed_over", "aside", "finished", "gone", "accompanied", "alone"
]


class NotePaper(Command):
    """A paper of a case was printed."""

    case_id: Short
    paper: Short


class WarnOfCase(Command):
    """The day until which a case must be answered or done comes near."""

    case_id: Short


class BeginVisitOfTicket(Command):
    """A number was given: its holder's visit begins, or goes on."""

    ticket: TicketView
    visit_id: Short | None = None


class FollowTicket(Command):
    """Something happened to a number: its visit follows."""

    ticket_id: Short
    happening: TicketHappening
    counter_id: Short | None = None
    clerk_id: Short | None = None
    matter_id: Short | None = None
    helper_id: Short | None = None


class EndVisits(Command):
    """A day is over: whoever is not at a counter has left, but for those of the new day."""

    except_day_id: Short | None = None


class CheckVisitOwned(Command):
    """Does somebody look after this visit by now?"""

    visit_id: Short
    owner_no: int


class RemindOfEntry(Command):
    """The last day comes near."""

    entry_id: Short


class LapseEntry(Command):
    """The last day is over."""

    entry_id: Short


class ForgetCards(Command):
    """Nobody has come with the card of this case for a long time."""

    case_id: Short


INTERNAL: tuple[type[Command], ...] = (
    BeginVisitOfTicket,
    FollowTicket,
    EndVisits,
    CheckVisitOwned,
    RemindOfEntry,
    LapseEntry,
    ForgetCards,
    NotePaper,
    WarnOfCase,
)
