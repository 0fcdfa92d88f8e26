"""What a clerk sees."""

from __future__ import annotations

import msgspec

from hall.boards.floor import Floor, apply_to_floor, on_floor, people_after, waiting
from hall.boards.helping import alarms_after
from hall.boards.staffing import sessions_after
from hall.boards.visits import Visits, in_visits, visits_after
from hall.calls.messages import CounterView
from hall.help.messages import HelpEvent, HelpView
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Happened, Person
from hall.staff.messages import SessionEvent, SessionView
from hall.tickets.messages import TicketState, TicketView, VisitorsPurged


class ConsoleBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of one counter's console; `people` is keyed by visitor_id.

    An alarm is everybody's: `alarms` are those of the whole hall. `sessions` are keyed by station.
    """

    counter_id: str
    facts: HallFacts
    floor: Floor = Floor()
    people: dict[str, Person] = {}
    alarms: dict[str, HelpView] = {}
    sessions: dict[str, SessionView] = {}
    visits: Visits = Visits()

    @property
    def counter(self) -> CounterView:
        """The counter as it stands; closed until somebody opened it."""
        return self.floor.counters.get(
            self.counter_id, CounterView(id=self.counter_id, state="closed")
        )

    @property
    def ticket(self) -> TicketView | None:
        """The ticket at this counter."""
        return self.floor.tickets.get(self.counter.ticket_id or "")


def hears(event: Event, _board_id: str) -> bool:
    """Tell whether an event belongs to the feed of a console."""
    if isinstance(event, HelpEvent):
        return event.help.kind == "unwell"
    heard = isinstance(event, SessionEvent | VisitorsPurged)
    return heard or on_floor(event) or in_visits(event)


def apply(board: ConsoleBoard, happened: Happened) -> ConsoleBoard:
    """Return the board after one event."""
    return msgspec.structs.replace(
        board,
        floor=apply_to_floor(board.floor, happened.event),
        people=people_after(board.people, board.floor, happened),
        alarms=alarms_after(board.alarms, happened.event),
        sessions=sessions_after(board.sessions, happened.event),
        visits=visits_after(board.visits, happened.event),
    )


def waiting_here(board: ConsoleBoard) -> tuple[TicketView, ...]:
    """Return who waits for this counter, in the order they rank."""
    counter = board.facts.counter(board.counter_id)
    queues = (*(counter.serves if counter else ()), f"counter:{board.counter_id}")
    return waiting(board.floor, queues)


def aside(board: ConsoleBoard, state: TicketState) -> tuple[TicketView, ...]:
    """Return tickets that are held, missed or parked, oldest first."""
    found = [ticket for ticket in board.floor.tickets.values() if ticket.state == state]
    return tuple(sorted(found, key=lambda ticket: ticket.taken_at))
