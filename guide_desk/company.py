"""Somebody goes along with an elder: who is asked to, what was done on the way, the end. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import get_args

from guide_desk.setup import GuideSetup
from hall.boards.guide import GuideBoard
from hall.help.messages import (
    AccompanyNote,
    AcknowledgeHelp,
    AssignHelper,
    FinishHelp,
    HelpFinished,
    HelpRequested,
    HelpView,
    NoteHelp,
    RequestHelp,
)
from hall.kernel.facts import HallFacts, StaffFact
from hall.kernel.messages import Command, Event, Refusal

NOTES: tuple[AccompanyNote, ...] = get_args(AccompanyNote)
OPEN_S = 120.0
"""What lies open so long without a touch was left: whoever asks next must be seen."""
MYSELF = "myself"
"""Stands for a helper's number where the guide goes along."""


@dataclass(frozen=True)
class Along:
    """What lies open: a request or a number for which a helper is chosen, or one under way."""

    help_id: str = ""
    ticket_id: str = ""
    choosing: bool = False


def helpers_of(facts: HallFacts) -> tuple[StaffFact, ...]:
    """Return who of the staff may go along."""
    return tuple(member for member in facts.staff if "helper" in member.roles)


def standing_for(board: GuideBoard, ticket_id: str) -> HelpView | None:
    """Return the request for company of a number that nobody has ended."""
    every = (*board.helps.values(), *board.under_way.values())
    return next(
        (one for one in every if one.kind == "accompany" and one.ticket_id == ticket_id), None
    )


class Company:
    """What this desk does about going along. Each deed is sent once until it is answered."""

    def __init__(self, setup: GuideSetup, send: Callable[[Command], None]) -> None:
        self._setup = setup
        self._send = send
        self.open: Along | None = None
        self._touched_s: float | None = None
        self._under_way: dict[str, str] = {}
        """The deed of each command that was not answered."""
        self._sent_for: dict[str, str] = {}
        """Who is to go, by the command that first asks for company."""

    @property
    def busy(self) -> frozenset[str]:
        """Deeds under way, each with what it is about."""
        return frozenset(self._under_way.values())

    def choose_for_ticket(self, ticket_id: str, board: GuideBoard) -> None:
        """Ask who goes along with a number; somebody may be asked for already."""
        seen = standing_for(board, ticket_id)
        if not helpers_of(board.facts):
            if seen is None:
                self._ask(ticket_id, "")
            return
        self.open = Along(seen.id if seen else "", ticket_id, choosing=True)

    def choose(self, help_id: str) -> None:
        """Ask who goes along with somebody who asked for it, or who takes over."""
        self._touched_s = None
        self.open = Along(help_id, choosing=True)

    def look(self, help_id: str) -> None:
        """Open one that is under way."""
        self._touched_s = None
        self.open = Along(help_id)

    def tick(self, now_s: float) -> None:
        """Put away what was left open; `now_s` is a steady clock."""
        if self.open is None or self._touched_s is None:
            self._touched_s = now_s
        elif now_s - self._touched_s >= OPEN_S:
            self.open = None

    def back(self) -> bool:
        """Put away what lies open; False when nothing does."""
        was_open, self.open = self.open is not None, None
        return was_open

    def send_helper(self, who: str) -> None:
        """Send somebody, by staff number, or go oneself."""
        here = self.open
        if here is None or not here.choosing:
            return
        self.open = None
        if here.help_id:
            self._send_to(here.help_id, who)
        elif here.ticket_id:
            self._ask(here.ticket_id, who)

    def note(self, note: str) -> None:
        """Note a step of the one that lies open."""
        self._touched_s = None
        known = next((one for one in NOTES if one == note), None)
        if self.open is not None and known is not None:
            help_id, setup = self.open.help_id, self._setup
            self._do(
                f"note {help_id} {known}",
                NoteHelp(
                    command_id=setup.new_id(),
                    help_id=help_id,
                    note=known,
                    station_id=setup.station_id,
                ),
            )

    def finish(self) -> None:
        """End the one that lies open."""
        if self.open is not None:
            help_id, setup = self.open.help_id, self._setup
            self._do(
                f"finish {help_id}",
                FinishHelp(command_id=setup.new_id(), help_id=help_id, station_id=setup.station_id),
            )

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Take an answer: whoever was asked for company is sent now."""
        who = self._sent_for.pop(command.command_id, "")
        self._under_way.pop(command.command_id, None)
        if isinstance(message, HelpRequested) and who:
            self._send_to(message.help.id, who)
        here = self.open
        if isinstance(message, HelpFinished) and here and here.help_id == message.help.id:
            self.open = None

    def refused(self, command: Command) -> None:
        """The key comes back."""
        self._sent_for.pop(command.command_id, None)
        self._under_way.pop(command.command_id, None)

    def board_changed(self, board: GuideBoard) -> None:
        """What has ended lies open no longer."""
        here = self.open
        if here is None or not here.help_id:
            return
        if here.help_id not in board.helps and here.help_id not in board.under_way:
            self.open = None
        elif here.help_id in board.under_way and here.ticket_id:
            self.open = replace(here, ticket_id="")

    def _ask(self, ticket_id: str, who: str) -> None:
        setup = self._setup
        command = RequestHelp(
            command_id=setup.new_id(),
            station_id=setup.station_id,
            help_kind="accompany",
            ticket_id=ticket_id,
        )
        if self._do(f"ask {ticket_id}", command):
            self._sent_for[command.command_id] = who

    def _send_to(self, help_id: str, who: str) -> None:
        setup = self._setup
        if who == MYSELF:
            command: Command = AcknowledgeHelp(
                command_id=setup.new_id(), help_id=help_id, station_id=setup.station_id
            )
        else:
            command = AssignHelper(
                command_id=setup.new_id(),
                help_id=help_id,
                staff_number=who,
                station_id=setup.station_id,
            )
        self._do(f"send {help_id}", command)

    def _do(self, deed: str, command: Command) -> bool:
        """Send a command, unless one for the same deed is on its way; tells whether it was sent."""
        if deed in self.busy:
            return False
        self._under_way[command.command_id] = deed
        self._send(command)
        return True
