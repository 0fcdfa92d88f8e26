"""What a handler gets: one command's place inside the hall's transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection

from hall.kernel.audit import audit_link
from hall.kernel.clock import Moment, iso
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.messages import Command, Event, Refusal
from hall.kernel.statements import FORGET_DUE, LOCK_PLACE, MOVE_PLACE, STORE_DUE, STORE_EVENT

Handler = Callable[..., Event | Refusal]
Reaction = Callable[..., tuple[Command, ...]]


@dataclass(frozen=True)
class Room:
    """One capability's share of the door: what it handles and what it answers events with."""

    handlers: Mapping[type[Command], Handler]
    reactions: Mapping[type[Event], tuple[Reaction, ...]] = field(default_factory=dict)


@dataclass
class Work:
    """One command at work: read and write through `connection`, then `record` what happened."""

    connection: Connection
    facts: HallFacts
    rules: HallRules
    now: Moment
    actor: str
    new_id: Callable[[], str]
    recorded: list[tuple[int, Event]] = field(default_factory=list)
    _unwritten: list[dict[str, object]] = field(default_factory=list)
    _seq: int = -1
    _link: str = ""

    @property
    def hall_id(self) -> str:
        """The hall this work belongs to."""
        return self.facts.hall_id

    def seq(self) -> int:
        """Return the last place of the hall; locks it until the transaction ends."""
        if self._seq < 0:
            row = self.connection.execute(LOCK_PLACE, {"hall": self.hall_id}).one()
            self._seq, self._link = row.seq, row.link
        return self._seq

    def record(self, event: Event) -> Event:
        """Put on record what happened: next `seq`, body and audit link; see `write_down`."""
        previous = self.seq()
        seq = previous + 1
        body = msgspec.json.encode(event).decode()
        link = audit_link(self._link, seq, self.now.iso, self.actor, body)
        self._unwritten.append(
            {
                "hall_id": self.hall_id,
                "seq": seq,
                "at": self.now.iso,
                "actor": self.actor,
                "kind": type(event).__name__,
                "body": body,
                "link": link,
            }
        )
        self._seq, self._link = seq, link
        self.recorded.append((seq, event))
        return event

    def write_down(self) -> None:
        """Store all that is on record and move the hall's place, once, when a command is done."""
        if not self._unwritten:
            return
        self.connection.execute(STORE_EVENT, self._unwritten)
        self.connection.execute(
            MOVE_PLACE,
            {
                "hall": self.hall_id,
                "seq": self._seq,
                "link": self._link,
                "steady_s": self.now.steady_s,
            },
        )
        self._unwritten.clear()

    def later(self, due_at: datetime, command: Command) -> str:
        """Plan a command for a time of day; returns that time as ISO 8601."""
        self._plan(due_at.timestamp(), command, steady=False)
        return iso(due_at)

    def after(self, delay_s: float, command: Command) -> str:
        """Plan a command for the time when `delay_s` have passed, whoever sets the wall clock.

        Returns the time the wall clock should show then, as ISO 8601.
        """
        self._plan(self.now.steady_s + delay_s, command, steady=True)
        return iso(self.now.utc + timedelta(seconds=delay_s))

    def forget(self, command_id: str) -> None:
        """Plan a command no more; nothing happens when it is not planned."""
        self.connection.execute(FORGET_DUE, {"hall": self.hall_id, "due": command_id})

    def _plan(self, due_s: float, command: Command, *, steady: bool) -> None:
        self.connection.execute(
            STORE_DUE,
            {
                "hall_id": self.hall_id,
                "due_id": command.command_id,
                "due_s": due_s,
                "steady": steady,
                "planned_seq": self.seq(),
                "body": msgspec.json.encode(command).decode(),
            },
        )
