"""What this station says: from events and snapshots to calls, notices and withdrawals. Pure.

The order, the two playings and the pauses are the queue's (voice.announcement_queue); here stands
only what belongs to this station's sound zones and is not too old to be shouted.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from hall.boards.hall import HallBoard, next_up
from hall.calls.messages import CounterView, TicketCalled
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event
from hall.tickets.messages import TicketEvent, TicketView
from voice.announcement_queue import Announcement, Notice
from voice.call_text import SpokenCall

TOO_OLD_S = 20.0
"""An older call is not shouted after a start or a lost link; it stands on the board."""


GET_READY = "prepare"
"""The sentence for those who are nearly next."""


class CallMaker(Protocol):
    """Makes the words of a call; voice.call_text.SentenceMaker is one."""

    def call(self, label: str, window: int, call_no: int) -> SpokenCall:
        """Return the announcement of a label to a window."""
        ...

    def sentence(self, name: str, *, label: str = "") -> SpokenCall:
        """Return a sentence that names a label."""
        ...


@dataclass(frozen=True)
class Announce:
    """Take this call into the queue."""

    announcement: Announcement


@dataclass(frozen=True)
class Notify:
    """Say this where there is room between calls."""

    notice: Notice


@dataclass(frozen=True)
class Withdraw:
    """Say no more of this ticket."""

    ticket_id: str


Wish = Announce | Notify | Withdraw


class Announcing:
    """Remembers which calls it has handed on, so that none is announced twice.

    Who moves up into `next_up` is told so once for each time of waiting. Whoever stands there at
    once, after taking a number or coming back, has just been told at the kiosk or by a person.

    Times: `utc` is the hall's wall time, `now_s` the clock of the queue in seconds.
    """

    def __init__(self, station_id: str, maker: CallMaker) -> None:
        self._station_id = station_id
        self._maker = maker
        self._handed_on: dict[str, int] = {}
        self._waiting: frozenset[str] = frozenset()
        self._told: frozenset[str] = frozenset()

    def snapshot(self, board: HallBoard, utc: datetime, now_s: float) -> list[Wish]:
        """Take a board that came without events: after a start or a lost link.

        What was called meanwhile, is recent and was not heard is announced once; tickets that
        are not called any more are withdrawn.
        """
        self._look(board)
        floor = board.floor
        gone = [key for key in self._handed_on if _state(floor.tickets.get(key)) != "called"]
        wishes: list[Wish] = [self._withdraw(ticket_id) for ticket_id in gone]
        for counter in sorted(floor.counters.values(), key=lambda one: one.call_seq):
            ticket = floor.tickets.get(counter.ticket_id or "")
            if ticket is None or ticket.state != "called" or counter.spoken or counter.silent:
                continue
            age_s = _age_s(counter, utc)
            if age_s < TOO_OLD_S:
                wishes += self._announce(board.facts, ticket, counter, now_s - max(age_s, 0.0))
        return wishes

    def happened(self, event: Event, facts: HallFacts, now_s: float) -> list[Wish]:
        """Take one event of the running feed."""
        if isinstance(event, TicketCalled):
            return self._announce(facts, event.ticket, event.counter, now_s)
        if isinstance(event, TicketEvent) and event.ticket.id in self._handed_on:
            return [] if event.ticket.state == "called" else [self._withdraw(event.ticket.id)]
        return []

    def board_changed(self, board: HallBoard, now_s: float) -> list[Wish]:
        """Take the board as an event left it: who has moved up is told to get ready.

        Whoever has gone meanwhile is told so no more.
        """
        waited, told = self._waiting, self._told
        self._look(board)
        if not board.facts.prepare_said:
            return []
        gone = sorted(told - self._waiting - self._handed_on.keys())
        wishes: list[Wish] = [Withdraw(ticket_id) for ticket_id in gone]
        wishes += [
            Notify(Notice(ticket.id, self._maker.sentence(GET_READY, label=ticket.number), now_s))
            for ticket in next_up(board)
            if ticket.id in waited and ticket.id not in told and self._near(board.facts, ticket)
        ]
        return wishes

    def announces_for(self, facts: HallFacts) -> bool:
        """Tell whether any sound zone is this station's."""
        return self._station_id in facts.announcers.values()

    def _announce(
        self, facts: HallFacts, ticket: TicketView, counter: CounterView, called_at_s: float
    ) -> list[Wish]:
        fact = facts.counter(counter.id)
        if fact is None or facts.announcers.get(fact.sound_zone) != self._station_id:
            return []
        if self._handed_on.get(ticket.id) == counter.call_seq:
            return []
        self._handed_on[ticket.id] = counter.call_seq
        matter = facts.matter(ticket.matter_id)
        call = self._maker.call(ticket.number, fact.window_number, counter.call_no)
        if facts.calls_said.get(fact.sound_zone) == 1:
            call = replace(call, second=None)
        return [
            Announce(
                Announcement(
                    seq=counter.call_seq,
                    ticket_id=ticket.id,
                    call_no=counter.call_no,
                    call=call,
                    called_at_s=called_at_s,
                    solemn=matter is not None and matter.bereavement,
                )
            )
        ]

    def _look(self, board: HallBoard) -> None:
        """Remember who waits, and who of them stands under `next_up` or has stood there."""
        tickets = board.floor.tickets.values()
        self._waiting = frozenset(one.id for one in tickets if one.state == "waiting")
        next_ids = {one.id for one in next_up(board)}
        self._told = (self._told | next_ids) & self._waiting

    def _near(self, facts: HallFacts, ticket: TicketView) -> bool:
        """Tell whether a window this station speaks for could call a ticket."""
        return any(
            facts.announcers.get(one.sound_zone) == self._station_id
            and (ticket.queue in one.serves or ticket.queue == f"counter:{one.id}")
            for one in facts.counters
        )

    def _withdraw(self, ticket_id: str) -> Withdraw:
        del self._handed_on[ticket_id]
        return Withdraw(ticket_id)


def _state(ticket: TicketView | None) -> str:
    return "" if ticket is None else ticket.state


def _age_s(counter: CounterView, utc: datetime) -> float:
    if counter.called_at is None:
        return float("inf")
    return (utc - datetime.fromisoformat(counter.called_at)).total_seconds()
