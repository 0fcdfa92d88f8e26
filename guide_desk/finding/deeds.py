"""What a guide asks of the hall about a number that was found, each once until answered. Pure."""

from __future__ import annotations

from collections.abc import Callable

from guide_desk.finding.correcting import Correction
from guide_desk.setup import GuideSetup
from hall.calls.messages import MoveTicket
from hall.kernel.messages import Command
from hall.tickets.messages import CancelTicket, ChangeVisitor, ReturnTicket, TicketView


class TicketDeeds:
    """Commands under way. A deed is named by the action of the key that begins it."""

    def __init__(self, setup: GuideSetup, send: Callable[[Command], None]) -> None:
        self._setup = setup
        self._send = send
        self._under_way: dict[str, str] = {}

    @property
    def busy(self) -> frozenset[str]:
        """The deeds whose answer has not come."""
        return frozenset(self._under_way.values())

    def change(self, ticket: TicketView, correction: Correction, reason: str) -> None:
        """Correct what was said of a person; `reason` is the key of the words for it."""
        self._do(
            "find_change",
            ChangeVisitor(
                command_id=self._setup.new_id(),
                ticket_id=ticket.id,
                reason=self._setup.words.get(reason),
                visitor=correction.visitor(ticket),
                station_id=self._setup.station_id,
            ),
        )

    def cancel(self, ticket: TicketView, reason: str) -> None:
        """Give a number up; `reason` is the key of the words for it."""
        self._do(
            "find_cancel",
            CancelTicket(
                command_id=self._setup.new_id(),
                ticket_id=ticket.id,
                reason=self._setup.words.get(reason),
                station_id=self._setup.station_id,
            ),
        )

    def bring_back(self, ticket: TicketView) -> None:
        """Somebody who did not come when called is here."""
        self._do(
            "find_return",
            ReturnTicket(
                command_id=self._setup.new_id(),
                ticket_id=ticket.id,
                station_id=self._setup.station_id,
            ),
        )

    def move(self, ticket: TicketView, *, counter_id: str = "", matter_id: str = "") -> None:
        """Send whoever holds a number to a window, or to another matter."""
        self._do(
            "find_move",
            MoveTicket(
                command_id=self._setup.new_id(),
                ticket_id=ticket.id,
                station_id=self._setup.station_id,
                to_counter_id=counter_id or None,
                to_matter_id=matter_id or None,
            ),
        )

    def ended(self, command: Command) -> bool:
        """Take that a command was answered or refused; tells whether it was one of these."""
        return self._under_way.pop(command.command_id, None) is not None

    def _do(self, deed: str, command: Command) -> None:
        if deed not in self.busy:
            self._under_way[command.command_id] = deed
            self._send(command)
