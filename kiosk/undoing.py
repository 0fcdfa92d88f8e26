"""A number just taken is given back, while the hall allows it; nothing else is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from hall.kernel.messages import Answer, Command
from hall.tickets.messages import TicketCancelled, UndoTicket, WrongState
from hall.tickets.model import AT_COUNTER, UNDO_S
from kiosk.session import HelpReason, Undo

if TYPE_CHECKING:
    from kiosk.presenter import Presenter


class Undoing:
    """Takes back the number of one presenter's visitor. `call` calls a person."""

    def __init__(self, presenter: Presenter, call: Callable[[HelpReason], None]) -> None:
        self._on = presenter
        self._call = call
        self._asked: str | None = None
        """The id of the command whose answer the visitor waits for."""
        self._given_s: float | None = None

    def given(self) -> None:
        """A new number was given here and now."""
        self._given_s = self._on.now_s

    def forget(self) -> None:
        """There is nothing to take back any more."""
        self._asked = self._given_s = None

    @property
    def possible(self) -> bool:
        """Whether the number on the page is so new that it may be taken back."""
        on, given_s = self._on, self._given_s
        fresh = given_s is not None and on.now_s - given_s < UNDO_S
        return fresh and on.linked and on.session.ticket is not None

    def ask(self) -> bool:
        """Ask the hall to take the number back; tells whether it may be asked."""
        on, ticket = self._on, self._on.session.ticket
        if ticket is None or not self.possible:
            return False
        command = UndoTicket(
            command_id=on.setup.new_id(), ticket_id=ticket.id, station_id=on.setup.station_id
        )
        self._asked = command.command_id
        on.send(command, personal=True)
        return True

    def answered(self, command: Command, answer: Answer) -> None:
        """Take the hall's answer; one nobody waits for any more is dropped."""
        if command.command_id != self._asked:
            return
        on, message = self._on, answer.message
        cancelled = isinstance(message, WrongState) and message.state == "cancelled"
        if isinstance(message, TicketCancelled) or cancelled:
            ticket = on.session.ticket
            self.forget()
            on.session = replace(on.session, ticket=None, void=ticket.number if ticket else "")
            if not on.move("undone") and on.under == "not_undone":
                on.asked_on = "undone"  # it waits behind the question whether anybody is there
            return
        self._asked = None
        called = isinstance(message, WrongState) and message.state in AT_COUNTER
        self._kept("called" if called else "late")

    def give_up(self) -> None:
        """No answer came in time: whether the number is good nobody knows, so a person comes.

        An answer that comes while the page stands still counts.
        """
        self._call("help")
        self._kept("unheard")

    def _kept(self, why: Undo) -> None:
        self._on.session = replace(self._on.session, undo=why)
        self._on.move("not_undone")
