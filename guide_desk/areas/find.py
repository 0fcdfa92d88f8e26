"""Find: any number of today, by its number, time, matter or a card, and what it needs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from devices.ports import CardEvent, CardSeen, CardUnreadable
from guide_desk.areas.base import Area
from guide_desk.desk import Desk
from guide_desk.finding.card import CardSearch
from guide_desk.finding.correcting import Correction, correction_of, correction_view
from guide_desk.finding.deeds import TicketDeeds
from guide_desk.finding.moving import other_matters_view, windows_view
from guide_desk.finding.pages import (
    WHY_CANCEL,
    WHY_CHANGE,
    found_view,
    groups_view,
    pad_view,
    reasons_view,
    ticket_page,
)
from guide_desk.finding.searching import Search, Typed, numbers_typed
from guide_desk.leaves import Turned
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.calls.messages import TicketMoved
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import (
    TicketCancelled,
    TicketEvent,
    TicketReturned,
    TicketsFound,
    TicketView,
    VisitorChanged,
)

ID = "find"
_ERASE, _ENTER = ("\b", "\x7f"), ("\r", "\n")
FORGET_S = 120.0
"""Somebody's number that lies open so long without a touch was left: others pass the desk."""
_SAID: tuple[tuple[type[TicketEvent], str], ...] = (
    (TicketCancelled, "find_cancelled"),
    (TicketReturned, "find_returned"),
    (VisitorChanged, "find_changed"),
    (TicketMoved, "find_moved"),
)

Asking = Literal[
    "", "groups", "change", "why_change", "why_cancel", "where", "move_groups", "move_matters"
]
_BEHIND: dict[Asking, Asking] = {
    "why_change": "change", "move_groups": "where", "move_matters": "move_groups",
}  # fmt: skip


@dataclass(frozen=True)
class _Shown:
    """How deep the guide is: what was typed, what is listed, what lies open, what is asked."""

    typed: Typed = field(default_factory=Typed)
    search: Search | None = None
    ticket_id: str = ""
    asking: Asking = ""
    correction: Correction = field(default_factory=Correction)
    group_id: str = ""


