"""From the wish for a number to its paper: what the hall is asked, what its answers lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from devices.ports import PrintOutcome, status_word
from forms.slip_ticket import slip_ticket
from hall.kernel.messages import Answer, Command
from hall.tickets.messages import (
    AlreadyWaiting,
    MatterClosed,
    ReportPrint,
    ReprintTicket,
    ReturnTicket,
    TakeTicket,
    TicketReprinted,
    TicketTaken,
    TicketView,
)
from kiosk.flow import SIDE_PAGES
from kiosk.session import HelpReason
from kiosk.wishes import PrintSlip

if TYPE_CHECKING:
    from kiosk.presenter import Presenter


class Giving:
    """The number of one presenter's visitor. `call` calls a person."""

    def __init__(self, presenter: Presenter, call: Callable[[HelpReason], None]) -> None:
        self._on = presenter
        self._call = call
        self._asked: str | None = None
        """The id of the command whose answer the visitor waits for."""

    @property
    def waits(self) -> bool:
        """Whether the hall was asked for a number and has not answered."""
        return self._asked is not None

    def forget(self) -> None:
        """Wait for no answer any more: whoever asked has gone."""
        self._asked = None

    def take(self, *, for_other: bool = False) -> None:
        """Ask the hall for the number of the chosen matter."""
        on, matter = self._on, self._on.session.matter
        if matter is None:
            return
        self._ask(
            TakeTicket(
                command_id=on.setup.new_id(),
                station_id=on.setup.station_id,
                matter_id=matter.id,
                visitor=on.session.visitor(for_other=for_other),
            )
        )

    def reprint(self, ticket_id: str) -> None:
        """Ask the hall for one more paper of a number."""
        setup = self._on.setup
        self._ask(
            ReprintTicket(
                command_id=setup.new_id(), ticket_id=ticket_id, station_id=setup.station_id
            )
        )

    def answered(self, command: Command, answer: Answer) -> None:
        """Take the hall's answer; one nobody waits for any more is dropped."""
        if command.command_id != self._asked:
            return
        on, message = self._on, answer.message
        self._asked = None
        if on.page in SIDE_PAGES and on.behind == "printing":
            on.page = "printing"
        if isinstance(message, TicketTaken | TicketReprinted):
            self._given(message)
        elif isinstance(message, AlreadyWaiting):
            on.session = replace(on.session, ticket=message.ticket)
            on.picturing.hand_in(message.ticket)
            if message.ticket.state in ("missed", "parked"):
                self._wait_again(message.ticket.id)
            on.move("already_waiting")
        elif isinstance(message, MatterClosed):
            on.move("day_over")
        else:
            self._call("refused")
            on.move("refused")

    def printed(self, ticket_id: str, outcome: PrintOutcome) -> None:
        """Take how the paper came out; the hall is told in any case."""
        on = self._on
        on.send(
            ReportPrint(
                command_id=on.setup.new_id(),
                ticket_id=ticket_id,
                station_id=on.setup.station_id,
                outcome=outcome.outcome,
                status=status_word(outcome.status),
            )
        )
        ticket = on.session.ticket
        if ticket is not None and ticket.id == ticket_id:
            on.move("printed" if outcome.outcome == "printed" else "not_printed")

    def _ask(self, command: Command) -> None:
        self._asked = command.command_id
        self._on.send(command, personal=True)

    def _given(self, message: TicketTaken | TicketReprinted) -> None:
        on = self._on
        copy, ticket = isinstance(message, TicketReprinted), message.ticket
        on.session = replace(on.session, ticket=ticket, copy=copy)
        on.entered_s = on.now_s
        if not copy:
            on.undoing.given()
            on.picturing.hand_in(ticket)
        self._print(ticket, copy=copy)
        on.move("reprinted" if copy else "taken")

    def _print(self, ticket: TicketView, *, copy: bool) -> None:
        on = self._on
        taken = datetime.fromisoformat(ticket.taken_at)
        if taken.tzinfo is None:
            taken = taken.replace(tzinfo=UTC)
        local = taken.astimezone(ZoneInfo(on.board.facts.timezone))
        slip = slip_ticket(ticket, on.facts, on.tongue.words, local, reprint=copy)
        on.wish(PrintSlip(ticket.id, slip, on.tongue.slip_words))

    def _wait_again(self, ticket_id: str) -> None:
        """Whoever missed a call and stands here is back: the number is called again."""
        setup = self._on.setup
        self._on.send(
            ReturnTicket(
                command_id=setup.new_id(), ticket_id=ticket_id, station_id=setup.station_id
            )
        )
