"""Giving a number: asking the hall, printing, and what becomes of it without paper. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from devices.ports import PrintOutcome, status_word
from forms.slip_ticket import slip_ticket
from guide_desk.in_hand import PRINT_S, PUT_AWAY_S, Action, InHand, State, next_state
from guide_desk.marks import Marks
from guide_desk.setup import GuideSetup
from guide_desk.wishes import PrintSlip
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Command, Refusal
from hall.tickets.messages import (
    AgeBand,
    AlreadyWaiting,
    CancelTicket,
    ReportPrint,
    ReprintTicket,
    TakeTicket,
    TicketCancelled,
    TicketReprinted,
    TicketTaken,
    TicketView,
)

BY_HAND, SEEN = "by_hand", "seen"
"""What is reported where a person says that the visitor has the number on paper."""


class Giving:
    """At most one number in the guide's hand. Times are steady seconds."""

    def __init__(
        self,
        setup: GuideSetup,
        send: Callable[[Command], None],
        print_slip: Callable[[PrintSlip], None],
    ) -> None:
        self._setup = setup
        self._send = send
        self._print = print_slip
        self.held: InHand | None = None
        self._told: set[str] = set()

    @property
    def cared_for(self) -> frozenset[str]:
        """Tickets nobody need print: the one in the hand, and those the guide says are on paper."""
        return frozenset(self._told | ({self.held.ticket_id} if self.held else set()))

    def take(self, matter_id: str, band: AgeBand, marks: Marks, now_s: float) -> None:
        """Ask the hall for a number; what the guide says of the person is believed."""
        command = TakeTicket(
            command_id=self._setup.new_id(),
            station_id=self._setup.station_id,
            matter_id=matter_id,
            visitor=marks.visitor(band),
        )
        self.held = InHand("asking", now_s, command.command_id, matter_id, band, marks)
        self._send(command)

    def print_again(self, ticket: TicketView, now_s: float) -> None:
        """Print a number that somebody holds; without a printer it is shown to be written."""
        held = self.held
        if held is None or held.ticket_id != ticket.id:
            held = InHand("asking", now_s, "", ticket.matter_id, ticket=ticket, fresh=False)
        if not self._setup.printer_id:
            self.held = replace(held, state="by_hand")
            return
        command = ReprintTicket(
            command_id=self._setup.new_id(),
            ticket_id=ticket.id,
            station_id=self._setup.station_id,
        )
        self.held = replace(held, state="asking", since_s=now_s, command_id=command.command_id)
        self._send(command)

    def again(self, now_s: float) -> None:
        """Print the number in the hand once more."""
        held = self.held
        if held and held.ticket and next_state(held.state, "again"):
            self.print_again(held.ticket, now_s)

    def on_paper(self, how: Literal["by_hand", "seen"]) -> None:
        """The guide says that the visitor has the number: written, or seen to come out."""
        if self.held is not None and self.held.ticket is not None:
            self._told.add(self.held.ticket.id)
            self._report(self.held.ticket.id, "printed", how)
        self.held = None

    def put_away(self) -> None:
        """Take the number off the page; whatever is under way goes on."""
        self.held = None

    def undo(self) -> None:
        """Ask the hall to give up a number that was taken by mistake."""
        held = self.held
        if held is None or held.ticket is None or not held.fresh or held.undo_id:
            return
        command = CancelTicket(
            command_id=self._setup.new_id(),
            ticket_id=held.ticket.id,
            reason=self._setup.words.get("undo_reason"),
            station_id=self._setup.station_id,
        )
        self.held = replace(held, undo_id=command.command_id)
        self._send(command)

    def answered(self, command: Command, message: object, facts: HallFacts, now_s: float) -> None:
        """Take the hall's answer to a command about a number."""
        mine = self._asked(command)
        if isinstance(message, TicketTaken) and (mine or self.held is None):
            self._given(message.ticket, command, facts, now_s, fresh=True)
        elif isinstance(message, TicketReprinted) and mine:
            self._given(message.ticket, command, facts, now_s, fresh=False)
        elif isinstance(message, AlreadyWaiting) and mine:
            self._held_already(message.ticket, now_s)
        elif isinstance(message, TicketCancelled) and self.held is not None:
            if self.held.ticket_id == message.ticket.id:
                self.held = None
        elif isinstance(message, Refusal):
            self.refused(command)

    def refused(self, command: Command) -> None:
        """The hall did not do it: what was asked for is not in the hand."""
        held = self.held
        if isinstance(command, ReportPrint):
            self._told.discard(command.ticket_id)
        if held is None:
            return
        if self._asked(command):
            self.held = None
        elif held.undo_id == command.command_id:
            self.held = replace(held, undo_id="")

    def printed(self, ticket_id: str, outcome: PrintOutcome, now_s: float) -> None:
        """Take how the paper came out; the hall is told in any case."""
        self._report(ticket_id, outcome.outcome, status_word(outcome.status))
        if self.held is not None and self.held.ticket_id == ticket_id:
            self._move(outcome.outcome, now_s)

    def board_changed(self, tickets: Mapping[str, TicketView]) -> None:
        """What the board knows to be on paper need not be remembered here."""
        without = {key for key, one in tickets.items() if one.print_state != "printed"}
        self._told &= without

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        held = self.held
        if held is None:
            return
        if held.state == "printing" and now_s - held.since_s >= PRINT_S:
            self._move("unknown", now_s)
        elif held.state == "printed" and not held.undo_id and now_s - held.since_s >= PUT_AWAY_S:
            self.held = None

    def _asked(self, command: Command) -> bool:
        held = self.held
        return held is not None and held.command_id == command.command_id

    def _given(
        self, ticket: TicketView, command: Command, facts: HallFacts, now_s: float, *, fresh: bool
    ) -> None:
        before = self.held if self._asked(command) else None
        self.held = InHand(
            "asking",
            now_s,
            command.command_id,
            ticket.matter_id,
            band=before.band if before else None,
            marks=before.marks if before else Marks(),
            ticket=ticket,
            fresh=fresh or (before is not None and before.fresh and before.ticket is not None),
        )
        if not self._setup.printer_id:
            self._move("given_no_printer", now_s)
            return
        self._move("given", now_s)
        counted = ticket if ticket.state == "waiting" else msgspec.structs.replace(ticket, ahead=0)
        taken = datetime.fromisoformat(ticket.taken_at).astimezone(ZoneInfo(facts.timezone))
        slip = slip_ticket(counted, facts, self._setup.words, taken, reprint=not fresh)
        self._print(PrintSlip(ticket.id, slip))

    def _held_already(self, ticket: TicketView, now_s: float) -> None:
        state: State = "printed" if ticket.print_state == "printed" else "by_hand"
        self.held = InHand(state, now_s, "", ticket.matter_id, ticket=ticket, fresh=False)

    def _move(self, action: Action, now_s: float) -> None:
        held = self.held
        state = next_state(held.state, action) if held else None
        if held is not None and state is not None:
            self.held = replace(held, state=state, since_s=now_s)

    def _report(
        self, ticket_id: str, outcome: Literal["printed", "not_printed", "unknown"], status: str
    ) -> None:
        self._send(
            ReportPrint(
                command_id=self._setup.new_id(),
                ticket_id=ticket_id,
                station_id=self._setup.station_id,
                outcome=outcome,
                status=status,
            )
        )