class FindArea(Area):
    """From a few digits to one number and its deeds."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown, self._touched_s = _Shown(), 0.0
        self._leaf = Turned()
        self._doing = TicketDeeds(desk.setup, desk.send)
        self._card = CardSearch(desk)
        self.deeds = {
            "find_digit": lambda digit: self._type(self._shown.typed.with_digit(digit)),
            "find_series": lambda series: self._type(self._shown.typed.with_series(series)),
            "find_erase": lambda _: self._type(self._shown.typed.erased()),
            "find_go": lambda _: self._go(),
            "find_recent": lambda _: self._list(Search("recent")),
            "find_half_hour": lambda _: self._list(Search("half_hour")),
            "find_groups": lambda _: self._ask("groups"),
            "find_group": lambda group: self._list(Search("group", group=group)),
            "find_turn": lambda number: self._leaf.to(number, desk.now_s),
            "find_open": self._open,
            "find_change": lambda _: self._change(),
            "find_mark": self._mark,
            "find_changed": lambda _: self._ask("why_change"),
            "find_cancel": lambda _: self._ask("why_cancel"),
            "find_why_change": self._why_change,
            "find_why_cancel": self._why_cancel,
            "find_return": lambda _: self._return(),
            "find_move": lambda _: self._ask("where"),
            "find_move_groups": lambda _: self._ask("move_groups"),
            "find_move_group": self._move_group,
            "find_window": lambda counter_id: self._move(counter_id=counter_id),
            "find_matter": lambda matter_id: self._move(matter_id=matter_id),
        }

    def page(self, utc: datetime) -> Page:
        """Return the number that lies open, what was found, or the way to it."""
        desk, shown = self.desk, self._shown
        words, board = desk.words, desk.hall
        ticket = self._ticket()
        if ticket is not None:
            return self._ticket_page(ticket)
        if shown.asking == "groups":
            return groups_view(words, board)
        if shown.search is not None:
            return found_view(words, board, shown.search, utc, self._leaf.number)
        return pad_view(words, board, shown.typed, reader=bool(desk.setup.reader_id))

    def back(self) -> bool:
        """Leave a question, the number, the list, then what was typed."""
        shown = self._shown
        if shown == _Shown():
            return False
        if shown.asking:
            self._ask(_BEHIND.get(shown.asking, ""))
        elif shown.ticket_id:
            self._open("")
        else:
            self._show(_Shown())
        return True

    def typed(self, text: str) -> None:
        """Take a digit of a number from a keyboard, the key that erases, and the one that looks."""
        if self._shown.ticket_id or self._shown.search or self._shown.asking:
            return
        if text.isascii() and text.isdigit():
            self._type(self._shown.typed.with_digit(text))
        elif text in _ERASE:
            self._type(self._shown.typed.erased())
        elif text in _ENTER:
            self._go()

    def card(self, event: CardEvent) -> bool:
        """Look for the numbers of whoever laid a card on the desk."""
        if isinstance(event, CardSeen):
            self._card.begin(event.card)
            self.desk.turn_to(ID)
        elif isinstance(event, CardUnreadable):
            self.desk.say("find_card_unread")
        return True

    def tick(self, now_s: float) -> None:
        """Forget a card nobody answered for, and a number that was left open."""
        self._leaf.tick(now_s)
        if self._card.tick(now_s):
            self.desk.say("find_card_lost")
        if self._shown != _Shown() and now_s - self._touched_s >= FORGET_S:
            self._shown = _Shown()

    def board_changed(self, before: GuideBoard | None) -> None:
        """A number that has ended lies open no longer."""
        shown = self._shown
        if not shown.ticket_id or shown.ticket_id in self.desk.hall.floor.tickets:
            return
        known = before.floor.tickets.get(shown.ticket_id) if before else None
        if known is not None and self.desk.shown == ID and not self.desk.notice:
            self.desk.say("find_gone", number=known.number)
        self._shown = replace(shown, ticket_id="", asking="")

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Say what was done; a card's numbers are listed, a single one lies open."""
        if self._card.ended(command) and isinstance(message, TicketsFound):
            ids = tuple(one.id for one in message.tickets)
            self._list(Search("card", ids=ids) if ids else None)
            if len(ids) == 1:
                self._open(ids[0])
        if not self._doing.ended(command):
            return
        for kind, said in _SAID:
            if isinstance(message, kind):
                self.desk.say(said, number=message.ticket.number)

    def refused(self, command: Command) -> None:
        """The key comes back."""
        self._doing.ended(command)
        self._card.ended(command)

    def _ticket_page(self, ticket: TicketView) -> Page:
        words, board, shown = self.desk.words, self.desk.hall, self._shown
        if shown.asking == "where":
            return windows_view(words, board, ticket, self._leaf.number)
        if shown.asking == "move_groups":
            return groups_view(words, board, "find_move_group")
        if shown.asking == "move_matters":
            return other_matters_view(words, board, shown.group_id, self._leaf.number)
        if shown.asking == "change":
            return correction_view(words, ticket, shown.correction)
        if shown.asking == "why_change":
            return reasons_view(words, words.get("find_why_change"), "find_why_change", WHY_CHANGE)
        if shown.asking == "why_cancel":
            title = words.get("find_why_cancel", number=ticket.number)
            return reasons_view(words, title, "find_why_cancel", WHY_CANCEL)
        own_id = self.desk.setup.station_id
        return ticket_page(words, board, ticket, own_id, self._doing.busy)

    def _ticket(self) -> TicketView | None:
        board = self.desk.board
        return board.floor.tickets.get(self._shown.ticket_id) if board else None

    def _show(self, shown: _Shown) -> None:
        self._shown, self._touched_s = shown, self.desk.now_s

    def _ask(self, asking: Asking) -> None:
        if asking in ("where", "move_matters"):
            self._leaf.back()
        self._show(replace(self._shown, asking=asking))

    def _open(self, ticket_id: str) -> None:
        self._show(replace(self._shown, ticket_id=ticket_id, asking=""))

    def _list(self, search: Search | None) -> None:
        self._leaf.back()
        self._show(_Shown(typed=self._shown.typed, search=search))

    def _type(self, typed: Typed) -> None:
        self._show(_Shown(typed=typed))

    def _go(self) -> None:
        """Open the only number that was typed, or list them."""
        board, typed = self.desk.board, self._shown.typed
        found = numbers_typed(board, typed) if board is not None else ()
        if len(found) == 1:
            self._open(found[0].id)
        elif found:
            self._list(Search("number", typed))

    def _change(self) -> None:
        ticket, board = self._ticket(), self.desk.board
        if ticket is not None and board is not None:
            correction = correction_of(board, ticket)
            self._show(replace(self._shown, asking="change", correction=correction))

    def _mark(self, mark: str) -> None:
        correction = self._shown.correction.turned(mark)
        self._show(replace(self._shown, correction=correction))

    def _why_change(self, reason: str) -> None:
        ticket = self._ticket()
        if ticket is not None and reason in WHY_CHANGE:
            self._doing.change(ticket, self._shown.correction, reason)
            self._ask("")

    def _why_cancel(self, reason: str) -> None:
        ticket = self._ticket()
        if ticket is not None and reason in WHY_CANCEL:
            self._doing.cancel(ticket, reason)
            self._ask("")

    def _move_group(self, group_id: str) -> None:
        self._show(replace(self._shown, group_id=group_id))
        self._ask("move_matters")

    def _move(self, *, counter_id: str = "", matter_id: str = "") -> None:
        ticket = self._ticket()
        if ticket is not None:
            self._doing.move(ticket, counter_id=counter_id, matter_id=matter_id)
            self._ask("")

    def _return(self) -> None:
        ticket = self._ticket()
        if ticket is not None:
            self._doing.bring_back(ticket)
