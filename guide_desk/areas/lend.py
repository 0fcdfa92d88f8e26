"""Lend: what the hall lends, in one touch each way."""

from __future__ import annotations

from datetime import datetime

from guide_desk.areas.base import Area, Told
from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from guide_desk.lending import closes_soon, lend_page, loan_of, still_out
from guide_desk.shell_views import Page
from hall.help.messages import LendItem, ReturnItem
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import TicketView

ID = "lend"


class LendArea(Area):
    """A touch of a thing lends it, to the number in the hand; another touch takes it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._leaf = Turned()
        self._on_number = True
        self._busy: dict[str, str] = {}
        """The thing each command that was not answered is about."""
        self.deeds = {
            "lend_item": self._touch,
            "lend_number": lambda _: self._turn_number(),
            "lend_turn": lambda number: self._leaf.to(number, desk.now_s),
        }

    def page(self, utc: datetime) -> Page:
        """Return the things."""
        desk = self.desk
        return lend_page(
            desk.words, desk.hall, utc, self._number(), on_number=self._on_number,
            busy=frozenset(self._busy.values()), leaf_number=self._leaf.number,
        )  # fmt: skip

    def told(self, utc: datetime) -> Told:
        """Tell how many things are out; near the end of the day, that they should come back."""
        board, count = self.desk.hall, still_out(self.desk.hall)
        if count and closes_soon(board.facts, utc):
            return Told(count, "call", self.desk.words.get("rail_lent"))
        return Told(count)

    def tick(self, now_s: float) -> None:
        """Turn the leaves back; another number in the hand is written on again."""
        self._leaf.tick(now_s)
        if self._number() is None:
            self._on_number = True

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """The key comes back."""
        del message
        self._busy.pop(command.command_id, None)

    def refused(self, command: Command) -> None:
        """The key comes back."""
        self._busy.pop(command.command_id, None)

    def _number(self) -> TicketView | None:
        held = self.desk.giving.held
        return held.ticket if held is not None else None

    def _turn_number(self) -> None:
        self._on_number = not self._on_number

    def _touch(self, item_id: str) -> None:
        desk, setup, number = self.desk, self.desk.setup, self._number()
        if desk.board is None or item_id in self._busy.values():
            return
        loan = loan_of(desk.board, item_id)
        if loan is not None:
            command: Command = ReturnItem(
                command_id=setup.new_id(), station_id=setup.station_id, loan_id=loan.id
            )
        else:
            command = LendItem(
                command_id=setup.new_id(),
                station_id=setup.station_id,
                item_id=item_id,
                ticket_id=number.id if number is not None and self._on_number else None,
            )
        self._busy[command.command_id] = item_id
        desk.send(command)
