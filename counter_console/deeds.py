"""What each press asks of the hall: a table of commands. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_console.papers import STEPS, visit_here
from hall.boards.console import ConsoleBoard
from hall.calls.messages import (
    CallNext,
    CallTicket,
    CloseCounter,
    FinishService,
    HoldTicket,
    MissTicket,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    StartService,
    TransferTicket,
)
from hall.kernel.messages import Command
from hall.tickets.messages import ReturnTicket
from hall.visits.messages import AdvanceCase, IntentionAnswer, RecordTrueIntention
from ui_kit.strings import Strings


@dataclass(frozen=True)
class Desk:
    """What a press can refer to; `chosen` is what was pressed on the page before.

    `answers` are those of the elder who is asked alone.
    """

    board: ConsoleBoard
    counter_id: str
    chosen: str
    words: Strings
    answers: tuple[IntentionAnswer, ...] = ()

    @property
    def visit_id(self) -> str:
        """The visit of the ticket at this counter, empty without one."""
        visit = visit_here(self.board)
        return visit.id if visit else ""

    @property
    def ticket_id(self) -> str:
        """The ticket at this counter, empty without one."""
        return self.board.counter.ticket_id or ""

    @property
    def clerk_id(self) -> str:
        """Who sits here."""
        return self.board.counter.clerk_id or ""


Deed = Callable[[Desk, str, str], Command]


def _pause(desk: Desk, _argument: str, new_id: str) -> Command:
    make = OpenCounter if desk.board.counter.state == "paused" else PauseCounter
    return make(command_id=new_id, counter_id=desk.counter_id, clerk_id=desk.clerk_id)


def _step(desk: Desk, argument: str, new_id: str) -> Command:
    step = next(one for one in STEPS if one == argument)
    return AdvanceCase(
        command_id=new_id, visit_id=desk.visit_id, counter_id=desk.counter_id, step=step
    )


DEEDS: dict[str, Deed] = {
    "call": lambda desk, _, new_id: CallNext(command_id=new_id, counter_id=desk.counter_id),
    "recall": lambda desk, _, new_id: RecallTicket(
        command_id=new_id, counter_id=desk.counter_id, ticket_id=desk.ticket_id
    ),
    "miss": lambda desk, _, new_id: MissTicket(
        command_id=new_id, counter_id=desk.counter_id, ticket_id=desk.ticket_id
    ),
    "hold": lambda desk, _, new_id: HoldTicket(
        command_id=new_id, counter_id=desk.counter_id, ticket_id=desk.ticket_id
    ),
    "start": lambda desk, _, new_id: StartService(
        command_id=new_id, counter_id=desk.counter_id, ticket_id=desk.ticket_id
    ),
    "finish": lambda desk, _, new_id: FinishService(
        command_id=new_id, counter_id=desk.counter_id, ticket_id=desk.ticket_id
    ),
    "pause": _pause,
    "clerk": lambda desk, argument, new_id: OpenCounter(
        command_id=new_id, counter_id=desk.counter_id, clerk_id=argument
    ),
    "leave": lambda desk, _, new_id: CloseCounter(
        command_id=new_id, counter_id=desk.counter_id, clerk_id=desk.clerk_id
    ),
    "return": lambda desk, argument, new_id: ReturnTicket(
        command_id=new_id, ticket_id=argument, counter_id=desk.counter_id
    ),
    "reason": lambda desk, argument, new_id: CallTicket(
        command_id=new_id,
        counter_id=desk.counter_id,
        ticket_id=desk.chosen,
        reason=desk.words.get(argument),
    ),
    "to_counter": lambda desk, argument, new_id: TransferTicket(
        command_id=new_id,
        counter_id=desk.counter_id,
        ticket_id=desk.ticket_id,
        to_counter_id=argument,
    ),
    "to_matter": lambda desk, argument, new_id: TransferTicket(
        command_id=new_id,
        counter_id=desk.counter_id,
        ticket_id=desk.ticket_id,
        to_matter_id=argument,
    ),
    "step": _step,
    "ask_will": lambda desk, argument, new_id: RecordTrueIntention(
        command_id=new_id,
        visit_id=desk.visit_id,
        counter_id=desk.counter_id,
        answers=desk.answers,
        alone=True,
        own_will=argument == "willing",
    ),
}


def command_for(
    desk: Desk, action: str, argument: str, new_id: Callable[[], str]
) -> Command | None:
    """Return the command of a press, None where a press asks nothing of the hall."""
    deed = DEEDS.get(action)
    return deed(desk, argument, new_id()) if deed else None


def name_of(action: str, argument: str) -> str:
    """Return under which name a press is under way."""
    return f"{action}_{argument}" if argument else action
